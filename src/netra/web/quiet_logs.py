"""Log lines of the anonymous way: none at the time, failures gathered for later.

Whatever writes lines (a journal, a container) stamps them with the moment, so that no
formatter could blur it. While a request of the anonymous way runs, lines are therefore
held back: warnings and failures are counted by kind and place, and written when the
next hour has begun. Everything else is dropped.
"""

import logging
import threading
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

__all__ = ["QuietFilter", "held", "tell_once_an_hour"]

_log = logging.getLogger("netra.anonymous")
_is_held = ContextVar("netra_log_lines_are_held", default=False)
_lock = threading.Lock()
_failures: Counter[str] = Counter()
_told = {"hour": -1}
_PLACES = 8


@contextmanager
def held() -> Iterator[None]:
    """Hold back the log lines of the code inside."""
    token = _is_held.set(True)
    try:
        yield
    finally:
        _is_held.reset(token)


class QuietFilter(logging.Filter):
    """On a handler: lets no line pass that comes from the anonymous way."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Gather a failure of the anonymous way; let every other line pass."""
        if not _is_held.get():
            return True
        if record.levelno >= logging.WARNING and not hasattr(record, "is_counted"):
            record.is_counted = True  # a second handler sees the same record
            with _lock:
                _failures[_kind_of(record)] += 1
        return False


def tell_once_an_hour(hour: int) -> None:
    """Write what was gathered before this hour, one line a kind.

    Args:
        hour: The present hour, counted since 1970.
    """
    if _told["hour"] == hour:
        return
    with _lock:
        _told["hour"] = hour
        gathered = dict(_failures)
        _failures.clear()
    for kind, count in gathered.items():
        _log.error("anonymous way, %d times within an hour: %s", count, kind)


def _kind_of(record: logging.LogRecord) -> str:
    """Name logger, exception type and places; never a text, which may hold a value."""
    if not record.exc_info or not record.exc_info[0]:
        return f"{record.name} {record.levelname.lower()}"
    places = [
        f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(record.exc_info[2])[-_PLACES:]
    ]
    return f"{record.name} {record.exc_info[0].__name__} at {', '.join(places)}"
