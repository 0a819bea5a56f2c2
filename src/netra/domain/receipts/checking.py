"""Proving a receipt, and holding it against what it is shown for."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from netra.domain.receipts.errors import (
    AlteredReceiptError,
    ForgedReceiptError,
    ReplayedReceiptError,
    SampleReceiptError,
)
from netra.domain.receipts.keys import KeyRing
from netra.domain.receipts.texts import (
    ENTRY_KINDS,
    Kind,
    Purpose,
    Receipt,
    SignedReceipt,
    read,
)

_EXHIBIT = ("exhibit/", "/sha256")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a receipt is shown for; what is left empty is not claimed.

    Attributes:
        number: The matter it is said to belong to.
        kind: What is said to have been received.
        entry: Bytes of the ledger entry it is said to stand for.
        document: Bytes of a file said to have been handed in: the entry must name its
            SHA-256. Without `entry` it must be the entry itself.
        sample_is_enough: Whether a receipt of a demonstration will do.
    """

    number: str | None = None
    kind: Kind | None = None
    entry: bytes | None = None
    document: bytes | None = None
    sample_is_enough: bool = False


def verify(text: str, keys: KeyRing, claim: Claim | None = None) -> SignedReceipt:
    """Return what a receipt proves.

    Args:
        text: The text of the receipt.
        keys: The public keys of the office, from a source the reader trusts.
        claim: What it is shown for; nothing by default.

    Raises:
        UnreadableReceiptError: the text is no receipt.
        ForgedReceiptError: no key of the list stands behind it: the key is unknown,
            meant for another purpose, or had ended before the moment on the receipt.
        AlteredReceiptError: a key of the list is named, but its signature does not fit.
        SampleReceiptError: it is genuine, but of a demonstration.
        ReplayedReceiptError: it is genuine, but does not support the claim.
    """
    signed, asked = read(text), claim or Claim()
    _check_signature(signed, keys)
    if signed.receipt.purpose is Purpose.SAMPLE and not asked.sample_is_enough:
        raise SampleReceiptError
    _check_claim(signed.receipt, asked)
    return signed


def _check_signature(signed: SignedReceipt, keys: KeyRing) -> None:
    receipt, key = signed.receipt, keys.named(signed.key_id)
    if key is None:
        raise ForgedReceiptError(signed.key_id, "is not in the list of keys")
    if not key.fits(signed):
        raise AlteredReceiptError(
            "the signature does not fit the text",
            "tanda tangan digitalnya tidak cocok dengan isinya",
        )
    if key.purpose is not receipt.purpose:
        raise ForgedReceiptError(signed.key_id, "may not sign for this purpose")
    if key.until is not None and receipt.received_at.date() > key.until:
        raise ForgedReceiptError(signed.key_id, "had ended before that moment")


def _check_claim(receipt: Receipt, claim: Claim) -> None:
    if claim.number is not None and claim.number.strip() != receipt.number:
        raise ReplayedReceiptError("another number", "nomornya lain")
    if claim.kind is not None and claim.kind is not receipt.kind:
        raise ReplayedReceiptError("another kind", f"ini untuk {receipt.kind.label}")
    entry = claim.entry if claim.entry is not None else claim.document
    if entry is not None:
        _check_entry(receipt, entry, is_document=claim.entry is None)
    if claim.entry is not None and claim.document is not None:
        _check_document(claim.entry, claim.document)


def _check_entry(receipt: Receipt, entry: bytes, *, is_document: bool) -> None:
    """Hold the digest against the leaf of RFC 6962, section 2.1."""
    if hashlib.sha256(b"\x00" + entry).hexdigest() != receipt.digest:
        raise ReplayedReceiptError(
            "another document" if is_document else "another ledger entry",
            "berkas ini bukan catatan yang ditunjuknya"
            + (
                "; untuk berkas bukti, sertakan juga catatan buku"
                if is_document
                else ""
            ),
        )
    if not _tells_the_same(receipt, entry):
        raise ReplayedReceiptError(
            "the entry tells of something else", "catatannya mengatakan hal lain"
        )


def _tells_the_same(receipt: Receipt, entry: bytes) -> bool:
    try:
        content = json.loads(entry)
        happened_at = datetime.fromisoformat(content["happened_at"])
        number = content["facts"].get("number", receipt.number)
        is_kind: bool = content["kind"] == ENTRY_KINDS[receipt.kind]
    except (ValueError, LookupError, TypeError, AttributeError):
        return False
    is_moment = happened_at.replace(microsecond=0) == receipt.received_at
    return is_kind and is_moment and number == receipt.number


def _check_document(entry: bytes, document: bytes) -> None:
    sha256, (head, tail) = hashlib.sha256(document).hexdigest(), _EXHIBIT
    facts = json.loads(entry)["facts"]  # read without fault by _tells_the_same
    named = {v for k, v in facts.items() if k.startswith(head) and k.endswith(tail)}
    if sha256 not in named:
        raise ReplayedReceiptError(
            "the file is not among what was handed in",
            "berkas ini tidak termasuk yang diserahkan",
        )
