"""Files of the anonymous way: kept in memory, cleaned at once, never on a disk.

Django's own handler writes larger files to a temporary file; here that would be a
source's words in clear on a disk.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest
from django.utils.translation import gettext as _

from netra.records.evidence.cleaning.derivatives import clean
from netra.records.evidence.cleaning.marks import Removed
from netra.records.evidence.cleaning.words import in_words
from netra.records.evidence.content import CLEANABLE, HEAD_BYTES, media_type_of
from netra.records.evidence.errors import (
    EmptyFileError,
    EvidenceError,
    FileTypeError,
)
from netra.records.information import actions
from netra.records.information.actions.arriving import LARGEST_FILE_MB, MOST_FILES
from netra.records.information.content import ArrivedFile
from netra.records.information.errors import (
    InformationError,
    InformationFileTooLargeError,
    TooManyFilesError,
)
from netra.web.limits import is_limited
from netra.web.portal.uploads import name_of
from netra.web.puzzles import Purpose, is_solved

__all__ = ["Arrived", "HeldShown", "InMemoryHandler", "arrived_files"]

FILES, HELD, DROP = "berkas", "simpan", "lepas"
_LARGEST = LARGEST_FILE_MB * 2**20


class InMemoryHandler(FileUploadHandler):
    """Keeps a file in memory and drops it once it is larger than is taken."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin an empty file."""
        super().new_file(*args, **kwargs)
        self._bytes, self._size = BytesIO(), 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece while the file is within the limit."""
        self._size = start + len(raw_data)
        if self._size <= _LARGEST:
            self._bytes.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Return the file; one that was too large comes empty, with its true size."""
        if file_size > _LARGEST:
            self._bytes = BytesIO()
        self._bytes.seek(0)
        return InMemoryUploadedFile(
            file=self._bytes,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldShown:
    """A file that came along, with what it would have told."""

    token: str
    name: str
    tells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """The files of one form: those that are clean, and what was wrong with others.

    `tokens` are those of files that were held before, the first of them belonging to
    the first `files`; `problems` are sentences that name the file by the name its
    sender gave it.
    """

    files: tuple[ArrivedFile, ...]
    tokens: tuple[str, ...]
    problems: tuple[str, ...]
    dropped: tuple[str, ...] = ()

    @property
    def used(self) -> tuple[str, ...]:
        """Return what need not be held any longer once the form was sent."""
        return self.tokens + self.dropped

    def held(self, at: datetime) -> list[HeldShown]:
        """Hold every file while the form is mended, and return what the page shows.

        One that is held already stays under its token, so that an earlier page, to
        which somebody goes back, still has it.
        """
        actions.discard_held(tokens=self.dropped)
        fresh = self.files[len(self.tokens) :]
        tokens = [
            *self.tokens,
            *(actions.hold_file(file=file, at=at) for file in fresh),
        ]
        return [_shown(*one) for one in zip(self.files, tokens, strict=True)]

    def sent(self, *, discard: bool) -> tuple[ArrivedFile, ...]:
        """Return what is sealed: without the originals, if the source says so."""
        if not discard:
            return self.files
        return tuple(replace(file, original=b"", name="") for file in self.files)


def _shown(file: ArrivedFile, token: str) -> HeldShown:
    tells = tuple(in_words(Removed(mark)) for mark in file.removed)
    return HeldShown(token=token, name=file.name, tells=tells)


def arrived_files(request: HttpRequest, purpose: Purpose | None) -> Arrived:
    """Read the files of a form: held ones first, then new ones, each made clean.

    A form that comes without a solved puzzle has its new files left unread: making
    them clean costs seconds. `purpose` is `None` at the desk, where people sign in.
    """
    dropped = tuple(request.POST.getlist(DROP))[:MOST_FILES]
    told = [t for t in request.POST.getlist(HELD) if t not in dropped][:MOST_FILES]
    found = {token: actions.take_held(token=token) for token in told}
    taken = {token: file for token, file in found.items() if file is not None}
    files = list(taken.values())
    problems = [
        _("Satu berkas yang tadi disimpan sudah hilang. Pilih sekali lagi.")
        for _gone in range(len(found) - len(taken))
    ]
    uploads = request.FILES.getlist(FILES)
    if uploads and purpose is not None and not is_solved(request, purpose):
        uploads = []
        problems.append(_unread())
    for upload in uploads:
        try:
            files.append(_cleaned(request, upload, len(files)))
        except (EvidenceError, InformationError) as error:
            problems.append(f"{name_of(upload)}: {error.reader_message}")
    return Arrived(
        files=tuple(files),
        tokens=tuple(taken),
        dropped=dropped,
        problems=tuple(problems),
    )


def _unread() -> str:
    return _(
        "Berkas belum diperiksa, karena pemeriksaan terhadap kiriman mesin belum "
        "selesai. Jawab hitungan kecil bila ada, lalu pilih berkasnya sekali lagi."
    )


def _cleaned(request: HttpRequest, upload: Any, before: int) -> ArrivedFile:
    if before >= MOST_FILES:
        raise TooManyFilesError(MOST_FILES)
    if upload.size > _LARGEST:
        raise InformationFileTooLargeError(LARGEST_FILE_MB)
    data: bytes = upload.read()
    if not data:
        raise EmptyFileError
    media_type = media_type_of(data[:HEAD_BYTES])
    if media_type not in CLEANABLE or is_limited(request, "information_file"):
        raise FileTypeError(media_type)
    made = clean(data, media_type)
    return ArrivedFile(
        name=name_of(upload),
        media_type=media_type,
        derivative=made.content,
        derivative_type=made.media_type,
        removed=tuple(mark.value for mark in made.removed),
        original=data,
    )
