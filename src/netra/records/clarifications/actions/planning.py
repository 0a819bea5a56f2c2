"""Planning a hearing, moving it, calling it off, asking a lower office, absence."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor, RegionCode, covers
from netra.records.accounts.models import Office
from netra.records.cases import road
from netra.records.cases.errors import CaseMovedError
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.clarifications import facts
from netra.records.clarifications.entering import (
    enter,
    hold,
    person_of,
    require_hearing,
)
from netra.records.clarifications.errors import (
    BeforeHearingError,
    FutureMomentError,
    NotHearableError,
    OnlineReasonError,
    TextNeededError,
    WrongOfficeError,
)
from netra.records.clarifications.models import Absence, Clarification
from netra.records.clarifications.people import is_hearable
from netra.records.clarifications.queries import rule_of

_WAITING = (Clarification.State.PLANNED, Clarification.State.ABSENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingPlan:
    """When, where and how somebody is to be heard."""

    mode: Clarification.Mode
    place: str
    planned_at: datetime
    online_reason: str = ""
    purpose: str = ""
    bring: str = ""


def _require_plan(case: Case, plan: HearingPlan, at: datetime) -> None:
    if not plan.place.strip():
        raise TextNeededError("place")
    if plan.planned_at <= at:
        raise BeforeHearingError
    if plan.mode == Clarification.Mode.ONLINE:
        _require_online_reason(case, plan.online_reason)


def _require_online_reason(case: Case, reason: str) -> None:
    allowed = rule_of(case).online_reasons
    if not reason.strip() or (allowed and reason not in allowed):
        raise OnlineReasonError(allowed)


def _lay(hearing: Clarification, plan: HearingPlan) -> None:
    online = plan.mode == Clarification.Mode.ONLINE
    hearing.mode = plan.mode
    hearing.online_reason = plan.online_reason if online else ""
    hearing.place = plan.place
    hearing.purpose = plan.purpose
    hearing.bring = plan.bring
    hearing.planned_at = plan.planned_at


@transaction.atomic
def plan_clarification(
    *,
    case: Case,
    who: str,
    capacity: Clarification.Capacity,
    plan: HearingPlan,
    actor: Actor,
    at: datetime,
) -> Clarification:
    """Plan to hear somebody.

    Args:
        case: Whose road has not ended.
        who: Key of somebody who can be heard in it.
        capacity: What the person is heard as.
        plan: When, where and how.
        actor: Needs `HEAR_PARTY` in the region of the case.
        at: Moment of planning.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        CaseMovedError: handling has ended.
        NotHearableError: nobody of the case has this key.
        TextNeededError: there is no place.
        BeforeHearingError: the moment has passed.
        OnlineReasonError: online without a reason the procedure allows.
    """
    require_on(case, Action.HEAR_PARTY, actor)
    if case.step == road.END:
        raise CaseMovedError(case.number, "clarification")
    if not is_hearable(case, who):
        raise NotHearableError
    _require_plan(case, plan, at)
    hearing = Clarification(
        case=case, who=who, capacity=capacity, planned_by=person_of(actor)
    )
    _lay(hearing, plan)
    hearing.save()
    enter(
        "clarification.planned",
        hearing.ledger_subject,
        facts.hearing_facts(hearing),
        actor=actor,
        at=at,
    )
    return hearing


@transaction.atomic
def replan_clarification(
    *, hearing: Clarification, plan: HearingPlan, actor: Actor, at: datetime
) -> Clarification:
    """Move a hearing to another moment or place, also after the person stayed away.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        HearingMovedError: it has begun or was called off.
        TextNeededError: there is no place.
        BeforeHearingError: the moment has passed.
        OnlineReasonError: online without a reason the procedure allows.
    """
    require_hearing(hearing, actor)
    hold(hearing, *_WAITING)
    _require_plan(hearing.case, plan, at)
    _lay(hearing, plan)
    hearing.state = Clarification.State.PLANNED
    hearing.save()
    return _entered("clarification.replanned", hearing, actor=actor, at=at)


def _entered(
    kind: str, hearing: Clarification, *, actor: Actor, at: datetime
) -> Clarification:
    told = facts.hearing_facts(hearing)
    enter(kind, hearing.ledger_subject, told, actor=actor, at=at)
    return hearing


@transaction.atomic
def call_off(
    *, hearing: Clarification, reason: str, actor: Actor, at: datetime
) -> Clarification:
    """Give up a hearing that has not begun.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        HearingMovedError: it has begun or was called off.
        TextNeededError: there is no reason.
    """
    require_hearing(hearing, actor)
    hold(hearing, *_WAITING)
    if not reason.strip():
        raise TextNeededError("reason")
    hearing.state = Clarification.State.CALLED_OFF
    hearing.called_off_reason = reason
    hearing.save()
    return _entered("clarification.called_off", hearing, actor=actor, at=at)


@transaction.atomic
def ask_lower_office(
    *, hearing: Clarification, office: Office, note: str, actor: Actor, at: datetime
) -> Clarification:
    """Ask an office below to hold the hearing; its officers may then take the minutes.

    Args:
        hearing: Not yet begun.
        office: Its region lies beneath that of the case.
        note: What it is asked, such as the letter.
        actor: Needs `HEAR_PARTY` in the region of the case.
        at: Moment of asking.

    Raises:
        NotAllowedError: the actor hears nobody for the office of the case.
        HearingMovedError: it has begun or was called off.
        WrongOfficeError: the office does not lie beneath.
    """
    require_on(hearing.case, Action.HEAR_PARTY, actor)
    hold(hearing, *_WAITING)
    own = hearing.case.region
    if office.region == own or not covers(RegionCode(own), RegionCode(office.region)):
        raise WrongOfficeError
    hearing.asked_office = office
    hearing.asked_note = note
    hearing.save()
    return _entered("clarification.lower_office_asked", hearing, actor=actor, at=at)


@transaction.atomic
def record_absence(
    *,
    hearing: Clarification,
    sent_word: bool,
    note: str,
    actor: Actor,
    at: datetime,
) -> Absence:
    """Record that the person did not come.

    Args:
        hearing: Planned, at a moment that has come.
        sent_word: Whether the person told that they would not come.
        note: What they told, or why it is not known.
        actor: Needs `HEAR_PARTY` in the region of the case.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        HearingMovedError: it is not planned any more.
        FutureMomentError: the moment of the hearing has not come, and no word was sent.
    """
    require_hearing(hearing, actor)
    hold(hearing, Clarification.State.PLANNED)
    if not sent_word and hearing.planned_at > at:
        raise FutureMomentError("sent_word")
    hearing.state = Clarification.State.ABSENT
    hearing.save()
    absence = Absence.objects.create(
        clarification=hearing,
        planned_at=hearing.planned_at,
        sent_word=sent_word,
        note=note,
        at=at,
    )
    told = {"state": hearing.state.value, **facts.absence_facts(absence)}
    enter(
        "clarification.absence_recorded",
        hearing.ledger_subject,
        told,
        actor=actor,
        at=at,
    )
    return absence
