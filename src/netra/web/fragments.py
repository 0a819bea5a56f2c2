"""One URL, two bodies: the whole page, or the part htmx asked for."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def render_page(
    request: HttpRequest,
    page: str,
    fragment: str,
    context: Mapping[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """Render the fragment for htmx and the page for everybody else.

    Args:
        request: htmx marks its own; boosted and history requests get the whole page.
        page: Template of the whole page, which includes the fragment.
        fragment: Template name beside the page, beginning with an underscore.
        context: For both.
        status: 422 when a form failed.
    """
    htmx = getattr(request, "htmx", None)
    wants_part = (
        htmx is not None
        and bool(htmx)
        and not htmx.boosted
        and not htmx.history_restore_request
    )
    folder = page.rpartition("/")[0]
    template = f"{folder}/{fragment}" if wants_part else page
    response = render(request, template, dict(context), status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Boosted"])
    return response
