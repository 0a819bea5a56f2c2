"""The page of a report, and the two checks of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.access import Action, Actor
from netra.domain.law import Procedure, Step, StepKind
from netra.records.access import NotAllowedError
from netra.records.jobs import moment
from netra.records.reports import actions, road
from netra.records.reports.actions.checking import items_of, result_of
from netra.records.reports.models import CheckResult, Report
from netra.records.reports.queries import findings_of
from netra.web.desk.information_keeping import keeping_context
from netra.web.desk.report_access import (
    CONFLICT,
    REFUSED,
    Refusal,
    attempt,
    may,
    open_report,
)
from netra.web.desk.report_forms import CheckForm, InitialStudyForm
from netra.web.desk.report_hints import hints_for
from netra.web.desk.report_reading import report_context
from netra.web.desk.turns.part import report_turns
from netra.web.routes import StaffRequest

__all__ = ["report", "report_check", "report_study", "show_report"]

_PREVIEW = "lihat"
_RESULTS: Mapping[str, Promise] = {
    "complete": gettext_lazy("Semua syarat ada"),
    "incomplete": gettext_lazy("Ada yang belum, dan masih dapat dilengkapi pelapor"),
    "failed": gettext_lazy("Ada yang belum, dan tidak dapat dilengkapi lagi"),
}


def report(request: StaffRequest, pk: int) -> HttpResponse:
    """Show everything about a report on one page."""
    return show_report(request, open_report(request, pk))


def show_report(
    request: StaffRequest,
    report: Report,
    *,
    refusal: Refusal | None = None,
    bound: Mapping[str, forms.Form] | None = None,
) -> HttpResponse:
    """Render the page of a report; after a refusal with what was typed.

    Args:
        request: Of somebody who sees the report.
        report: As it stands now.
        refusal: Why an action was not done.
        bound: Forms as they were sent, by the name under which the page knows them.
    """
    context = report_context(request, report, moment.now())
    context |= keeping_context(request, report)
    context |= {"turns": report_turns(request, report)}
    context |= {**(bound or {}), "refusal": refusal, "typed": _typed(bound, refusal)}
    status = refusal.status if refusal else REFUSED if bound else 200
    return render(request, "desk/reports/report.html", context, status=status)


def _typed(
    bound: Mapping[str, forms.Form] | None, refusal: Refusal | None
) -> list[tuple[str, str]]:
    """Return what was typed into a form that the page may no longer show."""
    if refusal is None or refusal.status != CONFLICT:
        return []
    fields = (field for form in (bound or {}).values() for field in form)
    shown = ((str(field.label), field.value()) for field in fields)
    return [(label, value) for label, value in shown if isinstance(value, str)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Check:
    """One of the two checks: on which step, with which form, by which action."""

    kind: StepKind
    title: Promise
    form: Callable[[Report, object], CheckForm]
    act: Callable[[Report, CheckForm, Actor, datetime], Report]


def _study_form(report: Report, data: object) -> CheckForm:
    return InitialStudyForm(
        data, procedure=road.procedure_of(report), hints=hints_for(report)
    )


def _completion_form(report: Report, data: object) -> CheckForm:
    earlier = findings_of(report, CheckResult.Round.INITIAL)
    return CheckForm(
        data,
        procedure=road.procedure_of(report),
        hints=hints_for(report),
        found=[key for key, row in earlier.items() if row.present],
    )


def _finish_study(
    report: Report, form: CheckForm, actor: Actor, at: datetime
) -> Report:
    return actions.finish_initial_study(
        report=report,
        findings=form.findings(),
        alleged_kind=form.cleaned_data["alleged_kind"],
        note=form.cleaned_data["note"],
        refusal_reason=form.cleaned_data["refusal_reason"],
        actor=actor,
        at=at,
    )


def _finish_completion(
    report: Report, form: CheckForm, actor: Actor, at: datetime
) -> Report:
    return actions.finish_completion_check(
        report=report,
        findings=form.findings(),
        refusal_reason=form.cleaned_data["refusal_reason"],
        actor=actor,
        at=at,
    )


_STUDY = _Check(
    kind=StepKind.INITIAL_STUDY,
    title=gettext_lazy("Kajian awal"),
    form=_study_form,
    act=_finish_study,
)
_COMPLETION = _Check(
    kind=StepKind.COMPLETION_CHECK,
    title=gettext_lazy("Pemeriksaan kelengkapan"),
    form=_completion_form,
    act=_finish_completion,
)


def report_study(request: StaffRequest, pk: int) -> HttpResponse:
    """Answer every requirement of a report, see what follows, and finish."""
    return _checked(request, open_report(request, pk), _STUDY)


def report_check(request: StaffRequest, pk: int) -> HttpResponse:
    """Check again after the reporter has completed the report."""
    return _checked(request, open_report(request, pk), _COMPLETION)


def _checked(request: StaffRequest, report: Report, check: _Check) -> HttpResponse:
    if not may(request, Action.STUDY_REPORT, report):
        raise PermissionDenied(NotAllowedError(Action.STUDY_REPORT).reader_message)
    if request.method != "POST":
        if not _stands_on(report, check):
            return redirect("report", pk=report.pk)
        return _check_page(request, report, check, check.form(report, None))
    form = check.form(report, request.POST)
    if not form.is_valid():
        return _check_page(request, report, check, form, status=REFUSED)
    if _PREVIEW in request.POST and _stands_on(report, check):
        return _check_page(request, report, check, form)
    refusal = attempt(lambda: check.act(report, form, request.actor, moment.now()))
    if refusal is not None:
        if refusal.status != CONFLICT:
            form.add_error("refusal_reason", refusal.message)
        return _check_page(request, report, check, form, refusal.status, refusal)
    messages.success(request, _done(report, check))
    return redirect("report", pk=report.pk)


def _stands_on(report: Report, check: _Check) -> bool:
    step = road.step_of(report)
    return step is not None and step.kind is check.kind


def _done(report: Report, check: _Check) -> str:
    report.refresh_from_db()
    step = road.step_of(report)
    return _("%(what)s selesai. Langkah berikut: %(next)s.") % {
        "what": check.title,
        "next": step.label_now if step else _("tidak ada lagi"),
    }


def _check_page(
    request: StaffRequest,
    report: Report,
    check: _Check,
    form: CheckForm,
    status: int = 200,
    refusal: Refusal | None = None,
) -> HttpResponse:
    procedure = road.procedure_of(report)
    step = next(s for s in procedure.steps.values() if s.kind is check.kind)
    is_checked = form.is_bound and form.is_valid()
    context = {
        "report": report,
        "exhibits": report.exhibits.all(),
        "title": check.title,
        "form": form,
        "results": [
            (_RESULTS.get(key, key), _after(procedure, step, key))
            for key in step.results
        ],
        "preview": _preview(procedure, step, form) if is_checked else None,
        "refusal": refusal if refusal and refusal.status == CONFLICT else None,
    }
    return render(request, "desk/reports/check.html", context, status=status)


def _after(procedure: Procedure, step: Step, result: str) -> str:
    following = procedure.after(step.key, result)
    return following.label_now if following else _("Selesai")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Preview:
    """What would follow from the answers, before anything is entered."""

    result: str | Promise
    following: str
    missing: tuple[str, ...]
    needs_reason: bool


def _preview(procedure: Procedure, step: Step, form: CheckForm) -> _Preview:
    findings = form.findings()
    result = result_of(procedure, step.key, findings)
    return _Preview(
        result=_RESULTS.get(result, result),
        following=_after(procedure, step, result),
        missing=tuple(
            item.label for item in items_of(procedure) if not findings[item.key].present
        ),
        needs_reason=result == "failed"
        and not form.cleaned_data["refusal_reason"].strip(),
    )
