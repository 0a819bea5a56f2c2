"""One message for one event to one addressee, however often it is tried."""

from datetime import timedelta

import pytest

from netra.records.ledger.replaying import compare
from netra.records.notices import actions
from netra.records.notices.actions.telling import Addressee
from netra.records.notices.errors import (
    NoticeMovedError,
    NotTheirsError,
    NotYetError,
    TextNeededError,
    ToldAlreadyError,
)
from netra.records.notices.models import Notice
from netra.records.notices.queries import notices_for_reporter
from tests import people
from tests.people import TOLD_AT, as_actor, case_on

REPORTER = Addressee(to=Notice.To.REPORTER)


def _prepare(case, cast, event=Notice.Event.REGISTERED, to=REPORTER, **changes):
    told = {"channel": Notice.Channel.STATUS_PAGE, "actor": as_actor(cast.budi)}
    return actions.prepare_notice(
        matter=case, event=event, addressee=to, at=TOLD_AT, **{**told, **changes}
    )


def _send(notice, cast):
    return actions.send_notice(notice=notice, actor=as_actor(cast.budi), at=TOLD_AT)


def test_a_notice_is_written_sent_and_delivered(cast: people.Cast) -> None:
    case = case_on(cast)
    notice = _send(_prepare(case, cast, channel=Notice.Channel.BY_HAND), cast)
    actions.record_delivery(
        notice=notice,
        delivered_at=TOLD_AT + timedelta(minutes=20),
        note="Diterima sendiri.",
        proof=None,
        actor=as_actor(cast.budi),
        at=TOLD_AT + timedelta(hours=1),
    )
    notice.refresh_from_db()
    assert notice.delivered_at == TOLD_AT + timedelta(minutes=20)
    assert list(notices_for_reporter(case.report)) == [notice]
    assert compare().difference is None


def test_the_same_event_is_told_once(cast: people.Cast) -> None:
    case = case_on(cast)
    first = _prepare(case, cast)
    with pytest.raises(ToldAlreadyError):
        _prepare(case, cast, actor=as_actor(cast.eko))
    assert list(case.notices.all()) == [first]


def test_two_officers_at_once_send_once(cast: people.Cast) -> None:
    notice = _prepare(case_on(cast), cast)
    stale = Notice.objects.get(pk=notice.pk)
    _send(notice, cast)
    with pytest.raises(NoticeMovedError):
        actions.send_notice(notice=stale, actor=as_actor(cast.eko), at=TOLD_AT)


def test_only_an_unsent_notice_is_taken_back_and_told_anew(cast: people.Cast) -> None:
    case = case_on(cast)
    notice = _prepare(case, cast)
    by = {"actor": as_actor(cast.budi), "at": TOLD_AT}
    actions.withdraw_notice(notice=notice, reason="Salah saluran.", **by)
    sent = _send(_prepare(case, cast), cast)
    with pytest.raises(NoticeMovedError):
        actions.withdraw_notice(notice=sent, reason="Terlambat.", **by)
    assert compare().difference is None


def test_what_has_not_happened_is_not_told(cast: people.Cast) -> None:
    with pytest.raises(NotYetError):
        _prepare(case_on(cast), cast, Notice.Event.DECIDED)
    with pytest.raises(NotYetError):
        _prepare(case_on(cast), cast, Notice.Event.DELEGATED)


def test_nobody_is_told_what_is_not_theirs_or_in_a_way_not_theirs(
    cast: people.Cast,
) -> None:
    case = case_on(cast)
    person = Addressee(to=Notice.To.RESPONDENT, respondent=case.respondents.get())
    with pytest.raises(NotTheirsError):
        _prepare(case, cast, Notice.Event.REGISTERED, person)
    with pytest.raises(NotTheirsError):
        _prepare(case, cast, channel=Notice.Channel.EMAIL)
    with pytest.raises(NotTheirsError):
        _prepare(case, cast, to=Addressee(to=Notice.To.ATTORNEY))


def test_no_text_names_anybody(cast: people.Cast) -> None:
    case = case_on(cast, "status_notice")
    person = Addressee(to=Notice.To.RESPONDENT, respondent=case.respondents.get())
    texts = [
        _prepare(case, cast, Notice.Event.DECIDED).text,
        _prepare(
            case, cast, Notice.Event.DECIDED, person, channel=Notice.Channel.LETTER
        ).text,
    ]
    for text in texts:
        assert case.number in text
        assert not {"Bambang", "Wati", "Dinas"} & set(text.split())


def test_a_report_that_was_not_registered_is_told_of(cast: people.Cast) -> None:
    report = people.report_on(cast, "registration")
    with pytest.raises(NotYetError):
        _prepare(report, cast, Notice.Event.NOT_REGISTERED)
    type(report).objects.filter(pk=report.pk).update(refusal_reason="kurang bukti")
    report.refresh_from_db()
    notice = _prepare(report, cast, Notice.Event.NOT_REGISTERED)
    assert report.number in notice.text


def test_a_delivery_needs_a_note_or_a_proof(cast: people.Cast) -> None:
    notice = _send(_prepare(case_on(cast), cast), cast)
    with pytest.raises(TextNeededError):
        actions.record_delivery(
            notice=notice,
            delivered_at=TOLD_AT,
            note=" ",
            proof=None,
            actor=as_actor(cast.budi),
            at=TOLD_AT,
        )
