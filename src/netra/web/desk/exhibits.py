"""Handing out exhibits and papers, as the bytes that were received or issued."""

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from netra.domain.access import Action, Actor
from netra.records.documents.errors import DocumentsError
from netra.records.documents.models import IssuedPaper
from netra.records.documents.queries import clearance_naming
from netra.records.documents.store import verified_bytes
from netra.records.evidence.content import SHOWN_INLINE
from netra.records.evidence.errors import EvidenceError
from netra.records.evidence.store import verified_path
from netra.records.jobs import moment
from netra.records.reports.actions import open_identity
from netra.records.reports.models import Exhibit, Report
from netra.web.desk.report_access import REFUSED, attempt
from netra.web.desk.report_forms import ReasonForm
from netra.web.desk.tied import refuse_tied
from netra.web.routes import StaffRequest

__all__ = ["exhibit", "paper"]

GONE = 410


def exhibits_for(actor: Actor) -> QuerySet[Exhibit]:
    """Return the exhibits an actor may open."""
    seen = Report.objects.visible_to(actor, Action.VIEW_EXHIBIT).order_by()
    return Exhibit.objects.filter(report__in=seen.values("pk")).select_related(
        "report__office", "blob"
    )


@require_http_methods(["GET", "HEAD", "POST"])
def exhibit(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Hand out an exhibit; one that names the reporter only for a recorded reason."""
    found = get_object_or_404(exhibits_for(request.actor), pk=pk)
    refuse_tied(request, found.report)
    if not found.shows_identity:
        return _file(request, found)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _ask(request, found, form, REFUSED if form.is_bound else 200)
    refusal = attempt(
        lambda: open_identity(
            report=found.report,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        )
    )
    if refusal is not None:
        form.add_error("reason", refusal.message)
        return _ask(request, found, form, refusal.status)
    return _file(request, found)


def _ask(
    request: StaffRequest, found: Exhibit, form: ReasonForm, status: int
) -> HttpResponse:
    context = {"exhibit": found, "report": found.report, "form": form}
    return render(request, "desk/reports/exhibit.html", context, status=status)


def _file(request: StaffRequest, found: Exhibit) -> HttpResponseBase:
    try:
        path = verified_path(found.blob_id)
    except EvidenceError as error:
        return _gone(request, found.report, error.reader_message)
    response = FileResponse(
        path.open("rb"),
        content_type=found.blob.media_type,
        as_attachment=found.blob.media_type not in SHOWN_INLINE,
        filename=_file_name(found),
    )
    response["Cache-Control"] = "private, no-store"
    return response


def _file_name(found: Exhibit) -> str:
    """Return a name that says nothing of what the reporter called the file."""
    ending = found.blob.media_type.rpartition("/")[2].removeprefix("x-")
    return f"bukti-{found.pk}.{ending}"


def _gone(request: StaffRequest, report: Report | None, message: str) -> HttpResponse:
    context = {"report": report, "message": message}
    return render(request, "desk/reports/altered.html", context, status=GONE)


@require_safe
def paper(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out a paper as it was issued."""
    papers = IssuedPaper.objects.visible_to(request.actor).select_related(
        "report", "finding", "tracing", "observation", "case"
    )
    found = get_object_or_404(papers, pk=pk)
    origins = (found.report, found.finding, found.tracing, found.observation)
    for matter in (found.case, *origins):
        if matter is not None:
            refuse_tied(request, matter)
    if found.is_sealed:
        return redirect("paper_open", pk)
    cleared = clearance_naming(found)
    if cleared is not None:
        context = {"paper": found, "clearance": cleared}
        return render(request, "desk/notices/paper_sealed.html", context, status=403)
    try:
        content = verified_bytes(found)
    except DocumentsError as error:
        return _gone(request, found.report, error.reader_message)
    shown = "inline" if found.format == IssuedPaper.Format.PDF else "attachment"
    return HttpResponse(
        content,
        content_type=found.media_type,
        headers={
            "Content-Disposition": f'{shown}; filename="{found.file_name}"',
            "Cache-Control": "private, no-store",
        },
    )
