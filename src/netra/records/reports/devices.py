"""Devices that write reports without an account: a random key, kept only as a digest.

The key lies in a cookie of the device and nowhere else; the database holds its digest
under the key of the installation. Whoever reads the database can open no draft with
it, and whoever finds the phone finds only what nobody has discarded on it.
"""

import hashlib
import hmac
import secrets

from django.conf import settings
from django.db.models import Max, QuerySet

from netra.records.reports.models import ReportDraft

__all__ = [
    "DRAFTS_PER_DEVICE",
    "digest_of_key",
    "drafts_of",
    "new_key",
    "next_turn",
    "sent_drafts",
    "unsent_drafts",
]

DRAFTS_PER_DEVICE = 5
"""Unsent drafts of one device: more than one person has matters at once, few enough to
read on one phone screen and to bound what a stranger can fill the disk with. A choice
of ours."""

_KEY_BYTES = 32


def new_key() -> str:
    """Return a fresh key for a device: 256 random bits."""
    return secrets.token_urlsafe(_KEY_BYTES)


def digest_of_key(key: str) -> str:
    """Return what is kept of a key: HMAC-SHA-256; an empty key has an empty digest."""
    if not key:
        return ""
    under = f"draft devices v1 {settings.IDENTITY_KEY}".encode()
    return hmac.new(under, key.encode(), hashlib.sha256).hexdigest()


def next_turn(device: str) -> int:
    """Return the turn of the draft that is chosen now."""
    last = drafts_of(device).aggregate(last=Max("turn"))["last"]
    return 1 + (last or 0)


def unsent_drafts(device: str) -> QuerySet[ReportDraft]:
    """Return what a device has not handed in, chosen last first."""
    return drafts_of(device).filter(handed_in_at__isnull=True)


def sent_drafts(device: str) -> QuerySet[ReportDraft]:
    """Return what a device handed in and still leads to a receipt, newest first."""
    return drafts_of(device).filter(handed_in_at__isnull=False)


def drafts_of(device: str) -> QuerySet[ReportDraft]:
    """Return the drafts of a device, sent or not, chosen last first."""
    if not device:
        return ReportDraft.objects.none()
    return ReportDraft.objects.filter(device=device).order_by("-turn")
