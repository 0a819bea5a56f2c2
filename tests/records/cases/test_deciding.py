"""The plenary: quorum, votes, majority, and one closing."""

import pytest

from netra.records.access import NotAllowedError
from netra.records.cases import actions
from netra.records.cases.errors import (
    BelowQuorumError,
    BlockedError,
    CaseMovedError,
    MemberVotedError,
    NotAMemberError,
    PlenaryClosedError,
    PlenaryOpenError,
    QuorumUnsetError,
    TextMissingError,
    TiedVoteError,
    UnknownOutcomeError,
)
from netra.records.cases.models import Case
from netra.records.cases.queries import awaiting_approval, awaiting_vote
from netra.records.ledger.replaying import compare
from tests import people
from tests.people import as_actor


def convene(case, cast, members, person=None):
    return actions.convene_plenary(
        case=case,
        members=members,
        place="",
        actor=as_actor(person or cast.sari),
        at=people.CONVENED_AT,
    )


def vote(plenary, person, outcome="other_law_asn", reason="Karena terbukti."):
    return actions.cast_vote(
        plenary=plenary,
        respondent=plenary.case.report.respondents.get(),
        outcome=outcome,
        reason=reason,
        actor=as_actor(person),
        at=people.VOTED_AT,
    )


def close(case, person, text="Memutuskan."):
    return actions.close_plenary(
        case=case,
        decision_text=text,
        actor=as_actor(person),
        at=people.DECIDED_AT,
    )


@pytest.fixture
def ready(cast) -> Case:
    return people.approved(people.case_on(cast, "plenary_outcome"), cast)


def test_without_a_settled_quorum_no_plenary_opens(db) -> None:
    cast = people.make_cast(quorum=None)
    case = people.approved(people.case_on(cast, "plenary_outcome"), cast)
    with pytest.raises(QuorumUnsetError):
        convene(case, cast, cast.members)


def test_without_approval_no_plenary_opens(cast) -> None:
    with pytest.raises(BlockedError) as caught:
        convene(people.case_on(cast, "plenary_outcome"), cast, cast.members)
    assert caught.value.keys == ["study_approved"]


def test_one_plenary_is_open_at_a_time(cast, ready) -> None:
    convene(ready, cast, cast.members)
    with pytest.raises(PlenaryOpenError):
        convene(ready, cast, cast.members)


def test_below_the_quorum_no_plenary_opens(cast, ready) -> None:
    with pytest.raises(BelowQuorumError):
        convene(ready, cast, cast.members[:2])
    assert not ready.plenaries.exists()


def seat(plenary, members, person):
    return actions.correct_attendance(
        plenary=plenary, members=members, actor=as_actor(person), at=people.VOTED_AT
    )


def test_a_member_who_had_to_leave_no_longer_holds_up_the_closing(cast, ready) -> None:
    plenary = convene(ready, cast, (*cast.members, cast.eko))
    people.voted(plenary, cast, "other_law_asn")
    with pytest.raises(BlockedError):
        close(ready, cast.sari)
    seat(plenary, cast.members, cast.sari)
    assert close(ready, cast.sari).step == "referral"
    assert compare().difference is None


def test_attendance_never_falls_below_quorum_or_loses_a_voter(cast, ready) -> None:
    plenary = convene(ready, cast, (*cast.members, cast.eko))
    vote(plenary, cast.rina)
    with pytest.raises(BelowQuorumError):
        seat(plenary, cast.members[:2], cast.sari)
    with pytest.raises(MemberVotedError):
        seat(plenary, (cast.sari, cast.tono, cast.eko), cast.sari)
    with pytest.raises(NotAllowedError):
        seat(plenary, cast.members, cast.anton)
    assert plenary.attendance.count() == 4


def test_attendance_of_a_closed_plenary_stays(cast, ready) -> None:
    plenary = convene(ready, cast, cast.members)
    people.voted(plenary, cast, "not_a_violation")
    close(ready, cast.sari)
    with pytest.raises((PlenaryClosedError, CaseMovedError)):
        seat(plenary, cast.members, cast.sari)


