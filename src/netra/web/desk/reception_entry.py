"""An entry at the counter: what was typed, its forms, and the report it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from django import forms
from django.http import HttpRequest

from netra.domain.law import UnknownRegionError, zone_of
from netra.records.accounts.models import Office
from netra.records.reports.content import ReportContent
from netra.records.reports.models import CounterEntry, Report
from netra.web.context import local_zone
from netra.web.desk.reception_forms import ArrivalForm, CounterFilesForm
from netra.web.portal import drafts
from netra.web.portal.drafts import Row, Typed
from netra.web.portal.forms_people import AttorneyForm, PersonForm, ReporterForm
from netra.web.portal.forms_story import StoryForm, TimeForm
from netra.web.portal.reporting_content import check
from netra.web.portal.steps import ATTORNEY, MOST_PEOPLE, PEOPLE, people_forms
from netra.web.templatetags.fields import listed_errors

__all__ = ["Entry", "EntryForms", "content_of", "forms_of", "read_entry", "with_sent"]

ARRIVAL, TIME, STORY, REPORTER, FILES, PLACE = (
    "kantor", "waktu", "peristiwa", "pelapor", "bukti", "tempat",
)  # fmt: skip
_SINGLE: Mapping[str, type[forms.Form]] = {
    ARRIVAL: ArrivalForm,
    TIME: TimeForm,
    STORY: StoryForm,
    REPORTER: ReporterForm,
    ATTORNEY: AttorneyForm,
    FILES: CounterFilesForm,
}
_Form = TypeVar("_Form", bound=forms.Form)
_DATED = (TIME, REPORTER, ATTORNEY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry under way, as it stands at a moment."""

    row: CounterEntry
    typed: Typed
    zone: ZoneInfo
    now: datetime

    @property
    def received_at(self) -> datetime:
        """When the report came, by what was typed; now where that is unreadable."""
        given = self.typed.of(ARRIVAL).get("received_at", "")
        try:
            return datetime.fromisoformat(given).replace(tzinfo=self.place_zone)
        except ValueError:
            return self.now

    @property
    def place_zone(self) -> ZoneInfo:
        """Zone of the place that was chosen; that of the office until then."""
        try:
            return zone_of(self.typed.of(ARRIVAL).get("region", ""))
        except UnknownRegionError:
            return self.zone

    @property
    def today(self) -> date:
        """Local day of reception, against which the days told are held."""
        return min(self.received_at, self.now).astimezone(self.place_zone).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryForms:
    """The forms of the page, bound together or not at all."""

    single: Mapping[str, forms.Form]
    respondents: list[PersonForm]
    witnesses: list[PersonForm]

    def told(self) -> list[forms.Form]:
        """Return the forms that must be right: people left blank are nobody."""
        respondents = [form for form in self.respondents if not form.is_blank]
        witnesses = [form for form in self.witnesses if not form.is_blank]
        people = [*(respondents or self.respondents[:1]), *witnesses]
        return [*self.single.values(), *people]

    def are_right(self) -> bool:
        """Judge every form, so that all show their errors at once."""
        return all([form.is_valid() for form in self.told()])  # noqa: C419 # as it says

    def listed(self) -> list[tuple[str, str, str]]:
        """Return anchor, label and text of every error on the page."""
        bound = [form for form in self.told() if form.is_bound]
        return [error for form in bound for error in listed_errors(form)]


def read_entry(row: CounterEntry, now: datetime) -> Entry:
    """Return an entry with what was typed; queries the office once."""
    office = Office.objects.filter(region=row.region).order_by("id").first()
    zone, _label = local_zone(office)
    here = now.astimezone(zone).replace(tzinfo=None).isoformat(timespec="minutes")
    typed = drafts.read(row.draft)
    if not typed.fields:
        typed = typed.with_fields(ARRIVAL, {"received_at": here})
    return Entry(row=row, typed=typed, zone=zone, now=now)


