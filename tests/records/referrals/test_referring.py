"""The addressee that date, class and outcome give."""

import pytest

from netra.records.access import NotAllowedError
from netra.records.accounts.models import OutsideBody
from netra.records.cases.errors import BlockedError, CaseMovedError
from netra.records.referrals.actions import refer_case
from netra.records.referrals.models import Referral
from netra.records.referrals.queries import planned_referrals
from netra.records.reports.models import Respondent
from tests import people
from tests.people import as_actor


def refer(case, person):
    return refer_case(case=case, actor=as_actor(person), at=people.REFERRED_AT)


def test_a_civil_servant_is_referred_to_bkn_with_copies(cast) -> None:
    (sent,) = refer(people.case_on(cast, "referral"), cast.budi)
    assert sent.authority == "bkn"
    assert sent.copies == ["ppk", "bkpsdm", "inspektorat"]
    assert sent.number == "001/PN/Kota/33.74/XI/2024"


def test_contract_staff_are_referred_to_their_employer(cast) -> None:
    case = people.case_on(cast, "referral")
    Respondent.objects.filter(report=case.report).update(employment_class="non_asn")
    (sent,) = refer(case, cast.budi)
    assert sent.authority == "agency-head"


def test_part_time_pppk_go_the_way_of_pppk_unconfirmed(cast) -> None:
    case = people.case_on(cast, "referral")
    people_of = Respondent.objects.filter(report=case.report)
    people_of.update(employment_class="pppk_paruh_waktu")
    (sent,) = refer(case, cast.budi)
    assert (sent.authority, sent.status) == ("bkn", "unconfirmed")


def test_the_nearest_body_of_the_installation_is_addressed(cast) -> None:
    OutsideBody.objects.create(authority="bkn", name="BKN contoh")
    case = people.case_on(cast, "referral")
    (plan,) = planned_referrals(case, people.REFERRED_AT)
    assert plan.addressee == "BKN contoh"


def test_a_crime_goes_to_gakkumdu(cast) -> None:
    (sent,) = refer(people.case_on(cast, "referral", outcome="criminal"), cast.budi)
    assert sent.authority == "sentra-gakkumdu"


def test_an_administrative_outcome_goes_to_kpu_as_recommendation(cast) -> None:
    case = people.case_on(cast, "referral", outcome="administrative")
    (sent,) = refer(case, cast.budi)
    assert (sent.authority, sent.instrument) == ("kpu", "rekomendasi")


def test_a_respondent_of_unknown_class_blocks_the_referral(cast) -> None:
    case = people.case_on(cast, "referral", outcome="organiser_ethics")
    with pytest.raises(BlockedError) as caught:
        refer(case, cast.budi)
    assert caught.value.keys == ["addressee_for_every_outcome"]
    assert not Referral.objects.exists()


def test_a_case_is_referred_once(cast) -> None:
    case = people.case_on(cast, "referral")
    refer(case, cast.budi)
    with pytest.raises(CaseMovedError):
        refer(case, cast.eko)
    assert Referral.objects.count() == 1


def test_anton_refers_and_sees_nothing_of_another_city(cast) -> None:
    case = people.case_on(cast, "referral")
    anton = as_actor(cast.anton)
    with pytest.raises(NotAllowedError):
        refer_case(case=case, actor=anton, at=people.REFERRED_AT)
    refer(case, cast.budi)
    assert not Referral.objects.visible_to(anton).exists()
    assert Referral.objects.visible_to(as_actor(cast.gita)).exists()