def test_everybody_present_votes_before_the_closing(cast, ready) -> None:
    plenary = convene(ready, cast, cast.members)
    vote(plenary, cast.sari)
    with pytest.raises(BlockedError) as caught:
        close(ready, cast.sari)
    assert caught.value.keys == ["every_respondent_voted"]


def test_the_majority_decides_and_the_dissent_is_kept(cast, ready) -> None:
    plenary = convene(ready, cast, cast.members)
    vote(plenary, cast.sari)
    vote(plenary, cast.tono)
    vote(plenary, cast.rina, "not_a_violation", "Belum cukup bukti.")
    case = close(ready, cast.sari)
    assert case.outcomes.get().outcome == "other_law_asn"
    assert case.step == "referral"
    assert plenary.votes.get(member=cast.rina).reason == "Belum cukup bukti."


def test_a_tie_is_not_a_decision(cast, ready) -> None:
    plenary = convene(ready, cast, cast.members)
    outcomes = ("other_law_asn", "not_a_violation", "administrative")
    for member, outcome in zip(cast.members, outcomes, strict=True):
        vote(plenary, member, outcome)
    with pytest.raises(TiedVoteError):
        close(ready, cast.sari)
    ready.refresh_from_db()
    assert ready.step == "plenary_outcome"
    assert not ready.outcomes.exists()


def test_a_member_may_change_the_vote_until_the_closing(cast, ready) -> None:
    plenary = convene(ready, cast, cast.members)
    vote(plenary, cast.sari, "administrative")
    vote(plenary, cast.sari, "other_law_asn")
    assert plenary.votes.get().outcome == "other_law_asn"


def test_the_second_closing_is_told_that_it_is_decided(cast, ready) -> None:
    people.voted(convene(ready, cast, cast.members), cast, "other_law_asn")
    stale = Case.objects.get(pk=ready.pk)
    close(ready, cast.sari)
    with pytest.raises(PlenaryClosedError):
        close(stale, cast.tono)


def test_nobody_votes_after_the_closing(cast, ready) -> None:
    plenary = convene(ready, cast, cast.members)
    people.voted(plenary, cast, "not_a_violation")
    assert close(ready, cast.sari).step == "status_notice"
    with pytest.raises(PlenaryClosedError):
        vote(plenary, cast.rina)


def test_a_decision_has_a_text(cast, ready) -> None:
    people.voted(convene(ready, cast, cast.members), cast, "other_law_asn")
    with pytest.raises(TextMissingError):
        close(ready, cast.sari, text="  ")


def test_a_vote_has_a_reason_and_a_known_outcome(cast, ready) -> None:
    plenary = convene(ready, cast, cast.members)
    with pytest.raises(TextMissingError):
        vote(plenary, cast.sari, reason="")
    for outcome in ("karangan", "not_registered"):
        with pytest.raises(UnknownOutcomeError):
            vote(plenary, cast.sari, outcome)


def test_only_members_who_are_present_vote(cast, ready) -> None:
    plenary = convene(ready, cast, (cast.sari, cast.tono, cast.eko))
    with pytest.raises(NotAMemberError):
        vote(plenary, cast.rina)
    with pytest.raises(NotAllowedError):
        vote(plenary, cast.budi)


def test_anton_convenes_votes_and_closes_nothing_in_another_city(cast, ready) -> None:
    with pytest.raises(NotAllowedError):
        convene(ready, cast, cast.members, cast.anton)
    plenary = convene(ready, cast, (*cast.members, cast.anton))
    with pytest.raises(NotAllowedError):
        vote(plenary, cast.anton)
    with pytest.raises(NotAllowedError):
        close(ready, cast.anton)


def test_what_waits_for_a_member_is_listed(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    assert case in awaiting_approval(as_actor(cast.sari))
    assert case not in awaiting_approval(as_actor(cast.budi))
    plenary = convene(people.approved(case, cast), cast, cast.members)
    assert plenary in awaiting_vote(as_actor(cast.sari))
    vote(plenary, cast.sari)
    assert plenary not in awaiting_vote(as_actor(cast.sari))
