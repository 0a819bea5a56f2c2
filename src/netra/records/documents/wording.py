"""Days, moments and sizes as Indonesian papers write them.

A paper is Indonesian whatever language the reader's page has, and is rendered without
the settings of the web, so the names of days stand here.
"""

import re
from datetime import date, datetime, timedelta

from netra.domain.law import in_words
from netra.records.documents.errors import PaperContentError

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
# Keppres 41/1987: the three zones of Indonesian time.
_ZONES = {
    timedelta(hours=7): "WIB",
    timedelta(hours=8): "WITA",
    timedelta(hours=9): "WIT",
}
# Control characters are illegal in the XML of a DOCX; marks of writing direction could
# turn a printed name around. Line ends and tabs stay.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffe\uffff]"
)


def long_date(day: date) -> str:
    """Return a day as `15 Agustus 2025`."""
    return in_words(day)


def long_day(day: date) -> str:
    """Return a day with its weekday, as `Jumat, 15 Agustus 2025`."""
    return f"{_DAYS[day.weekday()]}, {long_date(day)}"


def stamp(at: datetime) -> str:
    """Return a moment as `15 Agustus 2025, pukul 09.15 WIB`.

    Args:
        at: Moment in the zone of the place it is told for.

    Raises:
        PaperContentError: `at` is in none of the three Indonesian zones.
    """
    zone = _ZONES.get(at.utcoffset() or timedelta())
    if zone is None:
        raise PaperContentError(f"{at.isoformat()} is not in an Indonesian zone")
    return f"{long_date(at.date())}, pukul {at:%H.%M} {zone}"


def long_moment(at: datetime) -> str:
    """Return a moment with its weekday, as `Jumat, 15 Agustus 2025, pukul 09.15 WIB`.

    Raises:
        PaperContentError: `at` is in none of the three Indonesian zones.
    """
    return f"{_DAYS[at.weekday()]}, {stamp(at)}"


def file_size(size_bytes: int) -> str:
    """Return a number of bytes as `820 byte`, `12,4 kB` or `3,0 MB` (decimal units)."""
    if size_bytes < 1000:
        return f"{size_bytes} byte"
    unit, divisor = ("kB", 1000) if size_bytes < 1_000_000 else ("MB", 1_000_000)
    return f"{size_bytes / divisor:.1f} {unit}".replace(".", ",")


def paragraphs(text: str) -> list[str]:
    """Split a text at its blank lines; single line ends stay inside a paragraph."""
    parts = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return [part.strip() for part in parts if part.strip()]


def printable(value: object) -> object:
    """Return what a template may print for `value`.

    Characters that no paper can carry are dropped from texts.

    Raises:
        PaperContentError: the value is missing; a paper never prints `None`.
    """
    if value is None:
        raise PaperContentError("a template printed a value that is missing")
    if isinstance(value, str) and _UNPRINTABLE.search(value):
        return type(value)(_UNPRINTABLE.sub("", value))
    return value
