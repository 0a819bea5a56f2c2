"""What a further day off would move, before anybody enters it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from netra.domain.law import (
    DayOff,
    LawError,
    Procedure,
    WorkCalendar,
    running_deadlines,
)
from netra.records.cases import road as case_road
from netra.records.cases.queries import events_of as case_events
from netra.records.cases.queries import open_cases
from netra.records.law.queries import current_calendar, law
from netra.records.reports import road as report_road
from netra.records.reports.queries import events_of as report_events
from netra.records.reports.queries import open_reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """How many open matters would get another due date; only counts, no matter."""

    reports: int
    cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Matter:
    procedure: Procedure
    events: Mapping[str, datetime]
    region: str


def moved_by(day: date, off: DayOff) -> Moves:
    """Count the open reports and cases whose running deadlines a day off would move.

    A matter whose deadlines cannot be computed at all counts as not moved; its own page
    says why. Raises what `current_calendar` raises.
    """
    now = current_calendar()
    then = now.with_days_off({day: off})
    reports = (
        _Matter(
            procedure=report_road.procedure_of(report),
            events=report_events(report),
            region=report.place_region,
        )
        for report in open_reports().prefetch_related("events")
    )
    cases = (
        _Matter(
            procedure=case_road.procedure_of(case),
            events=case_events(case),
            region=case.place_region,
        )
        for case in open_cases().prefetch_related("events")
    )
    return Moves(
        reports=sum(_moves(matter, now, then) for matter in reports),
        cases=sum(_moves(matter, now, then) for matter in cases),
    )


def _moves(matter: _Matter, now: WorkCalendar, then: WorkCalendar) -> bool:
    return _dues(matter, now) != _dues(matter, then)


def _dues(matter: _Matter, calendar: WorkCalendar) -> dict[str, datetime]:
    try:
        found = running_deadlines(
            law(), matter.procedure, matter.events, matter.region, calendar
        )
    except LawError:
        return {}
    return {deadline.key: deadline.due_at for deadline in found}
