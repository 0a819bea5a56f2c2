"""Days off and working days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import holidays

from .errors import CalendarGapError

DayOffKind = Literal["nasional", "cuti_bersama", "lokal"]

# The package writes this behind the name of a day whose date is computed, not decreed.
_ESTIMATE_MARK = "(perkiraan)"
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """A day on which offices are closed, and why."""

    label: str
    kind: DayOffKind
    estimated: bool = False
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCalendar:
    """The days off of whole years; a year it does not cover is an error."""

    days_off: Mapping[date, DayOff]
    years: frozenset[int]
    version: str

    def is_working_day(self, day: date) -> bool:
        """Say whether `day` is Monday to Friday and not a day off.

        Raises:
            CalendarGapError: the year of `day` is not covered.
        """
        if day.year not in self.years:
            raise CalendarGapError(day.year)
        return day.weekday() < _SATURDAY and day not in self.days_off

    def day_off(self, day: date) -> DayOff | None:
        """Return the day off that falls on `day`, if the calendar knows one."""
        return self.days_off.get(day)

    def with_days_off(self, more: Mapping[date, DayOff]) -> "WorkCalendar":
        """Return the calendar with further days off, marked in its version."""
        return WorkCalendar(
            days_off={**self.days_off, **more},
            years=self.years,
            version=f"{self.version}+{len(more)}",
        )


def seed_calendar(years: Iterable[int]) -> WorkCalendar:
    """Return the calendar that the `holidays` package knows for `years`.

    Public holidays and joint leave (category `government`). A year for which the
    package has no joint leave yet is left out: its working days are not known.

    Source:
        Package `holidays`; it is seed data for a table that an office may correct.
    """
    wanted = frozenset(years)
    joint = holidays.Indonesia(
        years=wanted, categories=("government",), language="id", expand=False
    )
    public = holidays.Indonesia(
        years=wanted, categories=("public",), language="id", expand=False
    )
    covered = frozenset(day.year for day in joint) & wanted
    days = {day: _day_off(name, "cuti_bersama") for day, name in joint.items()}
    days |= {day: _day_off(name, "nasional") for day, name in public.items()}
    return WorkCalendar(
        days_off={day: off for day, off in sorted(days.items()) if day.year in covered},
        years=covered,
        version=f"holidays-{holidays.__version__}",
    )


def _day_off(name: str, kind: DayOffKind) -> DayOff:
    return DayOff(
        label=name.replace(_ESTIMATE_MARK, "").replace("  ", " ").strip(),
        kind=kind,
        estimated=_ESTIMATE_MARK in name,
        basis=f"paket holidays {holidays.__version__}",
    )
