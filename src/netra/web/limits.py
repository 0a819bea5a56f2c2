"""Limits on how often the public may ask, counted in the memory of a server process.

Nothing of it is ever written down: neither an address nor a moment stands in database,
file or backup, and refusing junk costs no write that a true report would have to wait
for. Counts end with their hour (or shorter span) and with the process; several server
processes count apart.
"""

import hashlib
import hmac
import ipaddress
import re
import threading
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from secrets import token_bytes

from django.conf import settings
from django.http import HttpRequest

from netra.records.jobs import moment

__all__ = [
    "RATES",
    "Counts",
    "LimitError",
    "client_address",
    "code_pressure",
    "count_unsolved",
    "count_wrong_code",
    "forget_counts",
    "hashed_key",
    "is_limited",
]

RATES = {
    "draft": "20/h/ip",
    "upload": "60/h/ip",
    "hand_in": "10/h/ip",
    "status": "20/10m/ip,10/10m/key",
    "complete": "30/h/ip",
    "reply": "20/10m/ip",
    "follow": "20/h/ip,5/24h/key",
    "follow_link": "60/h/ip",
    "feed": "120/h/ip",
    "tus": "3000/h/ip",
    "information": "60/h/ip",
    "information_code": "200/h/ip",
    "information_reply": "60/h/ip",
    "information_file": "120/h/ip",
    "puzzle_sum": "20/h/ip",
    "solution": "20/h/key",
    "phrase": "12/30m/key",
}
"""How often, in what span, counted by what; several addresses of one street are one."""

_RATE = re.compile(r"(\d+)/(\d*)([smh])/(ip|key)")
_SECONDS = {"s": 1, "m": 60, "h": 3600}
_PRESSURE_FROM_HERE, _PRESSURE_FROM_ALL, _MOST_PRESSURE = 5, 200, 8
_WRONG_CODE, _UNSOLVED = "wrong code", "unsolved"
_MINUTE_SECONDS = 60


class LimitError(Exception):
    """A rate is written in a way that is not understood."""

    reader_message = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rate:
    most: int
    seconds: int
    per: str


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
        group: A key of `RATES`.
        key: Further narrowing, such as a report number; kept as a hash too.
    """
    if not settings.RATE_LIMITS:
        return False
    who = {"ip": _network(request), "key": key}
    verdicts = [
        _counts.add(f"{group}/{rate.per}", who[rate.per], rate.seconds) > rate.most
        for rate in _rates(RATES[group])
    ]
    return any(verdicts)


def count_wrong_code(request: HttpRequest) -> None:
    """Count a code that opened nothing; further codes then ask for more work."""
    if settings.RATE_LIMITS:
        _counts.add(_WRONG_CODE, _network(request), _SECONDS["h"])
        _counts.add(_WRONG_CODE, "", _SECONDS["h"])


def count_unsolved() -> int:
    """Count a form without a solution; return how many came this minute, from all."""
    return _counts.add(_UNSOLVED, "", _MINUTE_SECONDS)


def code_pressure(request: HttpRequest) -> int:
    """Return by how much the work for a code is multiplied now: 1, 2, 4 or 8.

    It doubles with the wrong codes of this hour, of this address and of all, and falls
    back at the next full hour. Nobody is locked out by the guesses of others: a code
    then takes seconds instead of one.
    """
    here = _counts.of(_WRONG_CODE, _network(request), _SECONDS["h"])
    everywhere = _counts.of(_WRONG_CODE, "", _SECONDS["h"])
    steps = here // _PRESSURE_FROM_HERE + everywhere // _PRESSURE_FROM_ALL
    return min(_MOST_PRESSURE, 1 << min(steps, _MOST_PRESSURE))


def forget_counts() -> None:
    """Begin to count anew."""
    _counts.clear()


@lru_cache
def _rates(written: str) -> tuple[_Rate, ...]:
    """Read rates such as `20/10m/ip,10/10m/key`."""
    return tuple(_rate(part) for part in written.split(","))


def _rate(part: str) -> _Rate:
    found = _RATE.fullmatch(part)
    if found is None:
        raise LimitError(f"rate {part!r} is not written as 20/10m/ip")
    most, count, unit, per = found.groups()
    return _Rate(most=int(most), seconds=int(count or 1) * _SECONDS[unit], per=per)


def _network(request: HttpRequest) -> str:
    """Return the address; of an IPv6 address the /64, which one household has whole."""
    address = client_address(request)
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    if known.version == 4:
        return address
    return str(ipaddress.ip_network((known, 64), strict=False))


class _Span:
    """The counts of one span of time, and the key of their hashes."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.key = token_bytes(32)
        self.counts: Counter[bytes] = Counter()

    def name(self, group: str, who: str) -> bytes:
        return hmac.digest(self.key, f"{group}:{who}".encode(), "sha256")


class Counts:
    """How often something happened in the present span of time, in memory only.

    Addresses are hashed with a random key that lasts no longer than the span, so that
    even a picture of the memory could not tell who came before. When more addresses
    come than are kept, counting begins anew: a limit by address stops nobody who has
    so many.
    """

    def __init__(self, most: int = 100_000) -> None:
        """Begin to count; `most` is how many are told apart in a span."""
        self._lock = threading.Lock()
        self._most = most
        self._spans: dict[int, _Span] = {}

    def add(self, group: str, who: str, seconds: int) -> int:
        """Count one more and return how many that makes in this span of `seconds`."""
        with self._lock:
            span = self._span(seconds)
            name = span.name(group, who)
            if len(span.counts) >= self._most and name not in span.counts:
                span.counts.clear()
            span.counts[name] += 1
            return span.counts[name]

    def of(self, group: str, who: str, seconds: int) -> int:
        """Return how many there were in this span of `seconds`."""
        with self._lock:
            span = self._span(seconds)
            return span.counts[span.name(group, who)]

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._spans.clear()

    def _span(self, seconds: int) -> _Span:
        number = int(moment.real_now().timestamp()) // seconds
        span = self._spans.get(seconds)
        if span is None or span.number != number:
            span = self._spans[seconds] = _Span(number)
        return span


_counts = Counts()


def hashed_key(key: str, prefix: str, version: int) -> str:
    """Return the key under which the cache keeps a value: never an address in clear."""
    secret = settings.SECRET_KEY.encode()
    plain = f"{prefix}:{version}:{key}".encode()
    return hmac.new(secret, plain, hashlib.sha256).hexdigest()
