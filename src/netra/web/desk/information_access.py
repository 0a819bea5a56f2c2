"""How pages of information open a row, need the key, and say what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.domain.sealing import SealingError
from netra.records.access import NotAllowedError
from netra.records.custody.errors import CustodyError
from netra.records.custody.queries import has_key, holds_key
from netra.records.information.errors import (
    GivenTwiceError,
    InformationError,
    InformationMovedError,
)
from netra.records.information.models import Information
from netra.web.desk import key_session
from netra.web.desk.keys_forms import OpenForm
from netra.web.desk.supervision.access import MatterForm, carried_out, may

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from netra.records.accounts.models import Office
    from netra.records.custody.opened import OpenedKey
    from netra.web.routes import StaffRequest

__all__ = ["acted", "key_context", "key_page", "open_row", "opened_for", "unstored"]

CONFLICT, REFUSED = 409, 422
_CONFLICTS = (InformationMovedError, GivenTwiceError)
_Made = TypeVar("_Made")


def open_row(
    request: StaffRequest, pk: UUID, needs: Action | None = None
) -> Information:
    """Return information the reader may see; nothing of its content is opened.

    Raises:
        Http404: it belongs to another region, or there is none.
        PermissionDenied: the reader sees it but may not do `needs` with it.
    """
    rows = Information.objects.visible_to(request.actor).select_related(
        "office", "assigned_to", "key"
    )
    row = get_object_or_404(rows, pk=pk)
    if needs is not None and not may(request, needs, row.region):
        raise PermissionDenied(NotAllowedError(needs).reader_message)
    return row


def acted(form: MatterForm, act: Callable[[], _Made]) -> _Made | None:
    """Do what a valid form asks for; `None` when it was refused and the form says why.

    Raises:
        PermissionDenied: the actor may not do this here.
    """
    try:
        return carried_out(form, act)
    except (InformationError, CustodyError) as error:
        form.refused_with = CONFLICT if isinstance(error, _CONFLICTS) else REFUSED
        form.add_error(None, error.reader_message)
    except SealingError:
        form.refused_with = REFUSED
        form.add_error(
            None,
            _(
                "Isi ini tidak terbuka dengan kunci Anda, atau sudah berubah sejak "
                "disegel. Tidak ada yang dicatat; sampaikan kepada pengelola."
            ),
        )
    return None


def opened_for(request: HttpRequest, office: Office) -> OpenedKey | None:
    """Return the key of an office as this browser has it open, or `None`."""
    return key_session.opened_of(request, office)


def key_context(
    request: StaffRequest, office: Office, opened: OpenedKey | None, back: str
) -> dict[str, object]:
    """Return what the part of a page about the key shows.

    Args:
        request: Of the reader.
        office: Whose key the page needs.
        opened: The key, if this browser has it open.
        back: Address to come back to with the key open.
    """
    return {
        "office": office,
        "has_key": has_key(office),
        "holds_key": holds_key(request.actor, office),
        "opened": opened is not None,
        "closes_in": key_session.closes_in(request) if opened else None,
        "open_form": OpenForm(back=back),
        "may_keep_keys": may(request, Action.KEEP_KEYS, office.region),
    }


def key_page(
    request: StaffRequest, office: Office, back: str, form: OpenForm | None = None
) -> HttpResponse:
    """Say that a page needs the open key, with the form that opens it."""
    context = key_context(request, office, None, back)
    if form is not None:
        context["open_form"] = form
    status = form.status if form is not None else CONFLICT
    return unstored(render(request, "desk/keys/open.html", context, status=status))


def unstored(response: HttpResponse) -> HttpResponse:
    """Forbid to store an answer that holds what was sealed."""
    response.headers["Cache-Control"] = "private, no-store"
    return response
