"""Limits on how often the public may ask.

Named ways are counted in the database cache. Of the anonymous way nothing is ever
written down: its counts live in the memory of one server process, under a key that is
thrown away with them at the next full hour.
"""

import hashlib
import hmac
import threading
from collections import Counter
from secrets import token_bytes

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest

from netra.records.jobs import moment
from netra.web.whole_hours import hour_of

RATES = {
    "draft": "20/h/ip",
    "upload": "60/h/ip",
    "hand_in": "10/h/ip",
    "status": "20/10m/ip,10/10m/key",
    "complete": "30/h/ip",
}

HOURLY = {
    "information": 60,
    "information_code": 200,
    "information_reply": 60,
    "information_file": 120,
    "puzzle_sum": 20,
    "tus": 3000,
}
"""Requests an hour from one address, in each server process; many share an address."""

_PRESSURE_FROM_HERE, _PRESSURE_FROM_ALL, _MOST_PRESSURE = 5, 200, 8
_WRONG_CODE = "wrong code"


def client_address(request: HttpRequest) -> str:
    """Return the address that asks.

    Behind a proxy it is the last one the proxy itself has added; whatever stands
    before it may be forged by the sender.
    """
    direct: str = request.META.get("REMOTE_ADDR", "")
    if not settings.BEHIND_PROXY:
        return direct
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return forwarded or direct


def is_limited(request: HttpRequest, group: str, key: str = "") -> bool:
    """Count one attempt and say whether it is one too many.

    Args:
        request: Its address is only ever kept as a hash, and only while counting.
        group: A key of `RATES` or of `HOURLY`.
        key: Further narrowing, such as a report number; kept as a hash too.
    """
    if not settings.RATE_LIMITS:
        return False
    if group in HOURLY:
        return _counts.add(group, client_address(request)) > HOURLY[group]
    usage = ratelimit.consume(
        request, app="netra", action=group, key=key or "-", config=RATES
    )
    return usage is None


def count_wrong_code(request: HttpRequest) -> None:
    """Count a code that opened nothing; further codes then ask for more work."""
    if settings.RATE_LIMITS:
        _counts.add(_WRONG_CODE, client_address(request))
        _counts.add(_WRONG_CODE, "")


def code_pressure(request: HttpRequest) -> int:
    """Return by how much the work for a code is multiplied now: 1, 2, 4 or 8.

    It doubles with the wrong codes of this hour, of this address and of all, and falls
    back at the next full hour. Nobody is locked out by the guesses of others: a code
    then takes seconds instead of one.
    """
    here = _counts.of(_WRONG_CODE, client_address(request)) // _PRESSURE_FROM_HERE
    everywhere = _counts.of(_WRONG_CODE, "") // _PRESSURE_FROM_ALL
    return min(_MOST_PRESSURE, 1 << min(here + everywhere, _MOST_PRESSURE))


class HourlyCounts:
    """How often something happened this hour, by hashed address, in memory only.

    The key of the hashes is random and lasts no longer than the hour, so that even a
    picture of the memory could not tell who came before. When more addresses come than
    are kept, counting begins anew: a limit by address stops nobody who has so many.
    """

    def __init__(self, most: int = 100_000) -> None:
        """Begin to count; `most` is how many addresses and groups are told apart."""
        self._lock = threading.Lock()
        self._most = most
        self._begin(-1)

    def _begin(self, hour: int) -> None:
        self._hour, self._key = hour, token_bytes(32)
        self._counts: Counter[bytes] = Counter()

    def add(self, group: str, address: str) -> int:
        """Count one more and return how many that makes this hour."""
        with self._lock:
            name = self._name(group, address)
            if len(self._counts) >= self._most and name not in self._counts:
                self._counts.clear()
            self._counts[name] += 1
            return self._counts[name]

    def of(self, group: str, address: str) -> int:
        """Return how many there were this hour."""
        with self._lock:
            return self._counts[self._name(group, address)]

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._begin(-1)

    def _name(self, group: str, address: str) -> bytes:
        hour = hour_of(moment.real_now())
        if hour != self._hour:
            self._begin(hour)
        plain = f"{group}:{address}".encode()
        return hmac.digest(self._key, plain, "sha256")


_counts = HourlyCounts()


def hashed_key(key: str, prefix: str, version: int) -> str:
    """Return the key under which the cache keeps a value: never an address in clear."""
    secret = settings.SECRET_KEY.encode()
    plain = f"{prefix}:{version}:{key}".encode()
    return hmac.new(secret, plain, hashlib.sha256).hexdigest()
