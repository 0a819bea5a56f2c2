"""What the one search finds among tracings and supervision reports."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from netra.domain.access import Actor
from netra.records.cases.ties import cases_tied_to
from netra.records.observations.models import Observation, Tracing
from netra.records.regions.queries import name_of
from netra.web.desk.found import Found
from netra.web.desk.supervision.words import tracing_state

__all__ = ["found_in_supervision"]

_Row = TypeVar("_Row", Tracing, Observation)
MOST = 100
"""Of each kind; whoever finds more asks for more words."""


def found_in_supervision(words: list[str], actor: Actor) -> Iterator[Found]:
    """Return what holds every word, newest first: tracings, then reports.

    Args:
        words: Folded to small letters; none of them empty.
        actor: Sees only what lies in their regions.
    """
    closed = list(cases_tied_to(actor))
    traced = _fitting(
        Tracing.objects.visible_to(actor).exclude(finding__case__in=closed),
        words,
        "number event place",
    )
    for tracing in traced[:MOST]:
        step = tracing_state(tracing)
        yield _found(_("Penelusuran"), tracing, "tracing", tracing.event, step)
    seen = _fitting(
        Observation.objects.visible_to(actor).exclude(finding__case__in=closed),
        words,
        "number event place stage",
    )
    for report in seen[:MOST]:
        step = _("Ada dugaan") if report.has_suspicion else _("Tidak ada temuan")
        title = report.event or report.stage
        yield _found(_("Hasil pengawasan"), report, "observation", title, step)


def _fitting(rows: QuerySet[_Row], words: Iterable[str], fields: str) -> QuerySet[_Row]:
    for word in words:
        told = Q()
        for field in fields.split():
            told |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(told)
    return rows


def _found(
    kind: str, row: Tracing | Observation, route: str, title: str, step: str
) -> Found:
    place = ", ".join(filter(None, (row.place, name_of(row.place_region))))
    return Found(
        kind=kind,
        number=row.number,
        url=reverse(route, args=[row.pk]),
        title=title,
        place=place,
        step=step,
        snippet="",
    )
