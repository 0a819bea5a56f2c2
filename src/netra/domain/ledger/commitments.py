"""Salted commitments: a fact can be proved later and forgotten for ever."""

import hashlib
import hmac
import unicodedata
from typing import NewType

Commitment = NewType("Commitment", str)

_PREFIX = "sha256:"
SALT_BYTES = 16


def commit(value: str, salt: bytes) -> Commitment:
    """Return the commitment to `value` under `salt`.

    Args:
        value: Any text; compared in Unicode NFC.
        salt: 16 random bytes, kept beside the value and erased with it.

    Raises:
        ValueError: the salt has another length.

    Source:
        HMAC-SHA-256 (RFC 2104) with the salt as key: hiding while the salt is unknown,
        binding because SHA-256 is collision resistant.
    """
    if len(salt) != SALT_BYTES:
        raise ValueError(f"salt has {len(salt)} bytes, expected {SALT_BYTES}")
    message = unicodedata.normalize("NFC", value).encode("utf-8")
    return Commitment(_PREFIX + hmac.new(salt, message, hashlib.sha256).hexdigest())


def opens(commitment: str, value: str, salt: bytes) -> bool:
    """Say whether `value` under `salt` is what `commitment` stands for."""
    return hmac.compare_digest(commit(value, salt), commitment)
