"""What waits for my approval or vote, and how I voted."""

import pytest
from django.urls import reverse

from netra.records.reports.models import Respondent
from netra.web.desk.decisions import waiting_for
from tests import people
from tests.people import as_actor
from tests.web.desk.reading import queries_of


@pytest.fixture
def page_of(client):
    def opened(user):
        client.force_login(user)
        return client.get(reverse("my_decisions"))

    return opened


def test_a_study_waits_for_everybody_but_its_author(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    assert waiting_for(as_actor(cast.eko)).approvals == (case,)
    assert waiting_for(as_actor(cast.sari)).approvals == (case,)
    assert waiting_for(as_actor(cast.budi)).approvals == ()


@pytest.mark.parametrize("who", ["anton", "gita", "dewi", "putri", "lia"])
def test_nothing_waits_for_those_who_do_not_decide_here(who, cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    people.convened(people.approved(case, cast), cast)
    assert waiting_for(as_actor(getattr(cast, who))).count == 0


def test_an_open_plenary_waits_for_its_members_until_they_voted(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    plenary = people.convened(people.approved(case, cast), cast)
    assert waiting_for(as_actor(cast.sari)).plenaries == (plenary,)
    assert waiting_for(as_actor(cast.eko)).plenaries == ()
    people.voted(plenary, cast, "other_law_asn")
    assert waiting_for(as_actor(cast.sari)).plenaries == ()


def test_a_plenary_waits_until_i_voted_on_every_respondent(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    plenary = people.convened(people.approved(case, cast), cast)
    people.voted(plenary, cast, "other_law_asn")
    Respondent.objects.create(report=case.report, name="Orang Kedua Contoh")
    assert waiting_for(as_actor(cast.sari)).plenaries == (plenary,)


def test_my_votes_are_shown_with_outcome_and_reason(cast, page_of) -> None:
    case = people.ready_to_close(
        people.case_on(cast, "plenary_outcome"), cast, "other_law_asn"
    )
    page = page_of(cast.sari)
    (row,) = page.context["votes"]
    assert (row.case, row.is_open) == (case, True)
    assert row.outcome in page.content.decode()
    assert "Alasan suara." in page.content.decode()


def test_votes_of_others_are_not_mine(cast, page_of) -> None:
    people.ready_to_close(
        people.case_on(cast, "plenary_outcome"), cast, "other_law_asn"
    )
    assert page_of(cast.eko).context["votes"] == []


def test_an_empty_page_says_what_will_come(cast, page_of) -> None:
    assert "Tidak ada yang menunggu Anda" in page_of(cast.sari).content.decode()


def test_who_approves_nothing_has_no_such_page(cast, page_of) -> None:
    assert page_of(cast.dewi).status_code == 403


def test_the_page_costs_as_many_queries_for_one_vote_as_for_many(cast, page_of) -> None:
    def decide():
        people.ready_to_close(
            people.case_on(cast, "plenary_outcome"), cast, "other_law_asn"
        )

    decide()
    one = queries_of(lambda: page_of(cast.sari))
    decide()
    assert queries_of(lambda: page_of(cast.sari)) == one <= 30
