"""Inviting somebody, and recording how the letter reached them."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from netra.domain.access import Actor
from netra.domain.law import Deadline, in_indonesian
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.clarifications import facts
from netra.records.clarifications.entering import (
    enter,
    hold,
    require_hearing,
    require_past,
)
from netra.records.clarifications.errors import (
    HearingMovedError,
    InvitedTwiceError,
    LateInvitationError,
    TextNeededError,
)
from netra.records.clarifications.models import Clarification, Invitation, Service
from netra.records.clarifications.queries import INVITED, invitation_deadline
from netra.records.evidence.models import Blob

_MOST = 2


@transaction.atomic
def invite(
    *,
    hearing: Clarification,
    number: str,
    sent_at: datetime,
    late_reason: str,
    actor: Actor,
    at: datetime,
) -> Invitation:
    """Record that the first or second invitation was sent.

    Args:
        hearing: Planned; the invitation is for the moment it has now.
        number: Of the letter; may be empty.
        sent_at: When it left, not later than `at`.
        late_reason: Needed when that is later than the law allows.
        actor: Needs `HEAR_PARTY` in the region of the case.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        HearingMovedError: the hearing is not planned any more.
        FutureMomentError: it is said to have left later than now.
        InvitedTwiceError: the second invitation was sent.
        LateInvitationError: it is late and has no reason.
    """
    require_hearing(hearing, actor)
    hold(hearing, Clarification.State.PLANNED)
    require_past("sent_at", sent_at, at)
    order = hearing.invitations.count() + 1
    if order > _MOST:
        raise InvitedTwiceError
    due = invitation_deadline(hearing.case, hearing.planned_at)
    _require_reason(due, sent_at, late_reason)
    try:
        with transaction.atomic():
            row = Invitation.objects.create(
                clarification=hearing,
                order=order,
                number=number,
                hearing_at=hearing.planned_at,
                sent_at=sent_at,
                due_at=due.due_at if due else None,
                late_reason=late_reason if due and sent_at > due.due_at else "",
            )
    except IntegrityError as error:
        raise HearingMovedError(hearing.state) from error
    enter(
        "invitation.sent",
        row.ledger_subject,
        facts.invitation_facts(row),
        actor=actor,
        at=at,
        happened_at=sent_at,
    )
    if due is not None:
        _note_event(hearing.case, actor=actor, at=sent_at, recorded_at=at)
    return row


def _require_reason(due: Deadline | None, sent_at: datetime, reason: str) -> None:
    if due is not None and sent_at > due.due_at and not reason.strip():
        raise LateInvitationError(in_indonesian(due.article))


def _note_event(
    case: Case, *, actor: Actor, at: datetime, recorded_at: datetime
) -> None:
    """Let the clock of the case know of its first invitation."""
    if case.events.filter(key=INVITED).exists():
        return
    events = road.note_events(case, (INVITED,), at)
    enter(
        "case.clarification_invited",
        case.ledger_subject,
        events,
        actor=actor,
        at=recorded_at,
        happened_at=at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """How a letter was handed over, to whom, and what came of it."""

    how: Service.How
    by: str
    served_at: datetime
    result: Service.Result
    received_by: str = ""
    note: str = ""


@transaction.atomic
def record_service(
    *,
    invitation: Invitation,
    served: Served,
    proof: Blob | None,
    actor: Actor,
    at: datetime,
) -> Service:
    """Record one attempt to hand an invitation over.

    Args:
        invitation: Which letter.
        served: How it went; who received it is kept sealed.
        proof: Photo or scan, if there is one.
        actor: Needs `HEAR_PARTY` in the region of the case.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        FutureMomentError: it is said to have happened later than now.
        TextNeededError: it is not said who delivered, or what happened when the letter
            was not received.
    """
    require_hearing(invitation.clarification, actor)
    require_past("served_at", served.served_at, at)
    if not served.by.strip():
        raise TextNeededError("by")
    if served.result != Service.Result.RECEIVED and not served.note.strip():
        raise TextNeededError("note")
    row = Service.objects.create(
        invitation=invitation,
        how=served.how,
        by=served.by,
        received_by=served.received_by,
        served_at=served.served_at,
        result=served.result,
        note=served.note,
        proof=proof,
    )
    enter(
        "service.recorded",
        row.ledger_subject,
        facts.service_facts(row),
        actor=actor,
        at=at,
        happened_at=served.served_at,
    )
    return row
