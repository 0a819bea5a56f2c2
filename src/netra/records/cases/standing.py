"""Whether an account may do something on a case: the table, and no tie to a party."""

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.records.access import require, require_untied
from netra.records.cases.errors import CaseMovedError
from netra.records.cases.models import Case


def require_on(case: Case, action: Action, actor: Actor) -> None:
    """Refuse what is not allowed, and hold the case; every action on a case asks here.

    The counted update queues behind another writer, so a tie recorded or a case taken
    over in that moment is seen by whoever comes second. Outside a transaction it only
    checks.

    Raises:
        NotAllowedError: the actor does not do this for the office of the case.
        TiedError: the actor is tied to a party of the case.
        CaseMovedError: another office has it by now; nothing was written.
    """
    require(actor, action, case.region)
    if not hold(case):
        raise CaseMovedError(case.number, "office")
    require_untied(case, action, actor)


def hold(case: Case) -> bool:
    """Queue behind whoever writes the case; say whether its office still has it."""
    rows = Case.objects.filter(pk=case.pk, region=case.region)
    if not transaction.get_connection().in_atomic_block:
        return rows.exists()
    return bool(rows.update(region=case.region))
