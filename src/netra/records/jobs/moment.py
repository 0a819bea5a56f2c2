"""The only place that reads the clock.

A demonstration runs on a shifted clock, so that its invented matters fall due today;
the shift is one row, set when the demonstration is made.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from math import ceil

from django.conf import settings

from netra.records.jobs.models import ClockShift


@lru_cache(maxsize=1)
def shift() -> timedelta:
    """Return how far the demonstration clock stands from the real one."""
    row = ClockShift.objects.filter(pk=1).first()
    return timedelta(seconds=row.seconds) if row else timedelta()


def is_demonstration() -> bool:
    """Say whether the data are invented: by setting, or because their clock is shifted.

    Invented data stay marked even when somebody forgets the setting.
    """
    return settings.DEMO or bool(shift())


def now() -> datetime:
    """Return the present moment in UTC, shifted in a demonstration."""
    return datetime.now(UTC) + shift()


def real_now() -> datetime:
    """Return the present moment in UTC, never shifted: for heartbeats and seeding."""
    return datetime.now(UTC)


def set_shift(moment: datetime) -> None:
    """Let the clock show `moment` now and run on from there."""
    seconds = ceil((moment - real_now()).total_seconds())  # never before it
    ClockShift.objects.update_or_create(pk=1, defaults={"seconds": seconds})
    shift.cache_clear()
