"""A slice of the panel is walked at every run; `python -m tests.panel.run` walks all."""

import re

import pytest

from netra.domain.coach import load_rules
from netra.domain.law import load_law
from netra.records.cases.models import Case
from netra.records.ledger.replaying import compare
from netra.records.regions.queries import official_codes
from netra.records.reports.models import Report
from tests.panel.officer import _CRITERIA, judged
from tests.panel.reading import panel
from tests.panel.reporter import ASKED_FOR, Behaviour, Desk
from tests.panel.run import told
from tests.panel.walk import _hand_in, open_offices, walk, walk_whole

EVERY = 12
ROWS = panel()[::EVERY]


@pytest.fixture
def officer(db: None):
    return open_offices()


def test_the_panel_has_two_hundred_different_reports() -> None:
    rows = panel()
    assert len(rows) == 200
    assert len({row.id for row in rows}) == 200
    assert len({row.act for row in rows}) == 200
    assert len({row.event for row in rows}) >= 195


def test_everybody_and_everything_in_the_panel_is_invented() -> None:
    for row in panel():
        names = [row.reporter, row.first.name or "Contoh"]
        assert all("Contoh" in name for name in names), row.id
        assert not row.first.phone or row.first.phone.startswith("0800")
        assert not row.first.links or "contoh.example" in row.first.links
        assert not re.search(r"\b\d{16,18}\b", row.first.account)


@pytest.mark.django_db
def test_the_places_are_real() -> None:
    assert {row.region for row in panel()} <= set(official_codes())


def test_the_officer_has_a_rule_for_every_requirement() -> None:
    held = load_law().procedure("pemilihan-2024")
    items = {item.key for item in (*held.formal_items, *held.material_items)}
    assert set(_CRITERIA) == items


def test_the_reporter_understands_only_questions_that_exist() -> None:
    assert set(ASKED_FOR) <= {rule.key for rule in load_rules()}


@pytest.mark.django_db
def test_every_report_lacks_something_at_first(officer) -> None:
    for row in panel():
        report = _hand_in(Desk.sit_down(row))
        found = judged(row, report)
        assert not all(finding.present for finding in found.values()), row.id


@pytest.mark.django_db
def test_more_of_the_slice_is_registered_with_the_coach_than_without(officer) -> None:
    plain = Behaviour()
    with_coach = told(walk(row, plain, officer, coach=True) for row in ROWS)
    without = told(walk(row, plain, officer, coach=False) for row in ROWS)
    assert with_coach["registered"] > without["registered"]
    assert with_coach["without_notice"] > without["without_notice"]
    registered = with_coach["registered"] + without["registered"]
    assert Case.objects.count() == registered
    assert Report.objects.count() == 2 * len(ROWS)
    assert compare().difference is None


@pytest.mark.django_db
def test_a_reporter_who_answers_nothing_is_where_the_coach_is_not(officer) -> None:
    deaf = Behaviour(answers_share=0.0)
    heard = [walk(row, deaf, officer, coach=True) for row in ROWS]
    unasked = [walk(row, deaf, officer, coach=False) for row in ROWS]
    assert [o.is_registered for o in heard] == [o.is_registered for o in unasked]
    assert all(o.questions for o in heard)


@pytest.mark.django_db
def test_what_cannot_be_given_is_not_registered(officer) -> None:
    late = [row for row in panel() if row.known_on < row.at.date().isoformat()]
    passed = [row for row in late if (row.at.date() - _day(row)).days > 8]
    outcomes = [walk_whole(row, officer) for row in passed]
    assert len(outcomes) >= 5
    assert not any(outcome.is_registered for outcome in outcomes)
    assert all("within_window" in outcome.lacked for outcome in outcomes)


def _day(row):
    from datetime import date

    return date.fromisoformat(row.known_on)
