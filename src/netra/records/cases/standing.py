"""Whether an account may do something on a case: the table, and no tie to a party."""

from netra.domain.access import Action, Actor
from netra.records.access import require
from netra.records.cases.models import Case


def require_on(case: Case, action: Action, actor: Actor) -> None:
    """Refuse what the table does not allow; every action on a case asks here.

    Raises:
        NotAllowedError: the actor does not do this for the office of the case.
    """
    require(actor, action, case.region)
