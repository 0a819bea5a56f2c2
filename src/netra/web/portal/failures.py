"""Pages for requests that could not be answered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 # Django's signature
    """Say that the request could not be read and that drafts are safe."""
    return render(request, "400.html", status=400)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 # Django's signature
    """Say that the form is too old, and how to send it again."""
    return render(request, "403_csrf.html", status=403)
