"""Forms of the counter: how a report came in, and which day counts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.law import zone_of
from netra.records.accounts.queries import office_for
from netra.records.contests.queries import contests_for
from netra.records.regions.queries import beneath, name_of, provinces
from netra.records.reports.models import Exhibit, Report
from netra.web.portal.forms_files import FilesField
from netra.web.portal.forms_story import day_field
from netra.web.templatetags.moments import local_date

__all__ = ["FILE_KINDS", "ArrivalForm", "CounterFilesForm", "DayForm", "places_of"]

_WAYS: tuple[tuple[Report.Via, Promise], ...] = (
    (Report.Via.OFFICE, gettext_lazy("Datang sendiri ke kantor")),
    (Report.Via.LETTER, gettext_lazy("Surat")),
    (Report.Via.VOICE, gettext_lazy("Telepon atau pesan suara")),
    (Report.Via.SCAN, gettext_lazy("Pindaian yang dikirim ke kantor")),
)
FILE_KINDS: Mapping[Exhibit.Kind, Promise] = {
    Exhibit.Kind.EVIDENCE: gettext_lazy("Bukti"),
    Exhibit.Kind.SIGNED_PAGE: gettext_lazy("Lembar bertanda tangan"),
    Exhibit.Kind.IDENTITY_CARD: gettext_lazy("Kartu identitas"),
    Exhibit.Kind.POWER_OF_ATTORNEY: gettext_lazy("Surat kuasa"),
    Exhibit.Kind.LETTER: gettext_lazy("Surat laporan"),
    Exhibit.Kind.VOICE: gettext_lazy("Pesan suara atau rekaman telepon"),
}
_MOMENT = "%Y-%m-%dT%H:%M"
_REASON_LIMIT = 1000


def places_of(region: str) -> Iterator[tuple[str, str]]:
    """Yield the places of which an office receives reports, as code and name.

    A city or regency with its sub-districts; an office above them, the regencies that
    have no office of their own in this installation. Queries the regions.
    """
    if len(region) >= 5:
        yield (
            region,
            _("%(name)s, kecamatan tidak diketahui") % {"name": name_of(region)},
        )
        yield from ((row.code, row.name) for row in beneath(region))
        return
    above = [region] if region else [row.code for row in provinces()]
    for province in above:
        for row in beneath(province):
            office = office_for(row.code)
            if office is not None and office.region == region:
                yield row.code, row.name


class ArrivalForm(forms.Form):
    """How, when and for which place a report came in."""

    via = forms.ChoiceField(
        label=gettext_lazy("Cara masuk"), choices=_WAYS, initial=Report.Via.OFFICE
    )
    received_at = forms.DateTimeField(
        label=gettext_lazy("Diterima kantor"),
        help_text=gettext_lazy(
            "Waktu sebenarnya, walau baru dicatat sekarang atau di luar jam penerimaan."
        ),
        input_formats=[_MOMENT, "%Y-%m-%d %H:%M", "%Y-%m-%d %H.%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_MOMENT),
        error_messages={
            "required": gettext_lazy("Tulis kapan laporan ini diterima."),
            "invalid": gettext_lazy(
                "Tulis tanggal dan jam, misalnya 2024-11-01 09.30."
            ),
        },
    )
    letter_on = day_field(
        gettext_lazy("Tanggal surat"),
        gettext_lazy("Hanya untuk surat; kosongkan bila tidak bertanggal."),
        required=False,
    )
    region = forms.ChoiceField(
        label=gettext_lazy("Wilayah kejadian"),
        error_messages={"required": gettext_lazy("Pilih wilayah kejadiannya.")},
    )
    place = forms.CharField(
        label=gettext_lazy("Tempat persisnya"), max_length=200, required=False
    )
    contest = forms.ChoiceField(label=gettext_lazy("Pemilihan"), required=False)

    def __init__(
        self, *args: Any, office_region: str, zone: ZoneInfo, now: datetime, **more: Any
    ) -> None:
        """Offer the places and contests of the office.

        Args:
            args: As for any form.
            office_region: Of the office that receives.
            zone: Of the office, for a place that is not chosen yet.
            now: Moment against which the future is refused.
            more: As for any form.
        """
        super().__init__(*args, **more)
        self.zone, self.now = zone, now
        choices = [("", gettext_lazy("Pilih")), *places_of(office_region)]
        self._choices("region", choices)
        contests = [(one.pk, one.title) for one in contests_for(office_region)]
        self._choices(
            "contest", [("", gettext_lazy("Menurut hari dan tempat")), *contests]
        )

    def _choices(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 # narrows the type
        field.choices = list(choices)

    def clean(self) -> dict[str, Any]:
        """Read the moment on the clock of the place; refuse what lies ahead."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        typed = cleaned.get("received_at")
        if typed is None:
            return cleaned
        region = cleaned.get("region")
        zone = zone_of(region) if region else self.zone
        received_at = typed.replace(tzinfo=zone)
        cleaned["received_at"] = received_at
        if received_at > self.now:
            self.add_error("received_at", _("Waktu ini ada di masa depan."))
        letter_on = cleaned.get("letter_on")
        if letter_on and letter_on > received_at.date():
            self.add_error(
                "letter_on", _("Surat tidak dapat bertanggal sesudah diterima.")
            )
        return cleaned


class CounterFilesForm(forms.Form):
    """Files of every kind, and links; none of them needed."""

    links = forms.CharField(
        label=gettext_lazy("Tautan"),
        help_text=gettext_lazy("Satu tautan tiap baris."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        """Add a field for each kind of file."""
        super().__init__(*args, **more)
        for kind, label in FILE_KINDS.items():
            self.fields[kind.value] = FilesField(label=label)


class DayForm(forms.Form):
    """Which day counts for a report handed in outside the hours, and why."""

    day = forms.ChoiceField(
        label=gettext_lazy("Hari yang dihitung"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih hari yang dihitung.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        help_text=gettext_lazy(
            "Tampil dalam hitungan hari, juga bagi pelapor. Jangan tulis nama orang."
        ),
        max_length=_REASON_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": gettext_lazy("Tulis alasannya; alasan ini masuk catatan.")
        },
    )

    def __init__(
        self, *args: Any, days: Iterable[tuple[datetime, str]], **more: Any
    ) -> None:
        """Offer the true day and the next day of reception.

        Args:
            args: As for any form.
            days: Moment in the zone of the place, and what follows from it.
            more: As for any form.
        """
        super().__init__(*args, **more)
        field = self.fields["day"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 # narrows the type
        field.choices = [
            (day.date().isoformat(), f"{local_date(day.date())}\n{words}")
            for day, words in days
        ]

    def chosen_on(self) -> date:
        """Return the day that was chosen."""
        return date.fromisoformat(self.cleaned_data["day"])
