"""From information to a tracing, and from a tracing back to its sources."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from netra.domain.access import Action
from netra.records.information import actions
from netra.records.information.models import Information
from netra.records.jobs import moment
from netra.records.observations.models import Tracing
from netra.web.desk.information_access import (
    acted,
    key_context,
    key_page,
    open_row,
    opened_for,
    unstored,
)
from netra.web.desk.information_forms import TellForm
from netra.web.desk.supervision.access import may, open_tracing, posted, today_of
from netra.web.desk.supervision.tracing_forms import TracingForm
from netra.web.desk.supervision.words import tracing_state
from netra.web.routes import StaffRequest

__all__ = ["information_tell", "information_trace"]

WHOLE = "sekelompok"
_CAPITAL = "31"
_DONE = (Information.State.TRACED, Information.State.ENDED)


def information_trace(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Begin to trace one piece of information, or its whole group."""
    row = open_row(request, pk, Action.TRACE)
    group, at = _open_group(row), moment.now()
    day = today_of(row.office.region or _CAPITAL, at)
    form = TracingForm(posted(request), offices=[row.office], today=day)
    rows = group if WHOLE in request.POST else [row]
    if form.is_bound and form.is_valid():
        begun = acted(
            form,
            lambda: actions.begin_tracing_from(
                office=row.office,
                rows=rows,
                plan=form.plan(),
                actor=request.actor,
                at=at,
            ),
        )
        if begun is not None:
            messages.success(request, _("Penelusuran dimulai. Susun langkahnya."))
            return redirect("tracing", pk=begun.pk)
    context = {
        "row": row,
        "form": form,
        "group_count": len(group),
        "whole": WHOLE in request.POST or not form.is_bound,
        "is_open": row.state not in _DONE,
    }
    page = "desk/information/trace.html"
    return render(request, page, context, status=form.status)


def _open_group(row: Information) -> list[Information]:
    """Return the row and what stands in its group and is neither traced nor ended."""
    if row.group is None:
        return [row]
    rows = row.office.information.filter(group=row.group).exclude(state__in=_DONE)
    return list(rows)


def information_tell(request: StaffRequest, pk: int) -> HttpResponse:
    """Write to everybody whose information a tracing follows."""
    tracing = open_tracing(request, pk, Action.TRACE)
    opened = opened_for(request, tracing.office)
    form = TellForm(posted(request), initial=_suggested(tracing))
    if form.is_bound and opened is None:
        here = reverse("information_tell", args=[tracing.pk])
        return key_page(request, tracing.office, here)
    if opened is not None and form.is_bound and form.is_valid():
        told = acted(
            form,
            lambda: actions.tell_sources(
                tracing=tracing,
                opened=opened,
                text=form.cleaned_data["text"],
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if told is not None:
            messages.success(request, _told(told))
            return redirect("tracing", pk=tracing.pk)
    here = reverse("information_tell", args=[tracing.pk])
    context = {
        "tracing": tracing,
        "state": tracing_state(tracing),
        "form": form,
        "may_tell": may(request, Action.OPEN_INFORMATION, tracing.region),
        **key_context(request, tracing.office, opened, here),
    }
    page = "desk/information/tell.html"
    return unstored(render(request, page, context, status=form.status))


def _suggested(tracing: Tracing) -> dict[str, str]:
    """Return the result as the tracing tells it; sources may read that text."""
    return {} if tracing.is_open else {"text": tracing.end_text}


def _told(count: int) -> str:
    said = ngettext(
        "Pesan disegel ke %(count)s kotak sumber.",
        "Pesan disegel ke %(count)s kotak sumber.",
        count,
    )
    return said % {"count": count}
