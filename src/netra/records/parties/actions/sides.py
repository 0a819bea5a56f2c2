"""Entering which sides an alleged act favours and harms."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.ledger import Fact
from netra.records.cases.models import Allegation
from netra.records.cases.standing import require_on
from netra.records.contests.models import Side
from netra.records.ledger import actions as ledger
from netra.records.parties.actions.respondents import hold
from netra.records.parties.errors import ForeignSideError, PlenaryRunsError
from netra.records.parties.models import TouchedSide, sides_subject


@transaction.atomic
def touch_sides(
    *,
    allegation: Allegation,
    sides: Mapping[Side, TouchedSide.Effect],
    actor: Actor,
    at: datetime,
) -> list[TouchedSide]:
    """Enter every side an act favours or harms; what was entered before is replaced.

    Args:
        allegation: Of a case that is not decided and has no plenary open.
        sides: Sides of the contest of the case, of any kind, each with the effect.
        actor: Needs `WRITE_STUDY` in the region of the case.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor does not study this case.
        CaseMovedError: the case is decided.
        PlenaryRunsError: a plenary is open.
        ForeignSideError: a side belongs to another contest.
    """
    case = allegation.case
    require_on(case, Action.WRITE_STUDY, actor)
    if hold(case) is not None:
        raise PlenaryRunsError
    if any(side.contest_id != case.contest_id for side in sides):
        raise ForeignSideError
    facts = clear_sides(allegation)
    rows = TouchedSide.objects.bulk_create(
        TouchedSide(allegation=allegation, side=side, effect=effect)
        for side, effect in sides.items()
    )
    facts |= {f"side/{row.side_id}": str(row.effect) for row in rows}
    ledger.append(
        "case.sides_touched",
        sides_subject(allegation.pk),
        actor=actor,
        at=at,
        facts=facts,
    )
    return rows


def clear_sides(allegation: Allegation) -> dict[str, Fact]:
    """Delete the sides of an allegation and return the facts; runs inside an action."""
    gone: dict[str, Fact] = {
        f"side/{row.side_id}": None for row in allegation.touched.all()
    }
    allegation.touched.all().delete()
    return gone


def leave_sides(allegation: Allegation, actor: Actor, at: datetime) -> None:
    """Let the sides go with an allegation that is taken back; runs inside that act."""
    gone = clear_sides(allegation)
    if gone:
        subject = sides_subject(allegation.pk)
        ledger.append("case.sides_taken_back", subject, actor=actor, at=at, facts=gone)
