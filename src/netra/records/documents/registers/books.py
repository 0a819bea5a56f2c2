"""What a register book is, and the list of the books there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings

from netra.domain.law import zone_of

if TYPE_CHECKING:  # a book is drawn without a database
    from django_stubs_ext import StrOrPromise

    from netra.records.accounts.models import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period of local days of an office; both days belong to it."""

    office: Office
    from_on: date
    to_on: date

    @property
    def zone(self) -> ZoneInfo:
        """Zone of the office; Jakarta's for the nation."""
        region = self.office.region
        return zone_of(region) if region else ZoneInfo(settings.TIME_ZONE)

    @property
    def span(self) -> tuple[datetime, datetime]:
        """First moment, and the first moment after the last day."""
        first = datetime.combine(self.from_on, time(), self.zone)
        after = datetime.combine(self.to_on + timedelta(days=1), time(), self.zone)
        return first, after

    def within(self, field: str) -> dict[str, datetime]:
        """Return the filter that keeps the rows whose moment lies in the period."""
        first, after = self.span
        return {f"{field}__gte": first, f"{field}__lt": after}

    def day(self, at: datetime | None) -> str:
        """Return the local day of a moment as `2025-08-15`, empty without one."""
        return at.astimezone(self.zone).date().isoformat() if at else ""


Line = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One kind of register book.

    Attributes:
        key: Name in addresses and in the ledger.
        title: Its title in Indonesian.
        columns: Headings, without the running number every book begins with.
        lines: Gives the lines of a period in the order of their days.
        counted: Place of the column whose values are counted under the book.
    """

    key: str
    title: StrOrPromise
    columns: tuple[StrOrPromise, ...]
    lines: Callable[[Period], Iterable[Line]]
    counted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledBook:
    """A book of one office and period with its lines."""

    book: Book
    period: Period
    lines: tuple[Line, ...]

    @property
    def totals(self) -> tuple[tuple[str, int], ...]:
        """How many lines each value of the counted column has, most first."""
        found = Counter(line[self.book.counted] or "–" for line in self.lines)
        return tuple(found.most_common())


_BOOKS: dict[str, Book] = {}


def register_book(book: Book) -> None:
    """Add a book to the list; registering again replaces."""
    _BOOKS[book.key] = book


def books() -> tuple[Book, ...]:
    """Return every book there is, in the order they were added."""
    return tuple(_BOOKS.values())


def book_named(key: str) -> Book | None:
    """Return a book by its key, `None` if there is none."""
    return _BOOKS.get(key)


def fill(book: Book, period: Period) -> FilledBook:
    """Read the lines of a book for a period."""
    return FilledBook(book=book, period=period, lines=tuple(book.lines(period)))
