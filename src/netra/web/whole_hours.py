"""What is kept against floods holds no exact moment: all of it ends at a full hour."""

from datetime import datetime
from math import ceil

from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router

__all__ = ["HOUR_SECONDS", "WholeHourCache", "hour_of"]

HOUR_SECONDS = 3600


def hour_of(at: datetime) -> int:
    """Return the hour of a moment, counted since 1970 in UTC."""
    return int(at.timestamp()) // HOUR_SECONDS


class WholeHourCache(DatabaseCache):
    """A cache in the database whose entries all run out at a full hour.

    A row then tells the hour in which it was written at best, whatever the caller asks.
    """

    _swept = -1

    def get_backend_timeout(self, timeout: float | None = None) -> float | None:
        """Return the end of an entry in seconds since 1970, moved to the full hour."""
        end: float | None = super().get_backend_timeout(timeout)
        return None if end is None else ceil(end / HOUR_SECONDS) * HOUR_SECONDS

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
