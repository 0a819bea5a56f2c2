"""What is kept against floods holds no exact moment: hours in pages, days in rows."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router

__all__ = ["HOUR_SECONDS", "WholeDayCache", "hour_of"]

HOUR_SECONDS = 3600


def hour_of(at: datetime) -> int:
    """Return the hour of a moment, counted since 1970 in UTC."""
    return int(at.timestamp()) // HOUR_SECONDS


class WholeDayCache(DatabaseCache):
    """A cache in the database whose entries all run out at the end of a day.

    A row then tells the day on which it was written, whatever the caller asks. The days
    are those of the installation's zone, as most offices count them.
    """

    _swept = -1

    def get_backend_timeout(self, timeout: float | None = None) -> float | None:
        """Return the end of an entry in seconds since 1970, moved to midnight."""
        end: float | None = super().get_backend_timeout(timeout)
        return None if end is None else _midnight_after(end)

    def sweep_once_an_hour(self, at: datetime) -> None:
        """Delete what has run out, unless this hour has seen it done."""
        if self._swept == hour_of(at):
            return
        self._swept = hour_of(at)
        model = self.cache_model_class
        connection = connections[router.db_for_write(model)]
        table = connection.ops.quote_name(model._meta.db_table)
        end = connection.ops.adapt_datetimefield_value(at)
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [end])  # noqa: S608 # a table of the settings


def _midnight_after(seconds: float) -> float:
    local = datetime.fromtimestamp(seconds, tz=ZoneInfo(settings.TIME_ZONE))
    begun = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return (begun + timedelta(days=1)).timestamp()
