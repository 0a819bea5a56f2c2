"""The reader's choices of light or dark and of language, kept on their own device.

Both are chosen by a plain GET: a form with a token would give every visitor of the
first page a cookie, also who goes on to give information without a name.
"""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from netra.web.context import THEME_COOKIE, THEMES

__all__ = ["FOLLOW_DEVICE", "set_language", "set_theme"]

FOLLOW_DEVICE = "perangkat"
_YEAR_SECONDS = 365 * 24 * 3600


def _asked(request: HttpRequest) -> QueryDict:
    return request.POST if request.method == "POST" else request.GET


def _way_back(request: HttpRequest, wanted: str) -> str:
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else reverse("home")


def set_theme(request: HttpRequest) -> HttpResponse:
    """Keep the theme the reader chose and go back to the page they were on.

    Raises:
        BadRequest: the theme is none we know.
    """
    asked = _asked(request)
    theme = asked.get("tampilan", "")
    response = redirect(_way_back(request, asked.get("next", "")))
    if theme == FOLLOW_DEVICE:
        response.delete_cookie(THEME_COOKIE)
    elif theme in THEMES:
        response.set_cookie(
            THEME_COOKIE,
            theme,
            max_age=_YEAR_SECONDS,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )
    else:
        raise BadRequest("tampilan must be terang, gelap or perangkat")
    return response


def set_language(request: HttpRequest) -> HttpResponse:
    """Keep the language the reader chose and go back to the page they were on.

    Raises:
        BadRequest: the pages are not written in that language.
    """
    asked = _asked(request)
    language = asked.get("language", "")
    if language not in dict(settings.LANGUAGES):
        raise BadRequest("language must be one of LANGUAGES")
    response = redirect(_way_back(request, asked.get("next", "")))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=_YEAR_SECONDS,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
        secure=settings.LANGUAGE_COOKIE_SECURE,
    )
    return response