def with_sent(request: HttpRequest, entry: Entry) -> Entry:
    """Return the entry with everything that was sent, right or wrong.

    Days and moments that can be read are kept in ISO form, so that programs read them.
    """
    typed = entry.typed
    for key, form_class in _SINGLE.items():
        sent = {
            name: request.POST.get(f"{key}-{name}", "")
            for name in form_class.base_fields
        }
        typed = typed.with_fields(key, sent)
    for key in PEOPLE:
        typed = typed.with_people(key, _people_sent(request, key))
    entry = replace(entry, typed=_readable(replace(entry, typed=typed)))
    place = _place(entry.typed.of(ARRIVAL))
    return replace(entry, typed=entry.typed.with_fields(PLACE, place))


def _readable(entry: Entry) -> Typed:
    typed = entry.typed
    for key in _SINGLE:
        form = _form(entry, key, checked=True)
        form.is_valid()
        days = {
            name: _in_iso(value)
            for name, value in form.cleaned_data.items()
            if isinstance(value, date)
        }
        typed = typed.with_fields(key, days)
    return typed


def _in_iso(value: date) -> str:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="minutes")
    return value.isoformat()


def _place(arrival: Row) -> Row:
    """Return the place as the screens of the public keep it, for the same rules."""
    code = arrival.get("region", "")
    return {
        "province": code[:2],
        "regency": code[:5] if len(code) >= 5 else "",
        "subdistrict": code if len(code) > 5 else "",
        "place": arrival.get("place", ""),
        "contest": arrival.get("contest", ""),
    }


def _people_sent(request: HttpRequest, key: str) -> list[Row]:
    """Return the people as typed; one blank row more or one fewer if asked."""
    sent = request.POST.get(f"jumlah-{key}", "")
    count = min(int(sent), MOST_PEOPLE) if sent.isdecimal() else 0
    names = list(PEOPLE[key].base_fields)
    rows: list[Row] = [
        {name: request.POST.get(f"{key}-{i}-{name}", "") for name in names}
        for i in range(count)
    ]
    who, _dash, place = request.POST.get("hapus", "").rpartition("-")
    if who == key and place.isdecimal() and int(place) < len(rows):
        del rows[int(place)]
    elif request.POST.get("tambah") == key and len(rows) < MOST_PEOPLE:
        rows.append({})
    return rows


def _form(entry: Entry, key: str, *, checked: bool) -> forms.Form:
    row = entry.typed.of(key)
    more: dict[str, Any] = {"today": entry.today} if key in _DATED else {}
    if key == ARRIVAL:
        more = {
            "office_region": entry.row.region,
            "zone": entry.zone,
            "now": entry.now,
        }
    if checked:
        more["data"] = {f"{key}-{name}": value for name, value in row.items()}
    else:
        more["initial"] = dict(row)
    form = _SINGLE[key](prefix=key, **more)
    return form if key in (ARRIVAL, FILES) else _terse(form)


def _terse(form: _Form) -> _Form:
    """Leave out the hints, which speak to a reporter; officers know the fields."""
    for field in form.fields.values():
        field.help_text = ""
    return form


def forms_of(entry: Entry, *, checked: bool) -> EntryForms:
    """Return the forms of the page with what was typed, bound if `checked`."""
    named = {key: entry.typed.named(key) for key in PEOPLE}
    named["terlapor"] = named["terlapor"] or [{}]
    people = {
        key: [_terse(form) for form in people_forms(key, rows, check=checked)]
        for key, rows in named.items()
    }
    return EntryForms(
        single={key: _form(entry, key, checked=checked) for key in _SINGLE},
        respondents=people["terlapor"],
        witnesses=people["saksi"],
    )


def content_of(entry: Entry, shown: EntryForms) -> ReportContent | None:
    """Return what the report states, by the same rules as on the web.

    Args:
        entry: As it was sent.
        shown: Its forms, found right.

    Returns:
        `None` when something is still missing; it is then told beside the place.
    """
    checked = check(entry.typed, entry.today)
    if checked.content is None:
        for problem in checked.problems:
            shown.single[ARRIVAL].add_error(None, problem.text)
        return None
    via = Report.Via(shown.single[ARRIVAL].cleaned_data["via"])
    return replace(checked.content, via=via)
