"""A session that ends while somebody types: the text is shown, not thrown away."""

import re
from collections.abc import Callable

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

UNAUTHORISED = 401
_HIDDEN = re.compile(
    r"csrfmiddlewaretoken|password|code|seen|version|kind"
    r"|^(kalimat|baru|ulang|lama|kode)$"  # phrases and codes of keys
)
"""Fields nobody typed, or that must not be shown again."""


class TypedTextMiddleware(LoginRequiredMiddleware):
    """Ask for signing in; a form that arrives too late is shown with its text."""

    def handle_no_permission(  # type: ignore[override] # the base only redirects
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        """Show what was sent with a way to sign in, or lead to signing in."""
        if request.headers.get("HX-Request"):
            return HttpResponse(status=UNAUTHORISED)  # the page keeps its text
        if request.method != "POST":
            return super().handle_no_permission(request, view_func)
        context = {"typed": typed_texts(request), "back": request.path}
        return render(request, "web/session_ended.html", context, status=UNAUTHORISED)


def typed_texts(request: HttpRequest) -> list[str]:
    """Return the texts that came with a form and were typed by a person."""
    return [
        text
        for name, texts in request.POST.lists()
        if not _HIDDEN.search(name)
        for text in map(str, texts)
        if len(text.split()) > 1
    ]
