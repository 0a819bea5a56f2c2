"""The keys of this installation's receipts, from its settings.

Stands on no table, so that a receipt can be checked without the database.
"""

from datetime import date

from django.conf import settings

from netra.domain.receipts import (
    KeyRing,
    PublicKey,
    Purpose,
    ReceiptKeyError,
    Signer,
)
from netra.domain.receipts.texts import from_base32

REMARKS = (
    "Kunci publik tanda terima Netra; bukan rahasia.",
    "Tiap baris: peruntukan, sidik kunci, kunci, dan hari terakhir bila sudah diganti.",
    "TERIMA menandai tanda terima kantor, CONTOH menandai peragaan.",
    "Cocokkan sidik kunci dengan yang diumumkan kantor di tempat lain.",
)


def signer(purpose: Purpose) -> Signer | None:
    """Return who signs; `None` where the installation has no key of receipts yet."""
    secret: str = settings.RECEIPT_KEY
    return Signer.from_secret(secret, purpose) if secret else None


def known_keys() -> KeyRing:
    """Return the public keys of this installation: today's first, then ended ones.

    Raises:
        ReceiptKeyError: an ended key cannot be read, or there is no key at all.
    """
    present = [made.public for p in Purpose if (made := signer(p)) is not None]
    keys = (*present, *(_ended(word) for word in settings.RECEIPT_OLD_KEYS))
    if not keys:
        raise ReceiptKeyError("NETRA_RECEIPT_KEY is missing; run `make keys`")
    return KeyRing(keys=keys)


def _ended(word: str) -> PublicKey:
    raw, _at, until = word.partition("@")
    try:
        return PublicKey(
            raw=from_base32(raw),
            purpose=Purpose.REAL,
            until=date.fromisoformat(until) if until else None,
        )
    except ValueError as error:
        raise ReceiptKeyError(
            "NETRA_RECEIPT_OLD_KEYS must be KEY or KEY@YYYY-MM-DD, with commas between"
        ) from error
