"""Who takes no part in a case because of a tie, who steps in, and how a tie ends."""

from datetime import datetime

from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor
from netra.domain.law import zone_of
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.access import require
from netra.records.accounts.models import User
from netra.records.accounts.queries import roles_on, user_of
from netra.records.cases.conditions import open_plenary
from netra.records.cases.errors import (
    CaseMovedError,
    NotServingError,
    OwnTieError,
    RecusalEndedError,
    RecusedTwiceError,
    TextMissingError,
)
from netra.records.cases.models import Attendance, Case, Plenary, Recusal
from netra.records.cases.standing import hold, require_on
from netra.records.cases.ties import recusal_of, require_untied_people
from netra.records.ledger import actions as ledger


@transaction.atomic
def declare_tie(
    *, case: Case, relation: str, reason: str, actor: Actor, at: datetime
) -> Recusal:
    """Step back from a case because of one's own tie to a party.

    What the person holds of the case is given up in the same act: the case itself, a
    seat and the votes in a plenary that is open. What was done before stays in the
    ledger.

    Args:
        case: Of the actor's office.
        relation: A value of `Recusal.Relation`.
        reason: Sealed; only who may decide about it reads it.
        actor: Needs `DECLARE_TIE` in the region of the case.
        at: Moment of declaring.

    Raises:
        NotAllowedError: the actor does not work for this office.
        CaseMovedError: another office has the case by now.
        RecusedTwiceError: the tie is recorded already.
        TextMissingError: no reason was given.
    """
    require(actor, Action.DECLARE_TIE, case.region)
    if not hold(case):
        raise CaseMovedError(case.number, "office")
    return _enter(
        case,
        officer=_person(actor),
        kind=Recusal.Kind.OWN,
        relation=relation,
        reason=reason,
        actor=actor,
        at=at,
    )


@transaction.atomic
def record_tie(
    *,
    case: Case,
    officer: User,
    relation: str,
    reason: str,
    actor: Actor,
    at: datetime,
) -> Recusal:
    """Record that somebody else is tied to a party of a case.

    It counts at once; the person may have it ended by a third one.

    Args:
        case: Of the actor's office.
        officer: Somebody else who could take part in the case.
        relation: A value of `Recusal.Relation`.
        reason: Sealed; only who may decide about it reads it.
        actor: Needs `DECLARE_TIE` in the region of the case.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor does not work for this office.
        TiedError: the actor is tied to a party of the case.
        OwnTieError: it is the actor's own tie, which is declared.
        RecusedTwiceError: the tie is recorded already.
        TextMissingError: no reason was given.
    """
    require_on(case, Action.DECLARE_TIE, actor)
    if str(officer.pk) == actor.account_id:
        raise OwnTieError
    return _enter(
        case,
        officer=officer,
        kind=Recusal.Kind.RECORDED,
        relation=relation,
        reason=reason,
        actor=actor,
        at=at,
    )


def _person(actor: Actor) -> User:
    user = user_of(actor)
    if user is None:
        raise LookupError("a tie is declared by somebody with an account")
    return user


def _enter(
    case: Case,
    *,
    officer: User,
    kind: Recusal.Kind,
    relation: str,
    reason: str,
    actor: Actor,
    at: datetime,
) -> Recusal:
    if not reason.strip():
        raise TextMissingError("reason")
    if recusal_of(case, officer.pk):
        raise RecusedTwiceError
    held = bool(
        Case.objects.filter(pk=case.pk, assigned_to=officer).update(assigned_to=None)
    )
    took_part = _give_up_seat(case, officer, actor=actor, at=at)
    try:
        with transaction.atomic():
            recusal = Recusal.objects.create(
                case=case,
                officer=officer,
                kind=kind,
                relation=relation,
                reason=reason,
                recorded_by=_person(actor),
                at=at,
                held_case=held,
                took_part=took_part,
            )
    except IntegrityError as error:
        raise RecusedTwiceError from error
    ledger.append(
        "recusal.recorded",
        recusal.ledger_subject,
        actor=actor,
        at=at,
        facts=recusal_facts(recusal) | {"reason": ledger.commit_text(reason)},
    )
    if held:
        _note_holder(case, None, actor=actor, at=at)
    case.refresh_from_db()
    return recusal


def recusal_facts(row: Recusal) -> dict[str, Fact]:
    """Return the facts about a recusal that carry no text."""
    return {
        "case": str(row.case_id),
        "officer": str(row.officer_id),
        "kind": str(row.kind),
        "relation": str(row.relation),
        "recorded_by": str(row.recorded_by_id),
        "at": moment_text(row.at),
        "held_case": row.held_case,
        "took_part": row.took_part,
    }


def _note_holder(
    case: Case, holder: User | None, *, actor: Actor, at: datetime
) -> None:
    facts: dict[str, Fact] = {"assigned_to": str(holder.pk) if holder else None}
    ledger.append("case.assigned", case.ledger_subject, actor=actor, at=at, facts=facts)


