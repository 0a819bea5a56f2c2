"""The folder of the originals: written once, verified on every read."""

import hashlib
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from netra.records.evidence.content import (
    ACCEPTED,
    HEAD_BYTES,
    TAIL_BYTES,
    looks_truncated,
    media_type_of,
)
from netra.records.evidence.errors import (
    EmptyFileError,
    EvidenceAlteredError,
    FileTooLargeError,
    FileTypeError,
)

_READ_BYTES = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What came to lie in the store."""

    sha256: str
    size_bytes: int
    media_type: str
    truncated: bool


def path_of(sha256: str) -> Path:
    """Return where the bytes of a hash lie."""
    return Path(settings.EVIDENCE_DIR) / sha256[:2] / sha256[2:4] / sha256


def keep(
    chunks: Iterable[bytes], *, limit_bytes: int, as_type: str | None = None
) -> Stored:
    """Write the bytes under their hash; the same bytes twice are kept once.

    Args:
        chunks: The file in pieces, in order.
        limit_bytes: Largest size that is taken.
        as_type: Media type of what was read and judged already, such as a message.

    Raises:
        EmptyFileError: there are no bytes.
        FileTooLargeError: there are more than `limit_bytes`.
        FileTypeError: by its content it is none of the accepted kinds.
    """
    folder = Path(settings.EVIDENCE_DIR) / "arriving"
    folder.mkdir(parents=True, exist_ok=True)
    arriving = folder / secrets.token_hex(16)
    try:
        stored = _write(arriving, chunks, limit_bytes, as_type)
        place = path_of(stored.sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        arriving.replace(place)
        _sync_folder(place.parent)
    finally:
        arriving.unlink(missing_ok=True)
    return stored


def _write(
    path: Path, chunks: Iterable[bytes], limit_bytes: int, as_type: str | None
) -> Stored:
    digest, size, head, tail = hashlib.sha256(), 0, b"", b""
    with path.open("xb") as file:
        for chunk in chunks:
            size += len(chunk)
            if size > limit_bytes:
                raise FileTooLargeError(size, limit_bytes)
            digest.update(chunk)
            file.write(chunk)
            head = (head + chunk)[:HEAD_BYTES] if len(head) < HEAD_BYTES else head
            tail = (tail + chunk)[-TAIL_BYTES:]
        file.flush()
        os.fsync(file.fileno())
    if not size:
        raise EmptyFileError
    media_type = as_type or media_type_of(head)
    if as_type is None and media_type not in ACCEPTED:
        raise FileTypeError(media_type)
    path.chmod(0o440)
    return Stored(
        sha256=digest.hexdigest(),
        size_bytes=size,
        media_type=media_type,
        truncated=looks_truncated(media_type, tail),
    )


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def verified_path(sha256: str) -> Path:
    """Return the path of the bytes after hashing all of them.

    Raises:
        EvidenceAlteredError: they are missing or have another hash.
    """
    path, digest = path_of(sha256), hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_READ_BYTES):
                digest.update(chunk)
    except OSError as error:
        raise EvidenceAlteredError(sha256) from error
    if digest.hexdigest() != sha256:
        raise EvidenceAlteredError(sha256)
    return path
