"""What Anton tries on the hearings of 33.74."""

from collections.abc import Callable

from netra.domain.access import Actor
from netra.records.cases.models import Case
from netra.records.clarifications import actions
from netra.records.clarifications.models import Clarification, Minutes
from tests import clarifying as scene
from tests.people import Cast, case_on

Attempt = Callable[[Cast, Actor], object]
_AT = {"at": scene.READ_AT}


def _case(cast: Cast) -> Case:
    return case_on(cast, "study")


def _hearing(cast: Cast) -> Clarification:
    return scene.planned(_case(cast), cast)


def _begun(cast: Cast) -> Minutes:
    return scene.typed(scene.begun(_hearing(cast), cast), cast)


def _read(cast: Cast) -> Minutes:
    return scene.read(_begun(cast), cast)


def _finished(cast: Cast) -> Minutes:
    return scene.finished(_read(cast), cast)


CLARIFIED: dict[str, Attempt] = {
    "clarifications.plan_clarification": lambda cast, actor: actions.plan_clarification(
        case=(case := _case(cast)),
        who=f"respondent:{case.respondents.get().pk}",
        capacity=Clarification.Capacity.RESPONDENT,
        plan=scene.plan(),
        actor=actor,
        at=scene.PLANNED_AT,
    ),
    "clarifications.replan_clarification": lambda cast, actor: (
        actions.replan_clarification(
            hearing=_hearing(cast),
            plan=scene.plan(),
            actor=actor,
            at=scene.PLANNED_AT,
        )
    ),
    "clarifications.call_off": lambda cast, actor: actions.call_off(
        hearing=_hearing(cast), reason="alasan", actor=actor, **_AT
    ),
    "clarifications.ask_lower_office": lambda cast, actor: actions.ask_lower_office(
        hearing=_hearing(cast), office=cast.subdistrict, note="", actor=actor, **_AT
    ),
    "clarifications.record_absence": lambda cast, actor: actions.record_absence(
        hearing=_hearing(cast), sent_word=True, note="", actor=actor, **_AT
    ),
    "clarifications.invite": lambda cast, actor: actions.invite(
        hearing=_hearing(cast),
        number="",
        sent_at=scene.SENT_AT,
        late_reason="",
        actor=actor,
        **_AT,
    ),
    "clarifications.record_service": lambda cast, actor: actions.record_service(
        invitation=scene.invited(_hearing(cast), cast),
        served=scene.SERVED,
        proof=None,
        actor=actor,
        **_AT,
    ),
    "clarifications.begin_hearing": lambda cast, actor: actions.begin_hearing(
        hearing=_hearing(cast), actor=actor, **_AT
    ),
    "clarifications.record_identity": lambda cast, actor: actions.record_identity(
        minutes=_begun(cast),
        identity=Minutes.Identity.KTP,
        counsel="",
        actor=actor,
        **_AT,
    ),
    "clarifications.record_oath": lambda cast, actor: actions.record_oath(
        minutes=_begun(cast), oath=Minutes.Oath.WILLING, note="", actor=actor, **_AT
    ),
    "clarifications.record_opinion": lambda cast, actor: actions.record_opinion(
        minutes=_begun(cast), opinion="pendapat", actor=actor, **_AT
    ),
    "clarifications.pause_hearing": lambda cast, actor: actions.pause_hearing(
        minutes=_begun(cast), reason="", actor=actor, **_AT
    ),
    "clarifications.resume_hearing": lambda cast, actor: actions.resume_hearing(
        minutes=_begun(cast), actor=actor, **_AT
    ),
    "clarifications.save_answers": lambda cast, actor: actions.save_answers(
        minutes=_begun(cast),
        rows=[scene.edit("dua")],
        tab="b",
        order=1,
        actor=actor,
        **_AT,
    ),
    "clarifications.read_back": lambda cast, actor: actions.read_back(
        minutes=_begun(cast), actor=actor, **_AT
    ),
    "clarifications.correct_answer": lambda cast, actor: actions.correct_answer(
        minutes=_read(cast), answer=None, text="teks", actor=actor, **_AT
    ),
    "clarifications.sign_minutes": lambda cast, actor: actions.sign_minutes(
        minutes=_read(cast), actor=actor, **_AT
    ),
    "clarifications.note_refusal": lambda cast, actor: actions.note_refusal(
        minutes=_read(cast), note="catatan", actor=actor, **_AT
    ),
    "clarifications.finish_hearing": lambda cast, actor: actions.finish_hearing(
        minutes=_read(cast), actor=actor, **_AT
    ),
    "clarifications.add_note": lambda cast, actor: actions.add_note(
        minutes=_finished(cast), text="teks", actor=actor, **_AT
    ),
    "clarifications.hand_over_copy": lambda cast, actor: actions.hand_over_copy(
        minutes=_finished(cast), note="", actor=actor, **_AT
    ),
    "clarifications.finish_clarifications": lambda cast, actor: (
        actions.finish_clarifications(case=_case(cast), actor=actor, **_AT)
    ),
    "clarifications.keep_questions": lambda cast, actor: actions.keep_questions(
        office=cast.city, norm="", questions="Siapa?", actor=actor, **_AT
    ),
}
