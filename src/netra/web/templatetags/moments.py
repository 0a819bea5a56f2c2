"""Dates, moments, spans, sizes and numbers as an Indonesian reader writes them.

Every function takes what it formats and returns text in the language of the page.
A moment is shown in its own zone; one that is kept in UTC, as the database hands it
out, is shown in the zone given, or in the installation's.
"""

from datetime import UTC, date, datetime, timedelta, tzinfo

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

__all__ = [
    "clock_text",
    "in_place",
    "local_date",
    "local_moment",
    "number_text",
    "plain_date",
    "short_date",
    "short_moment",
    "size_text",
    "span_words",
    "zone_label",
]

# Bawaslu letters and calendars write "Agt"; Django's own short form is "Agu".
_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "Mei", "Jun"),
    *("Jul", "Agt", "Sep", "Okt", "Nov", "Des"),
)
_ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}


def _speaks_indonesian() -> bool:
    return (get_language() or "id").startswith("id")


def in_place(moment: datetime, zone: tzinfo | None = None) -> datetime:
    """Return the same instant on the clock of the place.

    Args:
        moment: Timezone-aware.
        zone: Zone of the place; without it the moment keeps its own zone, and one
            in UTC goes to the installation's zone.

    Raises:
        ValueError: `moment` carries no zone.
    """
    if timezone.is_naive(moment):
        raise ValueError(f"moment {moment.isoformat()} carries no time zone")
    if zone is None and moment.tzinfo is not UTC and moment.tzname() != "UTC":
        return moment
    return timezone.localtime(moment, zone)


def zone_label(moment: datetime) -> str:
    """Return WIB, WITA or WIT, or the zone's own name outside Indonesia."""
    offset = moment.utcoffset() or timedelta()
    label = _ZONES.get(int(offset.total_seconds() // 3600))
    return label or moment.tzname() or ""


def local_date(day: date) -> str:
    """Return the day in full: *Rabu, 20 Agustus 2025*."""
    return date_format(day, "l, j F Y")


def short_date(day: date) -> str:
    """Return the day for narrow places: *Rab 20 Agt*."""
    if _speaks_indonesian():
        return f"{date_format(day, 'D')} {day.day} {_MONTHS[day.month - 1]}"
    return date_format(day, "D j M")


def plain_date(day: date) -> str:
    """Return the day without its weekday, for spans of validity: *20 Agt 2025*."""
    if _speaks_indonesian():
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return date_format(day, "j M Y")


def clock_text(moment: datetime) -> str:
    """Return the time of day: *23.59*, in English *23:59*."""
    return date_format(moment, "H.i" if _speaks_indonesian() else "H:i")


def local_moment(moment: datetime, zone: tzinfo | None = None) -> str:
    """Return day, time and zone: *Rabu, 20 Agustus 2025, 23.59 WIB*."""
    here = in_place(moment, zone)
    return f"{local_date(here)}, {clock_text(here)} {zone_label(here)}"


def short_moment(moment: datetime, zone: tzinfo | None = None) -> str:
    """Return day and time for narrow places: *Rab 20 Agt 23.59*."""
    here = in_place(moment, zone)
    return f"{short_date(here)} {clock_text(here)}"


def span_words(span: timedelta, *, full: bool = False) -> str:
    """Return the two largest parts of a span: *2 hari 14 jam*, *14 jam 19 mnt*.

    Args:
        span: Zero or longer; seconds are dropped.
        full: Write minutes out, for the large countdown.
    """
    minutes = max(0, int(span.total_seconds() // 60))
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    if full:
        minute_words = ngettext("%(count)d menit", "%(count)d menit", minutes)
    else:
        minute_words = ngettext("%(count)d mnt", "%(count)d mnt", minutes)
    parts = (
        (days, ngettext("%(count)d hari", "%(count)d hari", days)),
        (hours, ngettext("%(count)d jam", "%(count)d jam", hours)),
        (minutes, minute_words),
    )
    said = [words % {"count": count} for count, words in parts if count]
    first = 0 if days else 1
    shown = said[:2] if first or hours else said[:1]
    return " ".join(shown) or minute_words % {"count": 0}


def number_text(value: int | float, decimals: int | None = None) -> str:
    """Return a number with the thousands mark of the language: *1.204*."""
    return number_format(
        value, decimal_pos=decimals, use_l10n=True, force_grouping=True
    )


def size_text(size_bytes: int) -> str:
    """Return a file size in steps of 1,000: *2,4 MB*, *84 kB*, *12 bita*."""
    if size_bytes < 1_000:
        return _("%(size)s bita") % {"size": number_text(size_bytes)}
    if size_bytes < 1_000_000:
        return f"{number_text(round(size_bytes / 1_000))} kB"
    return f"{number_text(size_bytes / 1_000_000, 1)} MB"
