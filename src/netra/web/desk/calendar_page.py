"""The working calendar of a year, its editions, and entering a decreed day off."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.access import Action, is_allowed
from netra.domain.law import DayOff, WorkCalendar
from netra.records.cases.calendar_moves import Moves, moved_by
from netra.records.jobs import moment
from netra.records.law import actions as calendar_actions
from netra.records.law.errors import EmptyCalendarError
from netra.records.law.queries import current_calendar, editions
from netra.web.context import local_zone, office_of
from netra.web.desk.acting import ActForm, carried_out, day_field
from netra.web.routes import StaffRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The days off of one month; `first` stands for the month."""

    first: date
    days: tuple[tuple[date, DayOff], ...]


class DayOffForm(ActForm):
    """A day off that was decreed."""

    day = day_field(gettext_lazy("Tanggal"))
    label = forms.CharField(label=gettext_lazy("Nama hari libur"), max_length=200)
    basis = forms.CharField(
        label=gettext_lazy("Dasar"),
        help_text=gettext_lazy(
            "Keputusan yang menetapkannya, dengan nomor dan tanggal."
        ),
        max_length=200,
    )
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, known: WorkCalendar, **kwargs: Any) -> None:
        """Keep the calendar in force, against which the day is checked."""
        super().__init__(*args, **kwargs)
        self.known = known

    def clean_day(self) -> date:
        """Refuse a day that is off already, and a year that is not loaded."""
        day: date = self.cleaned_data["day"]
        if day.year not in self.known.years:
            raise forms.ValidationError(gap_words(day.year))
        if self.known.day_off(day) is not None:
            raise forms.ValidationError(
                _("Tanggal ini sudah tercatat sebagai hari libur.")
            )
        return day

    def day_off(self) -> DayOff:
        """Return the day off as the clock would see it."""
        told = self.cleaned_data
        return DayOff(label=told["label"], kind="lokal", basis=told["basis"])


def gap_words(year: int) -> str:
    """Say that the days off of a year are not loaded, and what follows."""
    return _(
        "Hari libur %(year)s belum dimuat. Tenggat hari kerja yang menyentuh tahun itu "
        "belum dapat dihitung."
    ) % {"year": year}


def months_of(year: int, days_off: Mapping[date, DayOff]) -> Iterator[Month]:
    """Yield the months of a year that have days off, in order."""
    days = sorted((day, off) for day, off in days_off.items() if day.year == year)
    for _number, rows in groupby(days, key=lambda row: row[0].month):
        listed = tuple(rows)
        yield Month(first=listed[0][0].replace(day=1), days=listed)


def _local_year(request: StaffRequest) -> int:
    zone, _label = local_zone(office_of(request.actor))
    return moment.now().astimezone(zone).year


def _year_asked(request: StaffRequest) -> int:
    text = request.GET.get("tahun", "")
    is_year = text.isascii() and text.isdigit() and len(text) == 4 and text >= "1000"
    return int(text) if is_year else _local_year(request)


def calendar(request: StaffRequest) -> HttpResponse:
    """Show the days off of a year and the editions of the calendar."""
    year = _year_asked(request)
    try:
        known = current_calendar()
    except EmptyCalendarError as error:
        context: dict[str, Any] = {"year": year, "problem": error.reader_message}
        return render(request, "desk/calendar/calendar.html", context)
    context = {
        "year": year,
        "years": sorted(known.years),
        "problem": "" if year in known.years else gap_words(year),
        "months": list(months_of(year, known.days_off)),
        "editions": editions(),
        "can_edit": is_allowed(request.actor, Action.EDIT_CALENDAR, None),
    }
    return render(request, "desk/calendar/calendar.html", context)


def calendar_add(request: StaffRequest) -> HttpResponse:
    """Enter a decreed day off, after showing how many open matters it moves."""
    try:
        known = current_calendar()
    except EmptyCalendarError:
        return redirect("calendar")
    form = DayOffForm(request.POST if request.method == "POST" else None, known=known)
    moves: Moves | None = None
    if form.is_valid() and not form.cleaned_data["sure"]:
        moves = moved_by(form.cleaned_data["day"], form.day_off())
    elif form.is_valid() and _added(request, form):
        messages.success(request, _("Hari libur tercatat sebagai edisi baru."))
        year = form.cleaned_data["day"].year
        return redirect(f"{reverse('calendar')}?tahun={year}")
    context = {"form": form, "moves": moves}
    return render(request, "desk/calendar/add.html", context, status=form.status)


def _added(request: StaffRequest, form: DayOffForm) -> bool:
    told, at = form.cleaned_data, moment.now()
    made = carried_out(
        form,
        lambda: calendar_actions.add_day_off(
            day=told["day"],
            label=told["label"],
            basis=told["basis"],
            actor=request.actor,
            at=at,
        ),
    )
    return made is not None
