"""The way of those who say nothing about themselves: every page below `/informasi/`.

The middleware takes from a request what nobody may keep (cookies, browser, page of
origin) and from an answer what would mark a device: no cookie is ever set here, nothing
is stored by the browser, no later page is told of this one, no line is logged.

Forms are guarded without a cookie: by where the browser says the form stood, and by a
token which is the same for everybody within one hour, so that it can mark nobody. There
is no session here that a foreign page could misuse; docs/decisions/0012-floods.md says
what the guard is for.
"""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import lru_cache, wraps
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.core.files.uploadhandler import load_handler
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from netra.records.jobs import moment
from netra.web import quiet_logs
from netra.web.context import THEME_COOKIE
from netra.web.puzzles import PuzzleUnsolvedError, is_flooding
from netra.web.routes import View
from netra.web.whole_hours import hour_of

__all__ = [
    "LANGUAGE_QUERY",
    "ROOT",
    "TOKEN_FIELD",
    "TOKEN_HEADER",
    "AnonymousWayMiddleware",
    "Refusal",
    "anonymous_files",
    "anonymous_way",
    "form_token",
    "is_anonymous_way",
]

ROOT = "/informasi"
TOKEN_FIELD = "tanda"  # noqa: S105 # a name, no secret
TOKEN_HEADER = "X-Netra-Token"  # noqa: S105 # as above
LANGUAGE_QUERY = "bahasa"
_TOKEN_HOURS = 24
_SALT = "netra.web.anonymous.form"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_TEXT_BYTES = 256 * 2**10
_FORM_BYTES = 64 * 2**10
_IN_MEMORY = "netra.web.portal.information_files.InMemoryHandler"
_NEVER_READ = ("HTTP_USER_AGENT", "HTTP_REFERER", "HTTP_COOKIE")

Next = Callable[[HttpRequest], HttpResponse]


class Refusal(StrEnum):
    """Why a form of this way is not even read."""

    FOREIGN = "foreign"
    STALE = "stale"
    LARGE = "large"
    PUZZLE = "puzzle"
    FLOOD = "flood"

    @property
    def status(self) -> int:
        """Return the status of the answer."""
        return {"large": 413, "puzzle": 422, "flood": 429}.get(self.value, 403)


def is_anonymous_way(request: HttpRequest) -> bool:
    """Say whether a request belongs to the way on which nobody is known."""
    path = request.path_info
    return path == ROOT or path.startswith(f"{ROOT}/")


def form_token(at: datetime) -> str:
    """Return the token a form carries: the same for everybody within one hour.

    Args:
        at: Moment of rendering; only its hour goes into the token.
    """
    return _token_of(hour_of(at))


def _token_of(hour: int) -> str:
    return f"{hour:x}.{salted_hmac(_SALT, str(hour), algorithm='sha256').hexdigest()}"


def anonymous_way(view: View) -> View:
    """Guard a page with a text form; stands on every view below `/informasi/`.

    A body above 256 KiB, a form of another site and one without a token of the last 24
    hours are refused before anything of them is read. The view gets a session that is
    kept nowhere; messages for the next page are lost. `PuzzleUnsolvedError` out of the
    view becomes a page that says so, for views that do not show it beside the form.
    """
    return _guarded(view, lambda: _TEXT_BYTES)


def anonymous_files(view: View) -> View:
    """Guard a page that takes files: as `anonymous_way`, with room for one file."""
    return _guarded(view, lambda: settings.UPLOAD_LIMIT_BYTES + _FORM_BYTES)


def _guarded(view: View, most: Callable[[], int]) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.upload_handlers = [load_handler(_IN_MEMORY, request)]
        refusal = _refusal(request, most())
        if refusal is not None:
            return _refused(refusal)
        request.session = SessionStore()
        try:
            return view(request, *args, **kwargs)
        except PuzzleUnsolvedError as error:
            return _refused(Refusal.PUZZLE, error.reader_message)

    guarded.is_anonymous = True  # type: ignore[attr-defined] # read by the door test
    return csrf_exempt(guarded)


