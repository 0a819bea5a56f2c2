"""The plenary that sets or drops a finding."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.access import require_for
from netra.records.accounts.models import OfficeSetting, User
from netra.records.accounts.queries import setting_of
from netra.records.ledger import actions as ledger
from netra.records.observations.actions.finding import note_events
from netra.records.observations.errors import (
    ContentError,
    MemberError,
    MovedError,
    QuorumUnsetError,
    UndecidedError,
    WindowPassedError,
)
from netra.records.observations.models import (
    Finding,
    FindingAttendance,
    FindingPlenary,
    FindingVote,
)
from netra.records.observations.queries import window_passed

_SET = "finding_set"


@transaction.atomic
def convene_finding_plenary(
    *,
    finding: Finding,
    members: Sequence[User],
    place: str,
    actor: Actor,
    at: datetime,
) -> FindingPlenary:
    """Open the plenary on a potential finding.

    Args:
        finding: Waits for its plenary.
        members: Members of the office who take part.
        place: Where it meets; may be empty.
        actor: Needs `CONVENE_PLENARY` in the region of the finding.
        at: Moment of opening.

    Raises:
        NotAllowedError: the actor does not convene for this office.
        QuorumUnsetError: the office has not settled its custom.
        MemberError: fewer members than the quorum.
        MovedError: it was convened or decided first.
    """
    require_for(actor, Action.CONVENE_PLENARY, finding, finding.region)
    quorum = setting_of(finding.office, OfficeSetting.Key.PLENARY_QUORUM)
    if quorum is None:
        raise QuorumUnsetError
    _require_quorum(len(members), int(quorum))
    _hold(finding)
    try:
        with transaction.atomic():
            plenary = FindingPlenary.objects.create(
                finding=finding, convened_at=at, place=place, quorum=int(quorum)
            )
    except IntegrityError as error:
        raise MovedError(finding.number) from error
    FindingAttendance.objects.bulk_create(
        FindingAttendance(plenary=plenary, member=member) for member in members
    )
    facts: dict[str, Fact] = {
        "plenary/convened_at": moment_text(at),
        "plenary/quorum": plenary.quorum,
        **{f"plenary/member/{member.pk}": True for member in members},
    }
    _enter("finding.plenary_convened", finding, facts, actor=actor, at=at)
    return plenary


def _hold(finding: Finding) -> None:
    """Queue behind whoever writes the finding; refuse when it was decided."""
    waiting = Finding.objects.filter(pk=finding.pk, state=Finding.State.PROPOSED)
    if not waiting.update(state=Finding.State.PROPOSED):
        raise MovedError(finding.number)


def _require_quorum(present_count: int, quorum: int) -> None:
    if present_count < quorum:
        raise MemberError(
            _(
                "Yang hadir %(present)s orang, kuorum kantor ini %(quorum)s. "
                "Tambahkan anggota yang hadir."
            )
            % {"present": present_count, "quorum": quorum}
        )


def _enter(
    kind: str,
    finding: Finding,
    facts: dict[str, Fact],
    *,
    actor: Actor,
    at: datetime,
) -> None:
    ledger.append(kind, finding.ledger_subject, actor=actor, at=at, facts=facts)


@transaction.atomic
def correct_finding_attendance(
    *, plenary: FindingPlenary, members: Sequence[User], actor: Actor, at: datetime
) -> FindingPlenary:
    """Correct who is present while the plenary is open.

    Raises:
        NotAllowedError: the actor does not convene for this office.
        MovedError: it was closed first.
        MemberError: too few would be left, or somebody who voted would be left out.
    """
    finding = plenary.finding
    require_for(actor, Action.CONVENE_PLENARY, finding, finding.region)
    _hold(finding)
    _require_quorum(len(members), plenary.quorum)
    wanted = {member.pk for member in members}
    present = set(plenary.attendance.values_list("member_id", flat=True))
    gone = present - wanted
    if plenary.votes.filter(member_id__in=gone).exists():
        raise MemberError(_("Anggota yang sudah memberi suara tidak dapat dihapus."))
    plenary.attendance.filter(member_id__in=gone).delete()
    FindingAttendance.objects.bulk_create(
        FindingAttendance(plenary=plenary, member_id=pk)
        for pk in sorted(wanted - present)
    )
    facts: dict[str, Fact] = {f"plenary/member/{pk}": None for pk in gone}
    facts |= {f"plenary/member/{pk}": True for pk in wanted - present}
    _enter("finding.attendance_corrected", finding, facts, actor=actor, at=at)
    return plenary


@transaction.atomic
def cast_finding_vote(
    *,
    plenary: FindingPlenary,
    agrees: bool,
    reason: str,
    actor: Actor,
    at: datetime,
) -> FindingVote:
    """Vote on whether it is a finding, or change one's vote while it is open.

    Raises:
        NotAllowedError: the actor does not vote for this office.
        MemberError: the actor takes no part.
        MovedError: the plenary was closed first.
        ContentError: no reason was given.
    """
    finding = plenary.finding
    require_for(actor, Action.VOTE, finding, finding.region)
    if not plenary.attendance.filter(member_id=int(actor.account_id)).exists():
        raise MemberError(_("Anda tidak tercatat hadir dalam pleno ini."))
    if not reason.strip():
        raise ContentError("reason", _("Tulis alasan suara Anda."))
    _hold(finding)
    vote, _made = FindingVote.objects.update_or_create(
        plenary=plenary,
        member_id=int(actor.account_id),
        defaults={"agrees": agrees, "reason": reason, "at": at},
    )
    base = f"plenary/vote/{actor.account_id}"
    facts: dict[str, Fact] = {
        f"{base}/agrees": agrees,
        f"{base}/reason": ledger.commit_text(reason),
    }
    _enter("finding.voted", finding, facts, actor=actor, at=at)
    return vote


@transaction.atomic
def close_finding_plenary(
    *,
    plenary: FindingPlenary,
    decision_text: str,
    late_reason: str,
    actor: Actor,
    at: datetime,
) -> Finding:
    """Close the plenary: it is a finding when most members agreed.

    Args:
        plenary: Open, everybody present has voted.
        decision_text: Text of the decision.
        late_reason: Needed when it is set after its window.
        actor: Needs `CLOSE_PLENARY` in the region of the finding.
        at: Moment of closing.

    Raises:
        NotAllowedError: the actor does not close for this office.
        UndecidedError: a vote is missing, or they are tied.
        WindowPassedError: it would be set late without a reason.
        ContentError: there is no decision text.
        MovedError: it was closed first.
    """
    finding = plenary.finding
    require_for(actor, Action.CLOSE_PLENARY, finding, finding.region)
    _hold(finding)
    if not decision_text.strip():
        raise ContentError("decision_text", _("Tulis isi putusan pleno."))
    is_set = _most_agree(plenary)
    late = is_set and window_passed(finding, at)
    if late and not late_reason.strip():
        raise WindowPassedError
    state = Finding.State.SET if is_set else Finding.State.DROPPED
    Finding.objects.filter(pk=finding.pk).update(
        state=state, late_reason=late_reason if late else ""
    )
    FindingPlenary.objects.filter(pk=plenary.pk).update(
        closed_at=at, decision_text=decision_text
    )
    events = note_events(finding, {_SET: at}) if is_set else {}
    facts: dict[str, Fact] = {
        "state": state.value,
        "late_reason": ledger.commit_text(late_reason if late else ""),
        "plenary/closed_at": moment_text(at),
        "plenary/decision_text": ledger.commit_text(decision_text),
        **events,
    }
    _enter("finding.decided", finding, facts, actor=actor, at=at)
    finding.refresh_from_db()
    return finding


def _most_agree(plenary: FindingPlenary) -> bool:
    votes = list(plenary.votes.values_list("agrees", flat=True))
    missing = plenary.attendance.count() - len(votes)
    if missing:
        raise UndecidedError(
            _("Masih ada %(count)s anggota hadir yang belum memberi suara.")
            % {"count": missing}
        )
    agreeing = sum(votes)
    if agreeing * 2 == len(votes):
        raise UndecidedError(_("Suara sama banyak. Pleno belum memutus."))
    return agreeing * 2 > len(votes)
