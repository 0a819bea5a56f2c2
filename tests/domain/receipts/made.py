"""Receipts for tests. DATA CONTOH: no such matter exists."""

import hashlib
import json
from datetime import datetime, timedelta, timezone

from netra.domain.receipts import KeyRing, Kind, Purpose, Receipt, Signer

SECRET = "only for tests: signs what nobody keeps 0123456789"
WIB = timezone(timedelta(hours=7))
RECEIVED_AT = datetime(2024, 10, 30, 15, 40, 5, tzinfo=WIB)
NUMBER = "013/LP/PG/Kota/33.74/X/2024"
PHOTO = b"a photo that was handed in"
SIGNER = Signer.from_secret(SECRET, Purpose.REAL)
SAMPLER = Signer.from_secret(SECRET, Purpose.SAMPLE)
STRANGER = Signer.from_secret("another office altogether 0123456789 abc", Purpose.REAL)
KEYS = KeyRing(keys=(SIGNER.public, SAMPLER.public))


def entry(**changes: object) -> bytes:
    """Return the bytes of a ledger entry."""
    facts = {"number": NUMBER, "exhibit/3/sha256": hashlib.sha256(PHOTO).hexdigest()}
    content = {
        "facts": facts,
        "happened_at": "2024-10-30T08:40:05.250000Z",
        "kind": "report.submitted",
    }
    return json.dumps(content | changes, sort_keys=True).encode()


def digest(of: bytes) -> str:
    """Return the leaf hash of an entry."""
    return hashlib.sha256(b"\x00" + of).hexdigest()


def receipt(**changes: object) -> Receipt:
    """Return the receipt for `entry()`."""
    values = {
        "purpose": Purpose.REAL,
        "kind": Kind.REPORT,
        "number": NUMBER,
        "received_at": RECEIVED_AT,
        "digest": digest(entry()),
    }
    return Receipt(**values | changes)


def text(**changes: object) -> str:
    """Return the signed text of a receipt of the office."""
    return SIGNER.sign(receipt(**changes)).text
