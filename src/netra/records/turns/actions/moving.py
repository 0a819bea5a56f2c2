"""A report or case changes hands between offices.

A move changes office and region of the matter and of all that belongs to it, so that
who sees it follows at once. Numbers stay those of the office that gave them, and so do
the events: no deadline starts anew.
"""

from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.law import StepKind
from netra.domain.ledger.entries import moment_text
from netra.records.access import NotAllowedError, require_for
from netra.records.accounts.models import Office
from netra.records.accounts.queries import office_for
from netra.records.cases.conditions import open_plenary
from netra.records.cases.models import Case, Plenary
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger
from netra.records.reports import road as report_road
from netra.records.reports.models import Report
from netra.records.turns.errors import (
    AcceptedAlreadyError,
    AlreadyThereError,
    MoveConflictError,
    NoOfficeOfPlaceError,
    NotAboveError,
    NothingToReturnError,
    PlenaryRunningError,
)
from netra.records.turns.handing import Way, hand_over, person_of
from netra.records.turns.models import Move
from netra.records.turns.queries import (
    last_arrival,
    stands_above,
)

_MOVABLE = (
    StepKind.INITIAL_STUDY,
    StepKind.NOTICE,
    StepKind.COMPLETION,
    StepKind.COMPLETION_CHECK,
    StepKind.REGISTRATION,
)


@transaction.atomic
def delegate_report(*, report: Report, reason: str, actor: Actor, at: datetime) -> Move:
    """Pass a report that is not registered on to the office of the place.

    Args:
        report: Between arrival and registration.
        reason: Why; printed on the letter.
        actor: Needs `DELEGATE_CASE` in the region of the report.
        at: Moment of passing it on; no deadline starts anew.

    Raises:
        NotAllowedError: the actor does not pass on matters of this office.
        StepPassedError: the report is registered or its road has ended.
        NoOfficeOfPlaceError: no office handles the place.
        AlreadyThereError: this office does.
        TurnTextMissingError: no reason was given.
        MoveConflictError: somebody moved it first; nothing was written.
    """
    require_for(actor, Action.DELEGATE_CASE, report, report.region)
    report_road.require_kind(report, *_MOVABLE)
    to = _place_of(report)
    return hand_over(
        report,
        Way(kind=Move.Kind.DELEGATION, to=to, reason=reason, actor=actor, at=at),
    )


@transaction.atomic
def delegate_case(*, case: Case, reason: str, actor: Actor, at: datetime) -> Move:
    """Pass a case on to the office of the place.

    Args:
        case: Not ended, without an open plenary.
        reason: Why; printed on the letter.
        actor: Needs `DELEGATE_CASE` in the region of the case.
        at: Moment of passing it on; no deadline starts anew.

    Raises:
        NotAllowedError: the actor does not pass on cases of this office.
        PlenaryRunningError: its plenary is open.
        NoOfficeOfPlaceError: no office handles the place.
        AlreadyThereError: this office does.
        TurnTextMissingError: no reason was given.
        MoveConflictError: somebody moved it first; nothing was written.
    """
    require_on(case, Action.DELEGATE_CASE, actor)
    _require_no_plenary(case)
    to = _place_of(case)
    return hand_over(
        case, Way(kind=Move.Kind.DELEGATION, to=to, reason=reason, actor=actor, at=at)
    )


@transaction.atomic
def accept_delegation(*, move: Move, actor: Actor, at: datetime) -> Move:
    """Say that the receiving office has what was passed on to it.

    Raises:
        NotAllowedError: the actor does not serve the receiving office.
        AcceptedAlreadyError: it does not wait, or went on already.
    """
    matter = move.case or move.report
    if matter is None:
        raise LookupError("a move has a matter")  # held by move_of_one_matter
    if isinstance(matter, Case):
        require_on(matter, Action.DELEGATE_CASE, actor)
    else:
        require_for(actor, Action.DELEGATE_CASE, matter, matter.region)
    waiting = Move.objects.filter(
        pk=move.pk, kind=Move.Kind.DELEGATION, accepted_at__isnull=True
    )
    here = move.to_office_id == matter.office_id
    if not here or not waiting.update(accepted_by=person_of(actor), accepted_at=at):
        raise AcceptedAlreadyError
    move.refresh_from_db()
    ledger.append(
        "move.accepted",
        move.ledger_subject,
        actor=actor,
        at=at,
        facts={"accepted_by": actor.account_id, "accepted_at": moment_text(at)},
    )
    return move


