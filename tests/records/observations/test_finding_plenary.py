"""The plenary on a finding: quorum, attendance, votes, tie, closing."""

import pytest

from netra.domain.access import Role
from netra.records.ledger.replaying import compare
from netra.records.observations import actions as supervision
from netra.records.observations.errors import (
    ContentError,
    MemberError,
    MovedError,
    QuorumUnsetError,
    UndecidedError,
)
from netra.records.observations.models import Finding
from tests import people
from tests.people import as_actor


def vote(cast, plenary, member, agrees: bool):
    return supervision.cast_finding_vote(
        plenary=plenary,
        agrees=agrees,
        reason="DATA CONTOH.",
        actor=as_actor(member),
        at=people.FINDING_CONVENED_AT,
    )


def close_plenary(cast, plenary, text: str = "DATA CONTOH. Putusan."):
    return supervision.close_finding_plenary(
        plenary=plenary,
        decision_text=text,
        late_reason="",
        actor=as_actor(cast.sari),
        at=people.FINDING_SET_AT,
    )


def convene(cast, finding, members):
    return supervision.convene_finding_plenary(
        finding=finding,
        members=members,
        place="",
        actor=as_actor(cast.sari),
        at=people.FINDING_CONVENED_AT,
    )


def test_a_plenary_needs_the_quorum_the_office_settled(cast) -> None:
    with pytest.raises(MemberError):
        convene(cast, people.finding_on(cast), [cast.sari, cast.tono])


def test_a_plenary_is_not_convened_without_a_settled_quorum(db) -> None:
    cast = people.make_cast(quorum=None)
    with pytest.raises(QuorumUnsetError):
        convene(cast, people.finding_on(cast), cast.members)


def test_a_plenary_is_convened_once(cast) -> None:
    finding = people.finding_on(cast)
    convene(cast, finding, cast.members)
    with pytest.raises(MovedError):
        convene(cast, finding, cast.members)


def test_most_votes_decide_and_a_vote_may_be_changed(cast) -> None:
    plenary = people.finding_convened(people.finding_on(cast), cast)
    vote(cast, plenary, cast.sari, agrees=False)
    vote(cast, plenary, cast.sari, agrees=True)
    vote(cast, plenary, cast.tono, agrees=True)
    vote(cast, plenary, cast.rina, agrees=False)
    assert close_plenary(cast, plenary).state == Finding.State.SET
    assert plenary.votes.count() == 3
    assert compare().difference is None


def test_a_missing_vote_keeps_the_plenary_open(cast) -> None:
    plenary = people.finding_convened(people.finding_on(cast), cast)
    vote(cast, plenary, cast.sari, agrees=True)
    with pytest.raises(UndecidedError, match="not decided") as caught:
        close_plenary(cast, plenary)
    assert "2 anggota" in caught.value.reader_message


def test_a_tie_decides_nothing(cast) -> None:
    fourth = people.person("Wayan", (Role.MEMBER, cast.city))
    members = [*cast.members, fourth]
    finding = people.finding_on(cast)
    plenary = convene(cast, finding, members)
    for member, agrees in zip(members, (True, True, False, False), strict=True):
        vote(cast, plenary, member, agrees=agrees)
    with pytest.raises(UndecidedError) as caught:
        close_plenary(cast, plenary)
    assert "sama banyak" in caught.value.reader_message
    finding.refresh_from_db()
    assert finding.state == Finding.State.PROPOSED


def test_only_who_is_present_votes_and_never_without_a_reason(cast) -> None:
    fourth = people.person("Wayan", (Role.MEMBER, cast.city))
    plenary = people.finding_convened(people.finding_on(cast), cast)
    with pytest.raises(MemberError):
        vote(cast, plenary, fourth, agrees=True)
    with pytest.raises(ContentError, match="reason"):
        supervision.cast_finding_vote(
            plenary=plenary,
            agrees=True,
            reason=" ",
            actor=as_actor(cast.sari),
            at=people.FINDING_CONVENED_AT,
        )


def test_attendance_is_corrected_but_never_over_a_vote(cast) -> None:
    fourth = people.person("Wayan", (Role.MEMBER, cast.city))
    plenary = people.finding_convened(people.finding_on(cast), cast)
    sent = {
        "plenary": plenary,
        "actor": as_actor(cast.sari),
        "at": people.FINDING_CONVENED_AT,
    }
    supervision.correct_finding_attendance(
        members=[cast.sari, cast.tono, fourth], **sent
    )
    vote(cast, plenary, fourth, agrees=True)
    with pytest.raises(MemberError):
        supervision.correct_finding_attendance(members=cast.members, **sent)
    with pytest.raises(MemberError):
        supervision.correct_finding_attendance(members=[fourth, cast.sari], **sent)
    assert compare().difference is None


def test_a_decided_plenary_takes_no_vote_and_closes_once(cast) -> None:
    plenary = people.finding_on(cast, "set").plenary
    with pytest.raises(MovedError):
        vote(cast, plenary, cast.sari, agrees=False)
    with pytest.raises(MovedError):
        close_plenary(cast, plenary)


def test_a_plenary_is_not_closed_without_a_decision_text(cast) -> None:
    plenary = people.finding_convened(people.finding_on(cast), cast)
    people.finding_voted(plenary, cast, agrees=True)
    with pytest.raises(ContentError, match="decision_text"):
        close_plenary(cast, plenary, text=" ")
