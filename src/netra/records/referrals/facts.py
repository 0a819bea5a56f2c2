"""Facts about stations and answers: codes, days and commitments, no text in clear."""

from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.ledger import actions as ledger
from netra.records.referrals.models import Answer, Hop

HOP_TEXTS = ("body", "channel", "number", "note")
ANSWER_TEXTS = ("body", "number", "text")


def hop_facts(row: Hop) -> dict[str, Fact]:
    """Return the facts about a station."""
    return {
        **hop_codes(row),
        **{name: ledger.commit_text(getattr(row, name)) for name in HOP_TEXTS},
    }


def hop_codes(row: Hop) -> dict[str, Fact]:
    """Return what of a station is no text."""
    return {
        "referral": str(row.referral_id),
        "kind": row.kind,
        "happened_at": moment_text(row.happened_at),
        "recorded_by": str(row.recorded_by_id),
        "proof": row.proof_id,
    }


def answer_facts(row: Answer) -> dict[str, Fact]:
    """Return the facts about an answer."""
    return {
        **answer_codes(row),
        **{name: ledger.commit_text(getattr(row, name)) for name in ANSWER_TEXTS},
    }


def answer_codes(row: Answer) -> dict[str, Fact]:
    """Return what of an answer is no text."""
    return {
        "referral": str(row.referral_id),
        "kind": row.kind,
        "level": row.level or None,
        "answered_on": row.answered_on.isoformat(),
        "recorded_by": str(row.recorded_by_id),
        "proof": row.proof_id,
    }
