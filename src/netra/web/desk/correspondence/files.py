"""Handing out scans and original messages as the bytes that were received."""

from django.http import FileResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from netra.domain.access import Action
from netra.records.correspondence import actions
from netra.records.correspondence.actions.mailing import MESSAGE
from netra.records.correspondence.models import AgendaEntry, AgendaMail, AgendaScan
from netra.records.evidence.content import SHOWN_INLINE
from netra.records.evidence.errors import EvidenceError
from netra.records.evidence.models import Blob
from netra.records.evidence.store import verified_path
from netra.records.jobs import moment
from netra.web.desk.correspondence.access import carried_out, open_entry
from netra.web.desk.correspondence.forms import ReasonForm
from netra.web.desk.supervision.access import posted
from netra.web.routes import StaffRequest

__all__ = ["original", "scan"]

GONE = 410


@require_http_methods(["GET", "HEAD", "POST"])
def scan(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Hand out a scan; one that may name a source only for a recorded reason."""
    row = get_object_or_404(AgendaScan.objects.select_related("blob"), pk=pk)
    entry = open_entry(request, row.entry_id)
    ending = row.blob.media_type.rpartition("/")[2].removeprefix("x-")
    name = f"pindaian-{row.pk}.{ending}"
    return _after_seal(request, entry, row.blob, row.blob.media_type, name)


@require_http_methods(["GET", "HEAD", "POST"])
def original(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Hand out a message as it was dropped; never shown, only downloaded."""
    entry = open_entry(request, pk)
    mail = get_object_or_404(AgendaMail.objects.select_related("blob"), entry=entry)
    name = f"surel-{entry.pk}.eml"
    return _after_seal(request, entry, mail.blob, MESSAGE, name)


def _after_seal(
    request: StaffRequest, entry: AgendaEntry, blob: Blob, media_type: str, name: str
) -> HttpResponseBase:
    if not entry.names_source:
        return _file(request, entry, blob, media_type, name)
    open_entry(request, entry.pk, Action.OPEN_IDENTITY)
    form = ReasonForm(posted(request))
    if form.is_bound and form.is_valid():
        done = carried_out(
            form,
            lambda: actions.open_sealed(
                entry=entry,
                reason=form.cleaned_data["reason"],
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if done is not None:
            return _file(request, entry, blob, media_type, name)
    context = {"entry": entry, "form": form, "is_file": True}
    page = "desk/correspondence/reveal.html"
    return render(request, page, context, status=form.status)


def _file(
    request: StaffRequest, entry: AgendaEntry, blob: Blob, media_type: str, name: str
) -> HttpResponseBase:
    try:
        path = verified_path(blob.pk)
    except EvidenceError as error:
        context = {"entry": entry, "message": error.reader_message}
        return render(request, "desk/correspondence/altered.html", context, status=GONE)
    response = FileResponse(
        path.open("rb"),
        content_type=media_type,
        as_attachment=media_type not in SHOWN_INLINE,
        filename=name,
    )
    response["Cache-Control"] = "private, no-store"
    return response
