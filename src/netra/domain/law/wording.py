"""Days as an Indonesian reader writes them."""

from datetime import date

_MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def in_words(day: date) -> str:
    """Return a day as `1 September 2024`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def span_in_words(first: date | None, last: date | None) -> str:
    """Return two days as `1 September 2024 – …`; an open side is an ellipsis."""
    return f"{_or_open(first)} – {_or_open(last)}"


def _or_open(day: date | None) -> str:
    return in_words(day) if day else "…"
