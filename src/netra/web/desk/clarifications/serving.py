"""How an invitation reached the person: the form, and handing out its proof."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from netra.domain.access import Action
from netra.records.clarifications import actions
from netra.records.clarifications.actions.inviting import Served
from netra.records.clarifications.models import Invitation, Service
from netra.records.evidence.content import SHOWN_INLINE
from netra.records.evidence.errors import EvidenceError
from netra.records.evidence.models import Blob
from netra.records.evidence.store import verified_path
from netra.records.jobs import moment
from netra.web.desk.case_access import REFUSED, attempt, posted, put_beside
from netra.web.desk.clarifications.access import open_hearing
from netra.web.desk.clarifications.forms import ServiceForm
from netra.web.portal.uploads import receive
from netra.web.routes import StaffRequest

_GONE = 410
_TOLD = ("how", "by", "served_at", "result", "received_by", "note")


def service(request: StaffRequest, pk: int, invitation: int) -> HttpResponse:
    """Record one attempt to hand an invitation over."""
    opened = open_hearing(request, pk, Action.HEAR_PARTY)
    letter = get_object_or_404(opened.row.invitations, pk=invitation)
    form = ServiceForm(posted(request), opened.row.case, files=request.FILES or None)
    status = 200
    if form.is_bound:
        status = _record(request, letter, form)
        if not status:
            messages.success(request, _("Penyampaian surat dicatat."))
            return redirect("clarification", pk)
    context = {
        "case": opened.row.case,
        "hearing": opened.row,
        "opened": opened,
        "invitation": letter,
        "form": form,
    }
    return render(request, "desk/clarifications/service.html", context, status=status)


def _record(request: StaffRequest, letter: Invitation, form: ServiceForm) -> int:
    """Record it; return the status of a refusal, 0 without one."""
    if not form.is_valid():
        return REFUSED
    told = form.cleaned_data
    try:
        proof = _proof(told)
    except EvidenceError as error:
        form.add_error("proof", error.reader_message)
        return REFUSED
    refusal = attempt(
        lambda: actions.record_service(
            invitation=letter,
            served=Served(**{name: told[name] for name in _TOLD}),
            proof=proof,
            actor=request.actor,
            at=moment.now(),
        )
    )
    if refusal is None:
        return 0
    put_beside(form, refusal, str(getattr(refusal.error, "field", "")))
    return refusal.status


def _proof(told: dict[str, Any]) -> Blob | None:
    return receive(told["proof"], moment.now()) if told["proof"] else None


@require_safe
def proof(request: StaffRequest, pk: int, service: int) -> HttpResponseBase:
    """Hand out the proof of a service, under a name that says nothing."""
    opened = open_hearing(request, pk)
    rows = Service.objects.filter(
        invitation__clarification=opened.row, proof__isnull=False
    )
    found = get_object_or_404(rows.select_related("proof"), pk=service)
    blob = found.proof
    if blob is None:
        raise LookupError("the rows have a proof")
    try:
        path = verified_path(blob.pk)
    except EvidenceError as error:
        context = {"report": None, "message": error.reader_message}
        return render(request, "desk/reports/altered.html", context, status=_GONE)
    kind = blob.media_type
    response = FileResponse(
        path.open("rb"),
        content_type=kind,
        as_attachment=kind not in SHOWN_INLINE,
        filename=f"tanda-terima-{found.pk}.{kind.rpartition('/')[2]}",
    )
    response["Cache-Control"] = "private, no-store"
    return response
