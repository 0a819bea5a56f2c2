"""Form A as a form, by its five parts, and what the list of them is narrowed by."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.records.accounts.models import Office
from netra.records.contests.models import Contest
from netra.records.contests.queries import contest_on, contests_for
from netra.records.observations.content import ObservationContent
from netra.records.observations.models import Observation
from netra.records.reports.content import PersonContent
from netra.web.desk.supervision.access import MatterForm
from netra.web.desk.supervision.places import place_choices
from netra.web.portal.forms_people import text_field
from netra.web.portal.forms_story import day_field

__all__ = ["ObservationFilter", "ObservationForm", "long_field", "must"]

_LONG = 20_000
PARTS: Mapping[str, tuple[str, ...]] = {
    "one": (
        "office",
        "contest",
        "stage",
        "supervisor",
        "post",
        "assignment_letter",
        "address",
    ),
    "two": (
        "activity",
        "aim",
        "target",
        "observed_on",
        "observed_time",
        "place_region",
        "place",
    ),
    "three": ("result", "has_suspicion", "has_dispute"),
    "four_before": ("event", "event_place", "happened_on", "happened_time"),
    "four_after": ("witnesses", "exhibits_text", "account", "facts", "analysis"),
    "five": ("dispute",),
}
_SUSPICION = PARTS["four_before"] + PARTS["four_after"]


def long_field(
    label: Any, help_text: Any = "", *, required: bool = False, rows: int = 4
) -> forms.CharField:
    """Return a field for a text of several lines."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=_LONG,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": gettext_lazy("Bagian ini perlu diisi.")},
    )


def must(label: Any, help_text: Any = "", *, length: int = 120) -> forms.CharField:
    """Return a line of text that is needed."""
    field = text_field(label, help_text, required=True, length=length)
    field.error_messages["required"] = gettext_lazy("Bagian ini perlu diisi.")
    return field


