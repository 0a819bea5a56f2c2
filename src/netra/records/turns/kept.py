"""The fields of the rows of turns, for the entries and for the replay alike."""

from collections.abc import Mapping
from datetime import datetime

from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.ledger import actions as ledger
from netra.records.ledger.replaying import Kept, Text
from netra.records.turns.models import (
    Correction,
    Hearing,
    HearingSession,
    InformationRequest,
    LateEvidence,
    Move,
    Reopening,
    TrackEvent,
    Withdrawal,
)


def entered(fields: Mapping[str, Kept], *names: str) -> dict[str, Fact]:
    """Return fields as facts of an entry, texts as commitments.

    Args:
        fields: Of a row, as it is kept.
        names: Only these; none named means all.
    """
    chosen = names or tuple(fields)
    return {name: _fact(fields[name]) for name in chosen}


def _fact(value: Kept) -> Fact:
    return ledger.commit_text(value.value) if isinstance(value, Text) else value


def _moment(at: datetime | None) -> str | None:
    return moment_text(at) if at else None


def _id(pk: int | None) -> str | None:
    return str(pk) if pk else None


def move_kept(row: Move) -> dict[str, Kept]:
    """Return the fields of a change of hands."""
    return {
        "report": _id(row.report_id),
        "case": _id(row.case_id),
        "kind": row.kind,
        "from_office": str(row.from_office_id),
        "to_office": str(row.to_office_id),
        "number": row.number,
        "reason": Text(value=row.reason),
        "article": row.article or None,
        "status": row.status,
        "made_by": str(row.made_by_id),
        "made_at": moment_text(row.made_at),
        "accepted_by": _id(row.accepted_by_id),
        "accepted_at": _moment(row.accepted_at),
    }


def withdrawal_kept(row: Withdrawal) -> dict[str, Kept]:
    """Return the fields of a withdrawal."""
    return {
        "report": str(row.report_id),
        "letter_on": row.letter_on.isoformat(),
        "said_by": row.said_by,
        "proof": row.proof,
        "reason": Text(value=row.reason),
        "recorded_by": str(row.recorded_by_id),
        "recorded_at": moment_text(row.recorded_at),
        "goes_on": row.goes_on or None,
        "decision_reason": Text(value=row.decision_reason),
        "decided_by": _id(row.decided_by_id),
        "decided_at": _moment(row.decided_at),
    }


def request_kept(row: InformationRequest) -> dict[str, Kept]:
    """Return the fields of a request for information."""
    return {
        "case": str(row.case_id),
        "asked_of": row.asked_of,
        "what": Text(value=row.what),
        "asked_by": str(row.asked_by_id),
        "asked_at": moment_text(row.asked_at),
        "answer": Text(value=row.answer),
        "answered_at": _moment(row.answered_at),
    }


def evidence_kept(row: LateEvidence) -> dict[str, Kept]:
    """Return the fields of evidence that came late."""
    return {
        "case": str(row.case_id),
        "brought_by": row.brought_by,
        "description": Text(value=row.description),
        "why_late": Text(value=row.why_late),
        "received_at": moment_text(row.received_at),
        "recorded_by": str(row.recorded_by_id),
        "after_decision": row.after_decision,
        "study_version": row.study_version,
    }


def correction_kept(row: Correction) -> dict[str, Kept]:
    """Return the fields of a correction."""
    return {
        "case": str(row.case_id),
        "what": row.what,
        "place": Text(value=row.place),
        "stood": Text(value=row.stood),
        "stands": Text(value=row.stands),
        "why": Text(value=row.why),
        "proposed_by": str(row.proposed_by_id),
        "proposed_at": moment_text(row.proposed_at),
        "approved_by": _id(row.approved_by_id),
        "approved_at": _moment(row.approved_at),
    }


def reopening_kept(row: Reopening) -> dict[str, Kept]:
    """Return the fields of a reopening."""
    return {
        "case": str(row.case_id),
        "evidence": str(row.evidence_id),
        "plenary": str(row.plenary_id),
        "reason": Text(value=row.reason),
        "custom": row.custom,
        "reopened_by": str(row.reopened_by_id),
        "reopened_at": moment_text(row.reopened_at),
    }


def track_kept(row: TrackEvent) -> dict[str, Kept]:
    """Return the fields of an event of the criminal track."""
    return {
        "case": str(row.case_id),
        "key": row.key,
        "happened_at": moment_text(row.happened_at),
        "note": Text(value=row.note),
        "recorded_by": str(row.recorded_by_id),
        "recorded_at": moment_text(row.recorded_at),
        "undone_by": _id(row.undone_by_id),
        "undone_at": _moment(row.undone_at),
        "undo_reason": Text(value=row.undo_reason),
    }


def hearing_kept(row: Hearing) -> dict[str, Kept]:
    """Return the fields of a hearing and of its sessions and members."""
    fields: dict[str, Kept] = {
        "case": str(row.case_id),
        "opened_by": str(row.opened_by_id),
        "opened_at": moment_text(row.opened_at),
        "decision_text": Text(value=row.decision_text),
        "decided_at": _moment(row.decided_at),
        "set_aside_at": _moment(row.set_aside_at),
    }
    for session in row.sessions.all():
        fields |= session_kept(session)
    for seat in row.members.all():
        fields[f"member/{seat.member_id}"] = True
    return fields


def session_kept(row: HearingSession) -> dict[str, Kept]:
    """Return the fields of a session, under the subject of its hearing."""
    base = f"session/{row.pk}"
    return {
        f"{base}/planned_at": moment_text(row.planned_at),
        f"{base}/place": Text(value=row.place),
        f"{base}/held_at": _moment(row.held_at),
        f"{base}/present": Text(value=row.present),
        f"{base}/course": Text(value=row.course),
    }
