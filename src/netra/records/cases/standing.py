"""Whether an account may do something on a case: the table, and no tie to a party.

A room above may add a check of its own, such as that the file is not closed.
"""

from collections.abc import Callable

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.records.access import require, require_untied
from netra.records.cases.errors import CaseMovedError
from netra.records.cases.models import Case

Check = Callable[[Case], None]

_CHECKS: dict[str, Check] = {}


def register_check(room: str, check: Check) -> None:
    """Name a check that every action on a case passes; registering again replaces.

    Args:
        room: Name of the room.
        check: Raises a named error where nothing may be written about the case.
    """
    _CHECKS[room] = check


def require_on(case: Case, action: Action, actor: Actor) -> None:
    """Refuse what is not allowed, and hold the case; every action on a case asks here.

    The counted update queues behind another writer, so a tie recorded or a case taken
    over in that moment is seen by whoever comes second. Outside a transaction it only
    checks.

    Raises:
        NotAllowedError: the actor does not do this for the office of the case.
        TiedError: the actor is tied to a party of the case.
        CaseMovedError: another office has it by now; nothing was written.
        CaseError: what a room above refuses, such as `FileClosedError`.
    """
    require(actor, action, case.region)
    if not hold(case):
        raise CaseMovedError(case.number, "office")
    require_untied(case, action, actor)
    for check in _CHECKS.values():
        check(case)


def hold(case: Case) -> bool:
    """Queue behind whoever writes the case; say whether its office still has it."""
    rows = Case.objects.filter(pk=case.pk, region=case.region)
    if not transaction.get_connection().in_atomic_block:
        return rows.exists()
    return bool(rows.update(region=case.region))
