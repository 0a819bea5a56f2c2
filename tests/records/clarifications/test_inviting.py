"""Invitations in time and late, the second one, service, and staying away."""

import pytest

from netra.records.cases.models import Case
from netra.records.cases.queries import deadlines_of, events_of
from netra.records.clarifications import actions, errors
from netra.records.clarifications.actions.inviting import Served
from netra.records.clarifications.models import Clarification, Invitation, Service
from netra.records.clarifications.queries import invitation_deadline
from netra.records.evidence.actions import receive_blob
from netra.records.ledger.replaying import compare
from tests import clarifying as scene
from tests import people
from tests.people import as_actor, at


@pytest.fixture
def case(cast) -> Case:
    return people.case_on(cast, "study")


def sent(hearing: Clarification, cast, text: str, reason: str = "") -> Invitation:
    return actions.invite(
        hearing=hearing,
        number="",
        sent_at=at(text),
        late_reason=reason,
        actor=as_actor(cast.budi),
        at=at("2024-11-03 08:00"),
    )


def test_the_last_day_is_counted_back_from_the_hearing(case: Case) -> None:
    due = invitation_deadline(case, scene.HEARING_AT)
    assert due.backward
    assert due.due_at.isoformat() == "2024-11-02T23:59:59+07:00"
    assert due.article == "Perbawaslu 8/2020"
    assert due.status == "unconfirmed"


def test_an_invitation_in_time_tells_the_clock_of_the_case(case: Case, cast) -> None:
    row = sent(scene.planned(case, cast), cast, "2024-11-02 23:59")
    assert (row.order, row.is_late, row.late_reason) == (1, False, "")
    assert events_of(case)["clarification_invited"] == at("2024-11-02 23:59")
    assert [d.key for d in deadlines_of(case)] == ["handling"]
    assert compare().difference is None


def test_a_late_invitation_needs_a_reason_and_names_the_article(
    case: Case, cast
) -> None:
    hearing = scene.planned(case, cast)
    with pytest.raises(errors.LateInvitationError) as caught:
        sent(hearing, cast, "2024-11-03 00:00")
    assert "Perbawaslu 8/2020" in caught.value.reader_message
    row = sent(hearing, cast, "2024-11-03 00:00", "Alamat baru diketahui malam itu")
    assert row.is_late
    assert compare().difference is None


def test_nothing_leaves_later_than_now(case: Case, cast) -> None:
    hearing = scene.planned(case, cast)
    with pytest.raises(errors.FutureMomentError) as caught:
        sent(hearing, cast, "2024-11-03 08:01")
    assert caught.value.field == "sent_at"


def test_who_stays_away_is_invited_a_second_time_and_not_a_third(
    case: Case, cast
) -> None:
    budi = as_actor(cast.budi)
    hearing = scene.planned(case, cast)
    scene.invited(hearing, cast)
    told = {"hearing": hearing, "note": "", "actor": budi}
    with pytest.raises(errors.FutureMomentError):
        actions.record_absence(sent_word=False, at=scene.SENT_AT, **told)
    actions.record_absence(sent_word=False, at=scene.BEGUN_AT, **told)
    with pytest.raises(errors.HearingMovedError):
        actions.record_absence(sent_word=False, at=scene.BEGUN_AT, **told)
    with pytest.raises(errors.HearingMovedError):
        scene.invited(hearing, cast)
    moved = actions.replan_clarification(
        hearing=hearing,
        plan=scene.plan(at("2024-11-05 09:00")),
        actor=budi,
        at=scene.READ_AT,
    )
    second = scene.invited(moved, cast)
    assert (second.order, second.hearing_at) == (2, at("2024-11-05 09:00"))
    with pytest.raises(errors.InvitedTwiceError):
        scene.invited(moved, cast)
    assert compare().difference is None


def test_every_attempt_to_hand_the_letter_over_is_recorded(case: Case, cast) -> None:
    invitation = scene.invited(scene.planned(case, cast), cast)
    proof = receive_blob(chunks=[people.PNG], at=scene.SERVED_AT)
    told = {"invitation": invitation, "actor": as_actor(cast.budi)}
    gone = Served(
        how=Service.How.POST,
        by="Kurir Contoh",
        served_at=scene.SENT_AT,
        result=Service.Result.NOT_FOUND,
    )
    with pytest.raises(errors.TextNeededError):
        actions.record_service(served=gone, proof=None, at=scene.SERVED_AT, **told)
    with pytest.raises(errors.FutureMomentError):
        actions.record_service(
            served=scene.SERVED, proof=None, at=scene.SENT_AT, **told
        )
    row = actions.record_service(
        served=scene.SERVED, proof=proof, at=scene.SERVED_AT, **told
    )
    assert row.proof == proof
    assert compare().difference is None
