"""What Anton tries on notices, replies and clearances of 33.74."""

from collections.abc import Callable
from datetime import date

from netra.domain.access import Actor
from netra.records.cases.models import Case
from netra.records.notices import actions
from netra.records.notices.actions.replying import Answer
from netra.records.notices.actions.telling import Addressee
from netra.records.notices.models import Clearance, Notice, Reply, ReplyInvitation
from tests.people import TOLD_AT, Cast, as_actor, case_on

Attempt = Callable[[Cast, Actor], object]
_NOW = {"at": TOLD_AT}


def _prepare(case: Case, actor: Actor) -> Notice:
    return actions.prepare_notice(
        matter=case,
        event=Notice.Event.REGISTERED,
        addressee=Addressee(to=Notice.To.REPORTER),
        channel=Notice.Channel.BY_HAND,
        actor=actor,
        **_NOW,
    )


def _notice(cast: Cast, *, sent: bool = False) -> Notice:
    budi = as_actor(cast.budi)
    notice = _prepare(case_on(cast), budi)
    if sent:
        actions.send_notice(notice=notice, actor=budi, **_NOW)
    return notice


def _invite(case: Case, actor: Actor) -> ReplyInvitation:
    row, _code = actions.invite_reply(
        case=case,
        respondent=case.respondents.get(),
        due_on=date(2024, 11, 12),
        actor=actor,
        **_NOW,
    )
    return row


def _decided(cast: Cast) -> Case:
    return case_on(cast, "status_notice", outcome="not_a_violation")


def _clear(case: Case, actor: Actor) -> Clearance:
    return actions.clear_person(
        case=case,
        respondent=case.respondents.get(),
        ground=Clearance.Ground.NOT_A_VIOLATION,
        reason="alasan",
        actor=actor,
        **_NOW,
    )


def _cleared(cast: Cast) -> Clearance:
    return _clear(_decided(cast), as_actor(cast.sari))


def _record(cast: Cast, actor: Actor) -> object:
    case = case_on(cast)
    return actions.record_reply(
        case=case,
        respondent=case.respondents.get(),
        via=Reply.Via.COUNTER,
        answer=Answer(text="jawaban"),
        received_at=TOLD_AT,
        actor=actor,
        **_NOW,
    )


NOTIFIED: dict[str, Attempt] = {
    "notices.prepare_notice": lambda cast, actor: _prepare(case_on(cast), actor),
    "notices.send_notice": lambda cast, actor: actions.send_notice(
        notice=_notice(cast), actor=actor, **_NOW
    ),
    "notices.record_delivery": lambda cast, actor: actions.record_delivery(
        notice=_notice(cast, sent=True),
        delivered_at=TOLD_AT,
        note="diterima",
        proof=None,
        actor=actor,
        **_NOW,
    ),
    "notices.withdraw_notice": lambda cast, actor: actions.withdraw_notice(
        notice=_notice(cast), reason="alasan", actor=actor, **_NOW
    ),
    "notices.invite_reply": lambda cast, actor: _invite(case_on(cast), actor),
    "notices.withdraw_reply_invitation": lambda cast, actor: (
        actions.withdraw_reply_invitation(
            invitation=_invite(case_on(cast), as_actor(cast.budi)), actor=actor, **_NOW
        )
    ),
    "notices.record_reply": _record,
    "notices.clear_person": lambda cast, actor: _clear(_decided(cast), actor),
    "notices.lift_clearance": lambda cast, actor: actions.lift_clearance(
        clearance=_cleared(cast), reason="alasan", actor=actor, **_NOW
    ),
    "notices.open_sealed": lambda cast, actor: actions.open_sealed(
        clearance=_cleared(cast), reason="alasan", actor=actor, **_NOW
    ),
}
"""`answer_by_code` is open to whoever holds the code, so it has no row."""
