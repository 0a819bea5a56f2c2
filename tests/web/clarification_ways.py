"""Where the routes of clarification lead in the scene; `ways.py` says how to read it."""

from netra.domain.access import Action
from tests.web.scene import Arguments, Scene, Way


def _hearing(
    *, ok: int = 200, posts: bool = False, open_one: bool = False, **more: object
) -> Way:
    def arguments(scene: Scene) -> Arguments:
        found = scene.clarified
        row = found.minutes.clarification if open_one else found.planned
        return {"pk": row.pk, **more}

    return Way(arguments=arguments, ok=ok, posts=posts, sees=Action.VIEW_CASE)


def _case(*, ok: int = 200, posts: bool = False) -> Way:
    return Way(
        arguments=lambda s: {"pk": s.clarified.planned.case_id},
        ok=ok,
        posts=posts,
        sees=Action.VIEW_CASE,
    )


CLARIFIED = {
    "clarifications": Way(),
    "clarification_plan": _case(),
    "clarifications_finish": _case(posts=True, ok=409),
    "clarification_questions": _case(),
    "clarification": _hearing(),
    "clarification_minutes": _hearing(open_one=True),
    "clarification_issue": _hearing(posts=True, ok=404),
    "clarification_service": Way(
        arguments=lambda s: {
            "pk": s.clarified.planned.pk,
            "invitation": s.clarified.invitation.pk,
        },
        sees=Action.VIEW_CASE,
    ),
    "clarification_proof": Way(
        arguments=lambda s: {
            "pk": s.clarified.planned.pk,
            "service": s.clarified.service.pk,
        },
        sees=Action.VIEW_CASE,
    ),
    "clarification_act": _hearing(key="undang"),
}
