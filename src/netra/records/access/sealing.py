"""Authenticated encryption of identity fields with a key outside the database."""

import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from netra.records.access.errors import SealError

_VERSION = b"\x01"
_NONCE_BYTES = 12
_PURPOSE = b"netra identity fields v1"


@lru_cache(maxsize=4)
def _cipher(secret: str) -> AESGCM:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE)
    return AESGCM(derived.derive(secret.encode()))


def seal(text: str) -> bytes:
    """Return version, nonce (12 bytes) and AES-256-GCM ciphertext of `text`.

    Source:
        NIST SP 800-38D; a random nonce a value, far below the bound of 2³² values.
    """
    nonce = os.urandom(_NONCE_BYTES)
    return (
        _VERSION
        + nonce
        + _cipher(settings.IDENTITY_KEY).encrypt(nonce, text.encode("utf-8"), _VERSION)
    )


def unseal(sealed: bytes) -> str:
    """Return the text under `sealed`.

    Raises:
        SealError: another version, another key, or altered bytes.
    """
    version, nonce, body = sealed[:1], sealed[1:13], sealed[13:]
    if version != _VERSION:
        raise SealError(f"unknown version {version.hex() or 'none'}")
    try:
        opened = _cipher(settings.IDENTITY_KEY).decrypt(nonce, body, _VERSION)
    except InvalidTag as error:
        raise SealError("wrong key or altered bytes") from error
    return opened.decode("utf-8")
