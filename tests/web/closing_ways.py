"""Where the routes of tasks and of the file's closing lead in the scene."""

from netra.domain.access import Action
from netra.records.closing import actions
from tests import people
from tests.web.scene import Arguments, Scene, Way

_SEES = Action.VIEW_CASE


def _case(step: str, *, ok: int = 200, posts: bool = False) -> Way:
    return Way(
        arguments=lambda scene: {"pk": scene.cases[step].pk},
        ok=ok,
        posts=posts,
        sees=_SEES,
    )


def _task(scene: Scene) -> Arguments:
    case = scene.cases["study"]
    task = case.tasks.first() or actions.add_task(
        case=case,
        title="DATA CONTOH",
        due_on=None,
        holder=None,
        actor=people.as_actor(scene.cast.budi),
        at=people.WRITTEN_AT,
    )
    return {"pk": case.pk, "task": task.pk}


CLOSING: dict[str, Way] = {
    "tasks": Way(),
    "case_task_add": _case("study"),
    "case_task_done": Way(arguments=_task, ok=302, posts=True, sees=_SEES),
    "case_task_drop": Way(arguments=_task, sees=_SEES),
    "case_file_close": _case("study"),
    "case_file_reopen": _case("study"),
}
