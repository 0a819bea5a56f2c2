"""Findings: the list, the page of one, its registration and who holds it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.domain.law import Deadline, LawError, WorkCalendar
from netra.records.cases.actions import register_finding
from netra.records.cases.models import Case
from netra.records.jobs import moment
from netra.records.observations import actions
from netra.records.observations.models import Finding, FindingPlenary
from netra.records.regions.queries import name_of
from netra.web.desk.case_list import calendar_or_none
from netra.web.desk.case_trail import trail_of
from netra.web.desk.supervision.access import (
    MatterForm,
    carried_out,
    may,
    open_finding,
    today_of,
)
from netra.web.desk.supervision.clocks import running_of, running_on, window_shown
from netra.web.desk.supervision.finding_forms import FindingFilter
from netra.web.desk.supervision.papers import papers_context
from netra.web.desk.supervision.people import shown_people
from netra.web.desk.supervision.tracing_forms import HolderForm, PlainForm
from netra.web.desk.supervision.words import finding_tone, phase_hint
from netra.web.fragments import render_page
from netra.web.routes import StaffRequest

__all__ = [
    "ShownSitting",
    "finding",
    "finding_assign",
    "finding_register",
    "findings",
    "plenary_of",
    "show_finding",
    "sitting_of",
]

PER_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """A finding in the list."""

    finding: Finding
    tone: str
    drawing: str
    deadline: Deadline | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSitting:
    """A plenary as the readers of its finding may see it."""

    plenary: FindingPlenary
    members: tuple[str, ...]
    waiting: tuple[str, ...]
    is_open: bool
    agreeing: int
    refusing: int


def findings(request: StaffRequest) -> HttpResponse:
    """List the findings the reader may see, newest first."""
    form = FindingFilter(request.GET)
    rows = form.found(Finding.objects.visible_to(request.actor))
    page = Paginator(
        rows.select_related("office", "assigned_to").prefetch_related("events"),
        PER_PAGE,
    ).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page_obj": page,
        "rows": _rows(list(page.object_list)),
        "is_filtered": any(request.GET.get(name) for name in form.fields),
    }
    return render_page(
        request, "desk/supervision/findings.html", "_finding_rows.html", context
    )


def _rows(rows: list[Finding]) -> list[FindingRow]:
    calendar = calendar_or_none() if rows else None
    return [_row(row, calendar) for row in rows]


def _row(row: Finding, calendar: WorkCalendar | None) -> FindingRow:
    tone, drawing = finding_tone(row)
    waits = row.state in {Finding.State.PROPOSED, Finding.State.SET}
    deadline = _soonest(row, calendar) if waits and calendar else None
    return FindingRow(finding=row, tone=tone, drawing=drawing, deadline=deadline)


def _soonest(row: Finding, calendar: WorkCalendar) -> Deadline | None:
    try:
        return next(iter(running_on(row, calendar)), None)
    except LawError:
        return None  # the page of the finding says why


def plenary_of(row: Finding) -> FindingPlenary | None:
    """Return the plenary of a finding, `None` before it was convened."""
    return getattr(row, "plenary", None)


def sitting_of(row: Finding) -> ShownSitting | None:
    """Return who sits in the plenary and who has not voted yet."""
    plenary = plenary_of(row)
    if plenary is None:
        return None
    seats = list(plenary.attendance.select_related("member"))
    votes = {vote.member_id: vote.agrees for vote in plenary.votes.all()}
    agreeing = sum(votes.values())
    return ShownSitting(
        plenary=plenary,
        members=tuple(seat.member.name for seat in seats),
        waiting=tuple(s.member.name for s in seats if s.member_id not in votes),
        is_open=plenary.closed_at is None,
        agreeing=agreeing,
        refusing=len(votes) - agreeing,
    )


def finding(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a finding."""
    return show_finding(request, open_finding(request, pk))


