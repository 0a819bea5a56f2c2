"""Reading the law of the installation and the calendar the clock counts with."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import cast

from django.conf import settings

from netra.domain.law import DayOff, DayOffKind, Law, WorkCalendar, load_law
from netra.records.law.errors import EmptyCalendarError
from netra.records.law.models import CalendarDay, CalendarVersion


def newest_edition() -> int:
    """Return the number of the newest edition, 0 when the table is empty."""
    newest = CalendarVersion.objects.order_by("-number").first()
    return newest.number if newest else 0


def current_calendar() -> WorkCalendar:
    """Return the calendar of the newest edition.

    Raises:
        EmptyCalendarError: the table has not been seeded.
    """
    edition = newest_edition()
    if not edition:
        raise EmptyCalendarError
    return _calendar_of(edition, CalendarVersion.objects.get(pk=edition).made_at)


@lru_cache(maxsize=8)
def _calendar_of(edition: int, _made_at: object) -> WorkCalendar:
    """Fold the editions; the moment of making keeps test databases apart."""
    days: dict[date, DayOff] = {}
    years: set[int] = set()
    for version in CalendarVersion.objects.filter(number__lte=edition):
        if version.first_year and version.last_year:
            years |= set(range(version.first_year, version.last_year + 1))
    rows = CalendarDay.objects.filter(version__number__lte=edition)
    for row in rows.order_by("version_id", "day"):
        if row.working:
            days.pop(row.day, None)
            continue
        days[row.day] = DayOff(
            label=row.label,
            kind=cast("DayOffKind", row.kind),
            estimated=row.estimated,
            basis=row.basis,
        )
    return WorkCalendar(days_off=days, years=frozenset(years), version=str(edition))


def editions() -> list[CalendarVersion]:
    """Return the editions, newest first, with their days."""
    return list(
        CalendarVersion.objects.order_by("-number")
        .select_related("made_by")
        .prefetch_related("days")
    )


def law() -> Law:
    """Return the law as this installation applies it.

    Beside the data of the package it reads the TOML files of `NETRA_LAW_DIR`, so that a
    procedure can be added without a line of code.
    """
    folder = settings.LAW_DIR
    if not folder:
        return load_law()
    return _law_with(tuple(sorted(Path(folder).glob("*.toml"))))


@lru_cache(maxsize=8)
def _law_with(extra: tuple[Path, ...]) -> Law:
    return load_law(*extra)
