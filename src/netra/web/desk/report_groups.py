"""Reports of one event: put together and taken apart by an officer."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.access import NotAllowedError
from netra.records.jobs import moment
from netra.records.reports.actions import group_reports, ungroup_report
from netra.records.reports.errors import GroupError
from netra.records.reports.models import Report
from netra.web.desk.inbox import inbox_page
from netra.web.desk.report_access import attempt, may, open_report
from netra.web.desk.report_pages import show_report
from netra.web.routes import StaffRequest

__all__ = ["report_group", "report_ungroup"]

_MOST = 100


@require_POST
def report_group(request: StaffRequest) -> HttpResponse:
    """Put the reports that were ticked together as one event."""
    asked = [pk for pk in request.POST.getlist("pilih")[:_MOST] if pk.isdecimal()]
    seen = Report.objects.visible_to(request.actor)
    rows = list(seen.filter(pk__in=[int(pk) for pk in asked]).select_related("office"))
    try:
        group = group_reports(rows=rows, actor=request.actor, at=moment.now())
    except NotAllowedError as error:
        raise PermissionDenied(error.reader_message) from error
    except GroupError as error:
        return inbox_page(request, error.reader_message)
    messages.success(request, _("Ditandai sebagai satu peristiwa."))
    return redirect(f"{reverse('inbox')}?kelompok={group}")


@require_POST
def report_ungroup(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a report out of its group."""
    report = open_report(request, pk)
    if not may(request, Action.STUDY_REPORT, report):
        raise PermissionDenied(NotAllowedError(Action.STUDY_REPORT).reader_message)
    refusal = attempt(
        lambda: ungroup_report(report=report, actor=request.actor, at=moment.now())
    )
    if refusal is not None:
        return show_report(request, report, refusal=refusal)
    messages.success(request, _("Dikeluarkan dari kelompoknya."))
    return redirect("report", pk=report.pk)