def show_finding(
    request: StaffRequest, row: Finding, bound: Mapping[str, MatterForm] | None = None
) -> HttpResponse:
    """Render the page of a finding; after a refusal with what was typed."""
    at = moment.now()
    context = {
        "finding": row,
        **_matter(request, row),
        **_standing(request, row, at),
        **(bound or {}),
        "refused": [form for form in (bound or {}).values() if form.errors],
    }
    status = max((form.status for form in (bound or {}).values()), default=200)
    page = "desk/supervision/finding.html"
    return render(request, page, context, status=status)


def _matter(request: StaffRequest, row: Finding) -> dict[str, Any]:
    masked = not may(request, Action.VIEW_EXHIBIT, row.region)
    people = row.respondents.all()
    origin = row.observation or row.tracing
    return {
        "masked": masked,
        "tone": finding_tone(row),
        "place_name": name_of(row.place_region),
        "people": shown_people(people, masked=masked),
        "origin": origin,
        "exhibits": origin.exhibits.select_related("blob") if origin else (),
        "hint": phase_hint(row.contest, row.happened_on),
        **papers_context(request, row),
        "trail": trail_of(_subjects(row)),
    }


def _subjects(row: Finding) -> list[str]:
    issued = row.papers.values_list("pk", flat=True)
    return [row.ledger_subject, *(f"paper:{pk}" for pk in issued)]


def _standing(request: StaffRequest, row: Finding, at: datetime) -> dict[str, Any]:
    window, sitting = window_shown(row), sitting_of(row)
    is_member = sitting is not None and _sits(request, sitting)
    may_assign = may(request, Action.ASSIGN_WORK, row.region)
    return {
        "window": window,
        "is_late": window.deadline is not None and window.deadline.due_at < at,
        "running": running_of(row),
        "sitting": sitting,
        "votes": sitting.plenary.votes.select_related("member") if sitting else (),
        "case": getattr(row, "case", None),
        "may_convene": may(request, Action.CONVENE_PLENARY, row.region),
        "may_vote": is_member and may(request, Action.VOTE, row.region),
        "may_close": may(request, Action.CLOSE_PLENARY, row.region),
        "may_register": may(request, Action.REGISTER_FINDING, row.region),
        "may_study": may(request, Action.WRITE_STUDY, row.region),
        "assign_form": HolderForm(
            None,
            office=row.office,
            day=today_of(row.region, at),
            holder=row.assigned_to_id,
        )
        if may_assign
        else None,
    }


def _sits(request: StaffRequest, sitting: ShownSitting) -> bool:
    account = int(request.actor.account_id)
    return sitting.plenary.attendance.filter(member_id=account).exists()


@require_POST
def finding_register(request: StaffRequest, pk: int) -> HttpResponse:
    """Register a finding and go on in its case."""
    row = open_finding(request, pk, Action.REGISTER_FINDING)
    form = PlainForm(request.POST)
    form.is_valid()
    opened: Case | None = carried_out(
        form,
        lambda: register_finding(finding=row, actor=request.actor, at=moment.now()),
    )
    if opened is None:
        row.refresh_from_db()
        return show_finding(request, row, {"register_form": form})
    messages.success(request, _("Temuan diregistrasi dan menjadi perkara."))
    return redirect("case", pk=opened.pk)


@require_POST
def finding_assign(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the finding to somebody of the office."""
    row, at = open_finding(request, pk, Action.ASSIGN_WORK), moment.now()
    form = HolderForm(
        request.POST, office=row.office, day=today_of(row.region, at), holder=None
    )
    if not form.is_valid():
        return show_finding(request, row, {"assign_form": form})
    done = carried_out(
        form,
        lambda: actions.assign_finding(
            finding=row,
            holder=form.cleaned_data["holder"],
            actor=request.actor,
            at=at,
        ),
    )
    if done is None:
        return show_finding(request, row, {"assign_form": form})
    messages.success(request, _("Temuan sudah dibagikan."))
    return redirect("finding", pk=row.pk)
