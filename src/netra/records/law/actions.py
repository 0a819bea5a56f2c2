"""Writing the calendar table; every write is a new edition."""

from datetime import date, datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.law import seed_calendar
from netra.records.access import require
from netra.records.accounts.queries import user_of
from netra.records.law.errors import DayOffTwiceError
from netra.records.law.models import CalendarDay, CalendarVersion
from netra.records.law.queries import current_calendar, newest_edition
from netra.records.ledger import actions as ledger


@transaction.atomic
def seed(*, years: range, actor: Actor, at: datetime) -> CalendarVersion | None:
    """Make the first edition from the `holidays` package; `None` if there is one.

    Args:
        years: Consecutive years asked for; those the package knows are covered.
        actor: Needs `EDIT_CALENDAR`.
        at: Moment of seeding.

    Raises:
        NotAllowedError: the actor does not keep the calendar.
    """
    require(actor, Action.EDIT_CALENDAR, "")
    if newest_edition():
        return None
    calendar = seed_calendar(years)
    version = CalendarVersion.objects.create(
        number=1,
        made_at=at,
        made_by=user_of(actor),
        note=f"Paket holidays ({calendar.version}), kategori public dan government",
        first_year=min(calendar.years),
        last_year=max(calendar.years),
    )
    CalendarDay.objects.bulk_create(
        CalendarDay(
            version=version,
            day=day,
            label=off.label,
            kind=off.kind,
            estimated=off.estimated,
            basis=off.basis,
        )
        for day, off in sorted(calendar.days_off.items())
    )
    _enter(version, actor=actor, at=at)
    return version


@transaction.atomic
def add_day_off(
    *, day: date, label: str, basis: str, actor: Actor, at: datetime
) -> CalendarVersion:
    """Enter a day off that was decreed, as a new edition.

    Args:
        day: Not yet a day off.
        label: What the day is called.
        basis: The decree, cited.
        actor: Needs `EDIT_CALENDAR`.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor does not keep the calendar.
        DayOffTwiceError: it is a day off already.
    """
    require(actor, Action.EDIT_CALENDAR, "")
    if current_calendar().day_off(day) is not None:
        raise DayOffTwiceError(day)
    version = CalendarVersion.objects.create(
        number=newest_edition() + 1, made_at=at, made_by=user_of(actor), note=basis
    )
    CalendarDay.objects.create(
        version=version, day=day, label=label, kind="lokal", basis=basis
    )
    _enter(version, actor=actor, at=at, day=day.isoformat())
    return version


def _enter(
    version: CalendarVersion, *, actor: Actor, at: datetime, day: str = ""
) -> None:
    facts: dict[str, str | int] = {"edition": version.number, "note": version.note}
    if day:
        facts |= {"day": day}
    ledger.append(
        "calendar.edition_made",
        f"calendar:{version.number}",
        actor=actor,
        at=at,
        facts=facts,
    )
