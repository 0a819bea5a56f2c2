"""The sixteen digits with which a source comes back.

The code is kept nowhere. What it derives is slow to derive, on purpose: a guess costs
as much as an honest visit.
"""

import secrets
from dataclasses import dataclass, field
from hashlib import blake2b

from .boxes import KeyPair, PrivateKey, pair_of
from .errors import CodeError
from .phrases import stretched

CODE_DIGITS = 16
"""53 bits; long enough beside a slow derivation, short enough to copy by hand."""

_GROUP = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """What a code leads to: the name to look up, and the pair that opens answers."""

    lookup: str
    pair: KeyPair = field(repr=False)


def new_code() -> str:
    """Return sixteen random digits."""
    return "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))


def grouped(code: str) -> str:
    """Return a code in groups of four, as it is shown and read aloud."""
    starts = range(0, len(code), _GROUP)
    return " ".join(code[start : start + _GROUP] for start in starts)


def read_code(typed: str) -> str:
    """Return the digits of what somebody typed; spaces, dots and dashes do not matter.

    Raises:
        CodeError: not sixteen digits.
    """
    plain = "".join(sign for sign in typed if sign not in " .-\u00a0\u2013\t")
    if len(plain) != CODE_DIGITS or not (plain.isascii() and plain.isdigit()):
        raise CodeError("not sixteen digits")
    return plain


def mailbox_of(code: str, salt: bytes) -> Mailbox:
    """Return the mailbox of a code.

    Args:
        code: Sixteen digits, from `read_code`.
        salt: Sixteen bytes out of the secret of the installation, so that a dump of
            the database alone cannot be tried against codes.

    Source:
        RFC 9106 (argon2id); the two halves of 64 derived bytes are independent.
    """
    derived = stretched(code.encode(), salt, 64)
    lookup = blake2b(b"netra mailbox v1 " + derived[:32], digest_size=32)
    return Mailbox(lookup=lookup.hexdigest(), pair=pair_of(PrivateKey(derived[32:])))
