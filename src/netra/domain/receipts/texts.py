"""The one text of a receipt: fields with dots between, in signs a QR code packs well.

`NETRA1.TERIMA.LAPORAN.013/LP/PG/19.06/X/2024.20241030T154000+0700.KEY.DIGEST.SIGN`:
version, purpose, kind, number, moment, key id, digest and signature, the last three in
base 32 (RFC 4648) without padding. Only the number may hold dots; all other fields have
a fixed form, so that the text can be read in one way only.
"""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import quote, unquote

from netra.domain.receipts.errors import UnreadableReceiptError

VERSION = "NETRA1"
LONGEST_NUMBER = 80
FIRST_YEAR = 1000
_MOMENT = "%Y%m%dT%H%M%S%z"
_PLAIN = "/"  # beside letters, digits and `-._~`, which quote() never changes
_SHAPE = (
    rf"{VERSION}\.(TERIMA|CONTOH)\.(LAPORAN|KELENGKAPAN)\."
    r"([A-Za-z0-9/%.~_-]{1,960})\.(\d{8}T\d{6}[+-]\d{4})\."
    r"([A-Z2-7]{16})\.([A-Z2-7]{52})\.([A-Z2-7]{103})"
)
_WHOLE = re.compile(_SHAPE, re.ASCII)
_WHITE = re.compile(r"\s+")


class Purpose(StrEnum):
    """Whether a receipt is meant: a demonstration signs `CONTOH`."""

    REAL = "TERIMA"
    SAMPLE = "CONTOH"


class Kind(StrEnum):
    """What was received."""

    REPORT = "LAPORAN"
    COMPLETION = "KELENGKAPAN"

    @property
    def label(self) -> str:
        """Words for readers."""
        return {
            Kind.REPORT: "laporan",
            Kind.COMPLETION: "perbaikan kelengkapan laporan",
        }[self]


ENTRY_KINDS = {Kind.REPORT: "report.submitted", Kind.COMPLETION: "report.completed"}
"""Kind of the ledger entry whose leaf hash the receipt carries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What an office says it received.

    Invariant: `received_at` has an offset of whole minutes and no fraction of a second;
    `digest` is a SHA-256 in lower-case hexadecimal: the leaf hash of the ledger entry.

    Raises:
        ValueError: a field cannot be written.
    """

    purpose: Purpose
    kind: Kind
    number: str
    received_at: datetime
    digest: str

    def __post_init__(self) -> None:
        """Refuse what has no single written form."""
        offset = self.received_at.utcoffset()
        if offset is None or offset % timedelta(minutes=1):
            raise ValueError("a receipt needs a moment with an offset of whole minutes")
        if self.received_at.microsecond or self.received_at.year < FIRST_YEAR:
            raise ValueError("a receipt tells seconds of a year of four digits")
        if not 0 < len(self.number) <= LONGEST_NUMBER:
            raise ValueError(f"a number has 1 to {LONGEST_NUMBER} characters")
        if not re.fullmatch(r"[0-9a-f]{64}", self.digest):
            raise ValueError("a digest has 64 hexadecimal digits")

    def unsigned(self, key_id: str) -> str:
        """Return the text up to the signature."""
        return ".".join(
            (
                VERSION,
                self.purpose,
                self.kind,
                _escaped(self.number),
                self.received_at.strftime(_MOMENT),
                key_id,
                base32(bytes.fromhex(self.digest)),
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedReceipt:
    """A receipt with the key it names and the signature it carries, not yet checked."""

    receipt: Receipt
    key_id: str
    signature: bytes

    @property
    def unsigned(self) -> str:
        """Text that the signature covers."""
        return self.receipt.unsigned(self.key_id)

    @property
    def text(self) -> str:
        """The whole text, as a QR code holds it."""
        return f"{self.unsigned}.{base32(self.signature)}"


def _escaped(number: str) -> str:
    return quote(number, safe=_PLAIN)


def base32(content: bytes) -> str:
    """Return bytes in base 32 (RFC 4648) without padding."""
    return base64.b32encode(content).decode("ascii").rstrip("=")


def from_base32(text: str) -> bytes:
    """Return the bytes of a base 32 text without padding.

    Raises:
        ValueError: the text is no base 32.
    """
    try:
        return base64.b32decode(text + "=" * (-len(text) % 8))
    except binascii.Error as error:
        raise ValueError(str(error)) from error


def read(text: str) -> SignedReceipt:
    """Return what a text says; white space, as line ends of a mail, is left out.

    Nothing is verified here.

    Raises:
        UnreadableReceiptError: it is no receipt, or written in another way than `text`
            of the result: every receipt has one form only.
    """
    packed = _WHITE.sub("", text)
    found = _WHOLE.fullmatch(packed)
    if found is None:
        raise UnreadableReceiptError("the fields are not those of a receipt")
    purpose, kind, number, moment, key_id, digest, signature = found.groups()
    try:
        signed = SignedReceipt(
            receipt=Receipt(
                purpose=Purpose(purpose),
                kind=Kind(kind),
                number=unquote(number, errors="strict"),
                received_at=_moment(moment),
                digest=from_base32(digest).hex(),
            ),
            key_id=key_id,
            signature=from_base32(signature),
        )
        canonical = signed.text
    except ValueError as error:
        raise UnreadableReceiptError("a field cannot be read") from error
    if canonical != packed:
        raise UnreadableReceiptError("it is not written in the one form of a receipt")
    return signed


def _moment(text: str) -> datetime:
    day, hour = f"{text[:4]}-{text[4:6]}-{text[6:8]}", text[9:]
    clock = f"{hour[:2]}:{hour[2:4]}:{hour[4:6]}{hour[6:9]}:{hour[9:]}"
    return datetime.fromisoformat(f"{day}T{clock}")


def found_in(text: str) -> tuple[str, ...]:
    """Return the different texts in a longer text that look like receipts, in order."""
    packed = _WHITE.sub("", text)
    return tuple(dict.fromkeys(match[0] for match in _WHOLE.finditer(packed)))
