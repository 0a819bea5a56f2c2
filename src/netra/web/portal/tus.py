"""The tus endpoint: a file in pieces, over a line that breaks.

Speaks tus 1.0.0 with creation, expiration and termination. The body of a PATCH is read
as it comes and each piece is kept at once, so that a line which breaks in the middle
costs at most the last 64 KiB, and a killed server no more. What arrived is told by the
size of the part on disk; a file that is whole is judged, hashed and given to its room
within the request that brought its last byte.

Source:
    https://tus.io/protocols/resumable-upload, version 1.0.0.
"""

import threading
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from netra.records.evidence import arriving as arrivals
from netra.records.evidence.errors import (
    ArrivalGoneError,
    EvidenceError,
    FileTooLargeError,
    OffsetConflictError,
    StorageFullError,
)
from netra.records.evidence.models import Arriving
from netra.records.jobs import moment
from netra.records.reports.errors import ReportError
from netra.web.limits import is_limited
from netra.web.portal.dead_lines import notice_dead_lines
from netra.web.portal.upload_targets import PLACES, Target, about_of

__all__ = ["AT_ONCE", "upload", "upload_begin"]

VERSION = "1.0.0"
_BODY = "application/offset+octet-stream"
_PIECE_BYTES = 64 * 1024
_ABOUT_LENGTH = 2000
_DRAINED_BYTES = 8 * 2**20
_RETRY_SECONDS = 5

AT_ONCE = 4
"""Bodies read at once by one server process: half of its threads, so that slow lines
never keep the other pages waiting. Further ones are asked to come back."""

_room = threading.BoundedSemaphore(AT_ONCE)
_STATUS: Mapping[type[EvidenceError], int] = {
    ArrivalGoneError: 404,
    FileTooLargeError: 413,
    OffsetConflictError: 409,
    StorageFullError: 507,
}


class TusError(Exception):
    """The request is none of the protocol, or cannot be served now."""

    def __init__(self, status: int, reader_message: str = "", **headers: str) -> None:
        """Give the status and what the sender is told."""
        super().__init__(f"tus request answered with {status}")
        self.status = status
        self.reader_message = reader_message
        self.headers = {name.replace("_", "-"): text for name, text in headers.items()}


def _answer(status: int, text: str = "", **headers: str) -> HttpResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    named["Tus-Resumable"] = VERSION
    return HttpResponse(
        text, status=status, headers=named, content_type="text/plain; charset=utf-8"
    )


def _refusal(error: Exception) -> HttpResponse:
    if isinstance(error, TusError):
        return _answer(error.status, error.reader_message, **error.headers)
    if isinstance(error, EvidenceError):
        return _answer(_STATUS.get(type(error), 422), error.reader_message)
    return _answer(422, error.reader_message if isinstance(error, ReportError) else "")


def _method(request: HttpRequest) -> str:
    """Return the method meant; only a POST, which has shown its token, means another.

    An override of a method that needs no token would let another site act.
    """
    method = request.method or ""
    if method != "POST":
        return method
    return request.headers.get("X-HTTP-Method-Override", method).upper()


def _number(request: HttpRequest, header: str) -> int:
    text = request.headers.get(header, "")
    if not (text.isascii() and text.isdecimal() and len(text) < 16):
        raise TusError(400, _("Permintaan ini tidak dapat dibaca."))
    return int(text)


def _require_version(request: HttpRequest) -> None:
    if request.headers.get("Tus-Resumable") != VERSION:
        raise TusError(412, Tus_Version=VERSION)


def _require_method(method: str, *allowed: str) -> None:
    if method not in allowed:
        raise TusError(405, Allow=", ".join(("OPTIONS", *allowed)))


def _options() -> HttpResponse:
    return _answer(
        204,
        Tus_Version=VERSION,
        Tus_Extension="creation,expiration,termination",
        Tus_Max_Size=str(settings.RESUMABLE_LIMIT_BYTES),
    )


def _expires(arriving: Arriving) -> str:
    return http_date(arriving.expires_at.timestamp())


@cache_control(no_store=True, private=True)
def upload_begin(request: HttpRequest, key: str) -> HttpResponse:
    """Announce a file; answer with its address.

    Raises:
        Http404: there is no such place, or this visit may not reach it.
    """
    if key not in PLACES:
        raise Http404
    method = _method(request)
    if method == "OPTIONS":
        return _options()
    try:
        _require_version(request)
        _require_method(method, "POST")
        return _begin(request, key, moment.now())
    except (TusError, EvidenceError) as error:
        return _refusal(error)


