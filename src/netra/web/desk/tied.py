"""Pages of a matter stay closed to who is tied to a party of it."""

from django.core.exceptions import PermissionDenied
from django.db import models

from netra.domain.access import Action
from netra.records.access import TiedError, is_tied
from netra.web.routes import StaffRequest


def refuse_tied(
    request: StaffRequest, matter: models.Model, needs: Action | None = None
) -> None:
    """Close the page to a tied reader, whatever the roles.

    Raises:
        PermissionDenied: the reader is tied to a party of the matter.
    """
    if is_tied(matter, request.actor):
        raise PermissionDenied(TiedError(needs or Action.VIEW_CASE).reader_message)
