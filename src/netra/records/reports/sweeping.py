"""Forgetting drafts: what was typed and never handed in does not stay."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from netra.records.evidence.arriving import abandon_all, sweep_arriving
from netra.records.evidence.erasing import drop_files, drop_row, erase_unowned
from netra.records.jobs import moment
from netra.records.reports.models import ReportDraft

_log = logging.getLogger(__name__)

RECEIPT_SHOWN_FOR = timedelta(days=2)
"""How long the content behind a receipt can be shown again: a choice of ours."""


def sweep() -> None:
    """Do the daily sweep; the worker calls this."""
    at = moment.now()
    forgotten = forget_drafts(at=at)
    wiped = wipe_handed_in(at=at)
    expired = sweep_arriving(at=at, real_now=moment.real_now())
    erased = erase_unowned(at=at)
    counts = f"forgot {forgotten}, wiped {wiped}, expired {expired}, erased {erased}"
    _log.info("drafts swept", extra={"event": counts})


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
        abandon_all(target=draft.upload_target)
        hashes = list(draft.files.values_list("blob_id", flat=True))
        row.delete()
        gone = [sha256 for sha256 in hashes if drop_row(sha256)]
        transaction.on_commit(lambda: drop_files(gone))
    return True


def wipe_handed_in(*, at: datetime) -> int:
    """Empty the sealed content of drafts handed in over two days ago.

    The report holds what was handed in; the draft only leads to the receipt, and no
    device leads to the draft any more. Return how many were emptied.
    """
    old = ReportDraft.objects.filter(handed_in_at__lt=at - RECEIPT_SHOWN_FOR)
    return old.exclude(content="", device="").update(content="", device="")
