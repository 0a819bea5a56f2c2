"""Where the routes of supervision lead in the scene; `ways.py` says how to read it."""

from netra.domain.access import Action
from tests.web.scene import Arguments, Scene, Way


def _seen(*, ok: int = 200, posts: bool = False, **data: object) -> Way:
    return Way(
        arguments=lambda s: {"pk": s.supervision.observation.pk},
        ok=ok,
        posts=posts,
        sees=Action.VIEW_OBSERVATION,
        data=lambda _scene: data,
    )


def traced(*, ok: int = 200, posts: bool = False, **data: object) -> Way:
    """Return the way to the tracing of the scene."""
    return Way(
        arguments=lambda s: {"pk": s.supervision.tracing.pk},
        ok=ok,
        posts=posts,
        sees=Action.VIEW_TRACING,
        data=lambda _scene: data,
    )


def _found(state: str, *, ok: int = 200, posts: bool = False, **data: object) -> Way:
    return Way(
        arguments=lambda s: {"pk": s.supervision.findings[state].pk},
        ok=ok,
        posts=posts,
        sees=Action.VIEW_FINDING,
        data=lambda _scene: data,
    )


def _step(ok: int) -> Way:
    return Way(
        arguments=lambda s: {
            "pk": s.supervision.tracing.pk,
            "step": s.supervision.step.pk,
        },
        ok=ok,
        posts=True,
        sees=Action.VIEW_TRACING,
    )


def _person(kind: str, sees: Action) -> Way:
    def arguments(scene: Scene) -> Arguments:
        matter = (
            scene.supervision.findings["proposed"]
            if kind == "finding"
            else getattr(scene.supervision, kind)
        )
        return {"pk": matter.pk, "respondent": matter.respondents.first().pk}

    return Way(arguments=arguments, sees=sees)


SUPERVISION = {
    "observations": Way(),
    "observation_new": Way(),
    "observation": _seen(),
    "observation_correct": _seen(),
    "observation_files": _seen(posts=True, ok=422),
    "observation_respondent": _person("observation", Action.VIEW_OBSERVATION),
    "observation_propose": _seen(),
    "observation_issue_paper": _seen(posts=True, ok=302, kind="observation_report"),
    "observation_paper": Way(
        arguments=lambda s: {"pk": s.supervision.paper.pk},
        sees=Action.VIEW_OBSERVATION,
    ),
    "gathered_exhibit": Way(
        arguments=lambda s: {"pk": s.supervision.exhibit.pk},
        sees=Action.VIEW_OBSERVATION,
    ),
    "tracings": Way(),
    "tracing_new": Way(),
    "tracing": traced(),
    "tracing_step_add": traced(posts=True, ok=422),
    "tracing_step_finish": _step(422),
    "tracing_step_drop": _step(302),
    "tracing_person": traced(),
    "tracing_respondent": _person("tracing", Action.VIEW_TRACING),
    "tracing_files": traced(posts=True, ok=422),
    "tracing_assign": Way(
        arguments=lambda s: {"pk": s.supervision.tracing.pk},
        posts=True,
        ok=302,
        sees=Action.VIEW_TRACING,
        data=lambda s: {"holder": s.cast.budi.pk},
    ),
    "tracing_issue_paper": traced(posts=True, ok=302, kind="tracing_report"),
    "tracing_propose": traced(),
    "tracing_refer": traced(),
    "tracing_close": traced(),
    "findings": Way(),
    "finding": _found("proposed"),
    "finding_respondent": _person("finding", Action.VIEW_FINDING),
    "finding_assign": Way(
        arguments=lambda s: {"pk": s.supervision.findings["proposed"].pk},
        posts=True,
        ok=302,
        sees=Action.VIEW_FINDING,
        data=lambda s: {"holder": s.cast.budi.pk},
    ),
    "finding_convene": _found("proposed"),
    "finding_seats": _found("voting"),
    "finding_vote": _found("voting"),
    "finding_close": _found("closing"),
    "finding_register": _found("set", posts=True, ok=302),
    "finding_issue_paper": _found("set", posts=True, ok=302, kind="finding_plenary"),
}
