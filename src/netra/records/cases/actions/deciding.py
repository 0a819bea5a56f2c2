"""The plenary: convening, voting, closing."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor
from netra.domain.law import Step, StepKind
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.models import OfficeSetting, User
from netra.records.accounts.queries import setting_of
from netra.records.cases import road
from netra.records.cases.actions.alleging import require_respondent
from netra.records.cases.actions.meeting import join_notice
from netra.records.cases.conditions import facts_of, newest_study, open_plenary
from netra.records.cases.counting import (
    enter_outcomes,
    outcome_facts,
    require_outcomes,
    result_of,
)
from netra.records.cases.errors import (
    BelowQuorumError,
    BlockedError,
    MemberVotedError,
    NotAMemberError,
    PlenaryClosedError,
    PlenaryOpenError,
    QuorumUnsetError,
    TextMissingError,
)
from netra.records.cases.models import (
    Attendance,
    Case,
    Plenary,
    Vote,
)
from netra.records.cases.standing import require_on
from netra.records.cases.ties import require_untied_people
from netra.records.ledger import actions as ledger
from netra.records.reports.models import Respondent

_QUORUM = "quorum_met"


@transaction.atomic
def convene_plenary(
    *, case: Case, members: Sequence[User], place: str, actor: Actor, at: datetime
) -> Plenary:
    """Open the plenary with the members who are present.

    Args:
        case: Waits for its plenary, with an approved study.
        members: Members of the office who take part.
        place: Where it meets; may be empty.
        actor: Needs `CONVENE_PLENARY` in the region of the case.
        at: Moment of opening.

    Raises:
        NotAllowedError: the actor does not convene for this office.
        CaseMovedError: the case does not wait for a plenary.
        QuorumUnsetError: the office has not settled its custom.
        BlockedError: the study is not approved by a second person.
        BelowQuorumError: such a plenary could never decide.
        PlenaryOpenError: one is open already.
        TiedPersonError: a member who is tied to a party would take part.
    """
    require_on(case, Action.CONVENE_PLENARY, actor)
    step = road.require_kind(case, StepKind.PLENARY)
    require_untied_people(case, members)
    quorum = setting_of(case.office, OfficeSetting.Key.PLENARY_QUORUM)
    if quorum is None:
        raise QuorumUnsetError
    _require_need(case, step, "study_approved")
    _require_quorum(step, len(members), int(quorum))
    study = newest_study(case)
    try:
        with transaction.atomic():
            plenary = Plenary.objects.create(
                case=case,
                study=study,
                convened_at=at,
                place=place,
                quorum=int(quorum),
            )
    except IntegrityError as error:
        raise PlenaryOpenError from error
    Attendance.objects.bulk_create(
        Attendance(plenary=plenary, member=member) for member in members
    )
    join_notice(plenary, actor=actor, at=at)
    facts: dict[str, Fact] = {
        "case": str(case.pk),
        "study": study.version if study else None,
        "convened_at": moment_text(at),
        "quorum": plenary.quorum,
        **{f"member/{member.pk}": True for member in members},
    }
    ledger.append(
        "plenary.convened", plenary.ledger_subject, actor=actor, at=at, facts=facts
    )
    return plenary


def _require_quorum(step: Step, present_count: int, quorum: int) -> None:
    if present_count < quorum and any(need.key == _QUORUM for need in step.needs):
        raise BelowQuorumError(present_count, quorum)


@transaction.atomic
def correct_attendance(
    *, plenary: Plenary, members: Sequence[User], actor: Actor, at: datetime
) -> Plenary:
    """Correct who is present while the plenary is open.

    Args:
        plenary: Open.
        members: All who are present; nobody who has voted is missing.
        actor: Needs `CONVENE_PLENARY` in the region of the case.
        at: Moment of correcting.

    Raises:
        NotAllowedError: the actor does not convene for this office.
        PlenaryClosedError: it was closed first; nothing was written.
        BelowQuorumError: too few would be left.
        MemberVotedError: somebody who has voted would be left out.
        TiedPersonError: a member who is tied to a party would take part.
    """
    case = plenary.case
    require_on(case, Action.CONVENE_PLENARY, actor)
    step = road.require_kind(case, StepKind.PLENARY)
    if not Plenary.objects.filter(pk=plenary.pk, closed_at__isnull=True).exists():
        raise PlenaryClosedError
    require_untied_people(case, members)
    _require_quorum(step, len(members), plenary.quorum)
    wanted = {member.pk for member in members}
    present = set(plenary.attendance.values_list("member_id", flat=True))
    gone = present - wanted
    if plenary.votes.filter(member_id__in=gone).exists():
        raise MemberVotedError
    plenary.attendance.filter(member_id__in=gone).delete()
    Attendance.objects.bulk_create(
        Attendance(plenary=plenary, member_id=pk) for pk in sorted(wanted - present)
    )
    facts: dict[str, Fact] = {f"member/{pk}": None for pk in gone}
    facts |= {f"member/{pk}": True for pk in wanted - present}
    facts |= _there_after_all(plenary, wanted)
    facts |= _dissents_gone(plenary, gone)
    ledger.append(
        "plenary.attendance_corrected",
        plenary.ledger_subject,
        actor=actor,
        at=at,
        facts=facts,
    )
    return plenary


def _there_after_all(plenary: Plenary, present: set[int]) -> dict[str, Fact]:
    rows = plenary.absences.filter(member_id__in=present)
    facts: dict[str, Fact] = {f"absent/{row.member_id}": None for row in rows}
    rows.delete()
    return facts


def _dissents_gone(plenary: Plenary, gone: set[int]) -> dict[str, Fact]:
    rows = plenary.dissents.filter(member_id__in=gone)
    facts: dict[str, Fact] = {f"dissent/{row.member_id}": None for row in rows}
    rows.delete()
    return facts


def _require_need(case: Case, step: Step, key: str) -> None:
    needs = [need for need in step.needs if need.key == key]
    missing = [need for need in needs if not facts_of(case, [need]).get(key, False)]
    if missing:
        raise BlockedError([n.key for n in missing], [n.blocks for n in missing])


@transaction.atomic
def cast_vote(
    *,
    plenary: Plenary,
    respondent: Respondent,
    outcome: str,
    reason: str,
    actor: Actor,
    at: datetime,
    also: str = "",
) -> Vote:
    """Vote on one respondent, or change one's vote while the plenary is open.

    Args:
        plenary: Open.
        respondent: Of the case.
        outcome: Key of an outcome of the procedure.
        reason: Kept with the vote.
        actor: Needs `VOTE`; takes part in the plenary.
        at: Moment of voting.
        also: A second outcome of the same act, if the member sees one.

    Raises:
        NotAllowedError: the actor does not vote for this office.
        NotAMemberError: the actor takes no part in this plenary.
        PlenaryClosedError: it was closed first; nothing was written.
        NoRespondentError: they were replaced or taken out first.
        UnknownOutcomeError: the procedure knows no such outcome.
        ContradictingOutcomeError: the two outcomes cannot both be true of one act.
        TextMissingError: no reason was given.
    """
    case = plenary.case
    require_on(case, Action.VOTE, actor)
    if not plenary.attendance.filter(member_id=int(actor.account_id)).exists():
        raise NotAMemberError
    require_outcomes(case, respondent, outcome, also, at)
    if not reason.strip():
        raise TextMissingError("reason")
    if not _hold(plenary):
        raise PlenaryClosedError
    require_respondent(case, respondent)
    vote, _made = Vote.objects.update_or_create(
        plenary=plenary,
        member_id=int(actor.account_id),
        respondent=respondent,
        defaults={"outcome": outcome, "also": also, "reason": reason, "at": at},
    )
    base = f"vote/{actor.account_id}/{respondent.pk}"
    ledger.append(
        "plenary.voted",
        plenary.ledger_subject,
        actor=actor,
        at=at,
        facts={
            f"{base}/outcome": outcome,
            f"{base}/also": also or None,
            f"{base}/reason": ledger.commit_text(reason),
        },
    )
    return vote


def _hold(plenary: Plenary) -> bool:
    """Queue behind whoever writes the plenary; say whether it is still open then."""
    still_open = Plenary.objects.filter(pk=plenary.pk, closed_at__isnull=True)
    return bool(still_open.update(quorum=plenary.quorum))


@transaction.atomic
def close_plenary(
    *, case: Case, decision_text: str, actor: Actor, at: datetime
) -> Case:
    """Close the plenary: each respondent gets the outcome most members voted for.

    Args:
        case: With an open plenary.
        decision_text: Text of the decision.
        actor: Needs `CLOSE_PLENARY` in the region of the case.
        at: Moment of closing.

    Raises:
        NotAllowedError: the actor does not close for this office.
        PlenaryClosedError: somebody closed it first; nothing was written.
        BlockedError: quorum, approval or votes are missing.
        UnvotedError: nobody voted on a respondent.
        TiedVoteError: no outcome has more votes than every other.
        TextMissingError: there is no decision text.
    """
    require_on(case, Action.CLOSE_PLENARY, actor)
    plenary = open_plenary(case)
    if plenary is None or not _hold(plenary):
        raise PlenaryClosedError
    if not decision_text.strip():
        raise TextMissingError("decision_text")
    road.require_unblocked(case)
    outcomes = enter_outcomes(case, plenary)
    result = result_of(case, outcomes, at)
    case = road.advance(
        case,
        result=result,
        kind="case.decided",
        actor=actor,
        at=at,
        facts=dict(outcome_facts(outcomes)),
    )
    closed = Plenary.objects.filter(pk=plenary.pk, closed_at__isnull=True)
    if not closed.update(closed_at=at, decision_text=decision_text):
        raise PlenaryClosedError
    ledger.append(
        "plenary.closed",
        plenary.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "closed_at": moment_text(at),
            "decision_text": ledger.commit_text(decision_text),
        },
    )
    return case
