"""A file is closed when nothing is open, and what is closed stands still."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from netra.domain.law import Paper
from netra.records.cases import actions as cases
from netra.records.cases.errors import TextMissingError
from netra.records.cases.models import Case
from netra.records.closing import actions
from netra.records.closing.errors import (
    FileClosedError,
    FileOpenError,
    StillOpenError,
    TaskEndedError,
)
from netra.records.closing.models import Closure, Task
from netra.records.closing.open_items import open_items
from netra.records.closing.queries import closure_of, open_tasks
from netra.records.documents.actions import issue_paper
from netra.records.documents.queries import papers_due
from netra.records.ledger.replaying import compare
from netra.records.notices import actions as notices
from netra.records.notices.actions.telling import Addressee
from netra.records.notices.models import Clearance, Notice
from tests import people
from tests.people import as_actor, at

CLOSED_AT = at("2024-11-08 10:00")


def keys(case: Case) -> list[str]:
    return [item.key for item in open_items(case)]


def issue_all(case: Case, cast) -> None:
    for paper in papers_due(case):
        if paper is not Paper.REFERRAL_LETTER:
            issue_paper(paper, case=case, actor=as_actor(cast.budi), at=CLOSED_AT)


def ended(cast, monkeypatch) -> Case:
    """A case found to be no violation, told, with every paper issued."""
    monkeypatch.setattr(  # the bytes of a paper are tested elsewhere
        "netra.records.documents.actions.issuing.render_pdf", lambda _paper: b"%PDF-"
    )
    case = people.case_on(cast, "plenary_outcome")
    people.ready_to_close(case, cast, "not_a_violation")
    case = cases.close_plenary(
        case=case,
        decision_text="DATA CONTOH. Bukan pelanggaran.",
        actor=as_actor(cast.sari),
        at=people.DECIDED_AT,
    )
    case = cases.tell_status(
        case=case, follow_up=False, actor=as_actor(cast.budi), at=people.TOLD_AT
    )
    issue_all(case, cast)
    settle(case, cast)
    return case


def settle(case: Case, cast) -> None:
    """Tell the reporter, and clear the respondent."""
    officer = {"actor": as_actor(cast.budi), "at": CLOSED_AT}
    notice = notices.prepare_notice(
        matter=case,
        event=Notice.Event.DECIDED,
        addressee=Addressee(to=Notice.To.REPORTER),
        channel=Notice.Channel.LETTER,
        **officer,
    )
    assert "notice_unsent" in keys(case)
    assert "still open" in refused_by_the_database(lambda: closure_row(case, cast))
    notices.send_notice(notice=notice, **officer)
    assert "uncleared" in keys(case)
    notices.clear_person(
        case=case,
        respondent=case.respondents.get(),
        ground=Clearance.Ground.NOT_A_VIOLATION,
        reason="DATA CONTOH. Bukan pelanggaran.",
        actor=as_actor(cast.sari),
        at=CLOSED_AT,
    )


def add(case, cast, title="Kirim salinan putusan", **more):
    asked = {"due_on": None, "holder": None, **more}
    return actions.add_task(
        case=case, title=title, **asked, actor=as_actor(cast.budi), at=CLOSED_AT
    )


def close(case, cast):
    return actions.close_file(
        case=case, note="", actor=as_actor(cast.budi), at=CLOSED_AT
    )


def test_what_is_open_is_said_in_one_list(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    people.ready_to_close(case, cast, "other_law_asn")
    add(case, cast)
    found = keys(case)
    assert found[:2] == ["road", "plenary"]
    assert found[-1] == "task"
    assert {key.partition(":")[0] for key in found} == {
        "road",
        "plenary",
        "paper",
        "reporter_untold",
        "task",
    }
    with pytest.raises(StillOpenError) as refused:
        close(case, cast)
    assert refused.value.keys == found
    assert "Kirim salinan putusan" in refused.value.reader_message
    assert not Closure.objects.exists()


def test_a_letter_that_was_not_printed_keeps_the_file_open(cast) -> None:
    case = people.case_on(cast, "status_notice")
    referral = case.referrals.get()
    assert {"letter", "hop"} <= set(keys(case))
    letters = [item for item in open_items(case) if item.key == "letter"]
    assert [referral.number in item.sentence for item in letters] == [True]


def test_nothing_open_is_closed_and_replays(cast, monkeypatch) -> None:
    case = ended(cast, monkeypatch)
    assert keys(case) == []
    closure = close(case, cast)
    assert closure_of(case) == closure
    assert compare().difference is None
    with pytest.raises(FileClosedError):
        close(case, cast)
    with pytest.raises(FileClosedError):
        add(case, cast)


def test_a_closed_file_stands_still_until_it_is_opened_again(cast, monkeypatch) -> None:
    case = ended(cast, monkeypatch)
    close(case, cast)
    with pytest.raises(FileClosedError):
        cases.assign_case(
            case=case, holder=cast.eko, actor=as_actor(cast.budi), at=CLOSED_AT
        )
    with pytest.raises(TextMissingError):
        actions.reopen_file(
            case=case, reason=" ", actor=as_actor(cast.budi), at=CLOSED_AT
        )
    actions.reopen_file(
        case=case, reason="Salinan kurang.", actor=as_actor(cast.budi), at=CLOSED_AT
    )
    assert closure_of(case) is None
    with pytest.raises(FileOpenError):
        actions.reopen_file(
            case=case, reason="Lagi.", actor=as_actor(cast.budi), at=CLOSED_AT
        )
    add(case, cast)
    assert keys(case) == ["task"]
    assert compare().difference is None


def test_a_task_is_done_dropped_or_taken_up_again(cast) -> None:
    case = people.case_on(cast, "study")
    task = add(case, cast, due_on=date(2024, 11, 20), holder=cast.eko)
    later = add(case, cast, title="Arsipkan")
    assert list(open_tasks(as_actor(cast.eko))) == [task, later]
    assert list(open_tasks(as_actor(cast.eko), mine=True)) == [task]
    assert not open_tasks(as_actor(cast.anton)).exists()
    act = {"actor": as_actor(cast.eko), "at": CLOSED_AT}
    actions.finish_task(task=task, **act)
    with pytest.raises(TaskEndedError):
        actions.finish_task(task=task, **act)
    with pytest.raises(TaskEndedError):
        actions.drop_task(task=task, reason="Keliru.", **act)
    with pytest.raises(TextMissingError):
        actions.drop_task(task=later, reason=" ", **act)
    actions.drop_task(task=later, reason="Sudah di arsip.", **act)
    actions.take_task_up_again(task=task, **act)
    with pytest.raises(TaskEndedError):
        actions.take_task_up_again(task=task, **act)
    assert list(open_tasks(as_actor(cast.budi))) == [task]
    assert compare().difference is None


def refused_by_the_database(act) -> str:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        act()
    return str(refused.value)


def closure_row(case, cast) -> Closure:
    return Closure.objects.create(case=case, closed_at=CLOSED_AT, closed_by=cast.budi)


@pytest.mark.parametrize("step", ["study", "status_notice"])
def test_the_database_refuses_to_close_what_goes_on(cast, step) -> None:
    case = people.case_on(cast, step)
    said = refused_by_the_database(lambda: closure_row(case, cast))
    assert "still open" in said


def test_the_database_refuses_an_open_task_plenary_or_letter(cast, monkeypatch) -> None:
    case = ended(cast, monkeypatch)
    task = add(case, cast)
    assert "still open" in refused_by_the_database(lambda: closure_row(case, cast))
    Task.objects.filter(pk=task.pk).update(done_at=CLOSED_AT)
    plenary = case.plenaries.get()
    case.plenaries.update(closed_at=None)
    assert "still open" in refused_by_the_database(lambda: closure_row(case, cast))
    case.plenaries.update(closed_at=plenary.closed_at)
    referred = people.case_on(cast, "follow_up")
    Case.objects.filter(pk=referred.pk).update(step="end")
    assert "still open" in refused_by_the_database(lambda: closure_row(referred, cast))
    closure_row(case, cast)


def test_the_database_keeps_a_closed_file_still(cast, monkeypatch) -> None:
    case = ended(cast, monkeypatch)
    task = add(case, cast)
    actions.finish_task(task=task, actor=as_actor(cast.budi), at=CLOSED_AT)
    close(case, cast)
    step = Case.objects.filter(pk=case.pk)
    again = Task.objects.filter(pk=task.pk)
    for act in (
        lambda: step.update(step="study"),
        lambda: again.update(done_at=None),
        lambda: Task.objects.create(
            case=case, title="Baru", made_by=cast.budi, made_at=CLOSED_AT
        ),
    ):
        assert "closed" in refused_by_the_database(act)
