"""Forgetting drafts: what was typed and never handed in does not stay."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import ProtectedError

from netra.records.evidence.models import Blob
from netra.records.evidence.store import path_of
from netra.records.jobs import moment
from netra.records.reports.models import ReportDraft

_log = logging.getLogger(__name__)

RECEIPT_SHOWN_FOR = timedelta(days=2)
"""How long the content behind a receipt can be shown again: a choice of ours."""

ARRIVING_FOR = timedelta(days=1)
"""A file written later than this long ago may still be waiting for its row."""


def sweep() -> None:
    """Do the daily sweep; the worker calls this."""
    at = moment.now()
    forgotten = forget_drafts(at=at)
    wiped = wipe_handed_in(at=at)
    _log.info("drafts swept", extra={"event": f"forgot {forgotten}, wiped {wiped}"})


def forget_drafts(*, at: datetime) -> int:
    """Delete drafts last saved `DRAFT_DAYS` ago and never handed in, with their files.

    A file stays when a report or another draft holds the same bytes. Drafts are no
    state of the office, so nothing is entered in the ledger. Return how many went.
    """
    before = at - timedelta(days=settings.DRAFT_DAYS)
    old = ReportDraft.objects.filter(handed_in_at__isnull=True, saved_at__lt=before)
    count = 0
    for draft in old:
        count += _forget(draft, before)
    return count


def _forget(draft: ReportDraft, before: datetime) -> bool:
    with transaction.atomic():
        row = ReportDraft.objects.select_for_update().filter(
            pk=draft.pk, handed_in_at__isnull=True, saved_at__lt=before
        )
        if not row.exists():  # saved or handed in while we came to it
            return False
        hashes = list(draft.files.values_list("blob_id", flat=True))
        row.delete()
        gone = [sha256 for sha256 in hashes if _drop_row(sha256)]
        transaction.on_commit(lambda: _drop_files(gone))
    return True


def _drop_row(sha256: str) -> bool:
    try:
        with transaction.atomic():
            deleted, _by_model = Blob.objects.filter(pk=sha256).delete()
    except ProtectedError:
        return False
    return bool(deleted)


def _drop_files(hashes: list[str]) -> None:
    for sha256 in hashes:
        _drop_file(path_of(sha256))


def _drop_file(path: Path) -> None:
    """Delete the bytes, unless the same ones arrived again a moment ago.

    The file is moved aside before it is judged, so that a newcomer under the same hash
    is never what is deleted.
    """
    aside = path.with_suffix(".forgotten")
    try:
        path.replace(aside)
    except FileNotFoundError:
        return
    written_at = datetime.fromtimestamp(aside.stat().st_mtime, UTC)
    if written_at > moment.real_now() - ARRIVING_FOR:
        aside.replace(path)
    else:
        aside.unlink()


def wipe_handed_in(*, at: datetime) -> int:
    """Empty the sealed content of drafts handed in over two days ago.

    The report holds what was handed in; the draft only leads to the receipt. Return how
    many were emptied.
    """
    return (
        ReportDraft.objects.filter(handed_in_at__lt=at - RECEIPT_SHOWN_FOR)
        .exclude(content="")
        .update(content="")
    )
