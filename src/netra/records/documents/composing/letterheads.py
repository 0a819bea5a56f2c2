"""The letterhead in force, for the papers issued from now on."""

from netra.records.accounts.models import Office
from netra.records.accounts.queries import an_office_is_authorised
from netra.records.documents import store
from netra.records.documents.models import OfficeLetterhead
from netra.records.documents.parts import Letterhead
from netra.records.regions.queries import name_of


def newest_letterhead(office: Office) -> OfficeLetterhead | None:
    """Return the version in force, `None` while the office has laid none down."""
    return office.letterheads.order_by("-no").first()


def letterhead_of(office: Office) -> Letterhead:
    """Return how letters of an office begin; without a version, by its own data."""
    row = newest_letterhead(office)
    if row is None:
        return Letterhead(
            office_name=office.name,
            tier_label=name_of(office.region),
            address=office.address,
            phone=office.phone,
            email=office.email,
            city=office.city,
            not_official=not an_office_is_authorised(),
        )
    return drawn(row, store.kept_bytes(row.logo) if row.logo else b"")


def drawn(row: OfficeLetterhead, logo: bytes) -> Letterhead:
    """Return a version as papers print it, saved or not.

    Args:
        row: The version.
        logo: Its logo as PNG, empty without one.
    """
    return Letterhead(
        office_name=row.name_line,
        tier_label=row.tier_line,
        second_line=row.second_line,
        logo=logo,
        address=row.address,
        phone=row.phone,
        email=row.email,
        city=row.city,
        not_official=not an_office_is_authorised(),
    )
