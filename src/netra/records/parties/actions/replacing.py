"""A mistaken respondent: the wrong person leaves, the case goes on with the right one.

While a plenary is open the votes on the wrong person stay in the file and count for
nobody: nothing is lost, and the plenary cannot close before every member has voted on
the right person.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.law import UnknownClassError
from netra.records.cases.actions.alleging import offered_norms, take_back
from netra.records.cases.models import Allegation, Case
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger
from netra.records.parties.actions.respondents import (
    enter,
    hold,
    require_present,
    take_out,
)
from netra.records.parties.content import RespondentContent
from netra.records.parties.errors import NeededError
from netra.records.reports.models import Respondent


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """What came of a correction.

    `carried` allegations are held against the right person now, `taken_back` do not
    reach them; `uncounted` votes of an open plenary were about the wrong person.
    """

    right: Respondent
    carried: int
    taken_back: int
    uncounted: int


@transaction.atomic
def replace_respondent(
    *,
    case: Case,
    respondent: Respondent,
    content: RespondentContent,
    reason: str,
    actor: Actor,
    at: datetime,
) -> Replaced:
    """Put the right person in place of the wrong one, also while a plenary is open.

    Args:
        case: Not decided yet.
        respondent: The wrong person; leaves every list, the file keeps the reason.
        content: The right person, by name or by marks.
        reason: Why it was a mistake.
        actor: Needs `NAME_PARTY` in the region of the case.
        at: Moment of correcting.

    Raises:
        NotAllowedError: the actor does not handle this case.
        NeededError: no reason was given, or neither a name nor marks.
        DroppedError: somebody corrected it first.
        CaseMovedError: the plenary decided first; nothing was written.
    """
    require_on(case, Action.NAME_PARTY, actor)
    if not reason.strip():
        raise NeededError("reason")
    plenary = hold(case)
    require_present(case, respondent)
    right = enter(case, content, actor=actor, at=at)
    wrong = Respondent.Standing.REPLACED
    ledger.append(
        "respondent.replaced",
        respondent.ledger_subject,
        actor=actor,
        at=at,
        facts=take_out(case, respondent, wrong, reason, at=at, right=right),
    )
    carried, taken_back = _carry(case, respondent, right, actor=actor, at=at)
    votes = plenary.votes.filter(respondent=respondent).count() if plenary else 0
    return Replaced(
        right=right, carried=carried, taken_back=taken_back, uncounted=votes
    )


def _carry(
    case: Case, wrong: Respondent, right: Respondent, *, actor: Actor, at: datetime
) -> tuple[int, int]:
    """Hold against the right person what reaches them; take the rest back."""
    carried = taken_back = 0
    for row in case.allegations.filter(respondent=wrong):
        if _reaches(case, right, row):
            _move(case, row, right, actor=actor, at=at)
            carried += 1
        else:
            take_back(row, actor=actor, at=at)
            taken_back += 1
    return carried, taken_back


def _reaches(case: Case, right: Respondent, row: Allegation) -> bool:
    """Whether the norm may be held against the class of the right person.

    One whose class is not entered yet takes over everything; the study checks it.
    """
    try:
        offered = offered_norms(case, right, row.act_on)
    except UnknownClassError:
        return True
    norm = next((one for one in offered if one.violation.id == row.norm), None)
    return norm is not None and (norm.fits or bool(row.phase_reason))


def _move(
    case: Case, row: Allegation, right: Respondent, *, actor: Actor, at: datetime
) -> None:
    Allegation.objects.filter(pk=row.pk).update(respondent=right)
    ledger.append(
        "case.allegation_moved",
        case.ledger_subject,
        actor=actor,
        at=at,
        facts={f"allegation/{row.pk}/respondent": str(right.pk)},
    )
