"""Ending the step of clarification where a procedure puts it on the main road."""

from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.law import StepKind
from netra.records.access import require
from netra.records.accounts.models import Office
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.clarifications import facts
from netra.records.clarifications.entering import enter
from netra.records.clarifications.models import OfficeQuestions


@transaction.atomic
def finish_clarifications(*, case: Case, actor: Actor, at: datetime) -> Case:
    """Go on from the step of clarification, by the one result its procedure gives.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        CaseMovedError: the case does not stand on such a step.
        BlockedError: something the procedure needs is missing.
    """
    require_on(case, Action.HEAR_PARTY, actor)
    step = road.require_kind(case, StepKind.CLARIFICATION)
    return road.advance(
        case,
        result=next(iter(step.results)),
        kind="case.clarifications_finished",
        actor=actor,
        at=at,
    )


@transaction.atomic
def keep_questions(
    *, office: Office, norm: str, questions: str, actor: Actor, at: datetime
) -> OfficeQuestions:
    """Keep an office's own list of questions; the newest is in force.

    Args:
        office: Whose list it is.
        norm: Key of the norm it is for, empty for every norm.
        questions: One a line; empty withdraws the list.
        actor: Needs `HEAR_PARTY` in the region of the office.
        at: Moment of keeping.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
    """
    require(actor, Action.HEAR_PARTY, office.region)
    row = OfficeQuestions.objects.create(
        office=office, norm=norm, questions=questions, kept_at=at
    )
    enter(
        "questions.kept",
        row.ledger_subject,
        facts.questions_facts(row),
        actor=actor,
        at=at,
    )
    return row
