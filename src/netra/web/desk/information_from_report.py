"""Keeping a report that failed formally as information, with one button."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.records.information.actions import inform_from_report
from netra.records.jobs import moment
from netra.web.desk.information_access import acted
from netra.web.desk.information_forms import PlainForm
from netra.web.desk.report_access import CONFLICT, Refusal, open_report
from netra.web.desk.report_pages import show_report
from netra.web.routes import StaffRequest

__all__ = ["report_keep"]


@require_POST
def report_keep(request: StaffRequest, pk: int) -> HttpResponse:
    """Seal the content of a report that was not registered as information."""
    report, form = open_report(request, pk), PlainForm(request.POST)
    kept = acted(
        form,
        lambda: inform_from_report(report=report, actor=request.actor, at=moment.now()),
    )
    if kept is None:
        said = " ".join(str(error) for error in form.non_field_errors())
        refusal = Refusal(message=said, status=form.refused_with or CONFLICT)
        return show_report(request, report, refusal=refusal)
    messages.success(request, _("Isi laporan disimpan sebagai informasi awal."))
    return redirect("information", pk=kept.pk)
