"""Hearings of the cast, walked to a state by the real actions."""

from datetime import datetime

from netra.records.cases.models import Case
from netra.records.clarifications import actions
from netra.records.clarifications.actions.inviting import Served
from netra.records.clarifications.actions.planning import HearingPlan
from netra.records.clarifications.actions.writing import RowEdit
from netra.records.clarifications.models import (
    Clarification,
    Invitation,
    Minutes,
    Service,
)
from tests.offices import Cast, as_actor, at

PLANNED_AT = at("2024-11-02 08:00")
SENT_AT = at("2024-11-02 09:00")
SERVED_AT = at("2024-11-02 15:00")
HEARING_AT = at("2024-11-03 09:00")
BEGUN_AT = at("2024-11-03 09:05")
TYPED_AT = at("2024-11-03 09:20")
READ_AT = at("2024-11-03 10:00")
SIGNED_AT = at("2024-11-03 10:10")
FINISHED_AT = at("2024-11-03 10:15")

QUESTION = "Di mana Anda pada waktu yang dilaporkan?"
ANSWER = "DATA CONTOH. Saya berada di lapangan itu sejak pagi."


def plan(planned_at: datetime = HEARING_AT, **changes: object) -> HearingPlan:
    """Return a plan to hear somebody at the office."""
    told: dict[str, object] = {
        "mode": Clarification.Mode.IN_PERSON,
        "place": "Ruang klarifikasi, Jalan Contoh 1",
        "planned_at": planned_at,
        "purpose": "Memberi keterangan tentang peristiwa yang dilaporkan",
        "bring": "Kartu identitas",
    }
    return HearingPlan(**(told | changes))  # type: ignore[arg-type] # names of its fields


def planned(
    case: Case, cast: Cast, *, who: str = "", capacity: str = "respondent"
) -> Clarification:
    """Plan to hear somebody, by default the first respondent, as Budi."""
    return actions.plan_clarification(
        case=case,
        who=who or f"respondent:{case.respondents.first().pk}",
        capacity=Clarification.Capacity(capacity),
        plan=plan(),
        actor=as_actor(cast.budi),
        at=PLANNED_AT,
    )


def invited(hearing: Clarification, cast: Cast) -> Invitation:
    """Send the next invitation in time."""
    return actions.invite(
        hearing=hearing,
        number="12/CONTOH/2024",
        sent_at=SENT_AT,
        late_reason="",
        actor=as_actor(cast.budi),
        at=SENT_AT,
    )


SERVED = Served(
    how=Service.How.BY_HAND,
    by="Petugas Contohantar",
    received_by="Keluarga Contoh",
    served_at=SERVED_AT,
    result=Service.Result.RECEIVED,
)


def served(invitation: Invitation, cast: Cast) -> Service:
    """Hand an invitation over."""
    return actions.record_service(
        invitation=invitation,
        served=SERVED,
        proof=None,
        actor=as_actor(cast.budi),
        at=SERVED_AT,
    )


def begun(hearing: Clarification, cast: Cast) -> Minutes:
    """Begin, with identity and oath recorded."""
    budi = as_actor(cast.budi)
    minutes = actions.begin_hearing(hearing=hearing, actor=budi, at=BEGUN_AT)
    actions.record_identity(
        minutes=minutes,
        identity=Minutes.Identity.KTP,
        counsel="Kuasa Contohhukum",
        actor=budi,
        at=BEGUN_AT,
    )
    return actions.record_oath(
        minutes=minutes,
        oath=Minutes.Oath.WILLING,
        note="",
        actor=budi,
        at=BEGUN_AT,
    )


def edit(key: str = "satu", answer: str = ANSWER, **changes: object) -> RowEdit:
    """Return a row as a page would send it."""
    told: dict[str, object] = {
        "key": key,
        "place": 1,
        "question": QUESTION,
        "answer": answer,
        "version": 0,
    }
    return RowEdit(**(told | changes))  # type: ignore[arg-type] # names of its fields


def typed(minutes: Minutes, cast: Cast) -> Minutes:
    """Write one question with its answer."""
    actions.save_answers(
        minutes=minutes,
        rows=[edit()],
        tab="layar-a",
        order=1,
        actor=as_actor(cast.budi),
        at=TYPED_AT,
    )
    return minutes


def read(minutes: Minutes, cast: Cast) -> Minutes:
    """Read back what was written."""
    return actions.read_back(minutes=minutes, actor=as_actor(cast.budi), at=READ_AT)


def finished(minutes: Minutes, cast: Cast) -> Minutes:
    """Have minutes that were read back signed, and finish them."""
    budi = as_actor(cast.budi)
    actions.sign_minutes(minutes=minutes, actor=budi, at=SIGNED_AT)
    return actions.finish_hearing(minutes=minutes, actor=budi, at=FINISHED_AT)


def heard(case: Case, cast: Cast, *, who: str = "", capacity: str = "respondent"):
    """Return the finished minutes of somebody who was heard."""
    minutes = begun(planned(case, cast, who=who, capacity=capacity), cast)
    return finished(read(typed(minutes, cast), cast), cast)
