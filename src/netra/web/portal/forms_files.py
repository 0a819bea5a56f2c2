"""Forms with files, and the last one: that what was told is true."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

__all__ = ["END_MARK", "EvidenceForm", "FilesField", "SignatureForm", "TruthForm"]

END_MARK = "akhir"
"""Last field of every form with files: where it is missing, the request was cut off."""

_ACCEPT = "image/*,video/*,audio/*,application/pdf"


class ManyFilesInput(forms.ClearableFileInput):
    """A file input that takes several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, none of them needed; what they are is judged by their content."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Use the input for several files."""
        kwargs.setdefault("required", False)
        attrs = {"multiple": True, "accept": _ACCEPT}
        kwargs.setdefault("widget", ManyFilesInput(attrs=attrs))
        super().__init__(*args, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Leave the judgement to the store, which reads what the files hold."""
        return data or initial or []


class EvidenceForm(forms.Form):
    """Files and links."""

    uploads = FilesField(label=gettext_lazy("Pilih foto, video, rekaman, atau PDF"))
    links = forms.CharField(
        label=gettext_lazy("Tautan unggahan"),
        help_text=gettext_lazy(
            "Satu tautan tiap baris. Salin alamat lengkap dari peramban atau tombol "
            "bagikan."
        ),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3, "inputmode": "url"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say the limits of this installation."""
        super().__init__(*args, **kwargs)
        self.fields["uploads"].help_text = _(
            "Paling besar %(size)s MB tiap berkas, %(count)s berkas untuk satu laporan."
        ) % {
            "size": settings.UPLOAD_LIMIT_BYTES // 2**20,
            "count": settings.UPLOADS_PER_REPORT,
        }

    def clean_links(self) -> str:
        """Ask for whole addresses, one a line."""
        links: str = self.cleaned_data["links"]
        is_address = URLValidator(schemes=["http", "https"])
        for line in filter(None, (line.strip() for line in links.splitlines())):
            try:
                is_address(line)
            except forms.ValidationError:
                raise forms.ValidationError(
                    _(
                        "Tautan harus diawali https:// dan memuat nama situs. "
                        "Yang Anda tulis tetap kami simpan."
                    )
                ) from None
        return links


def _proof(label: Any) -> FilesField:
    attrs = {"multiple": True, "accept": "image/*,application/pdf"}
    return FilesField(label=label, widget=ManyFilesInput(attrs=attrs))


class SignatureForm(forms.Form):
    """The signed page and the identity card: each uploaded or brought to the office."""

    signed_page = _proof(gettext_lazy("Foto lembar bertanda tangan"))
    signed_at_office = forms.BooleanField(
        label=gettext_lazy("Saya tanda tangani dan serahkan di kantor"), required=False
    )
    identity_card = _proof(gettext_lazy("Foto kartu identitas"))
    card_at_office = forms.BooleanField(
        label=gettext_lazy("Saya tunjukkan kartu identitas di kantor"), required=False
    )
    power_of_attorney = _proof(gettext_lazy("Foto surat kuasa"))


class TruthForm(forms.Form):
    """The statement that closes a report."""

    is_true = forms.BooleanField(
        label=gettext_lazy("Keterangan yang saya berikan benar"),
        help_text=gettext_lazy(
            "Dengan ini Anda menyatakan isi laporan ini benar dan dapat "
            "dipertanggungjawabkan."
        ),
        error_messages={"required": gettext_lazy("Kotak ini belum dicentang.")},
    )
