"""Slips of the pen, set right by two people."""

from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.law.queries import law
from netra.records.ledger import actions as ledger
from netra.records.turns.actions.recording import require_text
from netra.records.turns.errors import (
    CorrectedAlreadyError,
    NotClericalError,
    NothingChangedError,
    OwnCorrectionError,
)
from netra.records.turns.handing import person_of
from netra.records.turns.kept import correction_kept, entered
from netra.records.turns.models import Correction


@transaction.atomic
def correct_clerically(
    *,
    case: Case,
    what: Correction.What,
    place: str,
    stood: str,
    stands: str,
    why: str,
    actor: Actor,
    at: datetime,
) -> Correction:
    """Propose to set a slip of the pen right; a second person approves it.

    What stood stays in the paper it was in; the correction sheet says what stands.

    Args:
        case: Of the paper.
        what: In which kind of paper the slip is.
        place: Which paper, and where in it.
        stood: The words as they were written.
        stands: The words as they should be.
        why: How the slip came about.
        actor: Needs `RECORD_TURN` in the region of the case.
        at: Moment of proposing.

    Raises:
        NotAllowedError: the actor records nothing for this office.
        TurnTextMissingError: a part is missing.
        NothingChangedError: both are the same.
        NotClericalError: it would touch an outcome, a norm or an addressee.
    """
    require_on(case, Action.RECORD_TURN, actor)
    require_text(place=place, stood=stood, stands=stands, why=why)
    if stood.strip() == stands.strip():
        raise NothingChangedError
    _require_clerical(case, stood, stands)
    row = Correction.objects.create(
        case=case,
        what=what,
        place=place,
        stood=stood,
        stands=stands,
        why=why,
        proposed_by=person_of(actor),
        proposed_at=at,
    )
    ledger.append(
        "correction.proposed",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts=entered(correction_kept(row)),
    )
    return row


def _require_clerical(case: Case, stood: str, stands: str) -> None:
    outcomes = (o.title for o in road.procedure_of(case).outcomes.values())
    norms = (law().violation(row.norm).title for row in case.allegations.all())
    bodies = (law().told(body.title) for body in law().authorities.values())
    before, after = stood.casefold(), stands.casefold()
    for name in (*outcomes, *norms, *bodies):
        if (name.casefold() in before) != (name.casefold() in after):
            raise NotClericalError(name)


@transaction.atomic
def approve_correction(
    *, correction: Correction, actor: Actor, at: datetime
) -> Correction:
    """Approve a correction as second pair of eyes.

    Raises:
        NotAllowedError: the actor approves nothing for this office.
        OwnCorrectionError: the actor proposed it.
        CorrectedAlreadyError: somebody approved it first; nothing was written.
    """
    require_on(correction.case, Action.APPROVE_STUDY, actor)
    if str(correction.proposed_by_id) == actor.account_id:
        raise OwnCorrectionError
    waiting = Correction.objects.filter(pk=correction.pk, approved_at__isnull=True)
    if not waiting.update(approved_by=person_of(actor), approved_at=at):
        raise CorrectedAlreadyError
    correction.refresh_from_db()
    ledger.append(
        "correction.approved",
        correction.ledger_subject,
        actor=actor,
        at=at,
        facts=entered(correction_kept(correction), "approved_by", "approved_at"),
    )
    return correction
