"""The folder of packs: encrypted files under their hash, verified when handed out."""

import hashlib
import os
import secrets
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from django.conf import settings

from netra.records.packs.errors import PackAlteredError
from netra.records.packs.models import Pack

_READ_BYTES = 2**20


def folder() -> Path:
    """Return where the packs lie."""
    place = Path(settings.PAPERS_DIR) / "packs"
    place.mkdir(parents=True, exist_ok=True)
    return place


def scratch() -> IO[bytes]:
    """Return a file without a name that is gone once it is closed."""
    return tempfile.TemporaryFile(dir=folder())


def keep(pieces: Iterable[bytes]) -> tuple[str, int]:
    """Write the pieces under their hash; return hash and size in bytes."""
    arriving = folder() / f"arriving-{secrets.token_hex(8)}"
    digest, size = hashlib.sha256(), 0
    try:
        with arriving.open("xb") as file:
            for piece in pieces:
                digest.update(piece)
                size += file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        arriving.chmod(0o440)
        arriving.replace(folder() / digest.hexdigest())
    finally:
        arriving.unlink(missing_ok=True)
    return digest.hexdigest(), size


def verified_path(pack: Pack) -> Path:
    """Return the path of a pack after hashing all of it.

    Raises:
        PackAlteredError: the bytes are missing or have another hash.
    """
    path, digest = folder() / (pack.sha256 or "none"), hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_READ_BYTES):
                digest.update(piece)
    except OSError as error:
        raise PackAlteredError(pack.pk) from error
    if digest.hexdigest() != pack.sha256:
        raise PackAlteredError(pack.pk)
    return path
