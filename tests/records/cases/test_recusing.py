"""Who is tied to a party takes no part; who steps in; how a tie ends."""

import pytest
from django.db import IntegrityError, connection, transaction

from netra.records.access import NotAllowedError, TiedError, is_tied
from netra.records.cases import actions
from netra.records.cases.conditions import newest_study, open_plenary
from netra.records.cases.errors import (
    NotServingError,
    OwnTieError,
    RecusalEndedError,
    RecusedTwiceError,
    TextMissingError,
    TiedPersonError,
)
from netra.records.cases.models import Attendance, Case, Recusal, Study, Vote
from netra.records.cases.ties import bench_of, tied_to
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from netra.records.reports import actions as reports
from netra.records.reports.models import IdentityOpening
from tests import people

AT = people.at("2024-11-05 10:15")
REASON = "DATA CONTOH. Terlapor adalah sepupu saya."


def declare(case: Case, user: object) -> Recusal:
    return actions.declare_tie(
        case=case,
        relation=Recusal.Relation.KIN,
        reason=REASON,
        actor=people.as_actor(user),
        at=AT,
    )


def record(case: Case, officer: object, by: object) -> Recusal:
    return actions.record_tie(
        case=case,
        officer=officer,
        relation=Recusal.Relation.SUPERIOR,
        reason=REASON,
        actor=people.as_actor(by),
        at=AT,
    )


def end(recusal: Recusal, by: object) -> Recusal:
    return actions.withdraw_recusal(
        recusal=recusal,
        reason="DATA CONTOH. Nama yang sama, orang lain.",
        actor=people.as_actor(by),
        at=people.at("2024-11-05 10:20"),
    )


def test_who_declares_a_tie_may_do_nothing_more_on_the_case(cast: people.Cast) -> None:
    case = people.case_on(cast)
    declare(case, cast.budi)
    with pytest.raises(TiedError) as caught:
        people.written(case, cast)
    assert "benturan kepentingan" in caught.value.reader_message
    assert tied_to(case) == {cast.budi.pk}
    assert compare().difference is None


def test_a_tie_holds_for_one_case_only(cast: people.Cast) -> None:
    declare(people.case_on(cast), cast.budi)
    other = people.case_on(cast)
    assert not is_tied(other, people.as_actor(cast.budi))
    assert people.written(other, cast).author == cast.budi


def test_the_reason_is_sealed_in_the_row_and_absent_from_the_ledger(
    cast: people.Cast,
) -> None:
    recusal = declare(people.case_on(cast), cast.budi)
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM cases_recusal WHERE id = %s", [recusal.pk])
        kept = bytes(cursor.fetchone()[0])
    assert b"sepupu" not in kept
    entry = LedgerEntry.objects.get(kind="recusal.recorded")
    assert b"sepupu" not in bytes(entry.canonical)
    assert Recusal.objects.get().reason == REASON


def test_a_tie_needs_a_reason_and_is_recorded_once(cast: people.Cast) -> None:
    case = people.case_on(cast)
    with pytest.raises(TextMissingError):
        actions.declare_tie(
            case=case,
            relation=Recusal.Relation.KIN,
            reason="  ",
            actor=people.as_actor(cast.budi),
            at=AT,
        )
    record(case, cast.budi, cast.eko)
    with pytest.raises(RecusedTwiceError):
        declare(case, cast.budi)
    with pytest.raises(OwnTieError):
        record(case, cast.eko, cast.eko)


def test_the_case_goes_from_the_tied_holder_to_the_replacement(
    cast: people.Cast,
) -> None:
    case = people.case_on(cast)
    sari = people.as_actor(cast.sari)
    actions.assign_case(case=case, holder=cast.budi, actor=sari, at=AT)
    recusal = declare(case, cast.budi)
    case.refresh_from_db()
    assert case.assigned_to is None
    with pytest.raises(TiedPersonError):
        actions.assign_case(case=case, holder=cast.budi, actor=sari, at=AT)
    with pytest.raises(NotServingError):
        actions.name_replacement(
            recusal=recusal, replacement=cast.anton, actor=sari, at=AT
        )
    actions.name_replacement(recusal=recusal, replacement=cast.eko, actor=sari, at=AT)
    case.refresh_from_db()
    assert case.assigned_to == cast.eko
    assert compare().difference is None


def test_a_tie_during_the_plenary_takes_seat_and_votes_and_nothing_else(
    cast: people.Cast,
) -> None:
    case = people.ready_to_close(
        people.case_on(cast, "plenary_outcome"), cast, "other_law_asn"
    )
    declare(case, cast.tono)
    plenary = open_plenary(case)
    assert plenary is not None
    assert set(plenary.attendance.values_list("member_id", flat=True)) == {
        cast.sari.pk,
        cast.rina.pk,
    }
    assert not Vote.objects.filter(member=cast.tono).exists()
    assert Vote.objects.filter(plenary=plenary).count() == 2
    assert compare().difference is None


