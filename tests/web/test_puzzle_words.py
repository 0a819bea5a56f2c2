"""The puzzle on a page: what is there with a script, without one, and once solved."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from netra.web.puzzles import Purpose, puzzle_for
from tests.web.puzzling import solved_fields

pytestmark = pytest.mark.django_db


def shown(request) -> str:
    puzzle = puzzle_for(request, Purpose.INFORMATION)
    return render_to_string("web/_puzzle.html", {"puzzle": puzzle})


@pytest.fixture
def asked(rf: RequestFactory) -> str:
    return shown(rf.get("/"))


def test_the_sum_has_a_label_and_a_hint_of_its_own(asked: str) -> None:
    (mark,) = set(re.findall(r'<input class="input" id="(hitungan-\w+)"', asked))
    assert f'<label class="label" for="{mark}">Berapa' in asked
    assert f'aria-describedby="{mark}-petunjuk"' in asked
    assert f'id="{mark}-petunjuk"' in asked


def test_the_sum_stands_where_only_its_readers_find_it(asked: str) -> None:
    outside = re.sub(r"<(noscript|template)>.*?</\1>", "", asked, flags=re.DOTALL)
    assert "Berapa" in asked
    assert "Berapa" not in outside


def test_news_of_the_work_are_told_politely(asked: str) -> None:
    assert 'role="status"></p>' in asked
    assert "aria-live" not in asked  # a status is polite by itself


def test_scripts_come_from_here_and_stand_in_files(asked: str) -> None:
    assert re.findall(r"<script[^>]*>", asked) == [
        '<script src="/static/web/puzzle.js" defer>'
    ]
    assert 'worker="/static/web/vendor/altcha/pbkdf2.js"' in asked


def test_two_puzzles_on_one_page_share_no_id(rf: RequestFactory) -> None:
    ids = [
        found
        for _number in range(2)
        for found in set(re.findall(r' id="([^"]+)"', shown(rf.get("/"))))
    ]
    assert len(ids) == len(set(ids)) == 4


def test_a_solution_that_came_along_stands_in_hidden_fields_only(
    rf: RequestFactory,
) -> None:
    fields = solved_fields(Purpose.INFORMATION)
    page = shown(rf.post("/", fields))
    assert f'type="hidden" name="puzzle" value="{fields["puzzle"]}"' in page
    assert "netra-puzzle" not in page
    assert "Berapa" not in page
