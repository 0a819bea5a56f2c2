"""The code with which a respondent opens the page of the right of reply."""

import hashlib
import hmac

from django.conf import settings

_LOOKALIKES = str.maketrans("ILOU", "110V")


def digest_of(code: str) -> str:
    """Return what is kept of a code: HMAC-SHA-256 under the installation's key.

    Upper and lower case, spaces and dashes make no difference; the letters that look
    like digits are read as those digits.
    """
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    plain = plain.translate(_LOOKALIKES)
    key = f"reply codes v1 {settings.IDENTITY_KEY}".encode()
    return hmac.new(key, plain.encode(), hashlib.sha256).hexdigest()
