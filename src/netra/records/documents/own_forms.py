"""Reading the forms an office has defined."""

from netra.records.accounts.models import Office
from netra.records.documents.models import OfficeForm, OfficeFormVersion


def open_forms(office: Office) -> list[OfficeForm]:
    """Return the forms of an office that are not withdrawn, oldest first."""
    return list(office.own_forms.filter(withdrawn_at__isnull=True).order_by("id"))


def version_in_force(form: OfficeForm) -> OfficeFormVersion:
    """Return the newest version of a form; every form has one."""
    return form.versions.select_related("written_by").order_by("-no")[0]
