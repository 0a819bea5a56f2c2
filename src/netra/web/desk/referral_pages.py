"""Referrals: the preview with its argument, the sending, the list of what was sent."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.domain.law import Alternative, LawError, StepKind
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.jobs import moment
from netra.records.law.queries import law
from netra.records.referrals.actions import refer_case
from netra.records.referrals.models import Referral
from netra.records.referrals.queries import PlannedReferral, planned_referrals
from netra.web.desk import case_words
from netra.web.desk.case_access import (
    FormPage,
    answer_form,
    open_case,
    posted,
    today_of,
)
from netra.web.routes import StaffRequest

PER_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlan:
    """A letter that is due, in words; `others` are addressees for other cases."""

    plan: PlannedReferral
    outcome: str
    copies: tuple[str, ...]
    channel: str
    instrument: str
    others: tuple[tuple[Alternative, str], ...]


def body_names(keys: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Return the names of bodies for readers; an unknown key stays as it is."""
    book = law()
    known = book.authorities
    return tuple(book.told(known[k].title) if k in known else k for k in keys)


def refer(request: StaffRequest, pk: int) -> HttpResponse:
    """Show to whom every outcome goes and why; sending enters the letters."""
    case = open_case(request, pk, Action.REFER_CASE)
    at = moment.now()
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/referrals/refer.html",
            done=_("Penerusan dicatat. Terbitkan suratnya di bagian Surat."),
            anchor="penerusan",
        ),
        forms.Form(posted(request)),
        lambda: refer_case(case=case, actor=request.actor, at=at),
        **_preview(case, at),
    )


def _preview(case: Case, at: datetime) -> dict[str, Any]:
    step = road.step_of(case)
    on_step = step is not None and step.kind is StepKind.REFERRAL
    context: dict[str, Any] = {
        "on_step": on_step,
        "on": today_of(case, at),
        "blockers": road.blockers_of(case) if on_step else (),
    }
    try:
        planned = planned_referrals(case, at)
    except LawError as error:
        return {**context, "plans": [], "trouble": error.reader_message}
    return {**context, "plans": [_shown(case, plan) for plan in planned]}


def _shown(case: Case, plan: PlannedReferral) -> ShownPlan:
    return ShownPlan(
        plan=plan,
        outcome=case_words.outcome_words(case, plan.outcome),
        copies=body_names(plan.route.copy_to),
        channel=case_words.route_words(plan.route.channel),
        instrument=case_words.route_words(plan.route.instrument),
        others=tuple(
            (other, case_words.route_words(other.only_if))
            for other in plan.route.alternatives
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SentRow:
    """A referral that was sent, in the list, with the matter it came from."""

    row: Referral
    matter: str
    url: str
    registered: bool
    outcome: str
    copies: tuple[str, ...]


def referrals(request: StaffRequest) -> HttpResponse:
    """List what was sent, newest first, and since when an answer is awaited."""
    rows = (
        Referral.objects.visible_to(request.actor)
        .select_related("case", "tracing")
        .prefetch_related("respondents")
    )
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "rows": [_sent(row) for row in page.object_list]}
    return render(request, "desk/referrals/list.html", context)


def _sent(row: Referral) -> SentRow:
    if row.case is not None:
        url = f"{reverse('case', args=[row.case.pk])}#penerusan"
        outcome = case_words.outcome_words(row.case, row.outcome)
    else:
        url = reverse("tracing", args=[row.tracing_id])
        outcome = _("Dugaan pelanggaran netralitas ASN")
    return SentRow(
        row=row,
        matter=str(row.case or row.tracing),
        url=url,
        registered=row.case is not None,
        outcome=outcome,
        copies=body_names(row.copies),
    )
