"""What Anton of 34.71 tries on the turns of the cases of 33.74."""

from collections.abc import Callable
from datetime import date

from netra.domain.access import Actor, Role
from netra.records.cases.models import Case
from netra.records.documents import actions as documents
from netra.records.evidence.actions import receive_blob
from netra.records.turns import actions
from netra.records.turns.models import (
    Correction,
    Hearing,
    HearingSession,
    InformationRequest,
    LateEvidence,
    Move,
    TrackEvent,
    Withdrawal,
)
from netra.records.turns.models.records import Source
from tests import people
from tests.offices import at
from tests.people import PNG, WRITTEN_AT, Cast, as_actor, case_on
from tests.records.turns import walking

Attempt = Callable[[Cast, Actor], object]
_WHY = "DATA CONTOH. Alasan."
_NOW = {"at": WRITTEN_AT}
_HEARD_AT = at("2024-01-30 09:00")


def _report(cast: Cast):
    return case_on(cast, "study").report


def move(cast: Cast) -> Move:
    """Return a delegation to 33.74 of a case that had been taken over."""
    case = case_on(cast, "study")
    actions.take_over_case(
        case=case, office=cast.province, reason=_WHY, actor=as_actor(cast.gita), **_NOW
    )
    hana = people.person("Hana", (Role.OFFICER, cast.province))
    return actions.delegate_case(case=case, reason=_WHY, actor=as_actor(hana), **_NOW)


def withdrawn(cast: Cast, case: Case, actor: Actor | None = None) -> Withdrawal:
    """Record the withdrawal of the report of a case."""
    return actions.record_withdrawal(
        report=case.report,
        letter_on=date(2024, 11, 1),
        said_by=Withdrawal.By.REPORTER,
        proof=Withdrawal.Proof.LETTER,
        reason=_WHY,
        actor=actor or as_actor(cast.budi),
        **_NOW,
    )


def asked(cast: Cast, case: Case, actor: Actor | None = None) -> InformationRequest:
    """Ask for information the study of a case needs."""
    return actions.ask_information(
        case=case,
        asked_of=Source.WITNESS,
        what=_WHY,
        actor=actor or as_actor(cast.budi),
        **_NOW,
    )


def evidence(cast: Cast, case: Case, actor: Actor | None = None) -> LateEvidence:
    """Record evidence that came late."""
    return actions.add_new_evidence(
        case=case,
        brought_by=Source.REPORTER,
        description=_WHY,
        why_late=_WHY,
        received_at=people.TOLD_AT,
        actor=actor or as_actor(cast.budi),
        at=people.TOLD_AT,
    )


def corrected(cast: Cast, case: Case, actor: Actor | None = None) -> Correction:
    """Propose to correct a slip of the pen."""
    return actions.correct_clerically(
        case=case,
        what=Correction.What.LETTER,
        place="Surat, halaman 1",
        stood="Jalan 1",
        stands="Jalan 11",
        why=_WHY,
        actor=actor or as_actor(cast.budi),
        **_NOW,
    )


def tracked(cast: Cast, case: Case, actor: Actor | None = None) -> TrackEvent:
    """Note the first event of the criminal track."""
    return actions.note_track_event(
        case=case,
        key=TrackEvent.Key.GAKKUMDU_RECEIVED,
        happened_at=people.REFERRED_AT,
        note="",
        actor=actor or as_actor(cast.budi),
        at=people.TOLD_AT,
    )


def crew(cast: Cast) -> walking.Crew:
    """Return the people of 33.74 as a crew."""
    sari, tono, rina = (as_actor(user) for user in cast.members)
    return walking.Crew(
        office=cast.city,
        officer=as_actor(cast.budi),
        second=as_actor(cast.eko),
        members=(sari, tono, rina),
    )


def administrative(cast: Cast) -> Case:
    """Return a case of the Pemilu whose outcome is heard by the supervisors."""
    own = crew(cast)
    contest = walking.contest_of("pemilu-2024", "", "presiden")
    start = at("2024-01-15 09:00")
    case = walking.registered(own, contest, start, place=people.SUBDISTRICT)
    walking.alleged(case, own, at("2024-01-16 09:00"))
    return walking.decided(case, own, at("2024-01-24 10:00"), "administrative")


def heard(cast: Cast, case: Case | None = None) -> Hearing:
    """Open the hearing of such a case."""
    return actions.open_hearing(
        case=case or administrative(cast), actor=as_actor(cast.budi), at=_HEARD_AT
    )


