"""Facts about packs: ids, hashes and commitments, never a name or a passage."""

import hashlib

from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.packs.models import BodyKey, LegalNeed, Pack, Redaction


def key_codes(row: BodyKey) -> dict[str, Fact]:
    """Return what of a key is no text."""
    return {
        "body": str(row.body_id),
        "version": row.version,
        "public_key": hashlib.sha256(bytes(row.public_key)).hexdigest(),
        "registered_by": str(row.registered_by_id),
        "registered_at": moment_text(row.registered_at),
        "confirmed_by": str(row.confirmed_by_id) if row.confirmed_by_id else None,
        "confirmed_at": moment_text(row.confirmed_at) if row.confirmed_at else None,
        "revoked_by": str(row.revoked_by_id) if row.revoked_by_id else None,
        "revoked_at": moment_text(row.revoked_at) if row.revoked_at else None,
    }


KEY_TEXTS = ("confirmed_how", "revoke_reason")


def need_codes(row: LegalNeed) -> dict[str, Fact]:
    """Return what of a need is no text."""
    return {
        "referral": str(row.referral_id),
        "body": str(row.body_id),
        "letter_on": row.letter_on.isoformat(),
        "recorded_by": str(row.recorded_by_id),
        "recorded_at": moment_text(row.recorded_at),
        "approved_by": str(row.approved_by_id) if row.approved_by_id else None,
        "approved_at": moment_text(row.approved_at) if row.approved_at else None,
    }


NEED_TEXTS = ("ground", "letter")


def redaction_codes(row: Redaction) -> dict[str, Fact]:
    """Return what of a covered or spared passage is no text."""
    return {
        "referral": str(row.referral_id),
        "kind": row.kind,
        "made_by": str(row.made_by_id),
        "made_at": moment_text(row.made_at),
    }


REDACTION_TEXTS = ("passage", "reason")


def pack_codes(row: Pack) -> dict[str, Fact]:
    """Return what of a pack is no text; how far it is built is no fact of record."""
    ended = row.state in (Pack.State.READY, Pack.State.FAILED)
    people = row.respondents(manager="every").values_list("pk", flat=True)
    return {
        "referral": str(row.referral_id),
        "part": row.part,
        "body": str(row.body_id),
        "key": str(row.key_id),
        "need": str(row.need_id) if row.need_id else None,
        "exhibits": ",".join(map(str, row.exhibits)) or None,
        "asked_by": str(row.asked_by_id),
        "asked_at": moment_text(row.asked_at),
        "state": row.state if ended else Pack.State.QUEUED.value,
        "sha256": row.sha256 or None,
        **{f"respondent/{pk}": True for pk in sorted(people)},
    }


PACK_TEXTS = ("reason",)
