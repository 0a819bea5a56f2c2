"""Where the routes about parties and proof lead in the scene."""

from netra.domain.access import Action
from netra.records.cases.models import Allegation, Case
from netra.records.parties.models import JoinedReport, Party
from netra.records.proof.models import ProofTie
from tests import people
from tests.records.parties.acting import joined, named
from tests.records.proof.acting import tied
from tests.web.scene import Arguments, Scene, Way

_SEES = Action.VIEW_CASE


def _lead(scene: Scene) -> Case:
    return scene.cases["study"]


def _case(*, ok: int = 200) -> Way:
    return Way(arguments=lambda scene: {"pk": _lead(scene).pk}, ok=ok, sees=_SEES)


def _party(scene: Scene) -> Party:
    found = Party.objects.filter(case=_lead(scene)).first()
    return found or named(_lead(scene), scene.cast)


def _allegation(scene: Scene) -> Allegation:
    """An allegation of a case whose study is not handed up yet."""
    case = _lead(scene)
    found = case.allegations.first()
    return found or people.alleged(case, scene.cast)


def _tie(scene: Scene) -> ProofTie:
    allegation = _allegation(scene)
    found = allegation.proof_ties.first()
    key = f"respondent:{allegation.respondent_id}"
    return found or tied(allegation, scene.cast, source=key)


def _joined(scene: Scene) -> JoinedReport:
    found = JoinedReport.objects.first()
    if found is not None:
        return found
    other = people.registered(scene.cast)
    budi = people.as_actor(scene.cast.budi)
    return joined(_lead(scene), other.report, actor=budi)


def _of_party(scene: Scene) -> Arguments:
    return {"pk": _party(scene).pk}


def _person(scene: Scene) -> Arguments:
    case = _lead(scene)
    return {"pk": case.pk, "respondent": case.respondents.first().pk}


def _element(scene: Scene) -> Arguments:
    row = _allegation(scene)
    return {"pk": row.case_id, "allegation": row.pk, "key": "subject"}


def _own(scene: Scene) -> Arguments:
    row = _allegation(scene)
    return {"pk": row.case_id, "allegation": row.pk}


def _at(arguments: object, *, ok: int = 200, posts: bool = False) -> Way:
    return Way(arguments=arguments, ok=ok, posts=posts, sees=_SEES)  # type: ignore[arg-type] # callables of the scene


PARTIES: dict[str, Way] = {
    "party_add": _case(),
    "party_correct": _at(_of_party),
    "party_drop": _at(_of_party),
    "party_open": _at(lambda s: {"pk": _lead(s).pk, "key": _party(s).key}),
    "respondent_add": _case(),
    "respondent_identify": _at(_person),
    "respondent_replace": _at(_person),
    "respondent_withdraw": _at(_person),
    "case_event_time": _case(),
    "case_sides": _at(_own),
    "case_join_choose": _case(),
    "case_join": _at(
        lambda s: {"pk": _lead(s).pk, "key": str(s.reports["initial_study"].pk)}
    ),
    "case_split": _at(lambda s: {"pk": _joined(s).pk}),
    "case_proof": _case(),
    "proof_element": _at(_element),
    "proof_tie": _at(_element, ok=422, posts=True),
    "proof_untie": _at(lambda s: {"pk": _tie(s).pk}, ok=302, posts=True),
    "proof_own_element": _at(_own),
}
