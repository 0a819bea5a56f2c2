"""How pages of the agenda open an entry, and how they answer what is refused."""

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from netra.domain.access import Action, RegionCode, is_allowed
from netra.records.access import NotAllowedError
from netra.records.accounts.errors import AccountError
from netra.records.accounts.models import Office
from netra.records.cases.errors import CaseError
from netra.records.correspondence.errors import (
    CorrespondenceError,
    EntryMovedError,
    InAgendaError,
)
from netra.records.correspondence.models import AgendaEntry
from netra.records.evidence.errors import EvidenceError
from netra.web.desk.supervision.access import MatterForm, offices_where
from netra.web.desk.tied import refuse_tied
from netra.web.routes import StaffRequest

__all__ = ["carried_out", "keeping_offices", "may", "open_entry"]

CONFLICT, REFUSED = 409, 422
_REFUSALS = (CorrespondenceError, EvidenceError, AccountError, CaseError)
_CONFLICTS = (EntryMovedError, InAgendaError)
_Made = TypeVar("_Made")


def may(request: StaffRequest, action: Action, region: str) -> bool:
    """Say whether the reader may do `action` in a region."""
    return is_allowed(request.actor, action, RegionCode(region))


def open_entry(
    request: StaffRequest, pk: int, needs: Action | None = None
) -> AgendaEntry:
    """Return an entry the reader may see.

    Raises:
        Http404: it belongs to another region, or there is none.
        PermissionDenied: the reader sees it but may not do `needs` with it, or is
            tied to a party of what it is about.
    """
    rows = AgendaEntry.objects.visible_to(request.actor).select_related(
        "office",
        "recorded_by",
        "voided_by",
        "case",
        "report",
        "finding",
        "tracing",
        "referral",
        "paper",
        "answers",
        "corrects",
        "corrected_by",
        "mail__blob",
    )
    entry = get_object_or_404(rows, pk=pk)
    for matter in entry.matters:
        refuse_tied(request, matter, needs)
    if needs is not None and not may(request, needs, entry.region):
        raise PermissionDenied(NotAllowedError(needs).reader_message)
    return entry


def keeping_offices(request: StaffRequest) -> list[Office]:
    """Return the offices whose agenda the reader keeps.

    Raises:
        PermissionDenied: there is none.
    """
    offices = offices_where(request.actor, Action.KEEP_AGENDA)
    if not offices:
        raise PermissionDenied(NotAllowedError(Action.KEEP_AGENDA).reader_message)
    return offices


def carried_out(form: MatterForm, act: Callable[[], _Made]) -> _Made | None:
    """Do what a valid form asks for; `None` when it was refused and the form says why.

    Raises:
        PermissionDenied: the actor may not do this here.
    """
    try:
        return act()
    except NotAllowedError as error:
        raise PermissionDenied(error.reader_message) from error
    except _REFUSALS as error:
        form.refused_with = CONFLICT if isinstance(error, _CONFLICTS) else REFUSED
        field = getattr(error, "field", "")
        form.add_error(field if field in form.fields else None, error.reader_message)
        return None
