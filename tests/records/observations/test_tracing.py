"""A tracing has a plan, a deadline and one end; a traced referral is one of them."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction

from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from netra.records.observations import actions as supervision
from netra.records.observations.errors import (
    ContentError,
    MovedError,
    NobodyFoundError,
    StepsOpenError,
)
from netra.records.observations.models import Finding, Tracing
from netra.records.observations.queries import (
    is_overdue,
    open_tracings,
)
from netra.records.referrals import actions as referrals
from tests import people
from tests.people import as_actor

LATE_AT = people.at("2024-11-20 10:00")


def test_a_tracing_keeps_its_sources_as_a_number_only(cast) -> None:
    tracing = people.tracing_on(cast, mailboxes=("sealed-one", "sealed-two"))
    assert tracing.source_count == 2
    entry = LedgerEntry.objects.get(kind="tracing.begun")
    assert b"sealed" not in bytes(entry.canonical)
    assert compare().difference is None


def test_a_tracing_has_the_deadline_its_officer_chose(cast) -> None:
    tracing = people.tracing_on(cast)
    assert (tracing.due_on, tracing.due_basis) == (date(2024, 11, 5), "chosen")
    assert not is_overdue(tracing, people.at("2024-11-05 23:59"))
    assert is_overdue(tracing, people.at("2024-11-06 00:00"))
    assert list(open_tracings()) == [tracing]


def test_without_a_choice_and_a_custom_a_tracing_has_no_deadline(cast) -> None:
    plan = replace(people.planned(cast.contest), due_on=None)
    tracing = people.tracing_on(cast, plan=plan)
    assert (tracing.due_on, tracing.due_basis) == (None, "")
    assert not is_overdue(tracing, LATE_AT)


def test_without_a_choice_the_custom_of_the_office_counts(cast) -> None:
    from netra.records.accounts import actions as accounts
    from netra.records.accounts.models import OfficeSetting
    from netra.records.accounts.queries import INSTALLATION

    accounts.settle(
        office=cast.city,
        key=OfficeSetting.Key.TRACING_DAYS,
        value="10",
        actor=INSTALLATION,
        at=people.LAID_AT,
    )
    plan = replace(people.planned(cast.contest), due_on=None)
    tracing = people.tracing_on(cast, plan=plan)
    assert (tracing.due_on, tracing.due_basis) == (date(2024, 11, 8), "custom")


def test_a_deadline_in_the_past_is_refused(cast) -> None:
    plan = replace(people.planned(cast.contest), due_on=date(2024, 10, 28))
    with pytest.raises(ContentError, match="due_on"):
        people.tracing_on(cast, plan=plan)


def close(cast, tracing: Tracing, text: str = "DATA CONTOH. Tidak terjadi."):
    return supervision.close_tracing(
        tracing=tracing,
        reason=Tracing.Reason.NOT_TRUE,
        text=text,
        actor=as_actor(cast.budi),
        at=people.PROPOSED_AT,
    )


def another_step(cast, tracing: Tracing):
    return supervision.plan_step(
        tracing=tracing,
        what="Melihat lokasi",
        asked="",
        planned_on=None,
        actor=as_actor(cast.budi),
        at=people.TRACED_AT,
    )


def test_a_tracing_with_an_open_step_does_not_end(cast) -> None:
    tracing = people.tracing_on(cast)
    step = another_step(cast, tracing)
    with pytest.raises(StepsOpenError):
        close(cast, tracing)
    supervision.drop_step(step=step, actor=as_actor(cast.budi), at=people.PROPOSED_AT)
    assert close(cast, tracing).ended_as == Tracing.End.CLOSED
    assert compare().difference is None


def test_a_tracing_ends_once_and_is_closed_to_every_further_act(cast) -> None:
    tracing = people.tracing_on(cast)
    close(cast, tracing)
    budi, acts = as_actor(cast.budi), {"at": people.PROPOSED_AT}
    with pytest.raises(MovedError):
        close(cast, tracing)
    with pytest.raises(MovedError):
        another_step(cast, tracing)
    with pytest.raises(MovedError):
        supervision.name_found(tracing=tracing, person=people.FOUND, actor=budi, **acts)
    with pytest.raises(MovedError):
        supervision.propose_finding(
            origin=tracing, content=people.FINDING, actor=budi, **acts
        )
    with pytest.raises(MovedError):
        referrals.refer_tracing(tracing=tracing, text="hasil", actor=budi, **acts)
    assert not Finding.objects.exists()
    assert not tracing.referrals.exists()


def test_a_tracing_is_not_closed_without_a_text(cast) -> None:
    tracing = people.tracing_on(cast)
    with pytest.raises(ContentError, match="text"):
        close(cast, tracing, text="  ")
    tracing.refresh_from_db()
    assert tracing.is_open


def test_a_step_is_finished_once_and_never_in_the_future(cast) -> None:
    tracing = people.tracing_on(cast)
    step = another_step(cast, tracing)
    sent = {"step": step, "actor": as_actor(cast.budi), "at": people.PROPOSED_AT}
    with pytest.raises(ContentError, match="done_on"):
        supervision.finish_step(done_on=date(2024, 10, 31), result="hasil", **sent)
    with pytest.raises(ContentError, match="result"):
        supervision.finish_step(done_on=date(2024, 10, 30), result=" ", **sent)
    supervision.finish_step(done_on=date(2024, 10, 30), result="hasil", **sent)
    with pytest.raises(MovedError):
        supervision.finish_step(done_on=date(2024, 10, 30), result="lain", **sent)
    with pytest.raises(MovedError):
        supervision.drop_step(**sent)


def test_the_position_of_a_dropped_step_tells_the_next_one_apart(cast) -> None:
    tracing = people.tracing_on(cast)
    dropped = another_step(cast, tracing)
    supervision.drop_step(step=dropped, actor=as_actor(cast.budi), at=people.TRACED_AT)
    another_step(cast, tracing)
    assert compare().difference is None


def test_a_tracing_is_given_to_another_officer(cast) -> None:
    tracing = supervision.assign_tracing(
        tracing=people.tracing_on(cast),
        holder=cast.eko,
        actor=as_actor(cast.sari),
        at=people.PROPOSED_AT,
    )
    assert tracing.assigned_to == cast.eko
    assert compare().difference is None


def test_a_traced_matter_is_referred_without_registration(cast) -> None:
    tracing = people.tracing_on(cast)
    (letter,) = referrals.refer_tracing(
        tracing=tracing,
        text="DATA CONTOH. Diteruskan.",
        actor=as_actor(cast.budi),
        at=people.REFERRED_AT,
    )
    tracing.refresh_from_db()
    assert tracing.ended_as == Tracing.End.REFERRAL
    assert letter.case is None
    assert letter.respondents.get() == tracing.respondents.get()
    assert compare().difference is None


def test_a_traced_matter_about_nobody_is_not_referred(cast) -> None:
    with pytest.raises(NobodyFoundError):
        referrals.refer_tracing(
            tracing=people.tracing_on(cast, walked=False),
            text="hasil",
            actor=as_actor(cast.budi),
            at=people.REFERRED_AT,
        )


def test_a_letter_is_not_kept_when_the_tracing_cannot_end(cast) -> None:
    tracing = people.tracing_on(cast)
    another_step(cast, tracing)
    with pytest.raises(StepsOpenError), transaction.atomic():
        referrals.refer_tracing(
            tracing=tracing,
            text="hasil",
            actor=as_actor(cast.budi),
            at=people.REFERRED_AT,
        )
    assert not tracing.referrals.exists()
