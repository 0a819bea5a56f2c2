"""Keys under phrases that people know, and under a code printed on paper."""

import secrets
from hashlib import blake2b

from nacl import bindings, exceptions, pwhash
from nacl.utils import random

from .boxes import KeyPair, PrivateKey, pair_of
from .errors import CodeError, WrongKeyError

_VERSION = b"\x01"
_OPS = 3  # passes; with 64 MiB the second recommended choice of RFC 9106
_MEMORY = 64 * 2**20
_SALT = pwhash.argon2id.SALTBYTES
_NONCE = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
_LOOKALIKES = str.maketrans("ILOU", "110V")
_RECOVERY_SIGNS = 52  # 260 bits: a whole key
_GROUP = 4


def stretched(phrase: bytes, salt: bytes, size: int) -> bytes:
    """Return `size` bytes of argon2id over a phrase: 64 MiB, three passes.

    Source:
        RFC 9106, section 4, the second recommended choice.
    """
    key: bytes = pwhash.argon2id.kdf(size, phrase, salt, _OPS, _MEMORY)
    return key


def wrap(private: PrivateKey, phrase: str, pepper: bytes) -> bytes:
    """Return a private half under a phrase and a secret that is kept elsewhere.

    Args:
        private: What is wrapped.
        phrase: Known to one person.
        pepper: Secret of the installation; without it the phrase opens nothing.
    """
    salt, nonce = random(_SALT), random(_NONCE)
    key = stretched(phrase.encode() + b"\x00" + pepper, salt, 32)
    sealed = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytes(private), _VERSION, nonce, key
    )
    return bytes(_VERSION + salt + nonce + sealed)


def unwrap(wrapped: bytes, phrase: str, pepper: bytes) -> KeyPair:
    """Return the pair whose private half was wrapped.

    Raises:
        WrongKeyError: another phrase, another secret, or altered bytes.
    """
    version, rest = wrapped[:1], wrapped[1:]
    salt, nonce, sealed = rest[:_SALT], rest[_SALT:][:_NONCE], rest[_SALT + _NONCE :]
    if version != _VERSION:
        raise WrongKeyError("unknown version")
    key = stretched(phrase.encode() + b"\x00" + pepper, salt, 32)
    try:
        private = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            sealed, _VERSION, nonce, key
        )
    except exceptions.CryptoError as error:
        raise WrongKeyError("the phrase does not open this") from error
    return pair_of(PrivateKey(private))


def new_recovery_code() -> str:
    """Return a code for an envelope: 52 signs in groups of four."""
    signs = "".join(secrets.choice(_SIGNS) for _ in range(_RECOVERY_SIGNS))
    groups = range(0, _RECOVERY_SIGNS, _GROUP)
    return "-".join(signs[start : start + _GROUP] for start in groups)


def pair_of_recovery(code: str) -> KeyPair:
    """Return the pair that a recovery code stands for.

    Upper and lower case, spaces and dashes make no difference; the letters that look
    like digits are read as those digits.

    Raises:
        CodeError: not 52 signs of the alphabet.
    """
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    plain = plain.translate(_LOOKALIKES)
    if len(plain) != _RECOVERY_SIGNS or set(plain) - set(_SIGNS):
        raise CodeError("not a recovery code")
    seed = blake2b(b"netra recovery v1 " + plain.encode(), digest_size=32)
    return pair_of(PrivateKey(seed.digest()))
