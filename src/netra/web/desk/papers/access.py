"""How the pages about papers open an office or paper, and answer what is refused."""

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from netra.domain.access import Action, RegionCode, is_allowed
from netra.records.access import NotAllowedError
from netra.records.accounts.models import Office
from netra.records.documents.errors import DocumentsError, OwnFormError
from netra.records.documents.models import IssuedPaper
from netra.records.reports.errors import ReportError
from netra.web.desk import acting
from netra.web.desk.acting import ActForm
from netra.web.desk.tied import refuse_tied
from netra.web.routes import StaffRequest

_Made = TypeVar("_Made")


def may(request: StaffRequest, action: Action, region: str) -> bool:
    """Say whether the reader may do `action` in a region."""
    return is_allowed(request.actor, action, RegionCode(region))


def open_office(request: StaffRequest, pk: int, needs: Action) -> Office:
    """Return an office the reader may do `needs` for.

    Raises:
        Http404: there is none.
    """
    found: Office = get_object_or_404(
        Office.objects.visible_to(request.actor, needs), pk=pk
    )
    return found


def offices_for(request: StaffRequest, needs: Action) -> list[Office]:
    """Return the offices the reader may do `needs` for, their own first."""
    rows = Office.objects.visible_to(request.actor, needs).order_by("region", "name")
    return sorted(rows, key=lambda row: str(row.pk) != request.actor.office_id)


def open_paper(request: StaffRequest, pk: int, needs: Action) -> IssuedPaper:
    """Return a paper the reader sees, if they may do `needs` with it.

    Raises:
        Http404: it belongs to another region, or there is none.
        PermissionDenied: the reader sees it but may not do this, or is tied to a
            party of the matter.
    """
    rows = IssuedPaper.objects.visible_to(request.actor).select_related(
        "office", "report", "finding", "tracing", "observation", "case"
    )
    found: IssuedPaper = get_object_or_404(rows, pk=pk)
    origins = (found.report, found.finding, found.tracing, found.observation)
    for matter in (found.case, *origins):
        if matter is not None:
            refuse_tied(request, matter, needs)
    if not may(request, needs, found.region):
        raise PermissionDenied(NotAllowedError(needs).reader_message)
    return found


def carried_out(form: ActForm, act: Callable[[], _Made]) -> _Made | None:
    """Do what a valid form asks for; `None` when it was refused and the form says why.

    Raises:
        PermissionDenied: the actor may not do this here.
    """
    try:
        return acting.carried_out(form, act)
    except OwnFormError as error:
        form.add_error(error.field, error.reader_message)
    except (DocumentsError, ReportError) as error:
        form.refused = True
        form.add_error(None, error.reader_message)
    return None


def as_file(
    content: bytes, media_type: str, name: str, *, inline: bool = False
) -> HttpResponse:
    """Hand out bytes under a name that says nothing of a person."""
    shown = "inline" if inline else "attachment"
    return HttpResponse(
        content,
        content_type=media_type,
        headers={
            "Content-Disposition": f'{shown}; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )
