"""The deadlines that an event starts, each with its argument.

Counted in the local zone of the place; a deadline in days ends with the last second
of its last local day. The rule of counting stands in docs/law.md, section 2.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType

from .calendar import WorkCalendar
from .counting import CountedDay, FirstDay, count_days, hours_between
from .errors import (
    BeforeTheLawError,
    MomentOutOfRangeError,
    NaiveMomentError,
    UnknownEventError,
)
from .loading import Law
from .procedures import Procedure, Term
from .status import Status, Unit, weakest
from .zones import zone_label, zone_of

_END_OF_DAY = time(23, 59, 59)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When a step must be done, and the argument for that moment.

    `parts` holds a status for each of length, unit, event, counting_rule and
    in_force; `status` is the weakest of them. `due_at` is aware, in the zone of the
    place. `notes` are Indonesian sentences for the reader.
    """

    key: str
    label: str
    due_on: date
    due_at: datetime
    unit: Unit
    length: int
    article: str
    article_status: Status
    status: Status
    parts: Mapping[str, Status]
    days: tuple[CountedDay, ...]
    event: str
    event_label: str
    event_at: datetime
    actor: str
    warn_on: date
    backward: bool
    parent: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    law: Law
    procedure: Procedure
    calendar: WorkCalendar
    zone_label: str


def deadlines_from(
    law: Law,
    procedure: Procedure,
    event: str,
    at: datetime,
    region: str,
    calendar: WorkCalendar,
) -> tuple[Deadline, ...]:
    """Return every deadline that `event` at `at` starts, in the order of the law.

    A chained deadline stands behind its parent, under the parent's event.

    Raises:
        NaiveMomentError: `at` has no offset.
        UnknownRegionError: `region` is of no known province.
        UnknownEventError: no deadline of the procedure starts at `event`.
        BeforeTheLawError: `at` lies before the procedure came into force.
        CalendarGapError: a working-day count reaches a year not covered.
        MomentOutOfRangeError: the count leaves the years a date can hold.

    Source:
        The article in each deadline; the rule of counting in docs/law.md, section 2.
    """
    if at.tzinfo is None:
        raise NaiveMomentError(at.isoformat())
    zone, place = (
        zone_of(region),
        _Place(
            law=law,
            procedure=procedure,
            calendar=calendar,
            zone_label=zone_label(region),
        ),
    )
    started = [t for t in procedure.deadlines.values() if t.event == event]
    if not started:
        raise UnknownEventError(f"event of {procedure.id}", event, events_of(procedure))
    try:
        local_at = at.astimezone(zone)
        _require_law(procedure, local_at.date())
        return tuple(
            deadline
            for term in started
            for deadline in _with_children(term, local_at, place)
        )
    except OverflowError as error:
        raise MomentOutOfRangeError(at.isoformat()) from error


def events_of(procedure: Procedure) -> tuple[str, ...]:
    """Return the events that start a deadline of the procedure, chained ones too."""
    return tuple(dict.fromkeys(term.event for term in procedure.deadlines.values()))


def running_deadlines(
    law: Law,
    procedure: Procedure,
    events: Mapping[str, datetime],
    region: str,
    calendar: WorkCalendar,
) -> tuple[Deadline, ...]:
    """Return the deadlines that have started and not been met, soonest first.

    `events` says what has happened and when. A deadline that another one replaces
    (an extension that was taken) is left out.

    Raises:
        LawError: as `deadlines_from`.
    """
    known = set(events_of(procedure))
    started = [
        deadline
        for event, at in events.items()
        if event in known
        for deadline in deadlines_from(law, procedure, event, at, region, calendar)
        if _runs(procedure.deadlines[deadline.key], events)
    ]
    replaced = {procedure.deadlines[deadline.key].replaces for deadline in started}
    running = [deadline for deadline in started if deadline.key not in replaced]
    return tuple(sorted(running, key=lambda d: (d.due_at, d.key)))


def _runs(term: Term, events: Mapping[str, datetime]) -> bool:
    if term.only_after is not None and term.only_after not in events:
        return False
    ends = (term.met_by, *term.also_ended_by)
    return not any(end in events for end in ends)


