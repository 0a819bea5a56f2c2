"""The reader's choice of light or dark, kept in a cookie on their own device."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from netra.web.context import THEME_COOKIE, THEMES

__all__ = ["FOLLOW_DEVICE", "set_theme"]

FOLLOW_DEVICE = "perangkat"
_YEAR_SECONDS = 365 * 24 * 3600


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
    asked = request.POST if request.method == "POST" else request.GET
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
