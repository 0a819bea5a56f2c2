"""Files an officer gathers: taking them in one by one, and handing them out."""

from datetime import datetime

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from netra.domain.access import Action, Actor
from netra.records.evidence.content import SHOWN_INLINE
from netra.records.evidence.errors import EvidenceError
from netra.records.evidence.store import verified_path
from netra.records.observations import actions
from netra.records.observations.errors import ObservationError
from netra.records.observations.models import (
    Finding,
    GatheredExhibit,
    Observation,
    Tracing,
)
from netra.web.desk.supervision.access import MatterForm
from netra.web.desk.tied import refuse_tied
from netra.web.portal.forms_files import FilesField
from netra.web.portal.uploads import name_of, receive, was_cut_off
from netra.web.routes import StaffRequest

__all__ = ["FilesForm", "gather", "gathered", "gathered_exhibit"]

GONE = 410


class FilesForm(MatterForm):
    """Files of one matter."""

    uploads = FilesField(
        label=gettext_lazy("Foto, video, rekaman, atau PDF"),
        help_text=gettext_lazy("Beberapa berkas boleh sekaligus."),
    )


def gather(
    request: StaffRequest, matter: Observation | Tracing, at: datetime
) -> FilesForm | None:
    """Keep what was sent; what cannot be kept does not hold up the others.

    Returns:
        A form with the name and reason of each file that was refused, or `None`.
    """
    form = FilesForm(request.POST, request.FILES)
    form.is_valid()
    sent = request.FILES.getlist("uploads")
    if was_cut_off(request):
        form.add_error(
            "uploads", _("Kiriman terputus di tengah jalan. Unggah sekali lagi.")
        )
        return form
    if not sent:
        form.add_error("uploads", _("Pilih berkasnya dulu."))
        return form
    for file in sent:
        name = name_of(file)
        try:
            actions.gather_exhibit(
                matter=matter,
                blob=receive(file, at),
                name=name,
                actor=request.actor,
                at=at,
            )
        except (EvidenceError, ObservationError) as error:
            reason = error.reader_message
            said = _("%(name)s: %(reason)s") % {"name": name, "reason": reason}
            form.add_error("uploads", said)
    if form.errors:
        return form
    messages.success(request, _("Berkas disimpan."))
    return None


def gathered(actor: Actor) -> QuerySet[GatheredExhibit]:
    """Return the gathered files somebody may open."""
    seen = Observation.objects.visible_to(actor).order_by().values("pk")
    traced = Tracing.objects.visible_to(actor).order_by().values("pk")
    moved = Finding.objects.visible_to(actor, Action.VIEW_OBSERVATION).order_by()
    rows = GatheredExhibit.objects.filter(
        Q(observation__in=seen)
        | Q(tracing__in=traced)
        | Q(observation__finding__in=moved.values("pk"))  # a case changed hands
        | Q(tracing__finding__in=moved.values("pk"))
    ).distinct()
    return rows.select_related("blob", "observation", "tracing")


@require_safe
def gathered_exhibit(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Hand out a gathered file as the bytes that were received."""
    found = get_object_or_404(gathered(request.actor), pk=pk)
    for matter in filter(None, (found.observation, found.tracing)):
        refuse_tied(request, matter)
    try:
        path = verified_path(found.blob_id)
    except EvidenceError as error:
        return _gone(request, found, error.reader_message)
    ending = found.blob.media_type.rpartition("/")[2].removeprefix("x-")
    response = FileResponse(
        path.open("rb"),
        content_type=found.blob.media_type,
        as_attachment=found.blob.media_type not in SHOWN_INLINE,
        filename=f"berkas-{found.pk}.{ending}",
    )
    response["Cache-Control"] = "private, no-store"
    return response


def _gone(request: StaffRequest, found: GatheredExhibit, message: str) -> HttpResponse:
    context = {"matter": found.observation or found.tracing, "message": message}
    return render(request, "desk/supervision/altered.html", context, status=GONE)
