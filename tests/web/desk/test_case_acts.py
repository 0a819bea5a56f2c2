"""Small acts from the page of a case: giving it away, more time, people, papers."""

import pytest
from django.urls import reverse

from netra.records.cases.models import Case
from tests import people
from tests.web.desk.case_walk import as_, get, post, text_of


@pytest.fixture
def case(cast, clock) -> Case:
    clock.set(people.WRITTEN_AT)
    case = people.registered(cast)
    people.alleged(case, cast)
    return case


def test_a_case_is_given_to_somebody_of_the_office(cast, client, case):
    as_(client, cast, "sari")
    assert post(client, case, "case_assign", holder=cast.eko.pk).status_code == 302
    case.refresh_from_db()
    assert case.assigned_to == cast.eko


def test_a_case_is_not_given_to_somebody_of_another_office(cast, client, case):
    as_(client, cast, "sari")
    answer = client.post(
        reverse("case_assign", args=[case.pk]), {"holder": cast.anton.pk}, follow=True
    )
    assert "tidak bertugas di kantor ini" in text_of(answer)
    case.refresh_from_db()
    assert case.assigned_to is None


def test_more_time_needs_a_reason_and_is_taken_once(cast, client, case):
    as_(client, cast, "budi")
    assert "UU 1/2015 Pasal 134 ayat (6)" in text_of(get(client, case, "case_extend"))
    assert post(client, case, "case_extend", reason=" ").status_code == 422
    reason = "DATA CONTOH. Pelapor memberi keterangan tambahan."
    assert post(client, case, "case_extend", reason=reason).status_code == 302
    again = post(client, case, "case_extend", reason=reason)
    assert again.status_code == 409
    assert reason in text_of(again)
    page = text_of(get(client, case, "case"))
    assert "Rabu, 6 November 2024, 23.59 WIB" in page
    assert reverse("case_extend", args=[case.pk]) not in page


def test_what_a_respondent_was_on_the_day_is_entered(cast, client, case):
    as_(client, cast, "budi")
    person = case.report.respondents.get()
    assert get(client, case, "case_respondent", person.pk).status_code == 200
    answer = post(
        client,
        case,
        "case_respondent",
        person.pk,
        employment_class="pppk_paruh_waktu",
        holds_office="no",
        post="penata contoh",
        workplace="Dinas Contoh",
    )
    assert answer.status_code == 302
    person.refresh_from_db()
    assert person.employment_class == "pppk_paruh_waktu"
    assert person.holds_office is False
    page = text_of(get(client, case, "case"))
    assert "PPPK paruh waktu" in page
    assert "Tidak memangku jabatan pada hari perbuatan" in page


def test_a_class_that_does_not_exist_is_refused_and_the_text_stays(cast, client, case):
    person = case.report.respondents.get()
    answer = post(
        as_(client, cast, "budi"),
        case,
        "case_respondent",
        person.pk,
        employment_class="asn_official",
        post="penata contoh sekali",
    )
    assert answer.status_code == 422
    assert "penata contoh sekali" in text_of(answer)
    person.refresh_from_db()
    assert person.employment_class == "pns"


def test_the_respondent_of_another_case_is_not_found(cast, client, case):
    other = people.registered(cast).report.respondents.get()
    as_(client, cast, "budi")
    assert get(client, case, "case_respondent", other.pk).status_code == 404


def test_a_paper_of_the_case_is_issued_and_listed(cast, clock, client):
    clock.set(people.TOLD_AT)
    case = people.case_on(cast, "status_notice")
    as_(client, cast, "budi")
    answer = post(client, case, "case_issue_paper", kind="status_notice")
    assert answer.status_code == 302
    paper = case.report.papers.get(kind="status_notice")
    assert reverse("paper", args=[paper.pk]) in text_of(get(client, case, "case"))


def test_the_letter_of_a_referral_is_issued_once_offered(cast, clock, client):
    clock.set(people.TOLD_AT)
    case = people.case_on(cast, "status_notice")
    referral = case.referrals.get()
    as_(client, cast, "budi")
    offered = 'name="kind" value="referral_letter"'
    assert offered in text_of(get(client, case, "case"))
    sent = {"kind": "referral_letter", "referral": referral.pk}
    assert post(client, case, "case_issue_paper", **sent).status_code == 302
    assert referral.papers.count() == 2
    assert offered not in text_of(get(client, case, "case"))


def test_a_paper_nobody_knows_is_not_found(cast, client, case):
    as_(client, cast, "budi")
    assert post(client, case, "case_issue_paper", kind="x").status_code == 404
