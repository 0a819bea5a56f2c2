"""Handing out what proves a station or an answer."""

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from netra.records.evidence.content import SHOWN_INLINE
from netra.records.evidence.errors import EvidenceError
from netra.records.evidence.models import Blob
from netra.records.evidence.store import verified_path
from netra.records.referrals.models import Answer, Hop, Referral
from netra.web.desk.packs.access import open_referral
from netra.web.routes import StaffRequest

__all__ = ["answer_proof", "hop_proof"]

GONE = 410


@require_safe
def hop_proof(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Hand out the proof of a station, as it was received."""
    row = get_object_or_404(Hop.objects.select_related("proof"), pk=pk)
    referral = open_referral(request, row.referral_id)
    return _file(request, referral, row.proof, f"bukti-langkah-{row.pk}")


@require_safe
def answer_proof(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Hand out the letter of an answer, as it was received."""
    row = get_object_or_404(Answer.objects.select_related("proof"), pk=pk)
    referral = open_referral(request, row.referral_id)
    return _file(request, referral, row.proof, f"jawaban-{row.pk}")


def _file(
    request: StaffRequest, referral: Referral, blob: Blob | None, name: str
) -> HttpResponseBase:
    if blob is None:
        raise Http404
    try:
        path = verified_path(blob.sha256)
    except EvidenceError as error:
        return _gone(request, referral, error.reader_message)
    response = FileResponse(
        path.open("rb"),
        content_type=blob.media_type,
        as_attachment=blob.media_type not in SHOWN_INLINE,
        filename=f"{name}.{blob.media_type.rpartition('/')[2]}",
    )
    response["Cache-Control"] = "private, no-store"
    return response


def _gone(request: StaffRequest, referral: Referral, message: str) -> HttpResponse:
    context = {"referral": referral, "message": message}
    return render(request, "desk/packs/altered.html", context, status=GONE)
