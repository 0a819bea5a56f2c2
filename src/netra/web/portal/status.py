"""The status of a report for who holds its number and code."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from netra.domain.law import CheckItem
from netra.records.accounts.queries import PUBLIC
from netra.records.documents.errors import DocumentsError
from netra.records.documents.queries import papers_for_reporter
from netra.records.documents.store import verified_bytes
from netra.records.jobs import moment
from netra.records.reports.actions import complete_report
from netra.records.reports.errors import ReportError, UnknownCodeError
from netra.records.reports.models import Report
from netra.records.reports.queries import report_by_code
from netra.web.limits import is_limited
from netra.web.portal.forms_status import AddFilesForm, AddTextForm, StatusForm
from netra.web.portal.status_items import add_text, add_uploads, item_named
from netra.web.portal.status_key import forget_status, open_status
from netra.web.portal.status_page import AddForm, changing, opened, show_status
from netra.web.portal.status_road import standing_of
from netra.web.portal.upload_targets import CompletionTarget, give_up
from netra.web.portal.uploads import was_cut_off

__all__ = [
    "status",
    "status_add",
    "status_complete",
    "status_leave",
    "status_paper",
    "status_view",
]

_CANCEL = "batal"


@cache_control(no_store=True, private=True)
def status(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; open the report they belong to."""
    form = StatusForm(request.POST if request.method == "POST" else None)
    shown = {"form": form, "section": "status"}
    if request.method != "POST":
        return render(request, "portal/status/form.html", shown)
    if not form.is_valid():
        return render(request, "portal/status/form.html", shown, status=422)
    number = form.cleaned_data["number"].strip().upper()
    if is_limited(request, "status", number):
        return render(request, "portal/status/limited.html", status=429)
    try:
        report = report_by_code(number, form.cleaned_data["code"])
    except UnknownCodeError as error:
        form.add_error("code", error.reader_message)
        return render(request, "portal/status/form.html", shown, status=422)
    open_status(request, report, moment.now())
    return redirect("status_view")


@opened
def status_view(request: HttpRequest, report: Report, at: datetime) -> HttpResponse:
    """Show what the reporter must do, by when, and the road of the report."""
    open_status(request, report, at)
    return show_status(request, standing_of(report), at)


@changing
@opened
def status_add(request: HttpRequest, report: Report, at: datetime) -> HttpResponse:
    """Take a file or a text for one requirement."""
    if was_cut_off(request):
        return render(request, "portal/report/cut_off.html", status=400)
    if is_limited(request, "upload"):
        return render(request, "portal/status/limited.html", status=429)
    standing = standing_of(report)
    item = item_named(standing, request.POST.get("item", ""))
    if item is None:
        raise Http404
    if _CANCEL in request.POST:
        target = CompletionTarget(report=report, item=item)
        give_up(target.key, request.POST[_CANCEL])
        return redirect("status_view")
    form, code = _add(request, report, item, at)
    if form is None:
        messages.success(
            request, _("Tambahan Anda sudah diterima: %(item)s.") % {"item": item.label}
        )
        return redirect("status_view")
    return show_status(request, standing, at, wrong=(item.key, form), code=code)


def _add(
    request: HttpRequest, report: Report, item: CheckItem, at: datetime
) -> tuple[AddForm | None, int]:
    """Add it; return the form with its errors and the status, or `None`."""
    auto_id, files = f"id_{item.key}_%s", request.FILES.getlist("uploads")
    form: AddForm
    is_text = "text" in request.POST
    form = (
        AddTextForm(request.POST, auto_id=auto_id)
        if is_text
        else AddFilesForm(request.POST, auto_id=auto_id)
    )
    name = "text" if is_text else "uploads"
    if not is_text and not files:
        form.add_error(name, _("Pilih berkasnya lebih dulu."))
    if not form.is_valid():
        return form, 422
    try:
        if is_text:
            add_text(report, item, form.cleaned_data["text"], at)
            return None, 200
        refused = add_uploads(report, item, files, at)
    except ReportError as error:
        form.add_error(name, error.reader_message)
        return form, 409
    for text in refused:
        form.add_error(name, text)
    return (form, 422) if refused else (None, 200)


@changing
@opened
def status_complete(request: HttpRequest, report: Report, at: datetime) -> HttpResponse:
    """Close the completion: the reporter has added what they could."""
    if is_limited(request, "complete"):
        return render(request, "portal/status/limited.html", status=429)
    try:
        complete_report(report=report, actor=PUBLIC, at=at)
    except ReportError as error:
        messages.error(request, error.reader_message)
        return redirect("status_view")
    messages.success(
        request, _("Perbaikan Anda sudah terkirim. Petugas memeriksa kelengkapannya.")
    )
    return redirect("status_view")


@opened
def status_paper(
    request: HttpRequest, report: Report, _at: datetime, pk: int
) -> HttpResponse:
    """Hand out a paper of the opened report, as it was issued.

    Raises:
        Http404: it is no paper for this reporter.
    """
    paper = get_object_or_404(papers_for_reporter(report), pk=pk)
    try:
        content = verified_bytes(paper)
    except DocumentsError as error:
        messages.error(request, error.reader_message)
        return redirect("status_view")
    response = HttpResponse(content, content_type=paper.media_type)
    response["Content-Disposition"] = f'attachment; filename="{paper.file_name}"'
    return response


@changing
def status_leave(request: HttpRequest) -> HttpResponse:
    """Close the report for this visit."""
    forget_status(request)
    messages.success(request, _("Halaman status sudah ditutup di peramban ini."))
    return redirect("status")
