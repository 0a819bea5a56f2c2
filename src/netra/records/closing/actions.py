"""Every write of tasks and of the closing of a file."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from netra.domain.access import Action, Actor
from netra.domain.ledger.entries import moment_text
from netra.records.access import require_for
from netra.records.accounts.models import User
from netra.records.cases.errors import TextMissingError
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.closing.errors import (
    FileClosedError,
    FileOpenError,
    StillOpenError,
    TaskEndedError,
)
from netra.records.closing.models import Closure, Task
from netra.records.closing.open_items import open_items
from netra.records.ledger import actions as ledger


def _worded(text: str, field: str) -> str:
    if not text.strip():
        raise TextMissingError(field)
    return text.strip()


@transaction.atomic
def add_task(
    *,
    case: Case,
    title: str,
    due_on: date | None,
    holder: User | None,
    actor: Actor,
    at: datetime,
) -> Task:
    """Enter something to be done for a case.

    Args:
        case: With an open file.
        title: What is to be done, in one line.
        due_on: Local day chosen by the office, if any; it is no deadline of the law.
        holder: Who does it, if that is settled.
        actor: Needs `KEEP_TASKS` in the region of the case.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor keeps no tasks of this office.
        TextMissingError: the title is empty.
        FileClosedError: the file is closed; nothing was written.
    """
    require_on(case, Action.KEEP_TASKS, actor)
    title = _worded(title, "title")
    task = Task.objects.create(
        case=case,
        title=title,
        due_on=due_on,
        holder=holder,
        made_by_id=int(actor.account_id),
        made_at=at,
    )
    ledger.append(
        "task.added",
        task.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "case": str(case.pk),
            "title": ledger.commit_text(title),
            "due_on": due_on.isoformat() if due_on else None,
            "holder": str(holder.pk) if holder else None,
        },
    )
    return task


@transaction.atomic
def finish_task(*, task: Task, actor: Actor, at: datetime) -> Task:
    """Note that a task is done.

    Raises:
        NotAllowedError: the actor keeps no tasks of this office.
        TaskEndedError: it was done or dropped before; nothing was written.
    """
    require_on(task.case, Action.KEEP_TASKS, actor)
    if not _open(task).update(done_at=at):
        raise TaskEndedError
    return _ended(task, "task.done", {"done_at": moment_text(at)}, actor, at)


@transaction.atomic
def drop_task(*, task: Task, reason: str, actor: Actor, at: datetime) -> Task:
    """Drop a task that is not needed any more; it stays in the file with the reason.

    Raises:
        NotAllowedError: the actor keeps no tasks of this office.
        TextMissingError: no reason was given.
        TaskEndedError: it was done or dropped before; nothing was written.
    """
    require_on(task.case, Action.KEEP_TASKS, actor)
    reason = _worded(reason, "reason")
    if not _open(task).update(dropped_at=at, drop_reason=reason):
        raise TaskEndedError
    facts = {"dropped_at": moment_text(at), "drop_reason": ledger.commit_text(reason)}
    return _ended(task, "task.dropped", facts, actor, at)


@transaction.atomic
def take_task_up_again(*, task: Task, actor: Actor, at: datetime) -> Task:
    """Undo the end of a task.

    Raises:
        NotAllowedError: the actor keeps no tasks of this office.
        TaskEndedError: it is open already; nothing was written.
        FileClosedError: the file was closed since; nothing was written.
    """
    require_on(task.case, Action.KEEP_TASKS, actor)
    ended = Task.objects.filter(pk=task.pk).exclude(
        done_at__isnull=True, dropped_at__isnull=True
    )
    if not ended.update(done_at=None, dropped_at=None, drop_reason=""):
        raise TaskEndedError
    gone = dict.fromkeys(("done_at", "dropped_at", "drop_reason"))
    return _ended(task, "task.taken_up", gone, actor, at)


def _open(task: Task) -> QuerySet[Task]:
    return Task.objects.filter(
        pk=task.pk, done_at__isnull=True, dropped_at__isnull=True
    )


def _ended(
    task: Task, kind: str, facts: dict[str, str | None], actor: Actor, at: datetime
) -> Task:
    ledger.append(kind, task.ledger_subject, actor=actor, at=at, facts=dict(facts))
    task.refresh_from_db()
    return task


@transaction.atomic
def close_file(*, case: Case, note: str, actor: Actor, at: datetime) -> Closure:
    """Close the file of a case when nothing is open any more.

    Args:
        case: Whose road has ended.
        note: Kept with the closing; may be empty.
        actor: Needs `CLOSE_FILE` in the region of the case.
        at: Moment of closing.

    Raises:
        NotAllowedError: the actor closes no files of this office.
        StillOpenError: naming everything that is open; nothing was written.
        FileClosedError: it is closed already; nothing was written.
    """
    require_on(case, Action.CLOSE_FILE, actor)
    case.refresh_from_db()
    still = open_items(case)
    if still:
        raise StillOpenError([i.key for i in still], [i.sentence for i in still])
    try:
        with transaction.atomic():
            closure = Closure.objects.create(
                case=case, closed_at=at, closed_by_id=int(actor.account_id), note=note
            )
    except IntegrityError as error:
        raise FileClosedError from error
    ledger.append(
        "closure.made",
        closure.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "case": str(case.pk),
            "closed_at": moment_text(at),
            "note": ledger.commit_text(note),
        },
    )
    return closure


@transaction.atomic
def reopen_file(*, case: Case, reason: str, actor: Actor, at: datetime) -> Case:
    """Open a closed file again, so that something can be added to it.

    This opens the file, not the decision: what was decided stays decided.

    Raises:
        NotAllowedError: the actor closes no files of this office.
        TextMissingError: no reason was given.
        FileOpenError: it is open already; nothing was written.
    """
    require_for(actor, Action.CLOSE_FILE, case, case.region)
    reason = _worded(reason, "reason")
    closure = case.closures.filter(reopened_at__isnull=True).first()
    if closure is None or not Closure.objects.filter(
        pk=closure.pk, reopened_at__isnull=True
    ).update(reopened_at=at, reopen_reason=reason):
        raise FileOpenError
    ledger.append(
        "closure.reopened",
        closure.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "reopened_at": moment_text(at),
            "reopen_reason": ledger.commit_text(reason),
        },
    )
    return case
