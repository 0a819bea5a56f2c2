"""One search: by number, words, place and sealed name, never past a border."""

import re

import pytest
from django.urls import reverse

from netra.web.desk import search
from netra.web.desk.search import commands_for, found_by
from tests import people
from tests.people import as_actor
from tests.web.desk.reading import queries_of


def numbers(query, user):
    return {row.number for row in found_by(query, as_actor(user))}


@pytest.fixture
def report(cast):
    return people.submitted(
        cast, telling=people.told(event="Spanduk di pagar", place="Alun-alun Contoh")
    )


@pytest.mark.parametrize(
    "query",
    ["spanduk", "SPANDUK pagar", "alun-alun", "panggung", "bambang", "Dinas Contoh"],
)
def test_a_report_is_found_by_event_place_account_name_and_workplace(
    query, cast, report
) -> None:
    assert numbers(query, cast.budi) == {report.number}


def test_a_report_is_found_by_its_number(cast, report) -> None:
    people.submitted(cast)
    assert numbers(report.number, cast.budi) == {report.number}


def test_every_word_must_be_found(cast, report) -> None:
    assert numbers("spanduk jembatan", cast.budi) == set()


def test_a_case_stands_for_its_report(cast) -> None:
    case = people.registered(cast)
    assert numbers(case.report.number, cast.budi) == {case.number}
    assert numbers("bambang", cast.budi) == {case.number}


@pytest.mark.parametrize("query", ["spanduk", "bambang", "001"])
def test_nothing_of_another_region_is_found(query, cast, report) -> None:
    assert numbers(query, cast.anton) == set()


def test_an_auditor_finds_words_but_no_names(cast, report) -> None:
    assert numbers("spanduk", cast.dewi) == {report.number}
    assert numbers("bambang", cast.dewi) == set()
    assert all(
        "Bambang" not in row.snippet for row in found_by("spanduk", as_actor(cast.dewi))
    )


def test_who_handles_no_reports_finds_nothing(cast, report) -> None:
    assert numbers("spanduk", cast.putri) == set()
    assert numbers("spanduk", cast.lia) == set()


def test_the_reporter_is_never_searched(cast, report) -> None:
    assert numbers("wati", cast.budi) == set()


def test_names_are_opened_for_the_newest_respondents_only(
    cast, report, monkeypatch
) -> None:
    people.submitted(
        cast, telling=people.told(respondents=(people.told().respondents[0],))
    )
    monkeypatch.setattr(search, "NEWEST_RESPONDENTS", 1)
    assert report.number not in numbers("bambang", cast.budi)


def test_the_piece_around_the_words_is_shown(cast, report) -> None:
    (row,) = found_by("panggung", as_actor(cast.budi))
    assert "panggung" in row.snippet
    (named,) = found_by("bambang", as_actor(cast.budi))
    assert named.snippet.startswith("Terlapor: Bambang Contohadi")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("kalender", "calendar"),
        ("tenggat", "due"),
        ("perkara", "cases"),
        ("hukum", "law"),
    ],
)
def test_a_page_is_reached_by_its_name(words, name, cast) -> None:
    (command,) = commands_for(words, as_actor(cast.budi))
    assert command.url == reverse(name)


def test_hukum_takes_the_words_behind_it(cast) -> None:
    (command,) = commands_for("hukum tenggat lapor", as_actor(cast.budi))
    assert command.url == f"{reverse('law')}?q=tenggat+lapor"


def test_a_page_the_role_may_not_open_is_no_command(cast) -> None:
    assert commands_for("perkara", as_actor(cast.putri)) == []


def test_the_page_says_how_to_find_more(client, cast, report) -> None:
    client.force_login(cast.budi)
    nothing = client.post(reverse("search"), {"q": "tidak ada begini"})
    assert "Coba nama tanpa gelar" in nothing.content.decode()
    assert client.get(reverse("search")).status_code == 200
    found = client.post(reverse("search"), {"q": "spanduk"})
    assert reverse("report", args=[report.pk]) in found.content.decode()


def test_words_that_may_be_a_name_are_sent_in_the_body(client, cast) -> None:
    for _ in range(26):
        people.submitted(cast)
    client.force_login(cast.budi)
    first = client.post(reverse("search"), {"q": "bambang"})
    assert "bambang" not in " ".join(
        re.findall(r'(?:href|action)="([^"]*)"', first.content.decode())
    )
    assert 'name="page" value="2"' in first.content.decode()
    second = client.post(reverse("search"), {"q": "bambang", "page": "2"})
    assert len(second.context["page_obj"].object_list) == 1


def test_the_search_of_every_desk_page_is_sent_in_the_body(client, cast) -> None:
    client.force_login(cast.budi)
    text = client.get(reverse("desk")).content.decode()
    assert f'role="search" method="post" action="{reverse("search")}"' in text


def test_a_search_costs_as_many_queries_for_one_file_as_for_many(client, cast) -> None:
    people.registered(cast)
    people.submitted(cast)
    client.force_login(cast.budi)

    def found():
        return client.post(reverse("search"), {"q": "aparatur"})

    one = queries_of(found)
    for _ in range(12):
        people.submitted(cast)
    assert queries_of(found) == one <= 20


def test_an_auditor_searches_no_free_text_and_is_shown_none(cast, report) -> None:
    assert numbers("panggung", cast.dewi) == set()
    assert numbers("spanduk panggung", cast.dewi) == set()
    assert [row.snippet for row in found_by("spanduk", as_actor(cast.dewi))] == [""]


def test_an_auditor_searches_no_free_text_of_a_case(cast) -> None:
    case = people.registered(cast)
    assert numbers(case.number, cast.dewi) == {case.number}
    assert numbers("panggung", cast.dewi) == set()
