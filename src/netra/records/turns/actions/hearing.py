"""The supervisors' own hearing of an administrative violation in a Pemilu."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor
from netra.domain.law import StepKind, zone_of
from netra.domain.ledger import Fact
from netra.records.accounts.models import User
from netra.records.accounts.queries import members_of
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger
from netra.records.turns.actions.recording import require_text
from netra.records.turns.errors import (
    HearingStateError,
    NoHearingError,
    NotAMemberHereError,
    NotYetError,
)
from netra.records.turns.handing import person_of
from netra.records.turns.kept import entered, hearing_kept, session_kept
from netra.records.turns.models import Hearing, HearingMember, HearingSession
from netra.records.turns.queries import OWN_HEARING, goes_to


@transaction.atomic
def open_hearing(*, case: Case, actor: Actor, at: datetime) -> Hearing:
    """Open the hearing of a case whose outcome the supervisors decide themselves.

    Args:
        case: Stands on the referral; no letter goes out for that outcome.
        actor: Needs `HOLD_HEARING` in the region of the case.
        at: Moment of opening.

    Raises:
        NotAllowedError: the actor holds no hearing for this office.
        CaseMovedError: the case does not stand on the referral.
        NoHearingError: no outcome is decided that way.
        HearingStateError: it is open or decided already.
    """
    require_on(case, Action.HOLD_HEARING, actor)
    road.require_kind(case, StepKind.REFERRAL)
    if not goes_to(case, OWN_HEARING):
        raise NoHearingError
    try:
        with transaction.atomic():
            row = Hearing.objects.create(
                case=case, opened_by=person_of(actor), opened_at=at
            )
    except IntegrityError as error:
        raise HearingStateError("new") from error
    ledger.append(
        "hearing.opened",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts=entered(hearing_kept(row)),
    )
    return row


def _hold_open(hearing: Hearing) -> None:
    """Queue behind whoever writes the hearing; refuse one that is over."""
    running = Hearing.objects.filter(
        pk=hearing.pk, decided_at__isnull=True, set_aside_at__isnull=True
    )
    if not running.update(opened_at=hearing.opened_at):
        raise HearingStateError("open")


@transaction.atomic
def plan_session(
    *, hearing: Hearing, planned_at: datetime, place: str, actor: Actor, at: datetime
) -> HearingSession:
    """Set when and where the hearing meets.

    Raises:
        NotAllowedError: the actor holds no hearing for this office.
        TurnTextMissingError: no place is named.
        HearingStateError: the hearing is over.
    """
    require_on(hearing.case, Action.HOLD_HEARING, actor)
    require_text(place=place)
    _hold_open(hearing)
    row = HearingSession.objects.create(
        hearing=hearing, planned_at=planned_at, place=place
    )
    ledger.append(
        "hearing.session_planned",
        hearing.ledger_subject,
        actor=actor,
        at=at,
        facts=entered(session_kept(row)),
    )
    return row


@transaction.atomic
def note_session(
    *,
    session: HearingSession,
    held_at: datetime,
    present: str,
    course: str,
    actor: Actor,
    at: datetime,
) -> HearingSession:
    """Record who came to a session and what was done.

    Args:
        session: Planned, not yet held.
        held_at: When it began; not after `at`.
        present: The parties who came; sealed.
        course: What was done, without names.
        actor: Needs `HOLD_HEARING` in the region of the case.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor holds no hearing for this office.
        TurnTextMissingError: a part is missing.
        NotYetError: it is said to begin later than now.
        HearingStateError: it is recorded already, or the hearing is over.
    """
    require_on(session.hearing.case, Action.HOLD_HEARING, actor)
    require_text(present=present, course=course)
    if held_at > at:
        raise NotYetError("held_at", held_at)
    _hold_open(session.hearing)
    waiting = HearingSession.objects.filter(pk=session.pk, held_at__isnull=True)
    if not waiting.update(held_at=held_at, present=present, course=course):
        raise HearingStateError("waiting for this session")
    session.refresh_from_db()
    ledger.append(
        "hearing.session_held",
        session.hearing.ledger_subject,
        actor=actor,
        at=at,
        happened_at=held_at,
        facts=entered(session_kept(session)),
    )
    return session


@transaction.atomic
def decide_hearing(
    *,
    hearing: Hearing,
    decision_text: str,
    members: Sequence[User],
    actor: Actor,
    at: datetime,
) -> Hearing:
    """Record what the members decided after the sessions.

    How many of them it takes is not known from any rule that was read, so it is not
    counted here; who decided is recorded.

    Args:
        hearing: Open, with a session that was held.
        decision_text: The decision.
        members: Members of the office who decided.
        actor: Needs `CLOSE_PLENARY` in the region of the case: a member.
        at: Moment of deciding.

    Raises:
        NotAllowedError: the actor closes nothing for this office.
        TurnTextMissingError: there is no text.
        NotAMemberHereError: nobody, or somebody who is no member on that day.
        HearingStateError: it is over, or no session was held.
    """
    case = hearing.case
    require_on(case, Action.CLOSE_PLENARY, actor)
    require_text(decision_text=decision_text)
    _require_members(case, members, at)
    held = hearing.sessions.filter(held_at__isnull=False).exists()
    running = Hearing.objects.filter(
        pk=hearing.pk, decided_at__isnull=True, set_aside_at__isnull=True
    )
    if not held or not running.update(decision_text=decision_text, decided_at=at):
        raise HearingStateError("ready for a decision")
    HearingMember.objects.bulk_create(
        HearingMember(hearing=hearing, member=member) for member in members
    )
    hearing.refresh_from_db()
    facts: dict[str, Fact] = {f"member/{member.pk}": True for member in members}
    facts |= entered(hearing_kept(hearing), "decision_text", "decided_at")
    ledger.append(
        "hearing.decided", hearing.ledger_subject, actor=actor, at=at, facts=facts
    )
    return hearing


def _require_members(case: Case, members: Sequence[User], at: datetime) -> None:
    day = at.astimezone(zone_of(case.place_region)).date()
    serving = set(members_of(case.office, day).values_list("user_id", flat=True))
    if not members or not {member.pk for member in members} <= serving:
        raise NotAMemberHereError
