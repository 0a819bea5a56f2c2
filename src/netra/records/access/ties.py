"""Who is kept from a matter by a tie to a party, whatever the roles.

The rooms that handle matters ask here; the room that keeps the recusals of a case
answers, so that a report or finding is closed to a tied person as its case is.
"""

from collections.abc import Callable

from django.db import models

from netra.domain.access import Action, Actor
from netra.records.access.errors import TiedError
from netra.records.access.jurisdiction import require

TieCheck = Callable[[models.Model, Actor], bool]

_CHECKS: dict[str, TieCheck] = {}


def register_tie_check(room: str, check: TieCheck) -> None:
    """Name the function that knows the ties; registering again replaces."""
    _CHECKS[room] = check


def is_tied(matter: models.Model, actor: Actor) -> bool:
    """Say whether a tie keeps the actor from a matter: a case or what it came from."""
    return any(check(matter, actor) for check in _CHECKS.values())


def require_untied(matter: models.Model, action: Action, actor: Actor) -> None:
    """Refuse a person who is tied to a party of the matter.

    Raises:
        TiedError: the person is.
    """
    if is_tied(matter, actor):
        raise TiedError(action)


def require_for(
    actor: Actor, action: Action, matter: models.Model, region: str
) -> None:
    """Refuse what the table does not allow in `region`, and what a tie forbids.

    Raises:
        NotAllowedError: the table does not list it.
        TiedError: the actor is tied to a party of the matter.
    """
    require(actor, action, region)
    require_untied(matter, action, actor)
