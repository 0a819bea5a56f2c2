"""Forms of the review of a study."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from netra.records.cases.models import Study
from netra.web.desk.study.words import PARTS


def _long(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class RemarkForm(forms.Form):
    """A remark on a passage of the version that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    part = forms.ChoiceField(label=_("Bagian"), choices=list(PARTS.items()))
    quote = forms.CharField(
        label=_("Kutipan"),
        required=False,
        widget=_long(3),
        help_text=_("Salin kalimatnya dari naskah; kosongkan untuk seluruh bagian."),
    )
    text = forms.CharField(label=_("Catatan"), widget=_long(4))


class ResolveForm(forms.Form):
    """What became of a remark."""

    resolution = forms.CharField(
        label=_("Tindak lanjut"),
        widget=_long(4),
        help_text=_("Apa yang diubah, atau mengapa tidak diubah."),
    )


class ReturnForm(forms.Form):
    """Why the version is given back."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Apa yang perlu diperbaiki"), widget=_long(4))


class CompareForm(forms.Form):
    """Two versions, the older one first."""

    lama = forms.TypedChoiceField(label=_("Dari versi"), coerce=int)
    baru = forms.TypedChoiceField(label=_("Ke versi"), coerce=int)

    def __init__(self, asked: Any, *, versions: list[Study]) -> None:
        super().__init__(asked)
        choices = [(str(v.version), str(v.version)) for v in versions]
        for name in ("lama", "baru"):
            self.fields[name].choices = choices  # type: ignore[attr-defined] # of ChoiceField