class ObservationForm(MatterForm):
    """One supervision activity; parts IV and V count only when they are ticked."""

    office = forms.ModelChoiceField(
        label=gettext_lazy("Kantor"), queryset=Office.objects.none(), empty_label=None
    )
    contest = forms.ModelChoiceField(
        label=gettext_lazy("Pemilihan"),
        queryset=Contest.objects.none(),
        empty_label=gettext_lazy("Pilih"),
        error_messages={"required": gettext_lazy("Pilih pemilihannya.")},
    )
    stage = must(gettext_lazy("Tahapan yang diawasi"))
    supervisor = must(gettext_lazy("Nama pelaksana tugas"))
    post = must(gettext_lazy("Jabatan"))
    assignment_letter = must(gettext_lazy("Nomor surat tugas"))
    address = text_field(gettext_lazy("Alamat"), length=200)
    activity = forms.ChoiceField(
        label=gettext_lazy("Bentuk"),
        choices=[(key, capfirst(label)) for key, label in Observation.Activity.choices],
    )
    aim = must(gettext_lazy("Tujuan"), length=300)
    target = must(gettext_lazy("Sasaran"), length=300)
    observed_on = day_field(gettext_lazy("Tanggal"), "")
    observed_time = text_field(
        gettext_lazy("Jam"), gettext_lazy("Misalnya 09.00–11.30."), length=80
    )
    place_region = forms.ChoiceField(
        label=gettext_lazy("Kecamatan atau kabupaten"),
        error_messages={"required": gettext_lazy("Pilih tempatnya.")},
    )
    place = must(gettext_lazy("Tempat"), length=200)
    result = long_field(
        gettext_lazy("Uraian singkat hasil pengawasan"),
        gettext_lazy(
            "Apa yang dilihat dan didengar. Bila tidak ada temuan, tulis begitu: "
            "setiap pengawasan dicatat, juga yang tidak menemukan apa-apa."
        ),
        required=True,
        rows=6,
    )
    has_suspicion = forms.BooleanField(
        label=gettext_lazy("Ada dugaan pelanggaran"),
        help_text=gettext_lazy("Membuka bagian IV."),
        required=False,
    )
    has_dispute = forms.BooleanField(
        label=gettext_lazy("Ada potensi sengketa"),
        help_text=gettext_lazy("Membuka bagian V."),
        required=False,
    )
    event = text_field(
        gettext_lazy("Peristiwa"),
        gettext_lazy("Perbuatannya dalam satu kalimat, tanpa nama orang."),
        length=200,
    )
    event_place = text_field(gettext_lazy("Tempat peristiwa"), length=200)
    happened_on = day_field(gettext_lazy("Tanggal peristiwa"), "", required=False)
    happened_time = text_field(gettext_lazy("Jam peristiwa"), length=80)
    witnesses = long_field(
        gettext_lazy("Saksi"),
        gettext_lazy("Nama dan alamat; disimpan tersandi."),
        rows=3,
    )
    exhibits_text = long_field(
        gettext_lazy("Alat bukti dan barang bukti"),
        gettext_lazy("Apa saja dan di mana disimpan. Berkasnya diunggah sesudah ini."),
        rows=3,
    )
    account = long_field(gettext_lazy("Uraian singkat kejadian"))
    facts = long_field(gettext_lazy("Fakta dan keterangan"))
    analysis = long_field(gettext_lazy("Analisis"))
    dispute = long_field(
        gettext_lazy("Informasi potensi sengketa"),
        gettext_lazy("Peserta, tempat, waktu, objek, dan uraiannya."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        offices: list[Office],
        today: date,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        """Offer offices, contests and places of the offices somebody writes for."""
        first = offices[0]
        regions = {office.region for office in offices}
        own = {
            "office": first.pk,
            "contest": contest_on(first.region, today),
            "observed_on": today,
            "place_region": first.region,
        }
        super().__init__(data, initial={**own, **(initial or {})})
        self._offer(offices, regions)
        self.people_typed = False

    def _offer(self, offices: list[Office], regions: set[str]) -> None:
        fields: dict[str, Any] = self.fields
        fields["office"].queryset = Office.objects.filter(
            pk__in=[office.pk for office in offices]
        )
        if len(offices) == 1:
            fields["office"].widget = forms.HiddenInput()
        found = Q()
        for region in regions:
            found |= Q(pk__in=contests_for(region).order_by().values("pk"))
        fields["contest"].queryset = Contest.objects.filter(found)
        choices = dict(c for region in sorted(regions) for c in place_choices(region))
        fields["place_region"].choices = list(choices.items())

    def part(self, name: str) -> list[BoundField]:
        """Return the fields of a part of the form."""
        return [self[field] for field in PARTS[name]]

    @property
    def parts(self) -> dict[str, list[BoundField]]:
        """Return the fields of every part, for the page."""
        return {name: self.part(name) for name in PARTS}

    def clean(self) -> dict[str, Any]:
        """Ask for the tick where part IV or V has words, so that none are lost."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        typed = any(cleaned.get(name) for name in _SUSPICION) or self.people_typed
        if typed and not cleaned.get("has_suspicion"):
            self.add_error(
                "has_suspicion",
                _("Bagian IV terisi. Centang kotak ini, atau kosongkan bagian IV."),
            )
        if cleaned.get("dispute") and not cleaned.get("has_dispute"):
            self.add_error(
                "has_dispute",
                _("Bagian V terisi. Centang kotak ini, atau kosongkan bagian V."),
            )
        if cleaned.get("has_dispute") and not cleaned.get("dispute"):
            self.add_error("dispute", _("Tulis potensi sengketanya."))
        return cleaned

    def content(self, people: Iterable[PersonContent]) -> ObservationContent:
        """Return what was typed as one value."""
        told = dict(self.cleaned_data)
        del told["office"], told["has_dispute"]
        told["activity"] = Observation.Activity(told["activity"])
        return ObservationContent(**told, respondents=tuple(people))


class ObservationFilter(forms.Form):
    """What the list is narrowed by; every part may be empty."""

    q = forms.CharField(
        label=gettext_lazy("Nomor, peristiwa, atau tempat"),
        required=False,
        max_length=200,
    )
    dugaan = forms.ChoiceField(
        label=gettext_lazy("Dugaan"),
        required=False,
        choices=[
            ("", gettext_lazy("Semua")),
            ("ada", gettext_lazy("Ada dugaan")),
            ("tindak", gettext_lazy("Dugaan belum diajukan")),
            ("tidak", gettext_lazy("Tidak ada temuan")),
        ],
    )
    dari = day_field(gettext_lazy("Dari tanggal"), "", required=False)
    sampai = day_field(gettext_lazy("Sampai tanggal"), "", required=False)

    def found(self, rows: QuerySet[Observation]) -> QuerySet[Observation]:
        """Return the rows that fit; what cannot be read narrows nothing."""
        self.is_valid()
        asked = self.cleaned_data
        for word in (asked.get("q") or "").split():
            rows = rows.filter(
                Q(number__icontains=word)
                | Q(event__icontains=word)
                | Q(place__icontains=word)
                | Q(stage__icontains=word)
            )
        if asked.get("dari"):
            rows = rows.filter(observed_on__gte=asked["dari"])
        if asked.get("sampai"):
            rows = rows.filter(observed_on__lte=asked["sampai"])
        return rows.filter(_SUSPECTED.get(asked.get("dugaan") or "", Q()))


_SUSPECTED = {
    "ada": Q(has_suspicion=True),
    "tidak": Q(has_suspicion=False),
    "tindak": Q(has_suspicion=True, finding__isnull=True, corrected_by__isnull=True),
}
