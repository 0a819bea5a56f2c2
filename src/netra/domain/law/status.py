"""How sure a value of the law is, and what a length is counted in."""

from enum import StrEnum


class Status(StrEnum):
    """How well a value is founded, strongest first."""

    CONFIRMED = "confirmed"
    DERIVED = "derived"
    ESTIMATE = "estimate"
    UNCONFIRMED = "unconfirmed"


class Unit(StrEnum):
    """What the length of a deadline is counted in; `DAYS` says it is not known."""

    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    HOURS = "hours"
    DAYS = "days"


_ORDER = {status: place for place, status in enumerate(Status)}


def weakest(*statuses: Status) -> Status:
    """Return the least founded of the given statuses; `CONFIRMED` for none."""
    return max(statuses, key=_ORDER.__getitem__, default=Status.CONFIRMED)
