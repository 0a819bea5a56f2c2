"""Exoneration, taking it back when its ground falls, and opening the sealed name."""

import json
from datetime import datetime

from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor, RegionCode, is_allowed
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.access import require_for, revealed
from netra.records.accounts.queries import user_of
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger
from netra.records.notices.errors import (
    ClearedAlreadyError,
    NotClearableError,
    StillClearError,
    TextNeededError,
)
from netra.records.notices.models import Clearance, SealedOpening
from netra.records.notices.titles import retitle, untitled
from netra.records.reports.content import PersonContent
from netra.records.reports.models import Respondent

_NOT_A_VIOLATION = "not_a_violation"
_Ground = Clearance.Ground


@transaction.atomic
def clear_person(
    *,
    case: Case,
    respondent: Respondent,
    ground: Clearance.Ground,
    reason: str,
    actor: Actor,
    at: datetime,
) -> Clearance:
    """Clear a respondent: from now on the name is read masked wherever it stood.

    The name is taken out of the titles of case and origin as well. Papers issued
    before stay what they are; they are handed out only with a recorded reason.

    Args:
        case: Whose respondent it is or was.
        respondent: Who is cleared, also somebody taken out of the case.
        ground: What clears them; must hold.
        reason: In the words of the office; sealed.
        actor: Needs `CLEAR_PERSON` in the region of the case.
        at: Moment of clearing.

    Raises:
        NotAllowedError: the actor clears nobody for this office.
        TextNeededError: no reason was given.
        NotClearableError: the ground does not hold.
        ClearedAlreadyError: somebody was first; nothing was written.
    """
    require_on(case, Action.CLEAR_PERSON, actor)
    if not reason.strip():
        raise TextNeededError("reason")
    if not holds(case, respondent, ground):
        raise NotClearableError(ground)
    number = _number_of(case, respondent)
    uncleared = Respondent.every.filter(pk=respondent.pk, cleared_at__isnull=True)
    if not uncleared.update(cleared_at=at, cleared_as=number):
        raise ClearedAlreadyError
    cleared = Respondent.every.get(pk=respondent.pk)
    titles = retitle(case, cleared, actor=actor, at=at)
    try:
        with transaction.atomic():
            row = Clearance.objects.create(
                case=case,
                respondent=cleared,
                ground=ground,
                reason=reason,
                titles=json.dumps(titles) if titles else "",
                cleared_at=at,
                cleared_by_id=int(actor.account_id),
            )
    except IntegrityError as error:
        raise ClearedAlreadyError from error
    ledger.append(
        "person.cleared",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts=_facts(row, number),
    )
    return row


def _facts(row: Clearance, number: int) -> dict[str, Fact]:
    return {
        "case": str(row.case_id),
        "respondent": str(row.respondent_id),
        "number": number,
        "ground": row.ground,
        "reason": ledger.commit_text(row.reason),
        "cleared_at": moment_text(row.cleared_at),
    }


def holds(case: Case, respondent: Respondent, ground: str) -> bool:
    """Say whether a ground clears this person in this case as it stands."""
    standings = {
        _Ground.WITHDRAWN: Respondent.Standing.WITHDRAWN,
        _Ground.MISTAKEN: Respondent.Standing.REPLACED,
    }
    if ground in standings:
        return respondent.standing == standings[_Ground(ground)]
    found = set(
        case.outcomes.filter(respondent=respondent).values_list("outcome", flat=True)
    )
    return found == {_NOT_A_VIOLATION}


def _number_of(case: Case, respondent: Respondent) -> int:
    """Return the place of a person among all who were ever named in the matter."""
    origin = case.origin
    if case.report_id is not None:
        rows = Respondent.every.filter(report=case.report_id)
    else:
        rows = Respondent.every.filter(findings=origin.pk)
    before = rows.filter(pk__lt=respondent.pk).count()
    return before + 1


@transaction.atomic
def lift_clearance(
    *, clearance: Clearance, reason: str, actor: Actor, at: datetime
) -> Clearance:
    """End a clearance whose ground no longer holds, as after a reopened case.

    Raises:
        NotAllowedError: the actor clears nobody for this office.
        TextNeededError: no reason was given.
        StillClearError: the ground still holds; nothing was written.
        ClearedAlreadyError: it was lifted first; nothing was written.
    """
    case, person = clearance.case, clearance.respondent
    require_on(case, Action.CLEAR_PERSON, actor)
    if not reason.strip():
        raise TextNeededError("reason")
    if holds(case, person, clearance.ground):
        raise StillClearError
    in_force = Clearance.objects.filter(pk=clearance.pk, lifted_at__isnull=True)
    if not in_force.update(
        lifted_at=at, lifted_by=user_of(actor), lifted_reason=reason
    ):
        raise ClearedAlreadyError
    Respondent.every.filter(pk=person.pk).update(cleared_at=None, cleared_as=None)
    untitled(case, json.loads(clearance.titles or "{}"), actor=actor, at=at)
    ledger.append(
        "person.clearance_lifted",
        clearance.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "number": None,
            "cleared_at": None,
            "lifted_at": moment_text(at),
            "lifted_reason": ledger.commit_text(reason),
        },
    )
    clearance.refresh_from_db()
    return clearance


@transaction.atomic
def open_sealed(
    *, clearance: Clearance, reason: str, actor: Actor, at: datetime
) -> PersonContent:
    """Open the sealed name of somebody cleared, for a reason that is recorded.

    Args:
        clearance: In force.
        reason: Why it is needed; kept as a commitment beside the entry.
        actor: Needs `CLEAR_PERSON` or `OPEN_IDENTITY` in the region of the case.
        at: Moment of opening.

    Raises:
        NotAllowedError: the actor has no need to know.
        TextNeededError: no reason was given.
    """
    case = clearance.case
    clears = is_allowed(actor, Action.CLEAR_PERSON, RegionCode(case.region))
    needs = Action.CLEAR_PERSON if clears else Action.OPEN_IDENTITY
    require_for(actor, needs, case, case.region)  # also once the file is closed
    if not reason.strip():
        raise TextNeededError("reason")
    row = SealedOpening.objects.create(
        clearance=clearance, account_id=int(actor.account_id), at=at, reason=reason
    )
    base = f"opening/{row.pk}"
    ledger.append(
        "person.sealed_name_opened",
        clearance.ledger_subject,
        actor=actor,
        at=at,
        facts={
            f"{base}/account": actor.account_id,
            f"{base}/at": moment_text(at),
            f"{base}/reason": ledger.commit_text(reason),
        },
    )
    person = clearance.respondent
    return PersonContent(
        name=revealed(person.name),
        address=revealed(person.address),
        phone=revealed(person.phone),
        workplace=revealed(person.workplace),
        post=revealed(person.post),
        employment_class=person.employment_class,
    )
