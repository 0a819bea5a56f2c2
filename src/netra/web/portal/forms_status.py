"""Forms of the status pages."""

from django import forms
from django.utils.translation import gettext_lazy

from netra.web.portal.forms_files import FilesField

__all__ = ["AddFilesForm", "AddTextForm", "MailForm", "StatusForm"]


class StatusForm(forms.Form):
    """The number on the receipt and the code shown once when the report was sent."""

    number = forms.CharField(
        label=gettext_lazy("Nomor laporan"),
        max_length=80,
        error_messages={
            "required": gettext_lazy("Tulis nomor yang ada pada tanda terima.")
        },
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    code = forms.CharField(
        label=gettext_lazy("Kode"),
        help_text=gettext_lazy(
            "Huruf besar dan kecil sama saja; tanda hubung boleh tidak ditulis."
        ),
        max_length=40,
        error_messages={
            "required": gettext_lazy("Tulis kode yang tampil saat laporan terkirim.")
        },
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )


class AddTextForm(forms.Form):
    """A missing requirement told in words."""

    text = forms.CharField(
        label=gettext_lazy("Tambahan Anda"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": gettext_lazy("Tulis tambahannya lebih dulu.")},
    )


class AddFilesForm(forms.Form):
    """A missing requirement sent as files."""

    uploads = FilesField(
        label=gettext_lazy("Pilih foto, video, rekaman, atau PDF"), required=True
    )


class MailForm(forms.Form):
    """The address to which changes of the status are told."""

    address = forms.EmailField(
        label=gettext_lazy("Alamat surel"),
        max_length=254,
        error_messages={
            "required": gettext_lazy("Tulis alamat surel Anda."),
            "invalid": gettext_lazy(
                "Tulis alamat surel lengkap, seperti nama@contoh.id."
            ),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
