"""Forms about the act: when, where, what happened."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.records.contests.queries import contests_for
from netra.records.regions.queries import beneath, official_codes, provinces
from netra.web.portal.drafts import Row
from netra.web.templatetags.moments import local_date

__all__ = [
    "PlaceForm",
    "StoryForm",
    "TimeForm",
    "day_field",
    "kept_place",
    "region_of",
]

_FORMATS = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]


def day_field(label: Any, help_text: Any, *, required: bool = True) -> forms.DateField:
    """Return a field for a local day, with the picker of the device."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        input_formats=_FORMATS,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": gettext_lazy("Tanggal ini perlu diisi."),
            "invalid": gettext_lazy(
                "Tanggal ini tidak terbaca. Tulis seperti 17-08-2025."
            ),
        },
    )


class TimeForm(forms.Form):
    """When the reporter learned of the act, and when it happened."""

    known_on = day_field(
        gettext_lazy("Kapan Anda mengetahui kejadian ini?"),
        gettext_lazy("Sisa waktu melapor dihitung dari tanggal ini; tulis apa adanya."),
    )
    happened_on = day_field(
        gettext_lazy("Kapan kejadiannya?"),
        gettext_lazy("Kosongkan bila Anda tidak tahu harinya."),
        required=False,
    )
    happened_time = forms.CharField(
        label=gettext_lazy("Sekitar pukul berapa?"),
        help_text=gettext_lazy("Perkiraan cukup, misalnya sekitar pukul 16.00."),
        max_length=80,
        required=False,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        """Keep the local day, against which the future is refused."""
        super().__init__(*args, **kwargs)
        self.today = today

    def _not_ahead(self, name: str) -> date | None:
        day: date | None = self.cleaned_data[name]
        if day and day > self.today:
            raise forms.ValidationError(
                _("Tanggal ini ada di masa depan. Hari ini %(today)s.")
                % {"today": local_date(self.today)}
            )
        return day

    def clean_known_on(self) -> date | None:
        """Refuse a day ahead."""
        return self._not_ahead("known_on")

    def clean_happened_on(self) -> date | None:
        """Refuse a day ahead, or after the reporter learned of it."""
        day, known_on = (
            self._not_ahead("happened_on"),
            self.cleaned_data.get("known_on"),
        )
        if day and known_on and day > known_on:
            raise forms.ValidationError(
                _("Kejadian tidak dapat lebih kemudian dari saat diketahui.")
            )
        return day


class StoryForm(forms.Form):
    """What happened: in one line, and in full."""

    event = forms.CharField(
        label=gettext_lazy("Kejadiannya dalam satu kalimat"),
        help_text=gettext_lazy(
            "Perbuatannya saja, misalnya ikut berkampanye memakai baju dinas. "
            "Jangan tulis nama orang di sini."
        ),
        max_length=200,
        error_messages={
            "required": gettext_lazy("Tulis kejadiannya, walau hanya satu kalimat.")
        },
    )
    account = forms.CharField(
        label=gettext_lazy("Ceritakan lengkapnya"),
        help_text=gettext_lazy(
            "Urut dari awal: siapa berbuat apa, siapa lagi yang ada di sana, dan "
            "bagaimana Anda mengetahuinya."
        ),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )


def region_of(row: Row) -> str:
    """Return the narrowest region that was chosen, empty without a regency."""
    regency = row.get("regency", "")
    return (row.get("subdistrict", "") or regency) if regency else ""


_EMPTY = ("", gettext_lazy("Pilih"))
_UNKNOWN = ("", gettext_lazy("Tidak tahu"))


class PlaceForm(forms.Form):
    """Where it happened: province, then regency, then sub-district.

    Without a script each choice opens the next one after a submit; a choice that does
    not lie beneath the one above is dropped. Queries the regions.
    """

    province = forms.ChoiceField(
        label=gettext_lazy("Provinsi"),
        error_messages={"required": gettext_lazy("Pilih provinsinya.")},
    )
    regency = forms.ChoiceField(
        label=gettext_lazy("Kabupaten atau kota"),
        error_messages={"required": gettext_lazy("Pilih kabupaten atau kotanya.")},
    )
    subdistrict = forms.ChoiceField(
        label=gettext_lazy("Kecamatan"),
        help_text=gettext_lazy("Pilih Tidak tahu bila Anda tidak yakin."),
        required=False,
    )
    place = forms.CharField(
        label=gettext_lazy("Tempat persisnya"),
        help_text=gettext_lazy(
            "Misalnya nama gedung, jalan, atau akun dan grup bila terjadi di internet."
        ),
        max_length=200,
        required=False,
    )
    contest = forms.ChoiceField(
        label=gettext_lazy("Pemilihan yang mana?"),
        help_text=gettext_lazy("Bila tidak yakin, biarkan petugas yang menentukan."),
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, row: Row, **kwargs: Any) -> None:
        """Offer beneath each choice only what lies there."""
        super().__init__(*args, **kwargs)
        self._offer("province", provinces(), _EMPTY)
        self._offer_beneath("regency", row.get("province", ""), _EMPTY)
        self._offer_beneath("subdistrict", row.get("regency", ""), _UNKNOWN)
        self._offer_contests(row.get("regency", ""))

    def _choice(self, name: str) -> forms.ChoiceField:
        chosen = self.fields[name]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 # narrows the type
        return chosen

    def _offer(self, name: str, regions: Iterable[Any], first: tuple[str, Any]) -> None:
        self._choice(name).choices = [first, *((r.code, r.name) for r in regions)]

    def _offer_beneath(self, name: str, above: str, first: tuple[str, Any]) -> None:
        if above:
            self._offer(name, beneath(above), first)
        else:
            del self.fields[name]

    def _offer_contests(self, regency: str) -> None:
        contests = list(contests_for(regency)) if regency else []
        if len(contests) < 2:
            del self.fields["contest"]
            return
        self._choice("contest").choices = [
            *((contest.pk, contest.title) for contest in contests),
            ("", _("Tidak tahu, petugas yang menentukan")),
        ]

    @property
    def is_whole(self) -> bool:
        """Whether every choice down to the sub-district is on the page."""
        return "subdistrict" in self.fields


def kept_place(row: Row) -> Row:
    """Return the row without what is no region or lies elsewhere than chosen above."""
    kept = dict(row)
    if kept.get("province", "") not in official_codes():
        kept["province"] = ""
    for below, above in _pairs():
        lies_beneath = kept.get(below, "").startswith(f"{kept.get(above) or '-'}.")
        if not lies_beneath or kept[below] not in official_codes():
            kept[below] = ""
    return kept


def _pairs() -> Iterator[tuple[str, str]]:
    yield "regency", "province"
    yield "subdistrict", "regency"
