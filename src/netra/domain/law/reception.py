"""Whether a moment lies within the hours in which an office receives reports.

The rules name hours and stages with service around the clock; none that was read says
on which day a report counts that is handed in outside them (docs/law.md, section 3).
So nothing is refused here: a moment is placed, and the next opening is named.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from .calendar import WorkCalendar
from .counting import CountedDay
from .deadlines import Deadline
from .elections import Stage
from .errors import NaiveMomentError
from .loading import Law
from .procedures import Procedure, ReceptionHours
from .status import Status, weakest
from .wording import in_words

_DAY = timedelta(days=1)
_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_FRIDAY = 4
_SPAN = re.compile(r"(\d{2}:\d{2})-(\d{2}:\d{2})", re.ASCII)
_FARTHEST = 60  # days searched for the next opening; longer closures are no closure

StagesOn = Callable[[date], Iterable[Stage]]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursInForce:
    """The hours of a procedure, and how sure they are.

    `is_default` says that the procedure's own hours were not seen and those of the
    procedure that amended it stand in for them.
    """

    hours: ReceptionHours
    status: Status
    is_default: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """Where a moment lies in the reception hours.

    `why` is Indonesian. `opens_at` is the next moment at which the office receives,
    `None` when `at` lies within the hours or none was found.
    """

    at: datetime
    is_inside: bool
    why: str
    status: Status
    article: str | None
    opens_at: datetime | None

    @property
    def is_outside(self) -> bool:
        """Whether the moment lies outside the hours."""
        return not self.is_inside

    @property
    def days(self) -> tuple[datetime, ...]:
        """Return the moments that may count: the true one, then the next opening.

        The opening is left out when it lies on the true day: only the day counts.
        """
        if self.opens_at is None or self.opens_at.date() == self.at.date():
            return (self.at,)
        return (self.at, self.opens_at)


def hours_in_force(law: Law, procedure: Procedure) -> HoursInForce | None:
    """Return the reception hours of a procedure, `None` where none are known.

    Where a rule exists and its hours were not seen, the tables ask to use those of the
    procedure that amended it; they are never shown as confirmed then.
    """
    own = procedure.reception_hours
    if own is None:
        return None
    if own.mon_thu is not None:
        return HoursInForce(hours=own, status=own.status, is_default=False)
    for later in law.procedures.values():
        found = later.reception_hours
        if later.inherits == procedure.id and found is not None and found.mon_thu:
            status = weakest(own.status, found.status)
            return HoursInForce(hours=found, status=status, is_default=True)
    return None


def reception_at(
    in_force: HoursInForce, at: datetime, stages_on: StagesOn, calendar: WorkCalendar
) -> Reception:
    """Place a moment in the reception hours.

    Args:
        in_force: As `hours_in_force` gives them.
        at: Moment in the zone of the place, timezone-aware.
        stages_on: The stages of the contest on a local day.
        calendar: For public holidays; a day it does not cover is judged by its weekday.

    Raises:
        NaiveMomentError: `at` has no offset.

    Source:
        The article in `ReceptionHours`; that public holidays are closed is our reading.
    """
    if at.tzinfo is None:
        raise NaiveMomentError(at.isoformat())
    rule = _Rule(in_force=in_force, stages_on=stages_on, calendar=calendar)
    day = rule.day(at.date())
    # The last minute counts whole: the rule names minutes, not seconds.
    is_inside = day.receives(at.time().replace(second=0, microsecond=0))
    return Reception(
        at=at,
        is_inside=is_inside,
        why=day.why if is_inside else f"{day.name} pukul {at:%H.%M}: {day.why_not}",
        status=day.status,
        article=in_force.hours.article,
        opens_at=None if is_inside else rule.next_opening(at),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _OpenDay:
    """One local day: its span (`None` is closed), the reasons, how sure they are."""

    name: str
    span: tuple[time, time] | None
    why: str
    why_not: str
    status: Status

    def receives(self, clock: time) -> bool:
        return self.span is not None and self.span[0] <= clock <= self.span[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    in_force: HoursInForce
    stages_on: StagesOn
    calendar: WorkCalendar

    def day(self, on: date) -> _OpenDay:
        stages = tuple(self.stages_on(on))
        around = self._around_the_clock(on, stages)
        return around or self._by_weekday(on, stages)

    def _around_the_clock(self, on: date, stages: tuple[Stage, ...]) -> _OpenDay | None:
        keys = self.in_force.hours.all_day_stages
        stage = next((stage for stage in stages if stage.key in keys), None)
        if stage is None:
            return None
        return _OpenDay(
            name=_NAMES[on.weekday()],
            span=(time.min, time.max),
            why=f"{stage.title}: penerimaan 24 jam",
            why_not="",
            status=weakest(
                self.in_force.status, stage.status, stage.reporting_hours_status
            ),
        )

    def _by_weekday(self, on: date, stages: tuple[Stage, ...]) -> _OpenDay:
        text, status = self._text_of(on)
        span = _span(text)
        off = self.calendar.day_off(on)
        maybe = self._maybe(stages)
        if maybe or off:
            status = weakest(status, Status.UNCONFIRMED)
        hours = f"{span[0]:%H.%M}–{span[1]:%H.%M}" if span else ""
        if off is not None and span is not None:
            span, closed = None, f"{off.label}, dianggap tutup"
        else:
            closed = f"di luar jam penerimaan {hours}" if span else "bukan hari terima"
        return _OpenDay(
            name=_NAMES[on.weekday()],
            span=span,
            why=f"{_NAMES[on.weekday()]} {hours}: dalam jam penerimaan",
            why_not=f"{closed}{maybe}",
            status=status,
        )

    def _text_of(self, on: date) -> tuple[str | None, Status]:
        hours, status = self.in_force.hours, self.in_force.status
        if on.weekday() < _FRIDAY:
            return hours.mon_thu, status
        if on.weekday() == _FRIDAY:
            return hours.fri, status
        # A rule that names no hours for the weekend does not say that it is closed.
        silent = hours.sat_sun is None
        sure = Status.UNCONFIRMED if silent else hours.sat_sun_status
        return hours.sat_sun, weakest(status, sure)

    def _maybe(self, stages: tuple[Stage, ...]) -> str:
        keys = self.in_force.hours.all_day_stages_maybe
        stage = next((stage for stage in stages if stage.key in keys), None)
        if stage is None:
            return ""
        return f"; menurut satu sumber, {stage.title} juga dilayani 24 jam"

    def next_opening(self, at: datetime) -> datetime | None:
        for ahead in range(_FARTHEST):
            on = at.date() + ahead * _DAY
            span = self.day(on).span
            if span is None:
                continue
            opens = datetime.combine(on, span[0], at.tzinfo)
            if opens > at:
                return opens
        return None


def _span(text: str | None) -> tuple[time, time] | None:
    """Return first and last minute of a span; a text that is no span is closed."""
    found = _SPAN.fullmatch(text) if text else None
    if found is None:
        return None
    return time.fromisoformat(found[1]), time.fromisoformat(found[2])


def counted_from(deadline: Deadline, true_at: datetime, note: str) -> Deadline:
    """Return a deadline whose argument says that another day counts, and why.

    The days between the true day and the day that counts stand before the count, as
    not counted. That such a choice may be made is not confirmed, so neither is the
    start of the deadline.

    Args:
        deadline: Started at the moment that counts.
        true_at: When it really happened, timezone-aware.
        note: Who chose what and why; Indonesian.
    """
    local = true_at.astimezone(deadline.due_at.tzinfo)
    chosen_on = deadline.event_at.astimezone(deadline.due_at.tzinfo).date()
    parts = {**deadline.parts, "event": Status.UNCONFIRMED}
    return replace(
        deadline,
        days=(*_days_before(local, chosen_on), *deadline.days),
        parts=MappingProxyType(parts),
        status=weakest(*parts.values()),
        notes=(note, *deadline.notes),
    )


def _days_before(true_at: datetime, chosen_on: date) -> tuple[CountedDay, ...]:
    span = (chosen_on - true_at.date()).days
    return tuple(
        CountedDay(
            date=true_at.date() + ahead * _DAY,
            counted=False,
            number=None,
            why=_why_before(true_at, chosen_on, ahead),
            unconfirmed=True,
        )
        for ahead in range(span)
    )


def _why_before(true_at: datetime, chosen_on: date, ahead: int) -> str:
    if ahead:
        return f"Menunggu hari terima {in_words(chosen_on)}, tidak dihitung"
    return (
        f"Disampaikan pukul {true_at:%H.%M} di luar jam; dianggap diterima "
        f"{in_words(chosen_on)}, pilihan petugas"
    )
