"""Receiving files into the store."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction

from netra.records.evidence import store
from netra.records.evidence.models import Blob


def receive_blob(
    *,
    chunks: Iterable[bytes],
    at: datetime,
    limit_bytes: int | None = None,
    as_type: str | None = None,
) -> Blob:
    """Keep a file and its row; the room that owns it enters it in the ledger.

    The file is written before the transaction begins, so that a slow upload never
    holds the database.

    Args:
        chunks: The file in pieces, in order.
        at: Moment of arrival.
        limit_bytes: Largest size, `UPLOAD_LIMIT_BYTES` unless a file came in pieces.
        as_type: Media type of what was read and judged already, such as a message.

    Raises:
        EvidenceError: empty, too large, or of a kind that is not taken.
    """
    stored = store.keep(
        chunks,
        limit_bytes=limit_bytes or settings.UPLOAD_LIMIT_BYTES,
        as_type=as_type,
    )
    with transaction.atomic():
        blob, _made = Blob.objects.get_or_create(
            sha256=stored.sha256,
            defaults={
                "size_bytes": stored.size_bytes,
                "media_type": stored.media_type,
                "truncated": stored.truncated,
                "received_at": at,
            },
        )
    return blob
