"""The kept state of the calendar, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.records.law.models import CalendarVersion
from netra.records.ledger.replaying import Kept


def calendar_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every edition; a single decreed day is named."""
    for version in CalendarVersion.objects.prefetch_related("days"):
        fields: dict[str, Kept] = {"edition": version.number, "note": version.note}
        if version.first_year is None:
            fields["day"] = version.days.get().day.isoformat()
        yield f"calendar:{version.number}", fields
