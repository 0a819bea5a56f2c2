"""Calling a plenary, noting who stays away, and writing a dissent."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.law import StepKind
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.models import OfficeSetting, User
from netra.records.accounts.queries import setting_of
from netra.records.cases import road
from netra.records.cases.conditions import open_plenary
from netra.records.cases.errors import (
    MemberPresentError,
    NobodyInvitedError,
    NotAMemberError,
    NoticePastError,
    PlenaryClosedError,
    PlenaryOpenError,
    TextMissingError,
)
from netra.records.cases.models import (
    Absence,
    Case,
    Dissent,
    Plenary,
    PlenaryNotice,
)
from netra.records.cases.standing import require_on
from netra.records.cases.ties import require_untied_people
from netra.records.ledger import actions as ledger


@transaction.atomic
def call_plenary(
    *,
    case: Case,
    meets_at: datetime,
    place: str,
    is_online: bool,
    agenda: str,
    invited: Sequence[User],
    actor: Actor,
    at: datetime,
) -> PlenaryNotice:
    """Call the members to a plenary; a later call takes the place of this one.

    How long before it meets is the office's custom and no rule: it is kept with the
    call, and nothing is refused for it.

    Args:
        case: Under study, or waiting for its plenary.
        meets_at: When it meets; later than `at`.
        place: Where; may be empty only online.
        is_online: Whether one may take part from elsewhere.
        agenda: What is on the table.
        invited: Members without a tie.
        actor: Needs `CONVENE_PLENARY` in the region of the case.
        at: Moment of sending.

    Raises:
        NotAllowedError: the actor does not convene for this office.
        CaseMovedError: the case does not come to a plenary any more.
        PlenaryOpenError: it meets already.
        NoticePastError: the moment has passed.
        TextMissingError: agenda or place is missing.
        NobodyInvitedError: nobody is called.
        TiedPersonError: somebody who is called is tied to a party.
    """
    require_on(case, Action.CONVENE_PLENARY, actor)
    road.require_kind(case, StepKind.STUDY, StepKind.PLENARY)
    if open_plenary(case):
        raise PlenaryOpenError
    _check_call(meets_at, place, is_online, agenda, at)
    if not invited:
        raise NobodyInvitedError
    require_untied_people(case, invited)
    hours = setting_of(case.office, OfficeSetting.Key.PLENARY_NOTICE_HOURS)
    notice = PlenaryNotice.objects.create(
        case=case,
        meets_at=meets_at,
        place=place,
        is_online=is_online,
        agenda=agenda,
        lead_hours=int(hours) if hours else None,
        sent_at=at,
        sent_by_id=int(actor.account_id),
    )
    notice.invited.set(invited)
    ledger.append(
        "plenary_notice.sent",
        notice.ledger_subject,
        actor=actor,
        at=at,
        facts=_notice_facts(notice, invited),
    )
    return notice


def _check_call(
    meets_at: datetime, place: str, is_online: bool, agenda: str, at: datetime
) -> None:
    if meets_at <= at:
        raise NoticePastError
    if not agenda.strip():
        raise TextMissingError("agenda")
    if not place.strip() and not is_online:
        raise TextMissingError("place")


def _notice_facts(notice: PlenaryNotice, invited: Sequence[User]) -> dict[str, Fact]:
    return {
        "case": str(notice.case_id),
        "meets_at": moment_text(notice.meets_at),
        "place": ledger.commit_text(notice.place),
        "is_online": notice.is_online,
        "agenda": ledger.commit_text(notice.agenda),
        "lead_hours": notice.lead_hours,
        "sent_at": moment_text(notice.sent_at),
        "sent_by": str(notice.sent_by_id),
        **{f"invited/{user.pk}": True for user in invited},
    }


def join_notice(plenary: Plenary, *, actor: Actor, at: datetime) -> None:
    """Name the newest call as the one that led to a plenary; runs inside an action."""
    notice = plenary.case.plenary_notices.filter(plenary__isnull=True).first()
    if notice is None:
        return
    PlenaryNotice.objects.filter(pk=notice.pk).update(plenary=plenary)
    ledger.append(
        "plenary_notice.followed",
        notice.ledger_subject,
        actor=actor,
        at=at,
        facts={"plenary": str(plenary.pk)},
    )


@transaction.atomic
def note_absence(
    *, plenary: Plenary, member: User, reason: str, actor: Actor, at: datetime
) -> Absence:
    """Note why a member is not there.

    Args:
        plenary: Open.
        member: Not among those present; for a tie, the recusal says it already.
        reason: Printed with the decision.
        actor: Needs `CONVENE_PLENARY` in the region of the case.
        at: Moment of noting.

    Raises:
        NotAllowedError: the actor does not convene for this office.
        PlenaryClosedError: it was closed first; nothing was written.
        TextMissingError: no reason was given.
        MemberPresentError: the member takes part.
        TiedPersonError: the recusal says already why.
    """
    require_on(plenary.case, Action.CONVENE_PLENARY, actor)
    hold_plenary(plenary)
    if not reason.strip():
        raise TextMissingError("reason")
    require_untied_people(plenary.case, [member])
    if plenary.attendance.filter(member=member).exists():
        raise MemberPresentError
    row, _made = Absence.objects.update_or_create(
        plenary=plenary, member=member, defaults={"reason": reason}
    )
    ledger.append(
        "plenary.absence_noted",
        plenary.ledger_subject,
        actor=actor,
        at=at,
        facts={f"absent/{member.pk}": ledger.commit_text(reason)},
    )
    return row


@transaction.atomic
def write_dissent(
    *, plenary: Plenary, text: str, actor: Actor, at: datetime
) -> Dissent:
    """Write one's opinion beside the decision; it may be changed until the closing.

    Args:
        plenary: Open.
        text: Printed with the decision.
        actor: Needs `VOTE`; takes part in the plenary.
        at: Moment of writing.

    Raises:
        NotAllowedError: the actor does not vote for this office.
        NotAMemberError: the actor takes no part in this plenary.
        PlenaryClosedError: it was closed first; nothing was written.
        TextMissingError: there is no text.
    """
    require_on(plenary.case, Action.VOTE, actor)
    hold_plenary(plenary)
    if not plenary.attendance.filter(member_id=int(actor.account_id)).exists():
        raise NotAMemberError
    if not text.strip():
        raise TextMissingError("text")
    row, _made = Dissent.objects.update_or_create(
        plenary=plenary,
        member_id=int(actor.account_id),
        defaults={"text": text, "at": at},
    )
    ledger.append(
        "plenary.dissent_written",
        plenary.ledger_subject,
        actor=actor,
        at=at,
        facts={f"dissent/{actor.account_id}": ledger.commit_text(text)},
    )
    return row


def hold_plenary(plenary: Plenary) -> None:
    """Queue behind whoever writes the plenary.

    Raises:
        PlenaryClosedError: it is closed by now.
    """
    still_open = Plenary.objects.filter(pk=plenary.pk, closed_at__isnull=True)
    if not still_open.update(quorum=plenary.quorum):
        raise PlenaryClosedError