@transaction.atomic
def take_over_report(
    *, report: Report, office: Office, reason: str, actor: Actor, at: datetime
) -> Move:
    """Take a report that is not registered over from an office below.

    Raises:
        NotAllowedError: the actor does not take over for that office.
        NotAboveError: the office does not stand above.
        StepPassedError: the report is registered or its road has ended.
        TurnTextMissingError: no reason was given.
        MoveConflictError: somebody moved it first; nothing was written.
    """
    require_for(actor, Action.TAKE_OVER_CASE, report, report.region)
    report_road.require_kind(report, *_MOVABLE)
    _require_above(report, office, actor)
    return hand_over(
        report,
        Way(kind=Move.Kind.TAKEOVER, to=office, reason=reason, actor=actor, at=at),
    )


@transaction.atomic
def take_over_case(
    *, case: Case, office: Office, reason: str, actor: Actor, at: datetime
) -> Move:
    """Take a case over from an office below, also while that one decides.

    A plenary that is open ends without outcome; who voted what stays in it and in the
    ledger.

    Args:
        case: Not ended.
        office: The actor's own, above the one that handles the case.
        reason: Why; printed on the letter.
        actor: Needs `TAKE_OVER_CASE` over the region of the case.
        at: Moment of taking it over; no deadline starts anew.

    Raises:
        NotAllowedError: the actor does not take over for that office.
        NotAboveError: the office does not stand above.
        TurnTextMissingError: no reason was given.
        MoveConflictError: the case was decided or moved first; nothing was written.
    """
    require_on(case, Action.TAKE_OVER_CASE, actor)
    _require_above(case, office, actor)
    move = hand_over(
        case,
        Way(kind=Move.Kind.TAKEOVER, to=office, reason=reason, actor=actor, at=at),
    )
    _end_plenary(case, actor, at)
    return move


def _end_plenary(case: Case, actor: Actor, at: datetime) -> None:
    plenary = open_plenary(case)
    if plenary is None:
        return
    running = Plenary.objects.filter(pk=plenary.pk, closed_at__isnull=True)
    if not running.update(closed_at=at, taken_over=True):
        raise MoveConflictError(case.number)
    ledger.append(
        "plenary.taken_over",
        plenary.ledger_subject,
        actor=actor,
        at=at,
        facts={"closed_at": moment_text(at), "taken_over": True},
    )


@transaction.atomic
def return_report(*, report: Report, reason: str, actor: Actor, at: datetime) -> Move:
    """Give a report back to the office it came from.

    Raises:
        NotAllowedError: the actor does not pass on matters of this office.
        StepPassedError: the report is registered or its road has ended.
        NothingToReturnError: it did not come from another office.
        TurnTextMissingError: no reason was given.
        MoveConflictError: somebody moved it first; nothing was written.
    """
    require_for(actor, Action.DELEGATE_CASE, report, report.region)
    report_road.require_kind(report, *_MOVABLE)
    return hand_over(report, _way_back(report, reason, actor, at))


@transaction.atomic
def return_case(*, case: Case, reason: str, actor: Actor, at: datetime) -> Move:
    """Give a case back to the office it came from.

    Raises:
        NotAllowedError: the actor does not pass on cases of this office.
        PlenaryRunningError: its plenary is open.
        NothingToReturnError: it did not come from another office.
        TurnTextMissingError: no reason was given.
        MoveConflictError: somebody moved it first; nothing was written.
    """
    require_on(case, Action.DELEGATE_CASE, actor)
    _require_no_plenary(case)
    return hand_over(case, _way_back(case, reason, actor, at))


def _way_back(matter: Report | Case, reason: str, actor: Actor, at: datetime) -> Way:
    came = last_arrival(matter)
    if came is None:
        raise NothingToReturnError
    return Way(
        kind=Move.Kind.RETURN, to=came.from_office, reason=reason, actor=actor, at=at
    )


def _place_of(matter: Report | Case) -> Office:
    found = office_for(matter.place_region)
    if found is None:
        raise NoOfficeOfPlaceError(matter.place_region)
    if found.pk == matter.office_id:
        raise AlreadyThereError
    return found


def _require_above(matter: Report | Case, office: Office, actor: Actor) -> None:
    serves = any(grant.office_id == str(office.pk) for grant in actor.grants)
    if not serves:
        raise NotAllowedError(Action.TAKE_OVER_CASE)
    if not stands_above(office, matter):
        raise NotAboveError


def _require_no_plenary(case: Case) -> None:
    if open_plenary(case) is not None:
        raise PlenaryRunningError
