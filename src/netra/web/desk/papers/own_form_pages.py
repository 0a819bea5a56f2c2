"""The forms an office defines itself: list, writing, preview, withdrawing."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.accounts.models import Office
from netra.records.documents.actions import define_form, revise_form, withdraw_form
from netra.records.documents.errors import OwnFormError
from netra.records.documents.filling import PLACEHOLDERS, check_body
from netra.records.documents.models import OfficeForm
from netra.records.documents.own_forms import version_in_force
from netra.records.documents.previewing import preview_form
from netra.records.jobs import moment
from netra.web.desk.acting import ActForm
from netra.web.desk.papers.access import as_file, carried_out, open_office
from netra.web.routes import StaffRequest

__all__ = ["own_form", "own_form_new", "own_form_withdraw", "own_forms"]

_PREVIEW = "pratinjau"


class OwnFormForm(ActForm):
    """What a form of an office says."""

    title = forms.CharField(label=gettext_lazy("Judul formulir"), max_length=120)
    code = forms.CharField(
        label=gettext_lazy("Kode formulir"),
        help_text=gettext_lazy("Kode milik kantor. Kosongkan bila tidak ada."),
        max_length=20,
        required=False,
    )
    source = forms.CharField(
        label=gettext_lazy("Dasar atau sumber"),
        help_text=gettext_lazy(
            "Dari mana formulir ini: nomor aturan, surat, atau kebiasaan kantor. "
            "Netra tidak memeriksanya dan mencetaknya sebagai sumber menurut kantor."
        ),
        max_length=200,
    )
    body = forms.CharField(
        label=gettext_lazy("Isi formulir"),
        help_text=gettext_lazy(
            "Teks biasa. Isian ditulis dalam kurung kurawal dan diganti saat terbit."
        ),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 16}),
    )

    def clean_body(self) -> str:
        """Refuse a placeholder that is not on the list."""
        body: str = self.cleaned_data["body"]
        try:
            check_body(body)
        except OwnFormError as error:
            raise forms.ValidationError(error.reader_message) from error
        return body


def own_forms(request: StaffRequest, pk: int) -> HttpResponse:
    """List the forms of an office with the version in force."""
    office = open_office(request, pk, Action.MANAGE_PAPERS)
    rows = [(form, version_in_force(form)) for form in office.own_forms.all()]
    context = {"office_shown": office, "rows": rows}
    return render(request, "desk/papers/own_forms.html", context)


def own_form_new(request: StaffRequest, pk: int) -> HttpResponse:
    """Define a form."""
    office = open_office(request, pk, Action.MANAGE_PAPERS)
    form = OwnFormForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if request.POST.get("aksi") == _PREVIEW:
            return _preview(office, form)
        at = moment.now()
        made = carried_out(
            form,
            lambda: define_form(
                office=office, **form.cleaned_data, actor=request.actor, at=at
            ),
        )
        if made is not None:
            messages.success(request, _("Formulir tersimpan."))
            return redirect("own_forms", pk)
    return _page(request, office, form, None)


def own_form(request: StaffRequest, pk: int, form: int) -> HttpResponse:
    """Show a form of an office and write a further version of it."""
    office = open_office(request, pk, Action.MANAGE_PAPERS)
    row: OfficeForm = get_object_or_404(office.own_forms, pk=form)
    now = version_in_force(row)
    names = ("title", "code", "source", "body")
    asked = OwnFormForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(now, name) for name in names},
    )
    if asked.is_valid():
        if request.POST.get("aksi") == _PREVIEW:
            return _preview(office, asked)
        at = moment.now()
        made = carried_out(
            asked,
            lambda: revise_form(
                form=row, **asked.cleaned_data, actor=request.actor, at=at
            ),
        )
        if made is not None:
            messages.success(request, _("Versi %(no)s tersimpan.") % {"no": made.no})
            return redirect("own_form", pk, form)
    return _page(request, office, asked, row)


def _page(
    request: StaffRequest, office: Office, form: OwnFormForm, row: OfficeForm | None
) -> HttpResponse:
    versions = row.versions.select_related("written_by") if row else []
    context: dict[str, Any] = {
        "office_shown": office,
        "form": form,
        "row": row,
        "versions": versions,
        "placeholders": [
            (f"{{{name}}}", words) for name, words in PLACEHOLDERS.items()
        ],
    }
    return render(request, "desk/papers/own_form.html", context, status=form.status)


def _preview(office: Office, form: OwnFormForm) -> HttpResponse:
    content = preview_form(office, **form.cleaned_data, at=moment.now())
    name = f"contoh-formulir-{office.pk}.pdf"
    return as_file(content, "application/pdf", name, inline=True)


@require_POST
def own_form_withdraw(request: StaffRequest, pk: int, form: int) -> HttpResponse:
    """Withdraw a form; it is issued no more."""
    office = open_office(request, pk, Action.MANAGE_PAPERS)
    row: OfficeForm = get_object_or_404(office.own_forms, pk=form)
    asked = ActForm(request.POST)
    asked.is_valid()
    at = moment.now()
    done = carried_out(
        asked, lambda: withdraw_form(form=row, actor=request.actor, at=at)
    )
    if done is None:
        messages.error(request, str(asked.non_field_errors()[0]))
    else:
        messages.success(request, _("Formulir ditarik. Surat yang sudah terbit tetap."))
    return redirect("own_forms", pk)
