"""The respondent is heard: invited by code, answering once, late answers kept."""

from datetime import date, timedelta

import pytest

from netra.records.accounts import actions as accounts
from netra.records.accounts.models import OfficeSetting
from netra.records.evidence.actions import receive_blob
from netra.records.ledger.replaying import compare
from netra.records.notices import actions
from netra.records.notices.actions.replying import Answer, AnswerFile
from netra.records.notices.errors import (
    InvitedAlreadyError,
    NoticeMovedError,
    RepliedAlreadyError,
    ReplyDayError,
    TextNeededError,
    UnknownReplyCodeError,
)
from netra.records.notices.models import Reply, ReplyInvitation
from netra.records.notices.queries import invitation_by_code
from tests import people
from tests.people import PNG, WRITTEN_AT, as_actor, at, case_on

LAST = date(2024, 11, 6)
ANSWER = Answer(text="DATA CONTOH. Saya tidak berada di tempat itu.")


def _invite(case, cast, due_on: date | None = LAST):
    return actions.invite_reply(
        case=case,
        respondent=case.respondents.get(),
        due_on=due_on,
        actor=as_actor(cast.budi),
        at=WRITTEN_AT,
    )


def test_the_code_opens_the_invitation_and_is_kept_nowhere(cast: people.Cast) -> None:
    row, code = _invite(case_on(cast), cast)
    assert invitation_by_code(f" {code.lower().replace('-', ' ')} ") == row
    assert code.replace("-", "") not in str(ReplyInvitation.objects.values().get())
    with pytest.raises(UnknownReplyCodeError):
        invitation_by_code("0000-0000-0000")


def test_no_rule_gives_the_day_so_the_office_or_the_officer_does(
    cast: people.Cast,
) -> None:
    case = case_on(cast)
    with pytest.raises(ReplyDayError):
        _invite(case, cast, None)
    with pytest.raises(ReplyDayError):
        _invite(case, cast, WRITTEN_AT.date())
    accounts.settle(
        office=cast.city,
        key=OfficeSetting.Key.REPLY_DAYS,
        value="3",
        actor=as_actor(cast.putri),
        at=WRITTEN_AT,
    )
    row, _code = _invite(case, cast, None)
    assert (row.due_on, row.basis) == (date(2024, 11, 5), "custom")


def test_a_respondent_holds_one_invitation(cast: people.Cast) -> None:
    case = case_on(cast)
    row, code = _invite(case, cast)
    with pytest.raises(InvitedAlreadyError):
        _invite(case, cast)
    by = {"actor": as_actor(cast.budi), "at": WRITTEN_AT}
    actions.withdraw_reply_invitation(invitation=row, **by)
    with pytest.raises(UnknownReplyCodeError):
        invitation_by_code(code)
    _invite(case, cast)
    assert compare().difference is None


def test_an_answer_with_files_is_kept_once(cast: people.Cast) -> None:
    case = case_on(cast)
    row, _code = _invite(case, cast)
    blob = receive_blob(chunks=[PNG], at=WRITTEN_AT)
    files = [AnswerFile(blob=blob, name="a.png"), AnswerFile(blob=blob, name="b.png")]
    answer = Answer(text=ANSWER.text, files=files)
    reply = actions.answer_by_code(invitation=row, answer=answer, at=WRITTEN_AT)
    assert (reply.is_late, reply.files.count()) == (False, 1)
    with pytest.raises(RepliedAlreadyError):
        actions.answer_by_code(invitation=row, answer=ANSWER, at=WRITTEN_AT)
    assert compare().difference is None


def test_a_late_answer_is_kept_and_marked(cast: people.Cast) -> None:
    row, _code = _invite(case_on(cast), cast)
    last_minute = at("2024-11-06 23:59")
    late = actions.answer_by_code(
        invitation=row, answer=ANSWER, at=last_minute + timedelta(minutes=2)
    )
    assert late.is_late
    assert late.text == ANSWER.text


def test_on_the_last_day_it_is_not_late(cast: people.Cast) -> None:
    row, _code = _invite(case_on(cast), cast)
    in_time = actions.answer_by_code(
        invitation=row, answer=ANSWER, at=at("2024-11-06 23:59")
    )
    assert not in_time.is_late


def test_a_withdrawn_invitation_takes_no_answer(cast: people.Cast) -> None:
    row, _code = _invite(case_on(cast), cast)
    stale = ReplyInvitation.objects.get(pk=row.pk)
    actions.withdraw_reply_invitation(
        invitation=row, actor=as_actor(cast.budi), at=WRITTEN_AT
    )
    with pytest.raises(NoticeMovedError):
        actions.answer_by_code(invitation=stale, answer=ANSWER, at=WRITTEN_AT)


def test_an_answer_in_writing_is_recorded_with_its_true_day(cast: people.Cast) -> None:
    case = case_on(cast)
    reply = actions.record_reply(
        case=case,
        respondent=case.respondents.get(),
        via=Reply.Via.COUNTER,
        answer=ANSWER,
        received_at=WRITTEN_AT - timedelta(days=1),
        actor=as_actor(cast.budi),
        at=WRITTEN_AT,
    )
    assert reply.received_at == WRITTEN_AT - timedelta(days=1)
    assert compare().difference is None


def test_an_empty_answer_is_none(cast: people.Cast) -> None:
    row, _code = _invite(case_on(cast), cast)
    with pytest.raises(TextNeededError):
        actions.answer_by_code(invitation=row, answer=Answer(text=" "), at=WRITTEN_AT)
