"""The last look at a page of the desk: nobody who is cleared is named on it.

Names of respondents read masked by themselves. What officers and reporters have typed
may still spell one out, in an account, a study, a vote or a letter's subject, so every
page of the desk and every list taken from it is looked over once more before it leaves.
The page that opens a sealed name for a recorded reason is the only one left alone.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from netra.domain.access import Action, Actor, reach_of
from netra.records.cases.models import Case
from netra.records.notices.concealing import Hidden, concealed, hidden_names
from netra.records.reports.models import Respondent

__all__ = ["ClearedNamesMiddleware"]

_DESK = "/meja/"
_OPENS = frozenset({"case_sealed"})
_KINDS = ("text/html", "text/csv")
_NEWEST = 500
"""How many of the people cleared in the reader's regions a page is looked over for."""


class ClearedNamesMiddleware:
    """Conceal who was cleared on every page of the desk; stands inside the actor's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the page, without the names of the cleared."""
        response = self.get_response(request)
        if isinstance(response, HttpResponse) and _is_looked_over(request, response):
            _look_over(request, response)
        return response


def _is_looked_over(request: HttpRequest, response: HttpResponse) -> bool:
    found = request.resolver_match
    if found is None or not request.path_info.startswith(_DESK):
        return False
    kind = response.headers.get("Content-Type", "")
    return found.url_name not in _OPENS and kind.startswith(_KINDS)


def _look_over(request: HttpRequest, response: HttpResponse) -> None:
    actor = getattr(request, "actor", None)
    names = hidden_names(_cleared(actor)) if isinstance(actor, Actor) else ()
    if not names:
        return
    here = _of_this_case(request)
    own = [name for name in names if name.person in here]
    text = before = response.content.decode(response.charset)
    text = concealed(text, _written(names), with_parts=False)
    text = concealed(text, _written(own))
    if text != before:
        response.content = text.encode(response.charset)


def _written(names: Iterable[Hidden]) -> list[Hidden]:
    """Return the names as they stand and as they are written in HTML."""
    plain = list(names)
    return plain + [
        replace(name, whole=escape(name.whole), parts=())
        for name in plain
        if escape(name.whole) != name.whole
    ]


def _cleared(actor: Actor) -> QuerySet[Respondent]:
    """Return the people cleared last in the regions whose cases the reader sees."""
    mine = Q(pk__in=())
    for _scope, region in reach_of(actor, Action.VIEW_CASE):
        mine |= Q(report__region__startswith=region)
        mine |= Q(found_in__startswith=region)
    rows = Respondent.every.filter(mine, cleared_at__isnull=False)
    return rows.order_by("-cleared_at")[:_NEWEST]


def _of_this_case(request: HttpRequest) -> frozenset[int]:
    """Return who is or was a respondent of the case or report the page is about."""
    found = request.resolver_match
    key = found.kwargs.get("pk") if found else None
    if found is None or not isinstance(key, int):
        return frozenset()
    rows = Respondent.every.none()
    if found.route.startswith("meja/laporan/"):
        rows = Respondent.every.filter(report=key)
    elif found.route.startswith("meja/temuan/"):
        rows = Respondent.every.filter(findings=key)
    elif found.route.startswith("meja/perkara/"):
        case = Case.objects.filter(pk=key).only("report_id", "finding_id").first()
        about = Q(report=case.report_id) if case and case.report_id else Q(pk=None)
        if case and case.finding_id:
            about = Q(findings=case.finding_id)
        rows = Respondent.every.filter(about)
    return frozenset(rows.values_list("pk", flat=True))
