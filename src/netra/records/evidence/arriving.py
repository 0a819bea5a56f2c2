"""Files that arrive in pieces, over a line that breaks.

A file under way belongs to a `target`: a word of the room that asked for it, such as
`draft/<id>`. Whoever may reach the target may go on sending; this room does not know
who that is.
"""

import logging
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from netra.records.evidence import parts
from netra.records.evidence.actions import receive_blob
from netra.records.evidence.content import ACCEPTED, HEAD_BYTES, media_type_of
from netra.records.evidence.errors import (
    ArrivalGoneError,
    EmptyFileError,
    EvidenceError,
    FileTooLargeError,
    FileTypeError,
)
from netra.records.evidence.models import Arriving, Blob

__all__ = [
    "LASTS",
    "abandon",
    "abandon_all",
    "announce",
    "arrived",
    "finish",
    "sweep_arriving",
    "take",
    "under_way",
]

LASTS = timedelta(days=3)
"""How long a file may take to arrive: a weekend without a line. A choice of ours."""

_log = logging.getLogger(__name__)


def under_way(target: str, *, at: datetime) -> QuerySet[Arriving]:
    """Return the unfinished files of a target that have not expired."""
    return Arriving.objects.filter(
        target=target, finished_at__isnull=True, expires_at__gt=at
    )


def announce(
    *, target: str, length_bytes: int, about: str, limit_bytes: int, at: datetime
) -> Arriving:
    """Begin to take a file.

    Args:
        target: Where it will belong.
        length_bytes: How large it says it is.
        about: What its owner says of it; sealed.
        limit_bytes: Largest size that is taken.
        at: Moment of the announcement.

    Raises:
        EmptyFileError: it has no bytes.
        FileTooLargeError: it is larger than `limit_bytes`.
        StorageFullError: the disk has no room for it.
    """
    if length_bytes <= 0:
        raise EmptyFileError
    if length_bytes > limit_bytes:
        raise FileTooLargeError(length_bytes, limit_bytes)
    parts.require_room(length_bytes)
    return Arriving.objects.create(
        target=target,
        length_bytes=length_bytes,
        part=parts.make(),
        about=about,
        made_at=at,
        expires_at=at + LASTS,
    )


def arrived(arriving: Arriving) -> int:
    """Return how many bytes have arrived.

    Raises:
        ArrivalGoneError: its part is gone.
    """
    if arriving.finished_at is not None:
        return arriving.length_bytes
    return parts.size_of(arriving.part)


def take(arriving: Arriving, *, offset: int, pieces: Iterable[bytes]) -> int:
    """Take bytes as they come; what came before the line broke is kept.

    Args:
        arriving: Not finished.
        offset: Where the first piece begins.
        pieces: In order; reading them may raise `OSError` when the line breaks.

    Returns:
        How many bytes have arrived now.

    Raises:
        OffsetConflictError: the part ends elsewhere, or somebody else goes on with it.
        FileTooLargeError: more comes than was announced.
        FileTypeError: its first bytes are of no kind that is taken; it is erased.
        ArrivalGoneError: it was given up meanwhile.
    """
    with parts.Part(arriving.part) as part:
        end = part.add(offset, b"")
        try:
            for piece in pieces:
                if end + len(piece) > arriving.length_bytes:
                    raise FileTooLargeError(end + len(piece), arriving.length_bytes)
                before, end = end, part.add(end, piece)
                if before < HEAD_BYTES <= end:
                    _require_kind(part)
        except FileTypeError:
            abandon(arriving=arriving)
            raise
    return end


def _require_kind(part: parts.Part) -> None:
    media_type = media_type_of(part.head(HEAD_BYTES))
    if media_type not in ACCEPTED:
        raise FileTypeError(media_type)


def finish(
    *, arriving: Arriving, keep: Callable[[Blob], object], at: datetime
) -> Arriving:
    """Move a file that has arrived into the store and give it to its room, once.

    Asking again is no error: whoever comes second finds it finished.

    Args:
        arriving: All its bytes are there.
        keep: Writes the row of the room that asked for the file.
        at: Moment of arrival.

    Raises:
        ArrivalGoneError: it was given up meanwhile.
        EvidenceError: it is refused; its part is erased. `keep` may raise its own.
    """
    try:
        with parts.Part(arriving.part) as part, part.locked():
            if not Arriving.objects.filter(
                pk=arriving.pk, finished_at__isnull=True
            ).exists():  # somebody was first while we waited for the lock
                return _finished(arriving)
            return _finish(arriving, part, keep, at)
    except ArrivalGoneError:
        return _finished(arriving)


def _finish(
    arriving: Arriving,
    part: parts.Part,
    keep: Callable[[Blob], object],
    at: datetime,
) -> Arriving:
    unfinished = Arriving.objects.filter(pk=arriving.pk, finished_at__isnull=True)
    try:
        blob = receive_blob(
            chunks=part.pieces(), at=at, limit_bytes=arriving.length_bytes
        )
        with transaction.atomic():
            keep(blob)
            if not unfinished.update(finished_at=at, about=""):
                raise ArrivalGoneError
    except EvidenceError:
        abandon(arriving=arriving)
        raise
    parts.drop(arriving.part)
    return _finished(arriving)


def _finished(arriving: Arriving) -> Arriving:
    row = Arriving.objects.filter(pk=arriving.pk, finished_at__isnull=False).first()
    if row is None:
        raise ArrivalGoneError
    return row


def abandon(*, arriving: Arriving) -> None:
    """Erase a file under way; one that has arrived stays with its room."""
    Arriving.objects.filter(pk=arriving.pk).delete()
    parts.drop(arriving.part)


def abandon_all(*, target: str) -> int:
    """Erase every file under way of a target; return how many there were."""
    rows = list(Arriving.objects.filter(target=target))
    for row in rows:
        abandon(arriving=row)
    return len(rows)


def sweep_arriving(*, at: datetime, real_now: datetime) -> int:
    """Erase what expired, and parts whose row is gone; return how many rows went.

    Args:
        at: Present moment by the clock of the program.
        real_now: The same by the clock of the disk, which a demonstration shifts not.
    """
    expired = list(Arriving.objects.filter(expires_at__lte=at))
    for row in expired:
        abandon(arriving=row)
    if parts.folder().is_dir():
        _sweep_lost(real_now - LASTS)
    return len(expired)


def _sweep_lost(before: datetime) -> None:
    held = set(Arriving.objects.values_list("part", flat=True))
    for path in parts.folder().iterdir():
        touched = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        if path.name not in held and touched < before:
            path.unlink(missing_ok=True)
            _log.info("a lost part was erased")