def _refusal(request: HttpRequest, most: int) -> Refusal | None:
    if request.method in _SAFE:
        return None
    if _length(request) > most:
        return Refusal.LARGE
    if not _is_from_here(request):
        return Refusal.FOREIGN
    if not _has_token(request):
        return Refusal.STALE
    return Refusal.FLOOD if is_flooding(request) else None


def _length(request: HttpRequest) -> int:
    told = request.META.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isdecimal() else 0


def _is_from_here(request: HttpRequest) -> bool:
    """Say whether the form stood on a page of this site, as far as the browser tells.

    Pages that tell no referrer make browsers send `Origin: null`, also with our own
    forms. Browsers of the last years say the site in a header of its own; older ones
    are left to the token.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin", "null")
    return origin in {"null", f"{request.scheme}://{request.get_host()}"}


def _has_token(request: HttpRequest) -> bool:
    token = request.headers.get(TOKEN_HEADER) or request.POST.get(TOKEN_FIELD, "")
    hour = hour_of(moment.real_now())
    try:
        written = int(token.partition(".")[0], 16)
    except ValueError:
        return False
    is_fresh = 0 <= hour - written <= _TOKEN_HOURS
    return is_fresh and constant_time_compare(token, _token_of(written))


def _refused(refusal: Refusal, reason: str = "") -> HttpResponse:
    language = translation.get_language()
    return HttpResponse(_page(refusal, reason, language), status=refusal.status)


@lru_cache(maxsize=64)
def _page(refusal: Refusal, reason: str, _language: str) -> str:
    """Render a refusal once per language: a flood of junk costs next to nothing."""
    title, text = {
        Refusal.FOREIGN: (
            _("Kiriman dari situs lain tidak diterima"),
            _("Buka halaman ini langsung di situs ini, lalu kirim dari sini."),
        ),
        Refusal.STALE: (
            _("Halaman ini sudah terlalu lama terbuka"),
            _(
                "Tekan tombol kembali, salin yang Anda tulis, muat ulang halamannya, "
                "lalu kirim sekali lagi."
            ),
        ),
        Refusal.LARGE: (
            _("Kiriman ini terlalu besar"),
            _("Tekan tombol kembali, lalu kirim teks yang lebih pendek."),
        ),
        Refusal.PUZZLE: (_("Belum dapat dikirim"), reason),
        Refusal.FLOOD: (
            _("Sedang banyak kiriman mesin"),
            _(
                "Peramban Anda belum menyelesaikan pemeriksaan otomatis, atau hitungan "
                "kecil di halaman belum dijawab. Tekan tombol kembali, salin yang Anda "
                "tulis, muat ulang halamannya, lalu kirim sekali lagi."
            ),
        ),
    }[refusal]
    parts = {"title": title, "text": text, "code": refusal.status}
    return render_to_string("web/anonymous_refused.html", parts)


class AnonymousWayMiddleware:
    """Keep the anonymous way free of marks; stands outside every other middleware."""

    def __init__(self, get_response: Next) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer without cookie, session, log line or anything to store.

        Sets `request.is_anonymous_way`, which the page frame reads.
        """
        quiet_logs.tell_once_an_hour(hour_of(moment.real_now()))
        here = is_anonymous_way(request)
        request.is_anonymous_way = here  # type: ignore[attr-defined] # for templates
        if not here:
            return self.get_response(request)
        _forget_marks(request)
        with quiet_logs.held():
            response = self.get_response(request)
        return _unmarked(response)


def _forget_marks(request: HttpRequest) -> None:
    kept = {settings.LANGUAGE_COOKIE_NAME, THEME_COOKIE}
    request.COOKIES = {k: v for k, v in request.COOKIES.items() if k in kept}
    for name in _NEVER_READ:
        request.META.pop(name, None)
    request.__dict__.pop("headers", None)  # may have been read before


def _unmarked(response: HttpResponse) -> HttpResponse:
    response.cookies.clear()
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response
