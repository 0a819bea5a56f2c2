"""Count days and hours, and say for each day why it counts or not.

The rule of counting stands in docs/law.md, section 2.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .calendar import DayOff, WorkCalendar
from .procedures import Term
from .status import Status, Unit

_DAY = timedelta(days=1)
_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SATURDAY = 5
_KINDS = {
    "nasional": "libur nasional",
    "cuti_bersama": "cuti bersama",
    "lokal": "libur daerah",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedDay:
    """One local day of a deadline's argument.

    `number` is the place of a counted day, from 1; `why` is Indonesian;
    `unconfirmed` says that the reason itself is not confirmed law.
    """

    date: date
    counted: bool
    number: int | None
    why: str
    unconfirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstDay:
    """Whether the day of the event counts, how sure that is, and how it is called."""

    counts: bool
    status: Status
    event_label: str
    shown: bool = True


def count_days(
    term: Term, start: date, calendar: WorkCalendar, first: FirstDay
) -> tuple[CountedDay, ...]:
    """Return the days from `start` to the last day of the term, in counting order.

    A term in working days ends on a working day; every other day unit is counted in
    calendar days. A backward term walks towards the past.

    Raises:
        CalendarGapError: a working-day count reaches a year not covered.
        OverflowError: the count leaves the years a date can hold.
    """
    rows: list[CountedDay] = []
    if first.shown and not first.counts:
        rows.append(_day_of_event(start, first))
    step = -_DAY if term.backward else _DAY
    day = start - step if first.counts else start
    number = 0
    while number < term.length:
        day += step
        row = _judge(day, number + 1, term, calendar)
        rows.append(row)
        number += row.counted
    return tuple(rows)


def _day_of_event(day: date, first: FirstDay) -> CountedDay:
    return CountedDay(
        date=day,
        counted=False,
        number=None,
        why=f"Hari peristiwa ({first.event_label}) tidak dihitung",
        unconfirmed=first.status is not Status.CONFIRMED,
    )


def _judge(day: date, number: int, term: Term, calendar: WorkCalendar) -> CountedDay:
    off = calendar.day_off(day)
    if term.unit is Unit.WORKING_DAYS:
        counted = calendar.is_working_day(day)
        why = f"Hari kerja ke-{number}" if counted else _why_closed(day, off)
    else:
        counted, why = True, _why_calendar(day, number, off)
    return CountedDay(
        date=day,
        counted=counted,
        number=number if counted else None,
        why=why,
        unconfirmed=term.unit_status is not Status.CONFIRMED
        or (term.unit is Unit.WORKING_DAYS and off is not None and off.estimated),
    )


def _why_closed(day: date, off: DayOff | None) -> str:
    if off is None:
        return f"{_NAMES[day.weekday()]}, bukan hari kerja"
    reason = f"{off.label} ({_KINDS[off.kind]}{_estimate(off)})"
    if day.weekday() >= _SATURDAY:
        return f"{_NAMES[day.weekday()]}, {reason}, bukan hari kerja"
    return f"{reason}, bukan hari kerja"


def _why_calendar(day: date, number: int, off: DayOff | None) -> str:
    names = [_NAMES[day.weekday()]] if day.weekday() >= _SATURDAY else []
    names += [off.label] if off is not None else []
    closed = f" ({', '.join(names)}; hari libur tetap dihitung)" if names else ""
    return f"Hari kalender ke-{number}{closed}"


def _estimate(off: DayOff) -> str:
    return ", perkiraan" if off.estimated else ""


def hours_between(
    term: Term, start: datetime, end: datetime, zone_label: str
) -> tuple[CountedDay, ...]:
    """Return the local days that a term in hours touches, the day of `start` first."""
    step = -_DAY if end < start else _DAY
    touched = abs((end.date() - start.date()).days) + 1
    return tuple(
        CountedDay(
            date=start.date() + step * place,
            counted=True,
            number=None,
            why=f"{term.length} jam dihitung menit demi menit "
            f"{'mundur dari' if term.backward else 'sejak'} "
            f"{start:%H.%M} {zone_label}",
            unconfirmed=term.unit_status is not Status.CONFIRMED,
        )
        for place in range(touched)
    )
