"""What a file is, judged by its content and never by its name."""

import magic

from netra.records.evidence.cleaning.kinds import FAMILIES

ACCEPTED = frozenset(
    {
        "application/pdf",
        "audio/aac",
        "audio/amr",
        "audio/flac",
        "audio/mpeg",
        "audio/mp4",
        "audio/ogg",
        "audio/x-hx-aac-adts",
        "audio/x-m4a",
        "audio/x-wav",
        "image/gif",
        "image/heic",
        "image/heif",
        "image/jpeg",
        "image/png",
        "image/webp",
        "video/3gpp",
        "video/mp4",
        "video/quicktime",
        "video/webm",
        "video/x-matroska",
    }
)
CLEANABLE = ACCEPTED & frozenset(FAMILIES)
"""Kinds of which a copy without traces can be made; no other goes the anonymous way."""

SHOWN_INLINE = frozenset({"image/gif", "image/jpeg", "image/png", "image/webp"})
"""Kinds a browser may show beside the text; everything else is only downloaded."""

HEAD_BYTES = 8192
TAIL_BYTES = 1024
_ENDINGS = {
    "application/pdf": b"%%EOF",
    "image/jpeg": b"\xff\xd9",
    "image/png": b"IEND",
}


def media_type_of(head: bytes) -> str:
    """Return the media type of a file by its first 8 KiB, by libmagic."""
    found: str = magic.from_buffer(head, mime=True)
    return found


def looks_truncated(media_type: str, tail: bytes) -> bool:
    """Say whether the end that this kind of file must have is missing.

    Args:
        media_type: As found by content.
        tail: Last 1 KiB of the file.
    """
    ending = _ENDINGS.get(media_type)
    return ending is not None and ending not in tail
