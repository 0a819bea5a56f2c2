"""What was typed and never handed in goes; what a report holds stays."""

import os
from datetime import datetime, timedelta

import pytest

from netra.records.accounts.queries import PUBLIC
from netra.records.evidence.actions import receive_blob
from netra.records.evidence.models import Blob
from netra.records.evidence.store import path_of
from netra.records.jobs import moment
from netra.records.ledger.models import LedgerEntry
from netra.records.reports import actions as reports
from netra.records.reports.models import DraftFile, Exhibit, ReportDraft
from netra.records.reports.sweeping import forget_drafts, sweep, wipe_handed_in
from tests import people

pytestmark = pytest.mark.django_db
WRITTEN_AT = people.SUBMITTED_AT
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def a_draft(at: datetime = WRITTEN_AT) -> ReportDraft:
    draft = reports.open_draft(at=at)
    ReportDraft.objects.filter(pk=draft.pk).update(content="rahasia", saved_at=at)
    draft.refresh_from_db()
    return draft


def attached(draft: ReportDraft, content: bytes = PDF, *, days_old: int = 31) -> Blob:
    blob = receive_blob(chunks=[content], at=WRITTEN_AT)
    DraftFile.objects.create(
        draft=draft,
        blob=blob,
        kind=Exhibit.Kind.values[0],
        name="bukti.pdf",
        received_at=WRITTEN_AT,
    )
    seconds = (moment.real_now() - timedelta(days=days_old)).timestamp()
    os.utime(path_of(blob.sha256), (seconds, seconds))
    return blob


def after(days: int) -> datetime:
    return WRITTEN_AT + timedelta(days=days)


def test_a_draft_is_forgotten_after_its_days_with_its_files(
    settings, django_capture_on_commit_callbacks
):
    settings.DRAFT_DAYS = 30
    blob = attached(a_draft())

    with django_capture_on_commit_callbacks(execute=True):
        assert forget_drafts(at=after(31)) == 1

    assert not ReportDraft.objects.exists()
    assert not Blob.objects.exists()
    assert not path_of(blob.sha256).exists()
    assert list(path_of(blob.sha256).parent.iterdir()) == []


def test_a_draft_saved_within_its_days_stays(settings):
    settings.DRAFT_DAYS = 30
    draft = a_draft()

    assert forget_drafts(at=after(30)) == 0
    assert ReportDraft.objects.get() == draft


def test_a_file_another_draft_holds_stays(django_capture_on_commit_callbacks):
    old, young = a_draft(), a_draft(after(20))
    blob = attached(old)
    attached(young)

    with django_capture_on_commit_callbacks(execute=True):
        assert forget_drafts(at=after(31)) == 1

    assert Blob.objects.get() == blob
    assert path_of(blob.sha256).read_bytes() == PDF


def test_bytes_that_arrived_again_a_moment_ago_stay(django_capture_on_commit_callbacks):
    blob = attached(a_draft(), days_old=0)

    with django_capture_on_commit_callbacks(execute=True):
        forget_drafts(at=after(31))

    assert path_of(blob.sha256).read_bytes() == PDF


def test_a_handed_in_draft_is_never_forgotten_but_emptied_after_two_days(cast):
    draft = a_draft()
    report, _code = reports.hand_in_report(
        draft=draft, content=people.TELLING, contest=None, actor=PUBLIC, at=WRITTEN_AT
    )
    ReportDraft.objects.filter(pk=draft.pk).update(content="kode tanda terima")

    assert wipe_handed_in(at=after(2)) == 0
    assert wipe_handed_in(at=after(3)) == 1
    assert wipe_handed_in(at=after(4)) == 0
    assert forget_drafts(at=after(400)) == 0

    draft.refresh_from_db()
    assert (draft.content, draft.report) == ("", report)


def test_the_daily_sweep_does_both_and_enters_nothing(cast, clock):
    a_draft()
    draft = a_draft()
    reports.hand_in_report(
        draft=draft, content=people.TELLING, contest=None, actor=PUBLIC, at=WRITTEN_AT
    )
    ReportDraft.objects.filter(pk=draft.pk).update(content="kode tanda terima")
    before = LedgerEntry.objects.count()
    clock.set(after(60))

    sweep()

    assert ReportDraft.objects.get().content == ""
    assert LedgerEntry.objects.count() == before
