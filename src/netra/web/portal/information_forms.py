"""Forms of the anonymous way: one page, one question that must be answered."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.records.custody.models import OfficeKey
from netra.records.information.actions.arriving import LONGEST_TEXT
from netra.records.information.content import InformationContent
from netra.records.regions.queries import name_of, official_codes

__all__ = ["CodeForm", "GiveForm", "ReplyForm", "receiving_places"]

_OFF = {"autocomplete": "off"}
_PROVINCE, _REGENCY = 2, 5

Choice = tuple[str, str]


def receiving_places() -> list[tuple[str, list[Choice]]]:
    """Return the regencies that somebody can receive for, by province.

    The province itself closes each group, for who does not know the regency. Queries
    the offices that have a key.
    """
    served = set(OfficeKey.objects.values_list("office__region", flat=True).distinct())
    codes = official_codes()
    groups = []
    for province in (code for code in codes if len(code) == _PROVINCE):
        beneath = [
            (code, name)
            for code, name in codes.items()
            if len(code) == _REGENCY
            and code.startswith(f"{province}.")
            and served & {"", province, code}
        ]
        if beneath:
            beneath.sort(key=lambda choice: choice[1])
            groups.append((codes[province], beneath + _whole(province, served)))
    return sorted(groups)


def _whole(province: str, served: Iterable[str]) -> list[Choice]:
    if not {"", province} & set(served):
        return []
    label = _("%(province)s, kabupaten/kota tidak tahu") % {
        "province": name_of(province)
    }
    return [(province, label)]


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, **_OFF})


class GiveForm(forms.Form):
    """What a source says; only place and words are asked for."""

    place_region = forms.ChoiceField(
        label=gettext_lazy("Di kabupaten atau kota mana?"),
        error_messages={
            "required": gettext_lazy("Pilih wilayah, supaya sampai ke kantornya."),
            "invalid_choice": gettext_lazy("Pilih salah satu wilayah pada daftar."),
        },
    )
    text = forms.CharField(
        label=gettext_lazy("Apa yang Anda lihat atau dengar?"),
        help_text=gettext_lazy(
            "Siapa berbuat apa, di mana, kapan, dan dari mana Anda tahu. Jangan tulis "
            "hal yang hanya Anda yang tahu, bila itu bisa menunjuk kepada Anda."
        ),
        required=False,
        max_length=LONGEST_TEXT,
        widget=_area(6),
    )
    place = forms.CharField(
        label=gettext_lazy("Tempatnya"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs=_OFF),
    )
    when = forms.CharField(
        label=gettext_lazy("Kapan terjadinya"),
        help_text=gettext_lazy("Perkiraan saja boleh, misalnya “awal Oktober”."),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs=_OFF),
    )
    who = forms.CharField(
        label=gettext_lazy("Siapa yang terlibat"),
        help_text=gettext_lazy(
            "Nama, jabatan, atau tempat kerjanya, sejauh Anda tahu."
        ),
        required=False,
        max_length=400,
        widget=forms.TextInput(attrs=_OFF),
    )
    links = forms.CharField(
        label=gettext_lazy("Tautan unggahan"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "inputmode": "url", **_OFF}),
    )
    name = forms.CharField(
        label=gettext_lazy("Nama Anda"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs=_OFF),
    )
    contact = forms.CharField(
        label=gettext_lazy("Cara menghubungi Anda"),
        help_text=gettext_lazy("Misalnya nomor telepon. Kosongkan bila tidak mau."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs=_OFF),
    )
    discard = forms.BooleanField(
        label=gettext_lazy("Buang aslinya, simpan salinan bersihnya saja"),
        help_text=gettext_lazy(
            "Paling aman bagi Anda. Tanpa aslinya, bukti lebih lemah bila diuji di "
            "sidang. Bila tanda ini Anda lepas, berkas asli ikut disegel dan hanya "
            "dibuka petugas dengan alasan tercatat."
        ),
        required=False,
        initial=True,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the places somebody receives for."""
        super().__init__(*args, **kwargs)
        places = self.fields["place_region"]
        if isinstance(places, forms.ChoiceField):
            places.choices = [("", _("Pilih wilayah")), *receiving_places()]

    def content(self) -> InformationContent:
        """Return what was said."""
        told = {
            name: str(self.cleaned_data[name]).strip()
            for name in ("place_region", "text", "place", "when", "who", "links")
        }
        return InformationContent(
            **told,
            name=self.cleaned_data["name"],
            contact=self.cleaned_data["contact"],
        )


class CodeForm(forms.Form):
    """The sixteen digits."""

    code = forms.CharField(
        label=gettext_lazy("Kode 16 angka"),
        help_text=gettext_lazy("Spasi boleh ditulis, boleh tidak."),
        max_length=40,
        error_messages={"required": gettext_lazy("Tulis keenam belas angkanya.")},
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "spellcheck": "false", **_OFF}
        ),
    )


class ReplyForm(forms.Form):
    """What a source adds later."""

    text = forms.CharField(
        label=gettext_lazy("Balasan atau tambahan Anda"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=_area(4),
    )
    discard = GiveForm.base_fields["discard"]
