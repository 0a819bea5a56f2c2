"""When and where something happened, as papers write it."""

from datetime import date

from netra.records.documents.wording import long_day
from netra.records.regions.queries import name_of


def place_of(region: str, place: str) -> str:
    """Return the name of a region and the place in it, as far as they are known."""
    return f"{name_of(region)}. {place}".strip(". ")


def when(day: date | None, time: str) -> str:
    """Return a day and a time in words; empty when neither is known."""
    return ", ".join(filter(None, (long_day(day) if day else "", time)))
