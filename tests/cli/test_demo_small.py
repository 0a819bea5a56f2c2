"""The demonstration command where it refuses, and a small one with its papers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from netra.cli.demonstration import plan
from netra.cli.demonstration.errors import PlanError
from netra.cli.demonstration.files import picture
from netra.cli.demonstration.matters import read_matters
from netra.cli.demonstration.people import Staff
from netra.cli.demonstration.walking import Walk
from netra.domain.law import Paper
from netra.records.accounts.models import Office
from netra.records.accounts.queries import INSTALLATION
from netra.records.closing.models import Closure
from netra.records.contests.loading import load_contests
from netra.records.documents.models import IssuedPaper
from netra.records.evidence.content import looks_truncated, media_type_of
from netra.records.jobs.models import ClockShift
from netra.records.law.queries import law
from netra.records.ledger.replaying import compare
from netra.records.packs.models import Pack
from netra.records.reports.models import Report
from tests import people


@pytest.fixture
def demo_ground(db: None, settings) -> None:
    """An empty installation for demonstrations, as `netra prepare` leaves it."""
    settings.DEMO = True
    load_contests(law(), actor=INSTALLATION, at=people.LAID_AT)


def demo(**options: object) -> str:
    """Return what the command prints."""
    out = StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


def test_it_refuses_where_no_demonstration_is_wanted(demo_ground, settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="NETRA_DEMO=1"):
        demo()
    assert not Office.objects.exists()


def test_it_refuses_beside_other_records(demo_ground) -> None:
    people.person("Nur")
    with pytest.raises(CommandError, match="make reset-demo"):
        demo()
    assert not Office.objects.exists()


def test_it_refuses_before_the_installation_is_prepared(db: None, settings) -> None:
    settings.DEMO = True
    with pytest.raises(CommandError, match="netra prepare"):
        demo()
    assert not Office.objects.exists()


ROAD = {
    Paper.RECEIPT,
    Paper.MISSING_ITEMS_NOTICE,
    Paper.INITIAL_STUDY,
    Paper.REGISTRATION,
    Paper.STUDY,
    Paper.PLENARY_DECISION,
    Paper.REFERRAL_LETTER,
    Paper.STATUS_NOTICE,
    Paper.FINDING,
    Paper.FINDING_PLENARY,
    Paper.OBSERVATION_REPORT,
    Paper.TRACING_REPORT,
}


def test_a_small_demonstration_issues_the_papers_of_the_road(demo_ground) -> None:
    demo(matters=2)
    kinds = set(IssuedPaper.objects.values_list("kind", flat=True))
    assert {kind.value for kind in ROAD} <= kinds
    assert Pack.objects.get().state == Pack.State.READY
    assert compare().difference is None


def test_a_file_is_closed_when_nothing_is_open(demo_ground, monkeypatch) -> None:
    chosen = tuple(m for m in read_matters() if m.key == "beltim-16")
    monkeypatch.setattr(plan, "read_matters", lambda: chosen)
    demo()
    assert Closure.objects.get().reopened_at is None
    assert compare().difference is None


def test_the_second_run_says_it_is_there_and_adds_nothing(demo_ground) -> None:
    demo(matters=2, without_papers=True)
    assert "sudah ada" in demo()
    assert Report.objects.count() == 2


def test_an_interrupted_run_says_how_to_begin_anew(demo_ground, monkeypatch) -> None:
    def interrupt(walk: Walk, at: datetime) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(plan._ACTS, "studied", ((0, interrupt),))
    with pytest.raises(CommandError, match="make reset-demo"):
        demo(matters=1, without_papers=True)
    assert not ClockShift.objects.exists()


def test_after_an_interrupted_run_the_next_refuses(demo_ground, monkeypatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(plan, "_walk_all", _interrupt)
        with pytest.raises(CommandError):
            demo(matters=1)
    with pytest.raises(CommandError, match="bukan demonstrasi utuh"):
        demo(matters=1)


def _interrupt(*args: object) -> None:
    raise KeyboardInterrupt


def test_acts_of_all_matters_are_put_in_the_order_of_time() -> None:
    walks = [
        Walk(matter=matter, staff=Staff(officers=(), members=()), people={})
        for matter in read_matters()
    ]
    at = [act.at for act in plan.in_order(walks)]
    assert at == sorted(at)
    assert len(at) > 250


def test_a_plan_whose_acts_overlap_is_refused() -> None:
    matter = next(m for m in read_matters() if "submitted_up" in m.moments)
    moments = dict(matter.moments)
    moments["submitted_up"] = moments["written"] + timedelta(minutes=1)
    walk = Walk(
        matter=replace(matter, moments=moments),
        staff=Staff(officers=(), members=()),
        people={},
    )
    with pytest.raises(PlanError, match=matter.key):
        plan.in_order([walk])


def test_every_matter_is_written_before_the_moment_shown() -> None:
    newest = max(max(matter.moments.values()) for matter in read_matters())
    assert newest + timedelta(minutes=5) <= plan.SHOWN_AT
    assert datetime(2024, 10, 30, 2, 40, tzinfo=UTC) == plan.SHOWN_AT


def test_a_drawn_picture_is_a_whole_png() -> None:
    drawn = picture("KARTU IDENTITAS", "BELTIM 01")
    assert media_type_of(drawn) == "image/png"
    assert not looks_truncated("image/png", drawn[-1024:])


def test_two_texts_never_give_the_same_picture() -> None:
    assert picture("BELTIM 01") != picture("BELTIM 02")
    assert picture("BELTIM 01") == picture("BELTIM 01")
