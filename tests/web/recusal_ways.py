"""Where the routes about ties to a party lead in the scene."""

from netra.domain.access import Action
from netra.records.cases import actions
from netra.records.cases.models import Case, Recusal
from tests import people
from tests.web.scene import Arguments, Scene, Way


def _recusal(scene: Scene) -> Arguments:
    """Eko is tied in the case that waits for approval; Budi recorded it."""
    case: Case = scene.cases["referral"]
    found = case.recusals.filter(officer=scene.cast.eko).first()
    row = found or actions.record_tie(
        case=case,
        officer=scene.cast.eko,
        relation=Recusal.Relation.SUPERIOR,
        reason="DATA CONTOH. Terlapor atasan saudaranya.",
        actor=people.as_actor(scene.cast.budi),
        at=people.REFERRED_AT,
    )
    return {"pk": case.pk, "key": row.pk}


def _study(scene: Scene) -> Arguments:
    return {"pk": scene.cases["study"].pk}


RECUSAL = {
    "case_tie_declare": Way(arguments=_study, sees=Action.VIEW_CASE),
    "case_tie_record": Way(arguments=_study, sees=Action.VIEW_CASE),
    "case_tie_replace": Way(arguments=_recusal, sees=Action.VIEW_CASE),
    "case_tie_end": Way(arguments=_recusal, sees=Action.VIEW_CASE),
}