def session(cast: Cast, hearing: Hearing | None = None) -> HearingSession:
    """Plan a session of a hearing."""
    return actions.plan_session(
        hearing=hearing or heard(cast),
        planned_at=_HEARD_AT,
        place="Ruang sidang contoh",
        actor=as_actor(cast.budi),
        at=_HEARD_AT,
    )


def _decide(cast: Cast, actor: Actor) -> object:
    return actions.decide_hearing(
        hearing=heard(cast),
        decision_text=_WHY,
        members=list(cast.members),
        actor=actor,
        at=_HEARD_AT,
    )


def _reopen(cast: Cast, actor: Actor) -> object:
    case = case_on(cast, "referral")
    return actions.reopen_case(
        case=case,
        evidence=evidence(cast, case),
        reason=_WHY,
        actor=actor,
        at=people.TOLD_AT,
    )


TURNED: dict[str, Attempt] = {
    "documents.issue_move_letter": lambda cast, actor: documents.issue_move_letter(
        move=move(cast), actor=actor, **_NOW
    ),
    "turns.accept_delegation": lambda cast, actor: actions.accept_delegation(
        move=move(cast), actor=actor, **_NOW
    ),
    "turns.add_evidence_file": lambda cast, actor: actions.add_evidence_file(
        evidence=evidence(cast, case_on(cast, "study")),
        blob=receive_blob(chunks=[PNG], at=people.TOLD_AT),
        name="foto.png",
        actor=actor,
        at=people.TOLD_AT,
    ),
    "turns.add_new_evidence": lambda cast, actor: evidence(
        cast, case_on(cast, "study"), actor
    ),
    "turns.answer_information": lambda cast, actor: actions.answer_information(
        request=asked(cast, case_on(cast, "study")), answer=_WHY, actor=actor, **_NOW
    ),
    "turns.approve_correction": lambda cast, actor: actions.approve_correction(
        correction=corrected(cast, case_on(cast, "study")), actor=actor, **_NOW
    ),
    "turns.ask_information": lambda cast, actor: asked(
        cast, case_on(cast, "study"), actor
    ),
    "turns.correct_clerically": lambda cast, actor: corrected(
        cast, case_on(cast, "study"), actor
    ),
    "turns.decide_hearing": _decide,
    "turns.decide_withdrawal": lambda cast, actor: actions.decide_withdrawal(
        withdrawal=withdrawn(cast, case_on(cast, "study")),
        goes_on=Withdrawal.GoesOn.REPORT,
        reason=_WHY,
        actor=actor,
        **_NOW,
    ),
    "turns.delegate_case": lambda cast, actor: actions.delegate_case(
        case=case_on(cast, "study"), reason=_WHY, actor=actor, **_NOW
    ),
    "turns.delegate_report": lambda cast, actor: actions.delegate_report(
        report=_report(cast), reason=_WHY, actor=actor, **_NOW
    ),
    "turns.note_session": lambda cast, actor: actions.note_session(
        session=session(cast),
        held_at=_HEARD_AT,
        present=_WHY,
        course=_WHY,
        actor=actor,
        at=_HEARD_AT,
    ),
    "turns.note_track_event": lambda cast, actor: tracked(
        cast, case_on(cast, "referral", outcome="criminal"), actor
    ),
    "turns.open_hearing": lambda cast, actor: actions.open_hearing(
        case=administrative(cast), actor=actor, at=_HEARD_AT
    ),
    "turns.plan_session": lambda cast, actor: actions.plan_session(
        hearing=heard(cast),
        planned_at=_HEARD_AT,
        place="Ruang",
        actor=actor,
        at=_HEARD_AT,
    ),
    "turns.record_withdrawal": lambda cast, actor: withdrawn(
        cast, case_on(cast, "study"), actor
    ),
    "turns.reopen_case": _reopen,
    "turns.return_case": lambda cast, actor: actions.return_case(
        case=case_on(cast, "study"), reason=_WHY, actor=actor, **_NOW
    ),
    "turns.return_report": lambda cast, actor: actions.return_report(
        report=_report(cast), reason=_WHY, actor=actor, **_NOW
    ),
    "turns.strike_track_event": lambda cast, actor: actions.strike_track_event(
        event=tracked(cast, case_on(cast, "referral", outcome="criminal")),
        reason=_WHY,
        actor=actor,
        at=people.TOLD_AT,
    ),
    "turns.take_over_case": lambda cast, actor: actions.take_over_case(
        case=case_on(cast, "study"),
        office=cast.province,
        reason=_WHY,
        actor=actor,
        **_NOW,
    ),
    "turns.take_over_report": lambda cast, actor: actions.take_over_report(
        report=_report(cast),
        office=cast.province,
        reason=_WHY,
        actor=actor,
        **_NOW,
    ),
}
