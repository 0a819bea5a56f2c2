"""The ledger: canonical bytes, hashes, commitments and the replay of entries.

An entry never holds a personal fact in clear: codes, ids, moments and salted
commitments only. Its leaf hash is SHA-256(0x00 ‖ canonical bytes), the leaf of
RFC 6962, so that a Merkle tree can take the same leaves unchanged. Everything here
needs nothing but the entries.
"""

from netra.domain.ledger.canonical import CanonicalError, Fact, Facts, canonical_bytes
from netra.domain.ledger.commitments import Commitment, commit, opens
from netra.domain.ledger.entries import (
    GENESIS,
    ChainBrokenError,
    Entry,
    LedgerError,
    verify_chain,
)
from netra.domain.ledger.replay import Difference, State, first_difference, replay

__all__ = [
    "GENESIS",
    "CanonicalError",
    "ChainBrokenError",
    "Commitment",
    "Difference",
    "Entry",
    "Fact",
    "Facts",
    "LedgerError",
    "State",
    "canonical_bytes",
    "commit",
    "first_difference",
    "opens",
    "replay",
    "verify_chain",
]
