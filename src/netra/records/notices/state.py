"""The kept state of notices, replies and clearances, as the replay must give it."""

from collections.abc import Iterator, Mapping

from netra.domain.ledger.entries import moment_text
from netra.records.ledger.replaying import Kept, Text
from netra.records.notices.matters import matter_of
from netra.records.notices.models import (
    Clearance,
    Notice,
    Reply,
    ReplyInvitation,
)

_Fields = Mapping[str, Kept]


def notice_state() -> Iterator[tuple[str, _Fields]]:
    """Yield every notice, invitation, reply and clearance with its fields."""
    for notice in Notice.objects.select_related("case", "report"):
        yield notice.ledger_subject, _notice(notice)
    for invitation in ReplyInvitation.objects.all():
        yield invitation.ledger_subject, _invitation(invitation)
    for reply in Reply.objects.prefetch_related("files"):
        yield reply.ledger_subject, _reply(reply)
    clearances = Clearance.objects.select_related("respondent")
    for clearance in clearances.prefetch_related("openings"):
        yield clearance.ledger_subject, _clearance(clearance)


def _notice(row: Notice) -> _Fields:
    return {
        "matter": matter_of(row).ledger_subject,
        "event": row.event,
        "to": row.once.rpartition("/")[2],
        "channel": row.channel,
        "number": row.number,
        "text": Text(value=row.text),
        "prepared_at": moment_text(row.prepared_at),
        "sent_at": moment_text(row.sent_at) if row.sent_at else None,
        "sent_by": str(row.sent_by_id) if row.sent_by_id else None,
        "delivered_at": moment_text(row.delivered_at) if row.delivered_at else None,
        "delivery_note": Text(value=row.delivery_note),
        "delivery_proof": row.delivery_proof_id,
        "withdrawn_at": moment_text(row.withdrawn_at) if row.withdrawn_at else None,
        "withdrawn_reason": Text(value=row.withdrawn_reason),
    }


def _invitation(row: ReplyInvitation) -> _Fields:
    return {
        "case": str(row.case_id),
        "respondent": str(row.respondent_id),
        "number": row.number,
        "due_on": row.due_on.isoformat(),
        "basis": row.basis,
        "invited_at": moment_text(row.invited_at),
        "withdrawn_at": moment_text(row.withdrawn_at) if row.withdrawn_at else None,
    }


def _reply(row: Reply) -> _Fields:
    return {
        "case": str(row.case_id),
        "respondent": str(row.respondent_id),
        "invitation": str(row.invitation_id) if row.invitation_id else None,
        "via": row.via,
        "text": Text(value=row.text),
        "received_at": moment_text(row.received_at),
        "is_late": row.is_late,
        **{f"file/{file.pk}": file.blob_id for file in row.files.all()},
    }


def _clearance(row: Clearance) -> _Fields:
    """Tell the clearance by what the respondent carries: the mask is the fact."""
    fields: dict[str, Kept] = {
        "case": str(row.case_id),
        "respondent": str(row.respondent_id),
        "ground": row.ground,
        "reason": Text(value=row.reason),
        "lifted_reason": Text(value=row.lifted_reason),
    }
    if row.lifted_at is None:
        cleared_at = row.respondent.cleared_at
        fields["number"] = row.respondent.cleared_as
        fields["cleared_at"] = moment_text(cleared_at) if cleared_at else None
    else:
        fields["lifted_at"] = moment_text(row.lifted_at)
    for opening in row.openings.all():
        base = f"opening/{opening.pk}"
        fields[f"{base}/account"] = str(opening.account_id)
        fields[f"{base}/at"] = moment_text(opening.at)
        fields[f"{base}/reason"] = Text(value=opening.reason)
    return fields
