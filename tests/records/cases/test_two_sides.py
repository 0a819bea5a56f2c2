"""One act with two sides: two outcomes for one respondent."""

import pytest

from netra.domain.law import Paper
from netra.records.cases import actions
from netra.records.cases.errors import ContradictingOutcomeError, TiedVoteError
from netra.records.cases.models import Case, Plenary, RespondentOutcome
from netra.records.documents.actions import issue_paper
from netra.records.ledger.replaying import compare
from netra.records.referrals.actions import refer_case
from netra.records.referrals.models import Referral
from tests import people
from tests.people import as_actor


def cast_votes(cast, plenary: Plenary, *pairs: tuple[str, str]) -> None:
    for member, (outcome, also) in zip(cast.members, pairs, strict=True):
        actions.cast_vote(
            plenary=plenary,
            respondent=plenary.case.respondents.get(),
            outcome=outcome,
            also=also,
            reason="DATA CONTOH. Alasan suara.",
            actor=as_actor(member),
            at=people.VOTED_AT,
        )


def close(cast, case: Case) -> Case:
    return actions.close_plenary(
        case=case,
        decision_text="DATA CONTOH. Putusan pleno.",
        actor=as_actor(cast.sari),
        at=people.DECIDED_AT,
    )


@pytest.fixture
def plenary(cast) -> Plenary:
    case = people.approved(people.case_on(cast, "plenary_outcome"), cast)
    return people.convened(case, cast)


def test_one_act_brings_a_crime_and_a_breach_of_neutrality(cast, plenary) -> None:
    both = ("criminal", "other_law_asn")
    cast_votes(cast, plenary, both, both[::-1], ("criminal", ""))
    case = close(cast, plenary.case)
    rows = RespondentOutcome.objects.filter(case=case)
    assert [row.outcome for row in rows] == ["criminal", "other_law_asn"]
    refer_case(case=case, actor=as_actor(cast.budi), at=people.REFERRED_AT)
    sent = Referral.objects.filter(case=case)
    assert {row.authority for row in sent} == {"sentra-gakkumdu", "bkn"}
    issue_paper(
        Paper.PLENARY_DECISION,
        case=case,
        actor=as_actor(cast.budi),
        at=people.REFERRED_AT,
    )
    assert compare().difference is None


def test_a_second_side_that_fewer_than_half_see_is_not_entered(cast, plenary) -> None:
    cast_votes(
        cast, plenary, ("criminal", "other_law_asn"), ("criminal", ""), ("criminal", "")
    )
    case = close(cast, plenary.case)
    assert RespondentOutcome.objects.get(case=case).outcome == "criminal"


def test_a_second_side_that_half_see_is_a_tie(cast, plenary) -> None:
    members = cast.members[:2]
    Plenary.objects.filter(pk=plenary.pk).update(quorum=2)
    plenary.refresh_from_db()
    actions.correct_attendance(
        plenary=plenary,
        members=members,
        actor=as_actor(cast.sari),
        at=people.CONVENED_AT,
    )
    pairs = [("criminal", "other_law_asn"), ("criminal", "")]
    for member, (outcome, also) in zip(members, pairs, strict=True):
        actions.cast_vote(
            plenary=plenary,
            respondent=plenary.case.respondents.get(),
            outcome=outcome,
            also=also,
            reason="DATA CONTOH. Alasan suara.",
            actor=as_actor(member),
            at=people.VOTED_AT,
        )
    with pytest.raises(TiedVoteError):
        close(cast, plenary.case)


@pytest.mark.parametrize(
    "pair", [("criminal", "criminal"), ("criminal", "not_a_violation")]
)
def test_outcomes_that_exclude_each_other_are_refused(cast, plenary, pair) -> None:
    with pytest.raises(ContradictingOutcomeError):
        cast_votes(cast, plenary, pair, pair, pair)
