"""Reading tasks and closed files."""

from django.db.models import F, QuerySet

from netra.domain.access import Actor
from netra.records.cases.models import Case
from netra.records.closing.errors import FileClosedError
from netra.records.closing.models import Closure, Task


def closure_of(case: Case) -> Closure | None:
    """Return the closure that holds, `None` while the file is open."""
    return case.closures.filter(reopened_at__isnull=True).first()


def require_open(case: Case) -> None:
    """Refuse where the file of the case is closed.

    Raises:
        FileClosedError: it is.
    """
    if closure_of(case) is not None:
        raise FileClosedError


def open_tasks(actor: Actor, *, mine: bool = False) -> QuerySet[Task]:
    """Return the open tasks of the cases the actor sees, nearest day first.

    Args:
        actor: Who asks.
        mine: Only those the actor holds.
    """
    seen = Case.objects.visible_to(actor)
    rows = Task.objects.filter(
        case__in=seen, done_at__isnull=True, dropped_at__isnull=True
    )
    if mine:
        rows = rows.filter(holder_id=int(actor.account_id))
    return rows.select_related("case", "holder").order_by(
        F("due_on").asc(nulls_last=True), "id"
    )
