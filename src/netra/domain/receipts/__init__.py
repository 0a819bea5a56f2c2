"""Receipts: what an office received, when, under which number; signed with Ed25519.

A receipt is one line of text that fits a QR code. It names a kind, a number, a moment
and the leaf hash of the ledger entry of the act, and nobody. Who holds the public key
of the office proves it without database and network: `verify`. What it proves and what
counts as replayed stands in docs/decisions/0011-receipts.md.
"""

from netra.domain.receipts.checking import Claim, verify
from netra.domain.receipts.errors import (
    AlteredReceiptError,
    ForgedReceiptError,
    ReceiptError,
    ReceiptKeyError,
    ReplayedReceiptError,
    SampleReceiptError,
    UnreadableReceiptError,
)
from netra.domain.receipts.keys import KeyRing, PublicKey, Signer
from netra.domain.receipts.texts import (
    ENTRY_KINDS,
    Kind,
    Purpose,
    Receipt,
    SignedReceipt,
    found_in,
    read,
)

__all__ = [
    "ENTRY_KINDS",
    "AlteredReceiptError",
    "Claim",
    "ForgedReceiptError",
    "KeyRing",
    "Kind",
    "PublicKey",
    "Purpose",
    "Receipt",
    "ReceiptError",
    "ReceiptKeyError",
    "ReplayedReceiptError",
    "SampleReceiptError",
    "SignedReceipt",
    "Signer",
    "UnreadableReceiptError",
    "found_in",
    "read",
    "verify",
]