def _give_up_seat(case: Case, officer: User, *, actor: Actor, at: datetime) -> bool:
    """Take seat, votes and dissent out of the open plenary; say whether one was."""
    plenary = open_plenary(case)
    if plenary is None or not _hold_plenary(plenary):
        return False
    seat = plenary.attendance.filter(member=officer)
    votes = list(plenary.votes.filter(member=officer))
    dissents = plenary.dissents.filter(member=officer)
    if not seat.exists() and not votes:
        return False
    facts: dict[str, Fact] = {f"member/{officer.pk}": None}
    for vote in votes:
        base = f"vote/{officer.pk}/{vote.respondent_id}"
        facts |= {f"{base}/{part}": None for part in ("outcome", "also", "reason")}
    if dissents.exists():
        facts[f"dissent/{officer.pk}"] = None
    plenary.votes.filter(member=officer).delete()
    dissents.delete()
    seat.delete()
    ledger.append(
        "plenary.member_recused",
        plenary.ledger_subject,
        actor=actor,
        at=at,
        facts=facts,
    )
    return True


def _hold_plenary(plenary: Plenary) -> bool:
    rows = Plenary.objects.filter(pk=plenary.pk, closed_at__isnull=True)
    return bool(rows.update(quorum=plenary.quorum))


@transaction.atomic
def name_replacement(
    *, recusal: Recusal, replacement: User, actor: Actor, at: datetime
) -> Recusal:
    """Name who steps in for a tied person, in the case and in an open plenary.

    A case the person held is given to the replacement. A seat the person had in the
    plenary that is still open goes to a replacement who is a member too.

    Args:
        recusal: Not ended.
        replacement: Of the same role in the office, without a tie.
        actor: Needs `ASSIGN_WORK` in the region of the case.
        at: Moment of naming.

    Raises:
        NotAllowedError: the actor does not divide the work of this office.
        TiedError: the actor is tied to a party of the case.
        RecusalEndedError: the person takes part again.
        TiedPersonError: the replacement is tied as well.
        NotServingError: the replacement does not serve in a role of the person's.
    """
    case = recusal.case
    require_on(case, Action.ASSIGN_WORK, actor)
    require_untied_people(case, [replacement])
    on = at.astimezone(zone_of(case.place_region)).date()
    rows = roles_on(on).filter(office=case.office)
    roles = set(rows.filter(user=recusal.officer_id).values_list("role", flat=True))
    if not rows.filter(user=replacement, role__in=roles).exists():
        raise NotServingError(replacement.name)
    still = Recusal.objects.filter(pk=recusal.pk, ended_at__isnull=True)
    if not still.update(replacement=replacement, replaced_at=at):
        raise RecusalEndedError
    ledger.append(
        "recusal.replacement_named",
        recusal.ledger_subject,
        actor=actor,
        at=at,
        facts={"replacement": str(replacement.pk), "replaced_at": moment_text(at)},
    )
    _step_in(recusal, replacement, actor=actor, at=at)
    recusal.refresh_from_db()
    return recusal


def _step_in(
    recusal: Recusal, replacement: User, *, actor: Actor, at: datetime
) -> None:
    case = recusal.case
    if recusal.held_case:
        Case.objects.filter(pk=case.pk).update(assigned_to=replacement)
        _note_holder(case, replacement, actor=actor, at=at)
    plenary = open_plenary(case)
    if not recusal.took_part or plenary is None:
        return
    if plenary.attendance.filter(member=replacement).exists():
        return
    plenary.absences.filter(member=replacement).delete()
    Attendance.objects.create(plenary=plenary, member=replacement)
    ledger.append(
        "plenary.attendance_corrected",
        plenary.ledger_subject,
        actor=actor,
        at=at,
        facts={f"member/{replacement.pk}": True, f"absent/{replacement.pk}": None},
    )


@transaction.atomic
def withdraw_recusal(
    *, recusal: Recusal, reason: str, actor: Actor, at: datetime
) -> Recusal:
    """End a recusal that was wrong or whose tie is gone; four eyes.

    What the person gave up does not come back by itself.

    Args:
        recusal: Not ended.
        reason: Why the tie does not stand in the way; sealed.
        actor: A member (`VOTE`) who is neither the person nor who recorded it.
        at: Moment of ending.

    Raises:
        NotAllowedError: the actor is no member of this office.
        TiedError: the actor is tied to a party of the case, as the person is.
        OwnTieError: the actor recorded it.
        RecusalEndedError: somebody was first.
        TextMissingError: no reason was given.
    """
    require_on(recusal.case, Action.VOTE, actor)
    if actor.account_id in {str(recusal.officer_id), str(recusal.recorded_by_id)}:
        raise OwnTieError
    if not reason.strip():
        raise TextMissingError("reason")
    row = Recusal.objects.get(pk=recusal.pk)
    if row.ended_at is not None:
        raise RecusalEndedError
    row.ended_at, row.ended_by, row.ended_reason = at, _person(actor), reason
    row.save(update_fields=["ended_at", "ended_by", "ended_reason"])
    ledger.append(
        "recusal.ended",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "ended_at": moment_text(at),
            "ended_by": actor.account_id,
            "ended_reason": ledger.commit_text(reason),
        },
    )
    return row
