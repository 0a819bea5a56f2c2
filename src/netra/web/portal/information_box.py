"""Proof that a box was opened here with its code, carried by the page of the box.

Without it a reply would be a way to try codes with no work done. It names nobody: it
follows from code and hour alone, and is worth nothing without the code.
"""

from datetime import datetime

from django.utils.crypto import constant_time_compare, salted_hmac

from netra.web.whole_hours import hour_of

__all__ = ["shown_token", "was_shown"]

_SALT = "netra.web.portal.information_box"
_HOURS = 24


def shown_token(code: str, at: datetime) -> str:
    """Return the proof for a page that is shown now."""
    return _token(code, hour_of(at))


def was_shown(code: str, token: str, at: datetime) -> bool:
    """Say whether the box of this code was shown within the last day."""
    try:
        hour = int(token.partition(".")[0], 16)
    except ValueError:
        return False
    is_fresh = 0 <= hour_of(at) - hour <= _HOURS
    return is_fresh and constant_time_compare(token, _token(code, hour))


def _token(code: str, hour: int) -> str:
    signed = salted_hmac(_SALT, f"{hour:x}.{code}", algorithm="sha256").hexdigest()
    return f"{hour:x}.{signed}"
