"""The way of a letter, its answer, another addressee, and the end of watching."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from netra.domain.law import Paper
from netra.records.cases.errors import CaseMovedError
from netra.records.documents.actions import issue_paper
from netra.records.ledger.replaying import compare
from netra.records.referrals import actions
from netra.records.referrals.content import AnswerContent, HopContent
from netra.records.referrals.errors import (
    ChoiceReasonMissingError,
    EndReasonMissingError,
    HopRefusedError,
    NoSuchAlternativeError,
)
from netra.records.referrals.following import unacknowledged
from netra.records.referrals.models import Answer, Hop
from netra.records.referrals.queries import (
    ChosenAddressee,
    planned_referrals,
    with_choices,
)
from tests import people
from tests.offices import at
from tests.people import as_actor

LATER = at("2024-11-08 09:00")
SENT = HopContent(kind=Hop.Kind.SENT, happened_at=people.REFERRED_AT, number="RESI 1")
TAKEN = HopContent(
    kind=Hop.Kind.ACKNOWLEDGED, happened_at=people.TOLD_AT, body="Lembaga contoh"
)
ANSWER = AnswerContent(
    kind=Answer.Kind.IMPOSED,
    body="Lembaga contoh",
    text="DATA CONTOH. Teguran tertulis.",
    answered_on=date(2024, 11, 8),
    level="light",
)


@pytest.fixture
def referral(cast):
    return people.case_on(cast, "follow_up").referrals.get()


def hop(referral, cast, content=SENT):
    return actions.record_hop(
        referral=referral, content=content, actor=as_actor(cast.budi), at=LATER
    )


def answer(referral, cast, content=ANSWER):
    return actions.record_answer(
        referral=referral, content=content, actor=as_actor(cast.budi), at=LATER
    )


def end(case, cast, reason=""):
    return actions.end_follow_up(
        case=case, reason=reason, actor=as_actor(cast.budi), at=LATER
    )


def test_a_letter_waits_until_a_body_acknowledges_it(cast, referral) -> None:
    budi = as_actor(cast.budi)
    hop(referral, cast)
    assert list(unacknowledged(budi)) == [referral]
    hop(referral, cast, TAKEN)
    assert not unacknowledged(budi).exists()
    assert [row.kind for row in referral.hops.all()] == ["sent", "acknowledged"]
    assert compare().difference is None


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (replace(TAKEN, body=" "), "body"),
        (replace(SENT, happened_at=LATER + timedelta(minutes=1)), "happened_at"),
        (
            replace(SENT, happened_at=people.REFERRED_AT - timedelta(days=1)),
            "happened_at",
        ),
    ],
)
def test_a_station_that_cannot_be_is_refused(cast, referral, content, field) -> None:
    with pytest.raises(HopRefusedError) as caught:
        hop(referral, cast, content)
    assert caught.value.field == field
    assert not Hop.objects.exists()


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (replace(ANSWER, body=""), "body"),
        (replace(ANSWER, text=" "), "text"),
        (replace(ANSWER, answered_on=date(2024, 11, 9)), "answered_on"),
        (replace(ANSWER, answered_on=date(2024, 11, 5)), "answered_on"),
        (replace(ANSWER, kind=Answer.Kind.DECLINED), "level"),
        (replace(ANSWER, level="karangan"), "level"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(cast, referral, content, field) -> None:
    with pytest.raises(HopRefusedError) as caught:
        answer(referral, cast, content)
    assert caught.value.field == field
    assert not Answer.objects.exists()


def test_watching_ends_once_every_letter_is_answered(cast, referral) -> None:
    with pytest.raises(EndReasonMissingError):
        end(referral.case, cast)
    answer(referral, cast)
    ended = end(referral.case, cast)
    assert ended.step == "end"
    assert ended.events.filter(key="followed_up").exists()
    assert compare().difference is None
    with pytest.raises(CaseMovedError):
        end(ended, cast)


def test_watching_ends_without_an_answer_for_a_reason(cast, referral) -> None:
    assert end(referral.case, cast, "Lembaga tidak menjawab").step == "end"
    assert referral.case.follow_up_ends.get().reason == "Lembaga tidak menjawab"
    assert compare().difference is None


@pytest.mark.parametrize(
    ("outcome", "code"), [("administrative", "A.12"), ("criminal", "A.14")]
)
def test_the_letter_carries_the_form_of_its_outcome(cast, outcome, code) -> None:
    case = people.case_on(cast, "referral", outcome=outcome)
    (sent,) = actions.refer_case(
        case=case, actor=as_actor(cast.budi), at=people.REFERRED_AT
    )
    paper = issue_paper(
        Paper.REFERRAL_LETTER,
        referral=sent,
        actor=as_actor(cast.budi),
        at=people.TOLD_AT,
    )
    assert (paper.form_code, paper.form_status) == (code, "unconfirmed")


GREY = at("2024-08-30 09:00")
"""Between the last day of KASN and the circular: the table offers two addressees."""


def choice(**changed: str) -> ChosenAddressee:
    told = {
        "instead_of": "bkn",
        "outcome": "other_law_asn",
        "authority": "kemenpanrb",
        "reason": "Berkas sudah diproses KASN",
        **changed,
    }
    return ChosenAddressee(**told)


def test_another_addressee_of_the_table_is_confirmed_with_its_reason(cast) -> None:
    case = people.case_on(cast, "referral")
    planned = planned_referrals(case, GREY)
    (plan,) = with_choices(planned, [choice()], case.region)
    assert plan.authority == "kemenpanrb"
    assert (plan.copies, plan.channel) == ((), "")
    with pytest.raises(ChoiceReasonMissingError):
        with_choices(planned, [choice(reason=" ")], case.region)
    for wrong in (choice(authority="dkpp"), choice(outcome="criminal")):
        with pytest.raises(NoSuchAlternativeError):
            with_choices(planned, [wrong], case.region)


def test_a_chosen_addressee_is_kept_with_its_reason(cast) -> None:
    case = people.case_on(cast, "referral")
    (sent,) = actions.refer_case(
        case=case, chosen=[choice()], actor=as_actor(cast.budi), at=GREY
    )
    assert sent.authority == "kemenpanrb"
    assert sent.alternative_reason == "Berkas sudah diproses KASN"
    assert compare().difference is None
