"""Reading supervision: what runs, what waits, what was found."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import QuerySet

from netra.domain.law import Deadline, deadlines_from, running_deadlines, zone_of
from netra.records.law.queries import current_calendar, law
from netra.records.observations.models import Finding, Observation, Tracing

_WINDOW = "finding_window"


def events_of(finding: Finding) -> Mapping[str, datetime]:
    """Return the events of a finding with their moments."""
    return {event.key: event.at for event in finding.events.all()}


def deadlines_of(finding: Finding) -> tuple[Deadline, ...]:
    """Return the running deadlines of a finding, soonest first."""
    return running_deadlines(
        law(),
        law().procedure(finding.procedure),
        events_of(finding),
        finding.place_region,
        current_calendar(),
    )


def window_of(finding: Finding) -> Deadline | None:
    """Return the window for setting the finding, met or not; `None` without one."""
    procedure = law().procedure(finding.procedure)
    term = procedure.deadlines.get(_WINDOW)
    started = events_of(finding).get(term.event) if term else None
    if term is None or started is None:
        return None
    found = deadlines_from(
        law(), procedure, term.event, started, finding.place_region, current_calendar()
    )
    return next(deadline for deadline in found if deadline.key == _WINDOW)


def window_passed(finding: Finding, at: datetime) -> bool:
    """Say whether the window for setting the finding lies before `at`."""
    window = window_of(finding)
    return window is not None and window.due_at < at


def is_overdue(tracing: Tracing, at: datetime) -> bool:
    """Say whether an open tracing has passed its own deadline."""
    today = at.astimezone(zone_of(tracing.place_region)).date()
    return tracing.is_open and tracing.due_on is not None and tracing.due_on < today


def open_tracings() -> QuerySet[Tracing]:
    """Return the tracings that have not ended, soonest deadline first."""
    return Tracing.objects.filter(ended_at__isnull=True).order_by("due_on", "pk")


def open_findings() -> QuerySet[Finding]:
    """Return the findings that wait for their plenary or registration."""
    waiting = (Finding.State.PROPOSED, Finding.State.SET)
    return Finding.objects.filter(state__in=waiting)


def suspicions() -> QuerySet[Observation]:
    """Return the observations with a suspicion that led to no finding yet."""
    return Observation.objects.filter(
        has_suspicion=True, finding__isnull=True, corrected_by__isnull=True
    )
