"""Log lines as JSON objects that cannot carry personal data by accident.

Only the fields listed here are written. Messages come from constants in the code;
arguments of exceptions are left out, their types are kept.
"""

import json
import logging
import traceback
from datetime import UTC, datetime

_FIELDS = ("event", "route", "method", "status", "duration_ms", "account", "office")


class JsonFormatter(logging.Formatter):
    """One JSON object a line: moment, level, logger, message, known fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; the exception as type and places, never its text."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage()
            if record.name.startswith("netra")
            else str(record.msg),
        }
        line |= {
            name: getattr(record, name) for name in _FIELDS if hasattr(record, name)
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["trace"] = [
                f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps(line, ensure_ascii=False)
