"""Files as they come in from the public: judged one by one, kept one by one."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest
from django.utils.translation import gettext as _

from netra.records.evidence.actions import receive_blob
from netra.records.evidence.errors import EvidenceError, FileTooLargeError
from netra.records.evidence.models import Blob
from netra.records.reports.actions import add_draft_file
from netra.records.reports.models import Exhibit, ReportDraft
from netra.web.portal.forms_files import END_MARK

__all__ = [
    "LimitedFileHandler",
    "Upload",
    "add_files",
    "name_of",
    "plain_name",
    "receive",
    "was_cut_off",
]

if TYPE_CHECKING:
    Upload = UploadedFile[Any]
else:
    Upload = UploadedFile

_NAME_LENGTH = 120


class LimitedFileHandler(TemporaryFileUploadHandler):
    """Stops writing a file once it is larger than the installation takes.

    The rest is counted and not kept, so that an endless upload fills no disk and the
    reader is still told how large the file was.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write a piece while the file is within the limit."""
        if start + len(raw_data) <= settings.UPLOAD_LIMIT_BYTES:
            super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> Upload | None:
        """Return the file, or an empty one with the true size if it was too large."""
        if file_size <= settings.UPLOAD_LIMIT_BYTES:
            return super().file_complete(file_size)
        self.file.close()
        return UploadedFile(
            file=BytesIO(),
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
        )


def was_cut_off(request: HttpRequest) -> bool:
    """Say whether a form with files ended before its last field arrived.

    A connection that breaks leaves a body which reads like a shorter form; the last
    field of the form is then missing.
    """
    is_form = (request.content_type or "").startswith("multipart/")
    return is_form and END_MARK not in request.POST


def name_of(file: Upload) -> str:
    """Return the reporter's own name of a file without any folder."""
    return plain_name(file.name or "")


def plain_name(name: str) -> str:
    """Return the end of a name without any folder; one that is empty gets words."""
    plain = "".join(sign for sign in name.replace("\\", "/") if sign.isprintable())
    return PurePosixPath(plain).name[-_NAME_LENGTH:] or _("berkas tanpa nama")


def receive(file: Upload, at: datetime) -> Blob:
    """Take one file into the store.

    Raises:
        EvidenceError: empty, too large, or of a kind that is not taken.
    """
    limit = settings.UPLOAD_LIMIT_BYTES
    if file.size and file.size > limit:
        raise FileTooLargeError(file.size, limit)
    return receive_blob(chunks=file.chunks(), at=at)


def add_files(
    draft: ReportDraft,
    files: Iterable[Upload],
    kind: Exhibit.Kind,
    at: datetime,
) -> list[str]:
    """Keep files with a draft; what cannot be kept does not hold up the others.

    Returns:
        For each file that was refused, its name and the reason.

    Raises:
        DraftHandedInError: the draft is a report already.
    """
    refused = []
    for file in files:
        name = name_of(file)
        try:
            blob = receive(file, at)
            add_draft_file(draft=draft, blob=blob, kind=kind, name=name, at=at)
        except EvidenceError as error:
            refused.append(
                _("%(name)s: %(reason)s")
                % {"name": name, "reason": error.reader_message}
            )
    return refused
