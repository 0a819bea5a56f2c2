"""Tracings: the list, beginning one, and the page of one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.domain.law import Deadline
from netra.records.access import NotAllowedError
from netra.records.jobs import moment
from netra.records.observations import actions
from netra.records.observations.models import Tracing, TracingStep
from netra.records.regions.queries import name_of
from netra.web.desk.case_trail import trail_of
from netra.web.desk.supervision.access import (
    MatterForm,
    carried_out,
    may,
    offices_where,
    open_tracing,
    posted,
    today_of,
)
from netra.web.desk.supervision.clocks import own_deadline
from netra.web.desk.supervision.files import FilesForm
from netra.web.desk.supervision.papers import papers_context
from netra.web.desk.supervision.people import shown_people
from netra.web.desk.supervision.tracing_forms import (
    HolderForm,
    StepForm,
    StepResultForm,
    TracingFilter,
    TracingForm,
)
from netra.web.desk.supervision.words import phase_hint, tracing_state
from netra.web.fragments import render_page
from netra.web.routes import StaffRequest

__all__ = ["show_tracing", "tracing", "tracing_new", "tracings"]

PER_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class TracingRow:
    """A tracing in the list."""

    tracing: Tracing
    state: str
    deadline: Deadline | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """A step of the plan, with the form for its result while it has none."""

    row: TracingStep
    form: StepResultForm | None
    is_wrong: bool


def tracings(request: StaffRequest) -> HttpResponse:
    """List the tracings the reader may see: open ones first, soonest deadline first."""
    form = TracingFilter(request.GET)
    rows = form.found(Tracing.objects.visible_to(request.actor), request.actor)
    ordered = rows.order_by(
        F("ended_at").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "-pk"
    )
    page = Paginator(
        ordered.select_related("office", "assigned_to"), PER_PAGE
    ).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page_obj": page,
        "rows": [_row(tracing) for tracing in page.object_list],
        "is_filtered": any(request.GET.get(name) for name in form.fields),
        "may_trace": bool(offices_where(request.actor, Action.TRACE)),
    }
    return render_page(
        request, "desk/supervision/tracings.html", "_tracing_rows.html", context
    )


def _row(tracing: Tracing) -> TracingRow:
    return TracingRow(
        tracing=tracing,
        state=tracing_state(tracing),
        deadline=own_deadline(tracing) if tracing.is_open else None,
    )


def tracing_new(request: StaffRequest) -> HttpResponse:
    """Begin to trace a post, a piece of news, or what was seen."""
    offices = offices_where(request.actor, Action.TRACE)
    if not offices:
        raise PermissionDenied(NotAllowedError(Action.TRACE).reader_message)
    at = moment.now()
    form = TracingForm(
        posted(request), offices=offices, today=today_of(offices[0].region, at)
    )
    if form.is_bound and form.is_valid():
        begun = carried_out(
            form,
            lambda: actions.begin_tracing(
                office=form.cleaned_data["office"],
                plan=form.plan(),
                actor=request.actor,
                at=at,
            ),
        )
        if begun is not None:
            messages.success(
                request, _("Penelusuran dimulai. Susun langkah-langkahnya di bawah.")
            )
            return redirect("tracing", pk=begun.pk)
    context = {"form": form}
    page = "desk/supervision/tracing_form.html"
    return render(request, page, context, status=form.status)


def tracing(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a tracing."""
    return show_tracing(request, open_tracing(request, pk))


def show_tracing(
    request: StaffRequest,
    row: Tracing,
    *,
    bound: Mapping[str, MatterForm] | None = None,
    step: int | None = None,
) -> HttpResponse:
    """Render the page of a tracing; after a refusal with what was typed.

    Args:
        request: Of somebody who sees the tracing.
        row: As it stands now.
        bound: Forms as they were sent, by the name under which the page knows them;
            `result_form` belongs to the step of the id `step`.
        step: Id of the step whose result was sent.
    """
    sent = dict(bound or {})
    at = moment.now()
    context = {
        "tracing": row,
        **_matter(row),
        **_acting(request, row, at),
        **papers_context(request, row),
        "steps": _steps(row, sent.pop("result_form", None), step, at),
        **sent,
        "refused": [form for form in (bound or {}).values() if form.errors],
    }
    page = "desk/supervision/tracing.html"
    status = max((form.status for form in (bound or {}).values()), default=200)
    return render(request, page, context, status=status)


def _matter(row: Tracing) -> dict[str, Any]:
    people = shown_people(row.respondents.all())
    return {
        "state": tracing_state(row),
        "place_name": name_of(row.place_region),
        "deadline": own_deadline(row),
        "hint": phase_hint(row.contest, row.happened_on),
        "people": people,
        "undescribed": [person for person in people if not person.is_described],
        "exhibits": row.exhibits.select_related("blob"),
        "referrals": row.referrals.all(),
        "finding": getattr(row, "finding", None),
        "trail": trail_of(_subjects(row)),
    }


def _subjects(row: Tracing) -> list[str]:
    sent = row.referrals.values_list("pk", flat=True)
    issued = row.papers.values_list("pk", flat=True)
    return [
        row.ledger_subject,
        *(f"referral:{pk}" for pk in sent),
        *(f"paper:{pk}" for pk in issued),
    ]


def _acting(request: StaffRequest, row: Tracing, at: datetime) -> dict[str, Any]:
    traces = may(request, Action.TRACE, row.region)
    may_trace = row.is_open and traces
    source_url = _source_url(row) if traces else ""
    may_assign = row.is_open and may(request, Action.ASSIGN_WORK, row.region)
    return {
        "may_trace": may_trace,
        "source_url": source_url,
        "tell_url": "" if row.is_open or row.told_on else source_url,
        "may_study": may(request, Action.WRITE_STUDY, row.region),
        "may_propose": may_trace and may(request, Action.PROPOSE_FINDING, row.region),
        "may_refer": may_trace and may(request, Action.REFER_CASE, row.region),
        "step_form": StepForm() if may_trace else None,
        "files_form": FilesForm() if may_trace else None,
        "assign_form": HolderForm(
            None,
            office=row.office,
            day=today_of(row.region, at),
            holder=row.assigned_to_id,
        )
        if may_assign
        else None,
    }


def _steps(
    row: Tracing, sent: MatterForm | None, step: int | None, at: datetime
) -> list[ShownStep]:
    today = today_of(row.place_region, at)
    shown = []
    for one in row.steps.select_related("done_by"):
        fresh = StepResultForm(initial={"done_on": today}, auto_id=f"hasil{one.pk}_%s")
        is_wrong = one.pk == step and isinstance(sent, StepResultForm)
        form = sent if is_wrong and isinstance(sent, StepResultForm) else fresh
        is_open = row.is_open and one.done_on is None
        shown.append(
            ShownStep(row=one, form=form if is_open else None, is_wrong=is_wrong)
        )
    return shown


def _source_url(row: Tracing) -> str:
    """Return where those who gave information are told; empty when nobody gave any."""
    if not row.source_count:
        return ""
    try:
        return reverse("information_tell", args=[row.pk])
    except NoReverseMatch:
        return ""
