"""The letterhead of an office: its versions, a new one, and how it would look."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.access import Action
from netra.records.accounts.models import Office
from netra.records.documents import store
from netra.records.documents.actions import lay_letterhead
from netra.records.documents.composing.letterheads import newest_letterhead
from netra.records.documents.errors import LogoError
from netra.records.documents.logos import LARGEST_BYTES, clean_logo
from netra.records.documents.models import OfficeLetterhead
from netra.records.documents.previewing import preview_letterhead
from netra.records.jobs import moment
from netra.web.desk.acting import ActForm
from netra.web.desk.papers.access import as_file, carried_out, offices_for, open_office
from netra.web.routes import StaffRequest

__all__ = ["letterhead", "paper_rules"]

_PREVIEW = "pratinjau"


class LetterheadForm(ActForm):
    """One version of a letterhead."""

    tier_line = forms.CharField(
        label=gettext_lazy("Baris di atas nama"),
        help_text=gettext_lazy("Misalnya tingkat atau nama wilayah."),
        max_length=120,
        required=False,
    )
    name_line = forms.CharField(
        label=gettext_lazy("Nama kantor pada surat"), max_length=120
    )
    second_line = forms.CharField(
        label=gettext_lazy("Baris kedua"), max_length=120, required=False
    )
    address = forms.CharField(
        label=gettext_lazy("Alamat"), max_length=200, required=False
    )
    phone = forms.CharField(
        label=gettext_lazy("Telepon"), max_length=30, required=False
    )
    email = forms.EmailField(label=gettext_lazy("Surel"), required=False)
    city = forms.CharField(
        label=gettext_lazy("Kota pada surat"), max_length=60, required=False
    )
    signatory_post = forms.CharField(
        label=gettext_lazy("Jabatan penanda tangan"), max_length=120, required=False
    )
    signatory_name = forms.CharField(
        label=gettext_lazy("Nama penanda tangan"),
        help_text=gettext_lazy("Kosongkan bila nama ditulis tangan."),
        max_length=120,
        required=False,
    )
    logo = forms.FileField(
        label=gettext_lazy("Logo kantor"),
        help_text=gettext_lazy(
            "PNG atau JPEG, paling besar 1 MB. Lambang negara dan lambang Bawaslu "
            "hanya boleh dipakai kantor yang berwenang; jangan memasangnya di sini "
            "tanpa kewenangan itu."
        ),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )
    drop_logo = forms.BooleanField(
        label=gettext_lazy("Lepas logo yang sekarang"), required=False
    )

    def clean_logo(self) -> bytes | None:
        """Return the picture drawn anew, `None` where no file was chosen."""
        sent: UploadedFile[bytes] | None = self.cleaned_data.get("logo")
        if sent is None:
            return None
        try:
            return clean_logo(sent.read(LARGEST_BYTES + 1))
        except LogoError as error:
            raise forms.ValidationError(error.reader_message) from error

    def made(self, office: Office) -> OfficeLetterhead:
        """Return the version, not yet saved; it keeps the logo in force."""
        now = newest_letterhead(office)
        names = (*OfficeLetterhead.LINES, *OfficeLetterhead.SIGNED)
        return OfficeLetterhead(
            office=office,
            logo=now.logo if now else "",
            **{name: self.cleaned_data[name] for name in names},
        )

    @property
    def new_logo(self) -> bytes | None:
        """Bytes of a new logo, empty bytes to take it off, `None` to keep it."""
        if self.cleaned_data.get("drop_logo"):
            return b""
        found: bytes | None = self.cleaned_data.get("logo")
        return found


def _initial(office: Office, row: OfficeLetterhead | None) -> dict[str, Any]:
    names = (*OfficeLetterhead.LINES, *OfficeLetterhead.SIGNED)
    if row is not None:
        return {name: getattr(row, name) for name in names}
    return {
        "name_line": office.name,
        "address": office.address,
        "phone": office.phone,
        "email": office.email,
        "city": office.city,
    }


def letterhead(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the letterhead of an office, how a new one would look, and lay it down."""
    office = open_office(request, pk, Action.MANAGE_PAPERS)
    row = newest_letterhead(office)
    posted = request.method == "POST"
    form = LetterheadForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        initial=_initial(office, row),
    )
    if form.is_valid():
        if request.POST.get("aksi") == _PREVIEW:
            return _preview(office, form)
        if _laid(request, office, form):
            messages.success(
                request,
                _("Kop surat tersimpan. Surat yang terbit mulai kini memakainya."),
            )
            return redirect("letterhead", pk)
    context = {
        "form": form,
        "office_shown": office,
        "row": row,
        "versions": office.letterheads.select_related("set_by").order_by("-no")[:25],
    }
    return render(request, "desk/papers/letterhead.html", context, status=form.status)


def _preview(office: Office, form: LetterheadForm) -> HttpResponse:
    row, new = form.made(office), form.new_logo
    logo = new if new is not None else _kept_logo(row)
    content = preview_letterhead(row, logo, at=moment.now())
    return as_file(
        content, "application/pdf", f"contoh-kop-{office.pk}.pdf", inline=True
    )


def _kept_logo(row: OfficeLetterhead) -> bytes:
    return store.kept_bytes(row.logo) if row.logo else b""


def _laid(request: StaffRequest, office: Office, form: LetterheadForm) -> bool:
    at = moment.now()
    made = carried_out(
        form,
        lambda: lay_letterhead(
            letterhead=form.made(office),
            logo=form.new_logo,
            actor=request.actor,
            at=at,
        ),
    )
    return made is not None


def paper_rules(request: StaffRequest) -> HttpResponse:
    """List the offices whose papers the reader manages, with what can be settled."""
    rows = [
        (office, newest_letterhead(office))
        for office in offices_for(request, Action.MANAGE_PAPERS)
    ]
    return render(request, "desk/papers/rules.html", {"rows": rows})
