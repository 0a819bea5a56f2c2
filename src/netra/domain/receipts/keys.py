"""Keys of receipts: the secret that signs, the public keys that prove."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from netra.domain.receipts.errors import ReceiptKeyError
from netra.domain.receipts.texts import (
    Purpose,
    Receipt,
    SignedReceipt,
    base32,
    from_base32,
)

_SEED_BYTES = 32
_ID_BYTES = 10  # 80 bits: short enough to compare by eye, too many to imitate
_DOMAIN = b"netra receipt v1\n"
"""Stands before every signed text, so that no other signature fits a receipt."""


def signed_bytes(unsigned: str) -> bytes:
    """Return what is signed for a text without its signature."""
    return _DOMAIN + unsigned.encode("ascii")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """A key of an office: 32 bytes, what it may sign, and its last day if it ended.

    Raises:
        ReceiptKeyError: the bytes are no Ed25519 public key.
    """

    raw: bytes
    purpose: Purpose
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse bytes of another length."""
        if len(self.raw) != _SEED_BYTES:
            raise ReceiptKeyError("a public key has 32 bytes")

    @property
    def key_id(self) -> str:
        """First 80 bits of the key's SHA-256 in base 32: 16 signs."""
        return base32(hashlib.sha256(self.raw).digest()[:_ID_BYTES])

    @property
    def line(self) -> str:
        """The key as a line of a key list."""
        ended = f" {self.until.isoformat()}" if self.until else ""
        return f"{self.purpose} {self.key_id} {base32(self.raw)}{ended}"

    def fits(self, signed: SignedReceipt) -> bool:
        """Say whether this key made the signature."""
        key = Ed25519PublicKey.from_public_bytes(self.raw)
        try:
            key.verify(signed.signature, signed_bytes(signed.unsigned))
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """The secret half: made from the installation's secret, one for each purpose."""

    purpose: Purpose
    _private: Ed25519PrivateKey

    @classmethod
    def from_secret(cls, secret: str, purpose: Purpose) -> "Signer":
        """Return the signer that a secret text and a purpose always give.

        A demonstration therefore never signs with the key of real receipts.

        Source:
            HKDF with SHA-256 (RFC 5869); Ed25519 (RFC 8032).
        """
        info = b"netra receipt key v1 " + purpose.encode()
        seed = HKDF(SHA256(), _SEED_BYTES, salt=None, info=info).derive(secret.encode())
        return cls(purpose=purpose, _private=Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def public(self) -> PublicKey:
        """The public half."""
        raw = self._private.public_key().public_bytes_raw()
        return PublicKey(raw=raw, purpose=self.purpose)

    def sign(self, receipt: Receipt) -> SignedReceipt:
        """Return the receipt with its signature; the same receipt gives the same text.

        Raises:
            ReceiptKeyError: the receipt has another purpose than the key.
        """
        if receipt.purpose is not self.purpose:
            raise ReceiptKeyError("a key signs for its own purpose only")
        key_id = self.public.key_id
        signature = self._private.sign(signed_bytes(receipt.unsigned(key_id)))
        return SignedReceipt(receipt=receipt, key_id=key_id, signature=signature)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRing:
    """The public keys somebody trusts."""

    keys: tuple[PublicKey, ...]

    @classmethod
    def from_text(cls, text: str) -> "KeyRing":
        """Return the keys of a key list: purpose, key id, key and, if ended, last day.

        Raises:
            ReceiptKeyError: a line is wrong, or there is none.
        """
        lines = enumerate(text.splitlines(), 1)
        wanted = [(place, line.split()) for place, line in lines if _is_key(line)]
        if not wanted:
            raise ReceiptKeyError("the list holds no key")
        return cls(keys=tuple(_from_words(words, place) for place, words in wanted))

    def named(self, key_id: str) -> PublicKey | None:
        """Return the key with this id."""
        return next((key for key in self.keys if key.key_id == key_id), None)

    def listed(self, remarks: Iterable[str] = ()) -> str:
        """Return the key list as `from_text` reads it, remarks first."""
        heading = [f"# {remark}" for remark in remarks]
        return "\n".join([*heading, *(key.line for key in self.keys)]) + "\n"


def _is_key(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _from_words(words: list[str], place: int) -> PublicKey:
    try:
        purpose, key_id, raw, *ended = words
        key = PublicKey(
            raw=from_base32(raw),
            purpose=Purpose(purpose),
            until=date.fromisoformat(ended[0]) if ended else None,
        )
    except (ValueError, ReceiptKeyError) as error:
        raise ReceiptKeyError(f"line {place} is no key") from error
    if key.key_id != key_id or len(ended) > 1:
        raise ReceiptKeyError(f"line {place} does not fit its own key id")
    return key
