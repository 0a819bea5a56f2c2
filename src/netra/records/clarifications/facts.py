"""The facts about hearings, as the ledger tells them and as replay compares them."""

from netra.domain.ledger.entries import moment_text
from netra.records.clarifications.models import (
    Absence,
    Answer,
    Break,
    Clarification,
    Correction,
    Invitation,
    Minutes,
    OfficeQuestions,
    Service,
)
from netra.records.ledger.replaying import Kept, Text


def _moment(at: object) -> str | None:
    return moment_text(at) if at is not None else None  # type: ignore[arg-type] # a moment or nothing


def hearing_facts(row: Clarification) -> dict[str, Kept]:
    """Return the fields of a plan."""
    return {
        "case": str(row.case_id),
        "who": row.who,
        "capacity": row.capacity,
        "mode": row.mode,
        "online_reason": Text(value=row.online_reason),
        "place": Text(value=row.place),
        "purpose": Text(value=row.purpose),
        "bring": Text(value=row.bring),
        "planned_at": moment_text(row.planned_at),
        "planned_by": str(row.planned_by_id),
        "state": row.state,
        "asked_office": str(row.asked_office_id) if row.asked_office_id else None,
        "asked_note": Text(value=row.asked_note),
        "called_off_reason": Text(value=row.called_off_reason),
    }


def absence_facts(row: Absence) -> dict[str, Kept]:
    """Return the fields of one absence, under the subject of the hearing."""
    base = f"absence/{row.pk}"
    return {
        f"{base}/planned_at": moment_text(row.planned_at),
        f"{base}/sent_word": row.sent_word,
        f"{base}/note": Text(value=row.note),
        f"{base}/at": moment_text(row.at),
    }


def invitation_facts(row: Invitation) -> dict[str, Kept]:
    """Return the fields of an invitation."""
    return {
        "clarification": str(row.clarification_id),
        "order": row.order,
        "number": row.number or None,
        "hearing_at": moment_text(row.hearing_at),
        "sent_at": moment_text(row.sent_at),
        "due_at": _moment(row.due_at),
        "late_reason": Text(value=row.late_reason),
    }


def service_facts(row: Service) -> dict[str, Kept]:
    """Return the fields of one attempt to hand an invitation over."""
    return {
        "invitation": str(row.invitation_id),
        "how": row.how,
        "by": Text(value=row.by),
        "received_by": Text(value=row.received_by),
        "served_at": moment_text(row.served_at),
        "result": row.result,
        "note": Text(value=row.note),
        "proof": row.proof_id,
    }


def minutes_facts(row: Minutes) -> dict[str, Kept]:
    """Return the fields of minutes but for questions and answers."""
    return {
        "clarification": str(row.clarification_id),
        "officer": str(row.officer_id),
        "began_at": moment_text(row.began_at),
        "identity": row.identity or None,
        "counsel": Text(value=row.counsel),
        "oath": row.oath or None,
        "oath_note": Text(value=row.oath_note),
        "opinion": Text(value=row.opinion),
        "read_back_at": _moment(row.read_back_at),
        "signature": row.signature or None,
        "signature_note": Text(value=row.signature_note),
        "finished_at": _moment(row.finished_at),
    }


def break_facts(row: Break) -> dict[str, Kept]:
    """Return the fields of one break, under the subject of the minutes."""
    base = f"break/{row.pk}"
    return {
        f"{base}/from_at": moment_text(row.from_at),
        f"{base}/to_at": _moment(row.to_at),
        f"{base}/reason": Text(value=row.reason),
    }


def answer_facts(row: Answer) -> dict[str, Kept]:
    """Return a question with its answer as it was read back."""
    base = f"answer/{row.key}"
    return {
        f"{base}/place": row.place,
        f"{base}/question": Text(value=row.question),
        f"{base}/answer": Text(value=row.answer),
    }


def correction_facts(row: Correction) -> dict[str, Kept]:
    """Return what was put right after the reading."""
    base = f"correction/{row.pk}"
    return {
        f"{base}/answer": row.answer.key if row.answer else None,
        f"{base}/text": Text(value=row.text),
        f"{base}/at": moment_text(row.at),
    }


def questions_facts(row: OfficeQuestions) -> dict[str, Kept]:
    """Return the fields of an office's own list."""
    return {
        "office": str(row.office_id),
        "norm": row.norm or None,
        "questions": Text(value=row.questions),
        "kept_at": moment_text(row.kept_at),
    }
