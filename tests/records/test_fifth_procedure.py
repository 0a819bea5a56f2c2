"""A procedure added by TOML alone carries a report from arrival to its end.

The file below is all there is: other steps, other keys, other deadlines, no completion
and no study, and a report walks through it by the same actions.
"""

from datetime import date
from pathlib import Path

import pytest

from netra.records.accounts.queries import PUBLIC
from netra.records.cases import actions as cases
from netra.records.cases import road as case_road
from netra.records.cases.queries import deadlines_of as case_deadlines
from netra.records.ledger.replaying import compare
from netra.records.reports import actions as reports
from netra.records.reports import road
from netra.records.reports.actions.checking import Finding
from netra.records.reports.queries import deadlines_of
from tests import people
from tests.people import as_actor, at

FIFTH = Path(__file__).parent / "fifth.toml"


@pytest.fixture
def report(cast, law_dir):
    (law_dir / "fifth.toml").write_text(FIFTH.read_text(encoding="utf-8"))
    telling = people.told(known_on=date(2026, 3, 2), happened_on=date(2026, 3, 1))
    draft = reports.open_draft(at=at("2026-03-03 09:00"))
    return reports.hand_in_report(
        draft=draft,
        content=telling,
        contest=None,
        actor=PUBLIC,
        at=at("2026-03-03 09:00"),
    )[0]


def sifted(report, cast, *, present: bool):
    return reports.finish_initial_study(
        report=report,
        findings={"told_who": Finding(present=present)},
        alleged_kind="",
        note="",
        refusal_reason="" if present else "Tidak jelas siapa.",
        actor=as_actor(cast.budi),
        at=at("2026-03-03 10:00"),
    )


def decided(case, cast):
    plenary = cases.convene_plenary(
        case=case,
        members=cast.members,
        place="",
        actor=as_actor(cast.sari),
        at=at("2026-03-04 09:00"),
    )
    people.voted(plenary, cast, "proven")
    return cases.close_plenary(
        case=case,
        decision_text="Terbukti.",
        actor=as_actor(cast.sari),
        at=at("2026-03-04 09:30"),
    )


def test_the_report_runs_under_the_new_procedure(report) -> None:
    assert report.procedure == "contoh-2026"
    assert report.number == "BERKAS-001-2026"
    assert road.step_of(report).label_now == "Saring berkas"
    assert [(d.key, d.due_at.isoformat()) for d in deadlines_of(report)] == [
        ("sifting", "2026-03-03T15:00:00+07:00")
    ]


def test_it_walks_from_arrival_to_its_end(report, cast) -> None:
    report = sifted(report, cast, present=True)
    assert report.step == "book"
    case = cases.register_report(
        report=report, actor=as_actor(cast.budi), at=at("2026-03-03 11:00")
    )
    assert case.step == "panel"
    assert [d.key for d in case_deadlines(case)] == ["panel_time"]
    assert [b.key for b in case_road.blockers_of(case)] == ["quorum_met"]
    assert case_road.step_of(case).title == "Sidang panel"
    case = decided(case, cast)
    assert case.step == "answer"
    case = cases.tell_status(
        case=case,
        follow_up=False,
        actor=as_actor(cast.budi),
        at=at("2026-03-04 10:00"),
    )
    assert case.step == "end"
    assert case_deadlines(case) == ()
    assert compare().difference is None


def test_what_cannot_be_completed_fails_where_no_completion_exists(
    report, cast
) -> None:
    report = sifted(report, cast, present=False)
    assert report.step == "answer"
    report = reports.tell_status(
        report=report, actor=as_actor(cast.budi), at=at("2026-03-03 12:00")
    )
    assert report.step == "end"
    assert deadlines_of(report) == ()
