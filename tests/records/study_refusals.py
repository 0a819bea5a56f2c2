"""What Anton tries on study, plenary and recusals of 33.74."""

from collections.abc import Callable

from netra.domain.access import Actor
from netra.records.cases import actions as cases
from netra.records.cases.models import Case, Plenary, Recusal, StudyRemark
from tests.people import (
    APPROVED_AT,
    CONVENED_AT,
    HANDED_UP_AT,
    VOTED_AT,
    Cast,
    approved,
    as_actor,
    case_on,
    convened,
)

_REASON = "DATA CONTOH. Alasan."


def _waiting(cast: Cast) -> Case:
    return case_on(cast, "plenary_outcome")


def _plenary(cast: Cast) -> Plenary:
    return convened(approved(_waiting(cast), cast), cast)


def _recusal(cast: Cast) -> Recusal:
    return cases.record_tie(
        case=_waiting(cast),
        officer=cast.eko,
        relation=Recusal.Relation.KIN,
        reason=_REASON,
        actor=as_actor(cast.sari),
        at=HANDED_UP_AT,
    )


def _remark(case: Case, actor: Actor) -> StudyRemark:
    return cases.remark_study(
        case=case,
        version=1,
        part="analysis",
        quote="",
        text=_REASON,
        actor=actor,
        at=HANDED_UP_AT,
    )


STUDIED: dict[str, Callable[[Cast, Actor], object]] = {
    "cases.call_plenary": lambda cast, actor: cases.call_plenary(
        case=_waiting(cast),
        meets_at=CONVENED_AT,
        place="Ruang",
        is_online=False,
        agenda="Acara",
        invited=cast.members,
        actor=actor,
        at=APPROVED_AT,
    ),
    "cases.note_absence": lambda cast, actor: cases.note_absence(
        plenary=_plenary(cast),
        member=cast.rina,
        reason=_REASON,
        actor=actor,
        at=VOTED_AT,
    ),
    "cases.write_dissent": lambda cast, actor: cases.write_dissent(
        plenary=_plenary(cast), text=_REASON, actor=actor, at=VOTED_AT
    ),
    "cases.declare_tie": lambda cast, actor: cases.declare_tie(
        case=_waiting(cast),
        relation=Recusal.Relation.KIN,
        reason=_REASON,
        actor=actor,
        at=HANDED_UP_AT,
    ),
    "cases.record_tie": lambda cast, actor: cases.record_tie(
        case=_waiting(cast),
        officer=cast.eko,
        relation=Recusal.Relation.KIN,
        reason=_REASON,
        actor=actor,
        at=HANDED_UP_AT,
    ),
    "cases.name_replacement": lambda cast, actor: cases.name_replacement(
        recusal=_recusal(cast), replacement=cast.budi, actor=actor, at=HANDED_UP_AT
    ),
    "cases.withdraw_recusal": lambda cast, actor: cases.withdraw_recusal(
        recusal=_recusal(cast), reason=_REASON, actor=actor, at=HANDED_UP_AT
    ),
    "cases.remark_study": lambda cast, actor: _remark(_waiting(cast), actor),
    "cases.resolve_remark": lambda cast, actor: cases.resolve_remark(
        remark=_remark(_waiting(cast), as_actor(cast.sari)),
        resolution=_REASON,
        actor=actor,
        at=APPROVED_AT,
    ),
    "cases.return_study": lambda cast, actor: cases.return_study(
        case=_waiting(cast), version=1, reason=_REASON, actor=actor, at=HANDED_UP_AT
    ),
}
