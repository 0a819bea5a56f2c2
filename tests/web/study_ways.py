"""Where the routes about study and plenary lead in the scene."""

from netra.domain.access import Action
from netra.records.cases import actions
from netra.records.cases.models import Case, StudyRemark
from tests import people
from tests.web.scene import Arguments, Scene, Way

_SEES = Action.VIEW_CASE


def _case(step: str) -> Way:
    return Way(arguments=lambda s: {"pk": s.cases[step].pk}, sees=_SEES)


def _remark(scene: Scene) -> Arguments:
    """Sari's remark on the study that waits for approval."""
    case: Case = scene.cases["approving"]
    row = StudyRemark.objects.filter(study__case=case).first()
    row = row or actions.remark_study(
        case=case,
        version=1,
        part="analysis",
        quote="",
        text="DATA CONTOH. Unsur kedua belum dibahas.",
        actor=people.as_actor(scene.cast.sari),
        at=people.APPROVED_AT,
    )
    return {"pk": case.pk, "key": row.pk}


STUDY = {
    "case_study_compare": _case("approving"),
    "case_study_remark": _case("approving"),
    "case_study_resolve": Way(arguments=_remark, sees=_SEES),
    "case_study_return": _case("approving"),
    "case_plenary_call": _case("convening"),
    "case_plenary_absences": _case("voting"),
    "case_plenary_dissent": _case("voting"),
}
