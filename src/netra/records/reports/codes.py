"""The code with which a reporter reads the status of a report."""

import hashlib
import hmac
import secrets

from django.conf import settings

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_LENGTH = 12  # 60 bits, with attempts limited
_LOOKALIKES = str.maketrans("ILOU", "110V")


def new_code() -> str:
    """Return a fresh code of twelve signs in groups of four."""
    signs = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    return "-".join(signs[start : start + 4] for start in range(0, _LENGTH, 4))


def digest_of(code: str) -> str:
    """Return what is kept of a code: HMAC-SHA-256 under the installation's key.

    Upper and lower case, spaces and dashes make no difference; the letters that look
    like digits are read as those digits.
    """
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    plain = plain.translate(_LOOKALIKES)
    key = f"report codes v1 {settings.IDENTITY_KEY}".encode()
    return hmac.new(key, plain.encode(), hashlib.sha256).hexdigest()
