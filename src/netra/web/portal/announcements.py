"""Announcements: matters by number, office and kind of status, and nothing else."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from netra.records.cases.announcing import announced

__all__ = ["announcements"]

_PAGE_ROWS = 25


def announcements(request: HttpRequest) -> HttpResponse:
    """List what was registered, decided or not registered, newest first."""
    query = request.GET.get("q", "").strip()[:80]
    page = Paginator(announced(query), _PAGE_ROWS)
    context = {"page_obj": page.get_page(request.GET.get("page")), "query": query}
    return render(request, "portal/announcements.html", context)
