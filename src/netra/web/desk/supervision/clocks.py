"""The clocks of supervision: the own deadline of a tracing, the window of a finding."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from netra.domain.law import (
    Deadline,
    LawError,
    Procedure,
    Status,
    Unit,
    WorkCalendar,
    deadlines_from,
    running_deadlines,
    zone_of,
)
from netra.records.law.errors import CalendarError
from netra.records.law.queries import current_calendar, law
from netra.records.observations.models import Finding, Tracing
from netra.records.observations.queries import deadlines_of, events_of, window_of
from netra.records.reports.queries import midday

__all__ = [
    "Window",
    "own_deadline",
    "running_of",
    "running_on",
    "window_from",
    "window_shown",
]

WINDOW = "finding_window"


def own_deadline(tracing: Tracing) -> Deadline | None:
    """Return the deadline an office gave a tracing, `None` without one.

    It is no deadline of the law: `article` says where it comes from, and there is no
    day to argue about.
    """
    if tracing.due_on is None:
        return None
    zone = zone_of(tracing.place_region)
    begun_at = tracing.begun_at.astimezone(zone)
    return Deadline(
        key="tracing",
        label=_("Tenggat penelusuran"),
        due_on=tracing.due_on,
        due_at=datetime.combine(tracing.due_on, time(23, 59, 59), zone),
        unit=Unit.CALENDAR_DAYS,
        length=(tracing.due_on - begun_at.date()).days,
        article=tracing.get_due_basis_display(),
        article_status=Status.CONFIRMED,
        status=Status.CONFIRMED,
        parts={},
        days=(),
        event="tracing_begun",
        event_label=_("Penelusuran dimulai"),
        event_at=begun_at,
        actor="bawaslu",
        warn_on=tracing.due_on,
        backward=False,
        parent=None,
        notes=(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The window for setting a finding, or why there is none to show."""

    deadline: Deadline | None
    trouble: str


def window_from(procedure: Procedure, found_on: date, region: str) -> Window:
    """Return the window that finding something on a day would open."""
    term = procedure.deadlines.get(WINDOW)
    if term is None:
        return Window(deadline=None, trouble=_no_window())
    try:
        found = deadlines_from(
            law(),
            procedure,
            term.event,
            midday(found_on, region),
            region,
            current_calendar(),
        )
    except (LawError, CalendarError) as error:
        return Window(deadline=None, trouble=error.reader_message)
    return Window(deadline=next(d for d in found if d.key == WINDOW), trouble="")


def _no_window() -> str:
    return _("Prosedur yang berlaku tidak memuat batas waktu menetapkan temuan.")


def window_shown(finding: Finding) -> Window:
    """Return the window of a finding, met or not."""
    try:
        deadline = window_of(finding)
    except (LawError, CalendarError) as error:
        return Window(deadline=None, trouble=error.reader_message)
    return Window(deadline=deadline, trouble="" if deadline else _no_window())


def running_on(finding: Finding, calendar: WorkCalendar) -> tuple[Deadline, ...]:
    """Return the running deadlines of a finding, soonest first; for lists.

    Args:
        finding: With its events at hand.
        calendar: Read once for all rows.

    Raises:
        LawError: one of them cannot be counted.
    """
    return running_deadlines(
        law(),
        law().procedure(finding.procedure),
        events_of(finding),
        finding.place_region,
        calendar,
    )


def running_of(finding: Finding) -> tuple[Deadline, ...]:
    """Return the running deadlines of a finding; none when they cannot be counted."""
    try:
        return deadlines_of(finding)
    except (LawError, CalendarError):
        return ()  # the window on the same page says why
