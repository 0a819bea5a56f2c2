"""Erasing bytes that belong to nothing any more."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.db.models import ProtectedError, Q

from netra.records.evidence.models import Blob
from netra.records.evidence.store import path_of
from netra.records.jobs import moment

__all__ = ["WAITS", "drop_files", "drop_row", "erase_unowned"]

_log = logging.getLogger(__name__)

WAITS = timedelta(days=1)
"""What was written later than this long ago may still be waiting for its row."""


def erase_unowned(*, at: datetime) -> int:
    """Erase what arrived over a day ago and belongs to no row of any room.

    That is what was taken out of a draft, or thrown away with it. Return how many went.
    """
    owners = [field.name for field in Blob._meta.related_objects]
    unowned = Q(**{f"{name}__isnull": True for name in owners})
    old = Blob.objects.filter(unowned, received_at__lt=at - WAITS)
    gone = []
    for sha256 in list(old.values_list("pk", flat=True)):
        with transaction.atomic():
            if drop_row(sha256):
                gone.append(sha256)
    drop_files(gone)
    return len(gone)


def drop_row(sha256: str) -> bool:
    """Delete the row of a file nobody holds; say whether it went."""
    try:
        with transaction.atomic():
            deleted, _by_model = Blob.objects.filter(pk=sha256).delete()
    except ProtectedError:
        return False
    return bool(deleted)


def drop_files(hashes: list[str]) -> None:
    """Delete the bytes of rows that went; call it once that is committed."""
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
    if written_at > moment.real_now() - WAITS:
        aside.replace(path)
        _log.info("bytes that arrived again were kept")
    else:
        aside.unlink()
