"""Entries of the ledger, their leaf hashes and the chain through them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from netra.domain.ledger.canonical import Facts, canonical_bytes

GENESIS = "0" * 64
"""What the first entry names as its predecessor."""


class LedgerError(Exception):
    """The ledger is not what it must be."""


class ChainBrokenError(LedgerError):
    """An entry does not follow from the one before it."""


def moment_text(moment: datetime) -> str:
    """Return `moment` in UTC with microseconds: `2024-10-30T08:40:00.000000Z`.

    Raises:
        LedgerError: the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise LedgerError("a moment without a time zone cannot be entered")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act, as it was recorded.

    Invariant: `facts` holds codes, ids, moments and commitments, never personal facts
    in clear. A fact names a field of the subject's state and its new value; `None`
    removes the field.
    """

    number: int
    previous: str
    kind: str
    subject: str
    actor: str
    office: str
    happened_at: datetime
    recorded_at: datetime
    facts: Facts

    def canonical(self) -> bytes:
        """Return the bytes that are hashed and kept."""
        return canonical_bytes(
            {
                "actor": self.actor,
                "facts": self.facts,
                "happened_at": moment_text(self.happened_at),
                "kind": self.kind,
                "number": self.number,
                "office": self.office,
                "previous": self.previous,
                "recorded_at": moment_text(self.recorded_at),
                "subject": self.subject,
                "version": 1,
            }
        )

    def leaf_hash(self) -> str:
        """Return SHA-256(0x00 ‖ canonical bytes) in hexadecimal (RFC 6962, 2.1)."""
        return hashlib.sha256(b"\x00" + self.canonical()).hexdigest()


def verify_chain(entries: Iterable[tuple[Entry, bytes, str]]) -> int:
    """Check every entry against its stored bytes, hash, number and predecessor.

    Args:
        entries: Entry, the canonical bytes as stored, and the leaf hash as stored, in
            order, from the first one on.

    Returns:
        How many entries were checked.

    Raises:
        ChainBrokenError: naming the first entry that does not fit, and why.
    """
    previous, count = GENESIS, 0
    for entry, stored, leaf in entries:
        count += 1
        _check(entry, stored, leaf, expected=(count, previous))
        previous = leaf
    return count


def _check(
    entry: Entry, stored: bytes, leaf: str, *, expected: tuple[int, str]
) -> None:
    number, previous = expected
    if entry.number != number:
        raise ChainBrokenError(f"entry {number} is missing; found {entry.number}")
    if entry.previous != previous:
        raise ChainBrokenError(
            f"entry {number}: previous hash is {entry.previous}, expected {previous}"
        )
    if entry.canonical() != stored:
        raise ChainBrokenError(f"entry {number}: stored bytes differ from its fields")
    if entry.leaf_hash() != leaf:
        raise ChainBrokenError(f"entry {number}: leaf hash is {leaf}, which is wrong")
