"""What Anton of 34.71 tries on the tasks and files of 33.74."""

from netra.domain.access import Actor
from netra.records.closing import actions
from netra.records.closing.models import Task
from tests.people import STUDIED_AT, Cast, as_actor, case_on

_NOW = {"at": STUDIED_AT}


def _task(cast: Cast) -> Task:
    return actions.add_task(
        case=case_on(cast, "study"),
        title="DATA CONTOH",
        due_on=None,
        holder=None,
        actor=as_actor(cast.budi),
        **_NOW,
    )


def _add(cast: Cast, actor: Actor) -> object:
    return actions.add_task(
        case=case_on(cast, "study"),
        title="DATA CONTOH",
        due_on=None,
        holder=None,
        actor=actor,
        **_NOW,
    )


CLOSING = {
    "closing.add_task": _add,
    "closing.finish_task": lambda cast, actor: actions.finish_task(
        task=_task(cast), actor=actor, **_NOW
    ),
    "closing.drop_task": lambda cast, actor: actions.drop_task(
        task=_task(cast), reason="DATA CONTOH", actor=actor, **_NOW
    ),
    "closing.take_task_up_again": lambda cast, actor: actions.take_task_up_again(
        task=_task(cast), actor=actor, **_NOW
    ),
    "closing.close_file": lambda cast, actor: actions.close_file(
        case=case_on(cast, "study"), note="", actor=actor, **_NOW
    ),
    "closing.reopen_file": lambda cast, actor: actions.reopen_file(
        case=case_on(cast, "study"), reason="DATA CONTOH", actor=actor, **_NOW
    ),
}
