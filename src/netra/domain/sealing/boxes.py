"""Sealed boxes: anybody with the public half seals, only the private half opens."""

from dataclasses import dataclass, field
from typing import NewType

from nacl import bindings, exceptions

from .errors import WrongKeyError

PublicKey = NewType("PublicKey", bytes)
"""Public half of an X25519 pair, 32 bytes."""

PrivateKey = NewType("PrivateKey", bytes)
"""Private half of an X25519 pair, 32 bytes."""

_BLOCK = 1024  # lengths are rounded up to whole kilobytes, so that they say little


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPair:
    """Both halves; the private one is left out of its representation."""

    public: PublicKey
    private: PrivateKey = field(repr=False)


def new_pair() -> KeyPair:
    """Return a fresh pair."""
    public, private = bindings.crypto_box_keypair()
    return KeyPair(public=PublicKey(public), private=PrivateKey(private))


def pair_of(private: PrivateKey) -> KeyPair:
    """Return the pair of a private half."""
    public = bindings.crypto_scalarmult_base(private)
    return KeyPair(public=PublicKey(public), private=private)


def seal_box(public: PublicKey, data: bytes) -> bytes:
    """Seal `data`, padded to whole kilobytes, for whoever holds the private half.

    Source:
        libsodium `crypto_box_seal`: an ephemeral X25519 pair a box.
    """
    sealed: bytes = bindings.crypto_box_seal(
        bindings.sodium_pad(data, _BLOCK), bytes(public)
    )
    return sealed


def open_box(pair: KeyPair, sealed: bytes) -> bytes:
    """Return what was sealed to the pair.

    Raises:
        WrongKeyError: another key, or the box was altered.
    """
    try:
        padded = bindings.crypto_box_seal_open(
            bytes(sealed), bytes(pair.public), bytes(pair.private)
        )
    except (exceptions.CryptoError, exceptions.TypeError, exceptions.ValueError) as e:
        raise WrongKeyError("the box does not open") from e
    plain: bytes = bindings.sodium_unpad(padded, _BLOCK)
    return plain
