"""Limits on how often the public may ask, kept in the database cache."""

import hashlib
import hmac

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest

RATES = {
    "draft": "20/h/ip",
    "upload": "60/h/ip",
    "hand_in": "10/h/ip",
    "status": "20/10m/ip,10/10m/key",
    "complete": "30/h/ip",
}


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
    usage = ratelimit.consume(
        request, app="netra", action=group, key=key or "-", config=RATES
    )
    return usage is None


def hashed_key(key: str, prefix: str, version: int) -> str:
    """Return the key under which the cache keeps a value: never an address in clear."""
    secret = settings.SECRET_KEY.encode()
    plain = f"{prefix}:{version}:{key}".encode()
    return hmac.new(secret, plain, hashlib.sha256).hexdigest()
