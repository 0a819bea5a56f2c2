"""The kept state of tasks and closures, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from netra.domain.ledger.entries import moment_text
from netra.records.closing.models import Closure, Task
from netra.records.ledger.replaying import Kept, Text


def _moment(at: datetime | None) -> str | None:
    return moment_text(at) if at else None


def closing_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every task and every closure with their fields."""
    for task in Task.objects.all():
        yield (
            task.ledger_subject,
            {
                "case": str(task.case_id),
                "title": Text(value=task.title),
                "due_on": task.due_on.isoformat() if task.due_on else None,
                "holder": str(task.holder_id) if task.holder_id else None,
                "done_at": _moment(task.done_at),
                "dropped_at": _moment(task.dropped_at),
                "drop_reason": Text(value=task.drop_reason),
            },
        )
    for closure in Closure.objects.all():
        yield (
            closure.ledger_subject,
            {
                "case": str(closure.case_id),
                "closed_at": _moment(closure.closed_at),
                "note": Text(value=closure.note),
                "reopened_at": _moment(closure.reopened_at),
                "reopen_reason": Text(value=closure.reopen_reason),
            },
        )