def _begin(request: HttpRequest, key: str, at: datetime) -> HttpResponse:
    if is_limited(request, "upload"):
        raise TusError(
            429, _("Terlalu banyak berkas dari sini dalam satu jam. Coba lagi nanti.")
        )
    header = request.headers.get("Upload-Metadata", "")
    length_bytes = _number(request, "Upload-Length")
    if len(header) > _ABOUT_LENGTH:
        raise TusError(400, _("Permintaan ini tidak dapat dibaca."))
    target = PLACES[key].begun(request, about_of(header), at)
    if target is None:
        raise Http404
    arriving = _announced_before(target, header, length_bytes, at)
    if arriving is None:
        target.require_room(length_bytes, at)
        arriving = arrivals.announce(
            target=target.key,
            length_bytes=length_bytes,
            about=header,
            limit_bytes=settings.RESUMABLE_LIMIT_BYTES,
            at=at,
        )
    place = reverse("upload", kwargs={"key": key, "pk": arriving.pk})
    return _answer(201, Location=place, Upload_Expires=_expires(arriving))


def _announced_before(
    target: Target, header: str, length_bytes: int, at: datetime
) -> Arriving | None:
    """Return the same file, announced when the line broke before the answer came.

    Only a sender that gives a fingerprint can mean the same file twice.
    """
    if "print" not in about_of(header):
        return None
    same = arrivals.under_way(target.key, at=at).filter(length_bytes=length_bytes)
    return next((one for one in same if one.about == header), None)


@cache_control(no_store=True, private=True)
def upload(request: HttpRequest, key: str, pk: uuid.UUID) -> HttpResponse:
    """Tell how much has arrived, take more, or give the file up.

    Raises:
        Http404: there is no such file under way, or this visit may not reach it.
    """
    method = _method(request)
    if method == "OPTIONS":
        return _options()
    try:
        _require_version(request)
        _require_method(method, "HEAD", "PATCH", "DELETE")
        at = moment.now()
        arriving, target = _reached(request, key, pk, at)
        if method == "DELETE":
            arrivals.abandon(arriving=arriving)
            return _answer(204)
        if method == "HEAD":
            return _tell(arriving, target, at)
        return _take(request, arriving, target, at)
    except (TusError, EvidenceError, ReportError) as error:
        return _refusal(error)


def _reached(
    request: HttpRequest, key: str, pk: uuid.UUID, at: datetime
) -> tuple[Arriving, Target]:
    arriving = Arriving.objects.filter(pk=pk, expires_at__gt=at).first()
    if arriving is None or key not in PLACES:
        raise Http404
    target = PLACES[key].reached(request, arriving.target, at)
    if target is None:
        raise Http404
    return arriving, target


def _tell(arriving: Arriving, target: Target, at: datetime) -> HttpResponse:
    """Tell how much has arrived; what a killed server left whole is finished first."""
    end = arrivals.arrived(arriving)
    about = arriving.about
    if end == arriving.length_bytes:
        _finish(arriving, target, at)
    told = {"Upload_Metadata": about} if about else {}
    return _answer(
        200,
        Upload_Offset=str(end),
        Upload_Length=str(arriving.length_bytes),
        Upload_Expires=_expires(arriving),
        **told,
    )


def _take(
    request: HttpRequest, arriving: Arriving, target: Target, at: datetime
) -> HttpResponse:
    if request.content_type != _BODY:
        raise TusError(415)
    offset = _number(request, "Upload-Offset")
    if arriving.finished_at is not None:
        return _answer(204, Upload_Offset=str(arriving.length_bytes))
    pieces = _pieces(request)
    with _a_thread():
        notice_dead_lines()
        _let_go_of_the_database()
        try:
            end = arrivals.take(arriving, offset=offset, pieces=pieces)
        except EvidenceError:
            _drain(pieces)  # a sender that is still sending would not read the answer
            raise
    if end == arriving.length_bytes:
        _finish(arriving, target, at)
    return _answer(204, Upload_Offset=str(end), Upload_Expires=_expires(arriving))


def _finish(arriving: Arriving, target: Target, at: datetime) -> None:
    if arriving.finished_at is not None:
        return
    about = about_of(arriving.about)
    try:
        arrivals.finish(
            arriving=arriving, keep=lambda blob: target.keep(blob, about, at), at=at
        )
    except ReportError:
        arrivals.abandon(arriving=arriving)
        raise


def _pieces(request: HttpRequest) -> Iterator[bytes]:
    """Yield the body as it comes; a line that breaks ends it early."""
    while True:
        try:
            piece = request.read(_PIECE_BYTES)
        except OSError:
            return
        if not piece:
            return
        yield piece


def _drain(pieces: Iterator[bytes]) -> None:
    left = _DRAINED_BYTES
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            return


def _let_go_of_the_database() -> None:
    """Hold no connection while the line decides how long; the next query opens one."""
    if not connection.in_atomic_block:
        connection.close()


@contextmanager
def _a_thread() -> Iterator[None]:
    """Have one of the threads that may wait for a line.

    Raises:
        TusError: all of them wait already.
    """
    if not _room.acquire(blocking=False):
        raise TusError(
            503,
            _("Sedang banyak berkas dikirim; yang ini dilanjutkan sebentar lagi."),
            Retry_After=str(_RETRY_SECONDS),
        )
    try:
        yield
    finally:
        _room.release()
