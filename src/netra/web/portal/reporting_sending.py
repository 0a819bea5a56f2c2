"""The last screen, the receipt page, and the page to sign."""

import logging
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from netra.domain.law import LawError
from netra.records.accounts.queries import PUBLIC
from netra.records.documents.actions import issue_receipt
from netra.records.documents.errors import DocumentsError
from netra.records.jobs import moment
from netra.records.jobs.later import enqueue
from netra.records.reports.actions import forget_code, send_draft
from netra.records.reports.errors import ContentError, DraftHandedInError, ReportError
from netra.records.reports.models import Report, ReportDraft
from netra.web.limits import is_limited
from netra.web.portal import drafts
from netra.web.portal.drafts import Typed
from netra.web.portal.forms_files import TruthForm
from netra.web.portal.reporting_clock import contest_meant, today_of, window_of
from netra.web.portal.reporting_content import Checked, check, summary_of
from netra.web.portal.status_key import open_status
from netra.web.portal.steps import ReportStep
from netra.web.portal.steps_frame import LATER, limited, show_step, way_on

__all__ = ["check_and_send", "report_sent", "report_sheet"]

_log = logging.getLogger("netra.portal")


def check_and_send(
    request: HttpRequest, draft: ReportDraft, step: ReportStep, at: datetime
) -> HttpResponse:
    """Read everything back; hand it in when the musts are there."""
    typed = drafts.read(draft)
    checked = check(typed, today_of(typed, at))
    if request.method != "POST":
        return _show(request, draft, step, typed, at, checked, TruthForm())
    if LATER in request.POST:
        return way_on(request, step)
    form = TruthForm(request.POST)
    if form.is_valid() and checked.content is not None:
        if is_limited(request, "hand_in"):
            return limited(request)
        refused = _send(draft, typed, checked, at)
        if not refused:
            return redirect("report_sent")
        form.add_error(None, refused)
    return _show(request, draft, step, typed, at, checked, form, status=422)


def _send(draft: ReportDraft, typed: Typed, checked: Checked, at: datetime) -> str:
    """Hand the draft in; return why it could not be, empty when it is a report."""
    if checked.content is None:
        return _("Laporan belum lengkap.")
    try:
        report = send_draft(
            draft=draft,
            content=checked.content,
            contest=contest_meant(typed),
            actor=PUBLIC,
            at=at,
        )
    except DraftHandedInError:
        return ""
    except (ReportError, LawError, ContentError) as error:
        return error.reader_message
    enqueue("netra.records.documents.later.issue_receipt_later", report.pk)
    return ""


def _issue_receipt(report: Report, at: datetime) -> None:
    """Issue the receipt; a report stays handed in even if its paper cannot be made."""
    try:
        issue_receipt(report=report, actor=PUBLIC, at=at)
    except DocumentsError:
        _log.exception("receipt of report %s could not be issued", report.pk)


def _show(
    request: HttpRequest,
    draft: ReportDraft,
    step: ReportStep,
    typed: Typed,
    at: datetime,
    checked: Checked,
    form: TruthForm,
    *,
    status: int = 200,
) -> HttpResponse:
    parts = {
        "form": form,
        "problems": checked.problems,
        "is_bound": form.is_bound,
        "parts": summary_of(draft, typed),
    }
    return show_step(request, draft, step, typed, at, parts, status=status)


@cache_control(no_store=True, private=True)
def report_sent(request: HttpRequest) -> HttpResponse:
    """Show number and code of the report this device sent, until they are noted."""
    draft = drafts.current_draft(request)
    if draft is None or draft.report is None:
        return redirect("report_start")
    if request.method == "POST":
        forget_code(draft=draft)
        open_status(request, draft.report, moment.now())
        messages.success(request, _("Kode tidak ditampilkan lagi di peramban ini."))
        return drafts.forget_if_empty(request, redirect("status_view"))
    at = moment.now()
    _issue_receipt(draft.report, draft.report.submitted_at)
    open_status(request, draft.report, at)
    context = {
        "section": "report",
        "report": draft.report,
        "draft": draft,
        "which": drafts.WHICH,
        "code": drafts.read(draft).code,
        "receipt": draft.report.papers.filter(kind="receipt").order_by("id").first(),
        "at": at,
    }
    return render(request, "portal/report/sent.html", context)


@cache_control(no_store=True, private=True)
def report_sheet(request: HttpRequest) -> HttpResponse:
    """Show what was typed as one page to print and sign."""
    draft = drafts.current_draft(request)
    if draft is None or draft.report is not None:
        return redirect("report_start")
    at, typed = moment.now(), drafts.read(draft)
    context = {
        "section": "report",
        "parts": summary_of(draft, typed),
        "window": window_of(typed, at),
        "reporter": typed.of("pelapor").get("name", ""),
        "at": at,
    }
    return render(request, "portal/report/sheet.html", context)
