"""Who is asking, and one log line a request without personal data."""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers

from netra.domain.access import Actor
from netra.records.accounts.queries import PUBLIC, actor_of
from netra.records.jobs import moment
from netra.web.anonymous import LANGUAGE_QUERY, is_anonymous_way

_log = logging.getLogger("netra.request")

_LIGHT = ("/lapor/", "/informasi/", "/hukum/", "/bantuan/", "/pengumuman/")

Next = Callable[[HttpRequest], HttpResponse]


class ActorMiddleware:
    """Put the actor of the signed-in account, with the roles of today, on a request."""

    def __init__(self, get_response: Next) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set `request.actor`; the public has no grants."""
        request.actor = self._actor(request)  # type: ignore[attr-defined] # StaffRequest
        return self.get_response(request)

    @staticmethod
    def _actor(request: HttpRequest) -> Actor:
        user = request.user
        return actor_of(user, moment.now()) if user.is_authenticated else PUBLIC


class ChosenLanguageMiddleware:
    """Speak Indonesian unless the reader has chosen another language on the site.

    What a phone is set to says little about which language its owner reads law in, so
    the language of the browser is left aside. On the anonymous way, where no cookie is
    set, the address itself may say `?bahasa=en`.
    """

    def __init__(self, get_response: Next) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Activate the chosen language for one request and name it in the answer."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        if is_anonymous_way(request):
            chosen = request.GET.get(LANGUAGE_QUERY, chosen)
        known = chosen in dict(settings.LANGUAGES)
        with translation.override(chosen if known else settings.LANGUAGE_CODE):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        patch_vary_headers(response, ["Cookie"])
        return response


class LightPagesMiddleware(GZipMiddleware):
    """Compress the public pages, for lines that are slow and paid by the megabyte.

    Compression can betray a secret that stands beside text an attacker chose (BREACH).
    Pages that show what others wrote (desk, account, status) are therefore left alone;
    on the others tokens are masked or the same for all, and the length is blurred by
    Django.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Compress a page of a public way; leave everything else as it is."""
        path = request.path_info
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if is_page and (path == "/" or path.startswith(_LIGHT)):
            return super().process_response(request, response)
        return response


class RequestLogMiddleware:
    """Log route name, method, status, duration: never paths, queries, addresses.

    Nothing at all is logged of the anonymous way (`netra.web.anonymous`).
    """

    def __init__(self, get_response: Next) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Measure one request."""
        if is_anonymous_way(request):
            return self.get_response(request)
        started = time.monotonic()
        response = self.get_response(request)
        match = request.resolver_match
        _log.info(
            "request",
            extra={
                "route": match.view_name if match else "-",
                "method": request.method,
                "status": response.status_code,
                "duration_ms": round((time.monotonic() - started) * 1000),
            },
        )
        return response
