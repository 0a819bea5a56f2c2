"""The ends of a tracing without a finding: passed on unregistered, or closed."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.domain.law import LawError
from netra.records.jobs import moment
from netra.records.law.queries import law
from netra.records.observations import actions
from netra.records.observations.models import Tracing
from netra.records.referrals.actions import refer_tracing
from netra.records.referrals.queries import (
    PlannedReferral,
    planned_for_tracing,
    procedure_on,
)
from netra.web.desk.case_words import route_words
from netra.web.desk.referral_pages import ShownPlan, body_names
from netra.web.desk.supervision.access import (
    carried_out,
    open_tracing,
    posted,
    today_of,
)
from netra.web.desk.supervision.people import shown_people
from netra.web.desk.supervision.tracing_forms import CloseTracingForm, ReferTracingForm
from netra.web.desk.supervision.words import phase_hint
from netra.web.routes import StaffRequest

__all__ = ["tracing_close", "tracing_refer"]


def tracing_refer(request: StaffRequest, pk: int) -> HttpResponse:
    """Show to whom the matter goes by law and why; sending ends the tracing."""
    row, at = open_tracing(request, pk, Action.REFER_CASE), moment.now()
    form = ReferTracingForm(posted(request))
    if form.is_bound and form.is_valid():
        sent = carried_out(
            form,
            lambda: refer_tracing(
                tracing=row, **form.cleaned_data, actor=request.actor, at=at
            ),
        )
        if sent is not None:
            messages.success(
                request, _("Penerusan dicatat dan penelusuran ini selesai.")
            )
            return redirect("tracing", pk=row.pk)
        row.refresh_from_db()
    context = {
        "tracing": row,
        "form": form,
        "on": today_of(row.place_region, at),
        "people": shown_people(row.respondents.all()),
        "open_steps": row.steps.filter(done_on__isnull=True).count(),
        "hint": phase_hint(row.contest, row.happened_on),
        **_planned(row, at),
    }
    page = "desk/supervision/refer.html"
    return render(request, page, context, status=form.status)


def _planned(row: Tracing, at: datetime) -> dict[str, Any]:
    try:
        plans = planned_for_tracing(row, at)
    except LawError as error:
        return {"plans": [], "trouble": error.reader_message}
    return {"plans": [_shown(row, plan, at) for plan in plans], "trouble": ""}


def _shown(row: Tracing, plan: PlannedReferral, at: datetime) -> ShownPlan:
    outcome = procedure_on(row, at).outcomes.get(plan.outcome)
    return ShownPlan(
        plan=plan,
        outcome=law().told(outcome.title) if outcome else plan.outcome,
        copies=body_names(plan.route.copy_to),
        channel=route_words(plan.route.channel),
        instrument=route_words(plan.route.instrument),
        others=tuple(
            (other, route_words(other.only_if)) for other in plan.route.alternatives
        ),
    )


def tracing_close(request: StaffRequest, pk: int) -> HttpResponse:
    """Close a tracing with its reason and result."""
    row = open_tracing(request, pk, Action.TRACE)
    form = CloseTracingForm(posted(request))
    if form.is_bound and form.is_valid():
        closed = carried_out(
            form,
            lambda: actions.close_tracing(
                tracing=row,
                reason=Tracing.Reason(form.cleaned_data["reason"]),
                text=form.cleaned_data["text"],
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if closed is not None:
            messages.success(request, _("Penelusuran ditutup."))
            return redirect("tracing", pk=row.pk)
        row.refresh_from_db()
    context = {
        "tracing": row,
        "form": form,
        "open_steps": row.steps.filter(done_on__isnull=True).count(),
    }
    page = "desk/supervision/close_tracing.html"
    return render(request, page, context, status=form.status)
