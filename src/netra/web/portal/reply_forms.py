"""Forms of the right of reply."""

from django import forms
from django.utils.translation import gettext_lazy

from netra.web.portal.forms_files import FilesField

__all__ = ["AnswerForm", "ReplyCodeForm"]


class ReplyCodeForm(forms.Form):
    """The code on the sheet that came with the letter."""

    code = forms.CharField(
        label=gettext_lazy("Kode"),
        help_text=gettext_lazy(
            "Dua belas huruf dan angka pada lembar kode. Huruf besar dan kecil sama "
            "saja; tanda hubung boleh tidak ditulis."
        ),
        max_length=40,
        error_messages={"required": gettext_lazy("Tulis kode pada lembar kode.")},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )


class AnswerForm(forms.Form):
    """What the respondent answers."""

    text = forms.CharField(
        label=gettext_lazy("Jawaban Anda"),
        help_text=gettext_lazy(
            "Ceritakan menurut Anda apa yang terjadi. Boleh dikosongkan bila jawaban "
            "ada di berkas."
        ),
        required=False,
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    uploads = FilesField(label=gettext_lazy("Foto, video, rekaman, atau PDF"))