def _require_law(procedure: Procedure, on: date) -> None:
    if on < procedure.effective_from:
        raise BeforeTheLawError(procedure.id, on, procedure.effective_from)


def _with_children(term: Term, at: datetime, place: _Place) -> Iterator[Deadline]:
    deadline = _deadline(term, at, place, parent=None)
    yield deadline
    yield from _children(deadline, place)


def _children(parent: Deadline, place: _Place) -> Iterator[Deadline]:
    for term in place.procedure.deadlines.values():
        if term.parent == parent.key:
            child = _deadline(term, parent.due_at, place, parent=parent)
            yield child
            yield from _children(child, place)


def _deadline(
    term: Term, start: datetime, place: _Place, parent: Deadline | None
) -> Deadline:
    due_at, days = _count(term, start, place, chained=parent is not None)
    parts = _parts(term, place, parent)
    event_at = parent.event_at if parent else start
    return Deadline(
        key=term.key,
        label=term.label,
        due_on=due_at.date(),
        due_at=due_at,
        unit=term.unit,
        length=term.length,
        article=term.article,
        article_status=term.article_status,
        status=weakest(*parts.values()),
        parts=MappingProxyType(parts),
        days=(parent.days if parent else ()) + days,
        event=term.event,
        event_label=place.law.event_label(term.event),
        event_at=event_at,
        actor=term.actor,
        warn_on=_warn_on(term, start, due_at.date(), parts),
        backward=term.backward,
        parent=term.parent,
        notes=_notes(term, event_at, days, place),
    )


def _count(
    term: Term, start: datetime, place: _Place, *, chained: bool
) -> tuple[datetime, tuple[CountedDay, ...]]:
    if term.unit is Unit.HOURS:
        span = timedelta(hours=-term.length if term.backward else term.length)
        due_at = (start.astimezone(UTC) + span).astimezone(start.tzinfo)
        return due_at, hours_between(term, start, due_at, place.zone_label)
    rule = place.law.clock
    first = FirstDay(
        counts=rule.first_day_counts and not chained,
        status=rule.first_day_counts_status,
        event_label=place.law.event_label(term.event),
        shown=not chained,
    )
    days = count_days(term, start.date(), place.calendar, first)
    return datetime.combine(days[-1].date, _END_OF_DAY, start.tzinfo), days


def _parts(term: Term, place: _Place, parent: Deadline | None) -> dict[str, Status]:
    counted = term.unit is not Unit.HOURS
    inherited = parent.parts.values() if parent else ()
    rule = place.law.clock.first_day_counts_status
    return {
        "length": term.length_status,
        "unit": term.unit_status,
        "event": weakest(term.event_status, *inherited),
        "counting_rule": rule if counted else Status.DERIVED,
        "in_force": place.procedure.in_force_status,
    }


def _warn_on(
    term: Term, start: datetime, due_on: date, parts: Mapping[str, Status]
) -> date:
    sure = parts["counting_rule"] is Status.CONFIRMED
    warn_on = due_on if sure or term.unit is Unit.HOURS else due_on - _DAY
    if term.warn_unit is Unit.CALENDAR_DAYS:
        return min(warn_on, start.date() + term.length * _DAY)
    return warn_on


def _notes(
    term: Term, event_at: datetime, days: tuple[CountedDay, ...], place: _Place
) -> tuple[str, ...]:
    notes = []
    if not place.procedure.in_force(event_at.date()):
        notes.append(
            "Peristiwa ini terjadi setelah prosedur berakhir; prosedur mengikuti hari "
            "laporan disampaikan."
        )
    if term.unit is Unit.DAYS:
        notes.append(
            "Jenis hari belum diketahui; dihitung sebagai hari kalender, belum "
            "dikonfirmasi."
        )
    if any(d.unconfirmed for d in days if ", perkiraan)" in d.why):
        notes.append("Hitungan melewati hari libur yang tanggalnya masih perkiraan.")
    remarks = (term.note, term.effect, *term.status_notes)
    told = (place.law.told(remark) for remark in remarks if remark)
    return (*notes, *(sentence for sentence in told if sentence))
