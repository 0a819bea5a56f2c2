"""Whether an account may do something on an entry, and on what it is about."""

from django.db import models

from netra.domain.access import Action, Actor
from netra.records.access import require, require_for
from netra.records.cases.standing import require_on
from netra.records.correspondence.models import AgendaEntry


def require_on_entry(entry: AgendaEntry, action: Action, actor: Actor) -> None:
    """Refuse what the table or a tie to a party of the matter forbids.

    Raises:
        NotAllowedError: the actor does not do this for the office of the entry.
        TiedError: the actor is tied to a party of what the entry is about.
    """
    require(actor, action, entry.region)
    for matter in entry.matters:
        require_for(actor, action, matter, entry.region)


def require_to_add(entry: AgendaEntry, actor: Actor) -> None:
    """Refuse to add to an entry what may not be added to its case.

    Raises:
        NotAllowedError: the actor keeps no agenda for this office or this matter.
        CaseError: nothing is added to the case any more, such as `FileClosedError`.
    """
    require_on_entry(entry, Action.KEEP_AGENDA, actor)
    if entry.case is not None:
        require_on(entry.case, Action.KEEP_AGENDA, actor)


def require_on_matter(matter: models.Model, region: str, actor: Actor) -> None:
    """Refuse to write about a matter of another office, or one with a tie.

    Raises:
        NotAllowedError: the actor keeps no agenda for the region of the matter.
        TiedError: the actor is tied to a party of it.
    """
    require_for(actor, Action.KEEP_AGENDA, matter, region)
