"""The folder of issued papers: written once, verified on every read.

A paper that names who reported lies there as ciphertext, in a folder of its own; its
bytes are given only by the act that records why it was opened.
"""

import base64
import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings

from netra.records.access import SealError, seal, unseal
from netra.records.documents.errors import PaperAlteredError, PaperSealedError
from netra.records.documents.models import IssuedPaper

_SEALED = "sealed"


def path_of(sha256: str) -> Path:
    """Return where the bytes of a hash lie."""
    return Path(settings.PAPERS_DIR) / sha256[:2] / sha256


def sealed_path_of(sha256: str) -> Path:
    """Return where the ciphertext of bytes with a hash lies."""
    return Path(settings.PAPERS_DIR) / _SEALED / sha256[:2] / sha256


def keep(content: bytes, *, under_seal: bool = False) -> str:
    """Write the bytes under their hash and return it; the same bytes are kept once.

    Args:
        content: The file.
        under_seal: Whether only its ciphertext is written.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    place = sealed_path_of(sha256) if under_seal else path_of(sha256)
    if not place.exists():
        _write(place, seal(_as_text(content)) if under_seal else content)
    return sha256


def _as_text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    arriving = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
    with arriving.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    arriving.chmod(0o440)
    arriving.replace(place)


def kept_bytes(sha256: str) -> bytes:
    """Return the bytes kept under a hash, such as those of a logo.

    Raises:
        PaperAlteredError: they are missing or have another hash.
    """
    try:
        content = path_of(sha256).read_bytes()
    except OSError as error:
        raise PaperAlteredError(sha256[:12]) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise PaperAlteredError(sha256[:12])
    return content


def verified_bytes(paper: IssuedPaper) -> bytes:
    """Return the paper as it was issued.

    Raises:
        PaperAlteredError: the kept bytes are missing or have another hash.
        PaperSealedError: it names who reported; `open_sealed_paper` gives it.
    """
    if paper.is_sealed:
        raise PaperSealedError(paper.pk)
    return _read(paper)


def unsealed_bytes(paper: IssuedPaper) -> bytes:
    """Return a sealed paper as it was issued, for the act that records its opening.

    Raises:
        PaperAlteredError: the kept bytes are missing or have another hash.
    """
    return _read(paper)


def is_intact(paper: IssuedPaper) -> bool:
    """Say whether the kept bytes are those that were issued, without giving them."""
    try:
        _read(paper)
    except PaperAlteredError:
        return False
    return True


def _read(paper: IssuedPaper) -> bytes:
    try:
        if paper.is_sealed:
            sealed = sealed_path_of(paper.sha256).read_bytes()
            content = base64.b64decode(unseal(sealed))
        else:
            content = path_of(paper.sha256).read_bytes()
    except (OSError, SealError, ValueError) as error:
        raise PaperAlteredError(paper.pk) from error
    if hashlib.sha256(content).hexdigest() != paper.sha256:
        raise PaperAlteredError(paper.pk)
    return content
