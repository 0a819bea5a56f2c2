"""The key of a body outside: a public line to hand over, a file under a phrase to keep.

The body makes the pair itself; the private half never reaches an installation.
"""

import json
from base64 import b64decode, b64encode

from .boxes import KeyPair, PublicKey, new_pair
from .containers import fingerprint_of
from .errors import SealingError
from .phrases import unwrap, wrap

PUBLIC_MARK = "netra-body-key-1:"
LEAST_PHRASE = 12
"""Signs of a phrase: three or four plain words."""
_KIND = "netra body key 1"
_PEPPER = b"netra body key file v1"  # no secret of an installation: the body has none
_PUBLIC_BYTES = 32


class KeyFileError(SealingError):
    """What was given is no key of a body."""


class ShortPhraseError(SealingError):
    """The phrase is too short."""


def public_line(public: PublicKey) -> str:
    """Return the public half as one line to be handed over."""
    return PUBLIC_MARK + b64encode(bytes(public)).decode()


def read_public_line(typed: str) -> PublicKey:
    """Return the public half out of what was typed or pasted.

    Raises:
        KeyFileError: it is no line of a public key.
    """
    line = "".join(typed.split())
    if not line.startswith(PUBLIC_MARK):
        raise KeyFileError("the line does not begin as a public key does")
    try:
        public = b64decode(line.removeprefix(PUBLIC_MARK), validate=True)
    except ValueError as error:
        raise KeyFileError("the line is not base 64") from error
    if len(public) != _PUBLIC_BYTES or not any(public):
        raise KeyFileError("a public key has 32 bytes")
    return PublicKey(public)


def new_key_file(phrase: str) -> tuple[str, KeyPair]:
    """Return a fresh pair, and the file that keeps it under a phrase.

    Raises:
        ShortPhraseError: the phrase is shorter than `LEAST_PHRASE`.
    """
    if len(phrase) < LEAST_PHRASE:
        raise ShortPhraseError(f"a phrase has at least {LEAST_PHRASE} signs")
    pair = new_pair()
    told = {
        "kind": _KIND,
        "fingerprint": fingerprint_of(pair.public),
        "public": public_line(pair.public),
        "private": b64encode(wrap(pair.private, phrase, _PEPPER)).decode(),
    }
    return json.dumps(told, indent=2) + "\n", pair


def open_key_file(text: str, phrase: str) -> KeyPair:
    """Return the pair out of a key file.

    Raises:
        KeyFileError: it is no key file.
        WrongKeyError: the phrase does not open it.
    """
    try:
        told = json.loads(text)
        if told["kind"] != _KIND:
            raise KeyFileError("no key file of this version")
        wrapped = b64decode(told["private"], validate=True)
    except (ValueError, KeyError, TypeError) as error:
        raise KeyFileError("the key file is unreadable") from error
    return unwrap(wrapped, phrase, _PEPPER)
