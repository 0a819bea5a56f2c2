"""The day that counts for a report handed in outside the hours; its marks on pages."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.domain.law import (
    Deadline,
    LawError,
    Reception,
    WorkCalendar,
    deadlines_from,
)
from netra.records.access import NotAllowedError
from netra.records.jobs import moment
from netra.records.law.errors import CalendarError
from netra.records.law.queries import current_calendar, law
from netra.records.reports import actions, road
from netra.records.reports.models import Report
from netra.records.reports.queries import KNOWN, midday
from netra.records.reports.reception import choice_of, reception_of
from netra.web.desk.reception_forms import DayForm
from netra.web.desk.report_access import REFUSED, Refusal, attempt, may, open_report
from netra.web.routes import StaffRequest
from netra.web.templatetags.moments import local_date, local_moment

__all__ = ["is_outside", "reception_context", "report_reception_day"]

_REPORTER = "pelapor"


def placed(report: Report, calendar: WorkCalendar | None = None) -> Reception | None:
    """Return where a report lies in the hours, `None` where that is not known."""
    try:
        return reception_of(report, calendar)
    except (CalendarError, LawError):
        return None


def is_outside(report: Report, calendar: WorkCalendar) -> bool:
    """Say whether a report is marked as handed in outside the hours."""
    found = placed(report, calendar)
    return found is not None and found.is_outside


def reception_context(request: StaffRequest, report: Report) -> dict[str, object]:
    """Return what the page of a report shows about its arrival."""
    found = placed(report)
    is_open = report.step != road.END
    return {
        "reception": found,
        "reception_choice": choice_of(report),
        "counter": getattr(report, "counter_reception", None),
        "may_choose_day": found is not None
        and found.is_outside
        and is_open
        and may(request, Action.STUDY_REPORT, report),
    }


def report_reception_day(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose which day counts, with a reason; correct an earlier choice."""
    report = open_report(request, pk)
    if not may(request, Action.STUDY_REPORT, report):
        raise PermissionDenied(NotAllowedError(Action.STUDY_REPORT).reader_message)
    found = placed(report)
    if found is None or found.is_inside:
        messages.info(request, _("Laporan ini disampaikan dalam jam penerimaan."))
        return redirect("report", pk=report.pk)
    days = [(day, _what_follows(report, day)) for day in found.days]
    if request.method != "POST":
        return _show(request, report, found, DayForm(days=days))
    form = DayForm(request.POST, days=days)
    if not form.is_valid():
        return _show(request, report, found, form)
    refusal = attempt(
        lambda: actions.choose_reception_day(
            report=report,
            counted_on=form.chosen_on(),
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        )
    )
    if refusal is not None:
        return _show(request, report, found, form, refusal)
    messages.success(request, _("Hari yang dihitung sudah dicatat."))
    return redirect("report", pk=report.pk)


def _show(
    request: StaffRequest,
    report: Report,
    found: Reception,
    form: DayForm,
    refusal: Refusal | None = None,
) -> HttpResponse:
    status = refusal.status if refusal else REFUSED if form.is_bound else 200
    context = {
        "report": report,
        "reception": found,
        "form": form,
        "refusal": refusal,
        "choices": report.reception_choices.select_related("chosen_by").order_by("-pk"),
        "late_rule": law().told(law().clock.late_intake_rule),
        "late_status": law().clock.late_intake_rule_status,
    }
    return render(request, "desk/reception/day.html", context, status=status)


def _what_follows(report: Report, arrived_at: datetime) -> str:
    """Return the deadlines that would run, and whether the report is in time."""
    told = [*_deadlines_told(report, arrived_at), *_window_told(report, arrived_at)]
    return " ".join(told)


def _deadlines(report: Report, event: str, at: datetime) -> tuple[Deadline, ...]:
    return deadlines_from(
        law(),
        road.procedure_of(report),
        event,
        at,
        report.place_region,
        current_calendar(),
    )


def _deadlines_told(report: Report, arrived_at: datetime) -> Iterable[str]:
    procedure = road.procedure_of(report)
    begun = {term.event for term in procedure.deadlines.values()}
    for event in sorted(road.arrival_events(report) & begun):
        for deadline in _deadlines(report, event, arrived_at):
            if deadline.parent is None:
                yield _("%(label)s paling lambat %(due)s.") % {
                    "label": deadline.label,
                    "due": local_moment(deadline.due_at),
                }


def _window_told(report: Report, arrived_at: datetime) -> Iterable[str]:
    try:
        found = _deadlines(report, KNOWN, midday(report.known_on, report.place_region))
    except (LawError, CalendarError):
        return
    window = next((d for d in found if d.actor == _REPORTER), None)
    if window is not None and arrived_at > window.due_at:
        yield _("Dengan hari ini laporan melewati tenggat melapor, %(due)s.") % {
            "due": local_date(window.due_at.date())
        }
