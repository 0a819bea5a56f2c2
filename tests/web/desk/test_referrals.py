"""Referrals: the preview with its argument, the sending, and the list."""

import pytest
from django.urls import reverse

from netra.records.cases.models import Case, RespondentOutcome
from netra.records.referrals.models import Referral
from netra.web.desk.referral_pages import body_names
from tests import people
from tests.web.desk.case_walk import as_, get, post, text_of


@pytest.fixture
def case(cast, clock) -> Case:
    clock.set(people.REFERRED_AT)
    return people.case_on(cast, "referral")


def test_the_preview_names_addressee_copies_basis_and_people(cast, client, case):
    page = text_of(get(as_(client, cast, "budi"), case, "case_refer"))
    assert "Badan Kepegawaian Negara" in page
    assert "Inspektorat Daerah" in page
    assert "SE MenPANRB 4/2024" in page
    assert "Bambang Contohadi" in page
    assert "Rabu, 6 November 2024" in page
    assert "Bukan daftar menurut aturan." in page
    assert not Referral.objects.exists()


def test_sending_enters_the_letters_and_moves_the_case_on(cast, client, case):
    as_(client, cast, "budi")
    assert post(client, case, "case_refer").status_code == 302
    case.refresh_from_db()
    assert case.step == "status_notice"
    referral = Referral.objects.get(case=case)
    assert referral.authority == "bkn"
    page = text_of(client.get(reverse("referrals")))
    assert "Badan Kepegawaian Negara" in page
    assert "Rabu, 6 November 2024, 09.00 WIB" in page
    assert "Contohadi" not in page


def test_sending_twice_is_a_conflict_and_sends_nothing(cast, client, case):
    as_(client, cast, "budi")
    post(client, case, "case_refer")
    again = post(client, case, "case_refer")
    assert again.status_code == 409
    assert Referral.objects.count() == 1


def test_before_the_outcome_nothing_waits_to_be_referred(cast, client, clock):
    clock.set(people.WRITTEN_AT)
    case = people.registered(cast)
    page = text_of(get(as_(client, cast, "budi"), case, "case_refer"))
    assert "belum sampai ke penerusan" in page
    assert "Catat penerusan</button>" not in page


def test_an_outcome_without_addressee_is_explained_and_not_sent(cast, client, case):
    RespondentOutcome.objects.filter(case=case).update(outcome="outcome_of_nowhere")
    as_(client, cast, "budi")
    page = text_of(get(client, case, "case_refer"))
    assert "Alamat penerusan belum ditemukan" in page
    assert "Catat penerusan</button>" not in page
    assert post(client, case, "case_refer").status_code == 422
    assert not Referral.objects.exists()
    case.refresh_from_db()
    assert case.step == "referral"


def test_an_empty_list_says_when_something_will_be_there(cast, client):
    page = text_of(as_(client, cast, "budi").get(reverse("referrals")))
    assert "Belum ada penerusan" in page


def test_the_list_costs_the_same_for_one_and_for_many(
    cast, client, case, django_assert_max_num_queries
):
    as_(client, cast, "budi")
    post(client, case, "case_refer")
    people.case_on(cast, "status_notice")
    people.case_on(cast, "status_notice")
    with django_assert_max_num_queries(15):
        rows = client.get(reverse("referrals")).context["rows"]
    assert len(rows) == 3


def test_bodies_are_named_in_indonesian() -> None:
    names = body_names(("ppk", "kpu", "lain"))
    assert names[0] == (
        "Pejabat Pembina Kepegawaian atau pejabat yang berwenang menghukum"
    )
    assert "tier" not in names[1]
    assert names[2] == "lain"
