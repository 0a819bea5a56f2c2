"""Writing the forms an office defines itself."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.ledger import Fact
from netra.records.access import require
from netra.records.accounts.models import Office
from netra.records.accounts.queries import user_of
from netra.records.documents.errors import OwnFormError, OwnFormWithdrawnError
from netra.records.documents.filling import check_body
from netra.records.documents.models import OfficeForm, OfficeFormVersion
from netra.records.ledger import actions as ledger


@transaction.atomic
def define_form(
    *,
    office: Office,
    title: str,
    code: str,
    source: str,
    body: str,
    actor: Actor,
    at: datetime,
) -> OfficeForm:
    """Define a form of an office, with its first version.

    Args:
        office: Whose form it is; nobody else issues it.
        title: What the form is called on the sheet.
        code: As the office numbers its forms; empty if it does not.
        source: What the office says the form comes from.
        body: Plain text with placeholders of `filling.PLACEHOLDERS`.
        actor: Needs `MANAGE_PAPERS` over the region of the office.
        at: Moment of writing.

    Raises:
        NotAllowedError: the actor does not manage the papers of this office.
        OwnFormError: title, source or body cannot be kept as typed.
    """
    require(actor, Action.MANAGE_PAPERS, office.region)
    _check(title, source, body)
    form = OfficeForm.objects.create(office=office, made_at=at)
    version = OfficeFormVersion.objects.create(
        form=form,
        no=1,
        title=title,
        code=code,
        source=source,
        body=body,
        written_by=user_of(actor),
        written_at=at,
    )
    ledger.append(
        "office_form.defined",
        form.ledger_subject,
        actor=actor,
        at=at,
        facts={"office": str(office.pk), **_version_facts(version)},
    )
    return form


@transaction.atomic
def revise_form(
    *,
    form: OfficeForm,
    title: str,
    code: str,
    source: str,
    body: str,
    actor: Actor,
    at: datetime,
) -> OfficeFormVersion:
    """Write a further version of a form; what was issued keeps the older one.

    Raises:
        NotAllowedError: the actor does not manage the papers of this office.
        OwnFormError: title, source or body cannot be kept as typed.
        OwnFormWithdrawnError: the form was withdrawn.
    """
    require(actor, Action.MANAGE_PAPERS, form.office.region)
    _check(title, source, body)
    open_one = OfficeForm.objects.filter(pk=form.pk, withdrawn_at__isnull=True)
    if not open_one.update(made_at=F("made_at")):  # others wait here
        raise OwnFormWithdrawnError(form.pk)
    newest = form.versions.aggregate(no=Max("no"))["no"] or 0
    version = OfficeFormVersion.objects.create(
        form=form,
        no=newest + 1,
        title=title,
        code=code,
        source=source,
        body=body,
        written_by=user_of(actor),
        written_at=at,
    )
    ledger.append(
        "office_form.revised",
        form.ledger_subject,
        actor=actor,
        at=at,
        facts=_version_facts(version),
    )
    return version


@transaction.atomic
def withdraw_form(*, form: OfficeForm, actor: Actor, at: datetime) -> OfficeForm:
    """Withdraw a form; it is issued no more.

    Raises:
        NotAllowedError: the actor does not manage the papers of this office.
        OwnFormWithdrawnError: it was withdrawn before; nothing was written.
    """
    require(actor, Action.MANAGE_PAPERS, form.office.region)
    open_one = OfficeForm.objects.filter(pk=form.pk, withdrawn_at__isnull=True)
    if not open_one.update(withdrawn_at=at):
        raise OwnFormWithdrawnError(form.pk)
    ledger.append(
        "office_form.withdrawn",
        form.ledger_subject,
        actor=actor,
        at=at,
        facts={"withdrawn": True},
    )
    form.refresh_from_db()
    return form


def _check(title: str, source: str, body: str) -> None:
    if not title.strip():
        raise OwnFormError("title", "empty", _("Tulis judul formulir."))
    if not source.strip():
        raise OwnFormError(
            "source",
            "empty",
            _("Tulis dari mana formulir ini: nomor aturan, surat, atau kebiasaan."),
        )
    check_body(body)


def _version_facts(version: OfficeFormVersion) -> dict[str, Fact]:
    no = version.no
    return {
        f"version/{no}/title": ledger.commit_text(version.title),
        f"version/{no}/code": ledger.commit_text(version.code),
        f"version/{no}/source": ledger.commit_text(version.source),
        f"version/{no}/body": ledger.commit_text(version.body),
    }
