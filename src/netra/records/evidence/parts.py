"""Parts of files under way: bytes on disk under random names, unreadable there.

A part grows at its end only, and its size is how much has arrived. It is encrypted
with AES-256 in counter mode, because a broken line may end a piece at any byte and the
next one goes on from there; the key is derived from the identity key and the random
name, so that no two parts share a stream. Whether the whole is what was sent shows in
the hash of the finished file.

Source:
    NIST SP 800-38A, section 6.5 (CTR); RFC 5869 (HKDF).
"""

import errno
import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CTR
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from netra.records.evidence.errors import (
    ArrivalGoneError,
    OffsetConflictError,
    StorageFullError,
)

__all__ = ["Part", "drop", "folder", "make", "require_room", "size_of"]

_PURPOSE = b"netra parts under way v1"
_BLOCK = 16
_READ_BYTES = 2**20
_SPARE_BYTES = 2**30
"""Room that uploads leave free for the database and for reports without files."""


def folder() -> Path:
    """Return where the parts lie."""
    return Path(settings.EVIDENCE_DIR) / "parts"


def make() -> str:
    """Begin an empty part; return its random name."""
    name = secrets.token_hex(16)
    folder().mkdir(parents=True, exist_ok=True)
    (folder() / name).touch(mode=0o600, exist_ok=False)
    return name


def size_of(name: str) -> int:
    """Return how many bytes have arrived.

    Raises:
        ArrivalGoneError: there is no such part.
    """
    try:
        return (folder() / name).stat().st_size
    except FileNotFoundError as error:
        raise ArrivalGoneError from error


def drop(name: str) -> None:
    """Erase a part, if it is there."""
    (folder() / name).unlink(missing_ok=True)


def require_room(length_bytes: int) -> None:
    """Refuse what the disk cannot hold twice: as a part, and finished.

    Raises:
        StorageFullError: there is not that much room.
    """
    folder().mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder()).free < 2 * length_bytes + _SPARE_BYTES:
        raise StorageFullError(length_bytes)


class Part:
    """An open part: `with Part(name) as part`. What was added is synced at the end."""

    def __init__(self, name: str) -> None:
        self._path = folder() / name
        derived = HKDF(algorithm=SHA256(), length=32, salt=name.encode(), info=_PURPOSE)
        self._key = derived.derive(settings.IDENTITY_KEY.encode())
        self._file = -1

    def __enter__(self) -> Self:
        try:
            self._file = os.open(self._path, os.O_RDWR)
        except FileNotFoundError as error:
            raise ArrivalGoneError from error
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        try:
            os.fsync(self._file)
        finally:
            os.close(self._file)

    @property
    def size(self) -> int:
        """How many bytes have arrived."""
        return os.fstat(self._file).st_size

    def add(self, offset: int, piece: bytes) -> int:
        """Write a piece behind what is there; return where the part ends now.

        Of two senders at the same place one is first, and the other is refused: the
        place is looked at and the piece written under one lock.

        Raises:
            OffsetConflictError: the part does not end at `offset`.
            StorageFullError: the disk is full.
        """
        with self.locked():
            if self.size != offset:
                raise OffsetConflictError(offset, self.size)
            try:
                self._write_at(offset, self._stream(offset).update(piece))
            except OSError as error:
                if error.errno == errno.ENOSPC:
                    raise StorageFullError(len(piece)) from error
                raise
        return offset + len(piece)

    def head(self, length: int) -> bytes:
        """Return the first bytes as they were sent."""
        return self._stream(0).update(self._read_at(0, length))

    def pieces(self) -> Iterator[bytes]:
        """Return all bytes as they were sent, a piece at a time."""
        stream, place = self._stream(0), 0
        while sealed := self._read_at(place, _READ_BYTES):
            place += len(sealed)
            yield stream.update(sealed)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other sender of this part waiting; a crash lets them go on."""
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def _write_at(self, place: int, sealed: bytes) -> None:
        while sealed:
            written = os.pwrite(self._file, sealed, place)
            place, sealed = place + written, sealed[written:]

    def _read_at(self, place: int, length: int) -> bytes:
        return os.pread(self._file, length, place)

    def _stream(self, offset: int) -> CipherContext:
        block, within = divmod(offset, _BLOCK)
        counter = block.to_bytes(_BLOCK, "big")
        stream = Cipher(AES256(self._key), CTR(counter)).encryptor()
        stream.update(bytes(within))
        return stream