def test_who_is_tied_is_not_counted_for_the_quorum(cast: people.Cast) -> None:
    case = people.approved(people.case_on(cast, "plenary_outcome"), cast)
    declare(case, cast.tono)
    with pytest.raises(TiedPersonError) as caught:
        people.convened(case, cast)
    assert cast.tono.name in caught.value.reader_message
    bench = bench_of(case, AT.date())
    assert bench.is_short
    assert [user.pk for user in bench.tied] == [cast.tono.pk]


def test_a_closed_plenary_keeps_what_a_member_voted(cast: people.Cast) -> None:
    case = people.case_on(cast, "referral")
    declare(case, cast.tono)
    assert Vote.objects.filter(member=cast.tono).count() == 1
    assert compare().difference is None


def test_only_a_third_person_ends_a_tie(cast: people.Cast) -> None:
    case = people.case_on(cast)
    recusal = record(case, cast.tono, cast.sari)
    with pytest.raises(TiedError):
        end(recusal, cast.tono)
    with pytest.raises(OwnTieError):
        end(recusal, cast.sari)
    with pytest.raises(NotAllowedError):
        end(recusal, cast.eko)
    end(recusal, cast.rina)
    assert tied_to(case) == frozenset()
    with pytest.raises(RecusalEndedError):
        end(recusal, cast.rina)
    declare(case, cast.tono)
    assert Recusal.objects.count() == 2
    assert compare().difference is None


def test_a_tied_person_opens_no_identity_and_describes_nobody(
    cast: people.Cast,
) -> None:
    case = people.case_on(cast)
    declare(case, cast.budi)
    budi = people.as_actor(cast.budi)
    with pytest.raises(TiedError):
        reports.open_identity(report=case.report, reason="perlu", actor=budi, at=AT)
    with pytest.raises(TiedError):
        reports.describe_respondent(
            respondent=case.respondents.get(),
            employment_class="pppk",
            holds_office=True,
            post="",
            workplace="",
            actor=budi,
            at=AT,
        )


def _vote(case: Case, cast: people.Cast) -> None:
    Vote.objects.create(
        plenary=open_plenary(case),
        member=cast.tono,
        respondent=case.respondents.get(),
        outcome="other_law_asn",
        reason="x",
        at=AT,
    )


def _seat(case: Case, cast: people.Cast) -> None:
    Attendance.objects.create(plenary=open_plenary(case), member=cast.tono)


def _seat_moved(case: Case, cast: people.Cast) -> None:
    Attendance.objects.filter(member=cast.sari).update(member=cast.tono)


def _study(case: Case, cast: people.Cast) -> None:
    Study.objects.create(case=case, version=9, author=cast.tono, saved_at=AT)


def _study_moved(case: Case, cast: people.Cast) -> None:
    Study.objects.filter(case=case).update(author=cast.tono)


def _approval(case: Case, cast: people.Cast) -> None:
    study = newest_study(case)
    assert study is not None
    study.approvals.create(approver=cast.tono, author=study.author, at=AT)


def _holder(case: Case, cast: people.Cast) -> None:
    Case.objects.filter(pk=case.pk).update(assigned_to=cast.tono)


def _opening(case: Case, cast: people.Cast) -> None:
    IdentityOpening.objects.create(
        report=case.report, account=cast.tono, at=AT, reason="x"
    )


def _undone(case: Case, cast: people.Cast) -> None:
    Recusal.objects.filter(case=case).delete()


def _moved(case: Case, cast: people.Cast) -> None:
    Recusal.objects.filter(case=case).update(officer=cast.rina)


WRITES = (
    _vote,
    _seat,
    _seat_moved,
    _study,
    _study_moved,
    _approval,
    _holder,
    _opening,
    _undone,
    _moved,
)


def test_the_database_itself_refuses_what_a_tied_person_would_write(
    cast: people.Cast,
) -> None:
    case = people.case_on(cast, "plenary_outcome")
    people.convened(people.approved(case, cast), cast)
    declare(case, cast.tono)
    refused = []
    for write in WRITES:
        with pytest.raises(IntegrityError) as caught, transaction.atomic():
            write(case, cast)
        refused.append("tie" in str(caught.value) or "recusal" in str(caught.value))
    assert refused == [True] * len(WRITES)


def test_the_database_refuses_a_tie_of_who_still_holds_something(
    cast: people.Cast,
) -> None:
    case = people.case_on(cast, "plenary_outcome")
    people.convened(people.approved(case, cast), cast)
    with pytest.raises(IntegrityError, match="still holds"), transaction.atomic():
        Recusal.objects.create(
            case=case,
            officer=cast.tono,
            kind=Recusal.Kind.OWN,
            relation=Recusal.Relation.KIN,
            reason=REASON,
            recorded_by=cast.tono,
            at=AT,
        )
