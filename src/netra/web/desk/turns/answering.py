"""How the pages of turns answer: one form, one act, and what was typed stays."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from netra.domain.law import SideRule
from netra.records.cases.models import Case
from netra.records.reports.models import Report
from netra.web.desk.case_access import REFUSED, attempt, put_beside
from netra.web.routes import StaffRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A page with one form: what it is called, what it means, what it says when done.

    `notes` are sentences for the reader, `rule` is the rule of the procedure beside the
    road, shown with its status; `after` is called with what the act made.
    """

    title: str
    button: str
    done: str
    notes: tuple[str, ...] = ()
    rule: SideRule | None = None
    needs_rule: bool = False
    takes_files: bool = False
    after: Callable[[Any], None] = lambda _made: None


def answer(
    request: StaffRequest,
    matter: Case | Report,
    page: Act,
    form: forms.Form,
    act: Callable[[], object],
) -> HttpResponse:
    """Show the form, or act and lead back to where the reader still sees the matter."""
    refusal = None
    if form.is_bound and form.is_valid():
        made: list[object] = []
        refusal = attempt(lambda: made.append(act()))
        if refusal is None:
            messages.success(request, page.done)
            page.after(made[0])
            return lead_back(request, matter)
        put_beside(form, refusal, getattr(refusal.error, "field", ""))
    status = refusal.status if refusal else REFUSED if form.is_bound else 200
    context = {
        "matter": matter,
        "case": matter if isinstance(matter, Case) else None,
        "report": matter if isinstance(matter, Report) else None,
        "page": page,
        "form": form,
    }
    return render(request, "desk/turns/act.html", context, status=status)


def lead_back(
    request: StaffRequest, matter: Case | Report, anchor: str = "giliran"
) -> HttpResponse:
    """Lead back to the matter, or to the list when it is another office's now."""
    if isinstance(matter, Case):
        seen = Case.objects.visible_to(request.actor).filter(pk=matter.pk).exists()
        response = redirect("case", matter.pk) if seen else redirect("cases")
    else:
        rows = Report.objects.visible_to(request.actor)
        seen = rows.filter(pk=matter.pk).exists()
        response = redirect("report", matter.pk) if seen else redirect("inbox")
    if seen:
        response["Location"] += f"#{anchor}"
    return response


def refused(
    request: StaffRequest, matter: Case | Report, act: Callable[[], object], done: str
) -> HttpResponse:
    """Do a small act without a form and lead back; what was refused is said there."""
    refusal = attempt(act)
    if refusal is None:
        messages.success(request, done)
    else:
        messages.error(request, refusal.message)
    return lead_back(request, matter)
