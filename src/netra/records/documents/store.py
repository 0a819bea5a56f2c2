"""The folder of issued papers: written once, verified on every read."""

import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings

from netra.records.documents.errors import PaperAlteredError
from netra.records.documents.models import IssuedPaper


def path_of(sha256: str) -> Path:
    """Return where the bytes of a hash lie."""
    return Path(settings.PAPERS_DIR) / sha256[:2] / sha256


def keep(content: bytes) -> str:
    """Write the bytes under their hash and return it; the same bytes are kept once."""
    sha256 = hashlib.sha256(content).hexdigest()
    place = path_of(sha256)
    if place.exists():
        return sha256
    place.parent.mkdir(parents=True, exist_ok=True)
    arriving = place.with_name(f"{sha256}.{secrets.token_hex(4)}")
    with arriving.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    arriving.chmod(0o440)
    arriving.replace(place)
    return sha256


def verified_bytes(paper: IssuedPaper) -> bytes:
    """Return the paper as it was issued.

    Raises:
        PaperAlteredError: the kept bytes are missing or have another hash.
    """
    try:
        content = path_of(paper.sha256).read_bytes()
    except OSError as error:
        raise PaperAlteredError(paper.pk) from error
    if hashlib.sha256(content).hexdigest() != paper.sha256:
        raise PaperAlteredError(paper.pk)
    return content
