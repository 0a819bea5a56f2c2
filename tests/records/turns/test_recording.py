"""Withdrawal, further information, late evidence, corrections and reopening."""

from datetime import date

import pytest

from netra.records.access import NotAllowedError
from netra.records.cases import actions as cases
from netra.records.cases.conditions import newest_study
from netra.records.cases.errors import BlockedError, CaseMovedError
from netra.records.cases.models import CaseEvent, Plenary
from netra.records.cases.queries import awaiting_approval
from netra.records.ledger.models import LedgerEntry
from netra.records.referrals.actions import refer_case
from netra.records.turns import actions
from netra.records.turns.errors import (
    AnsweredAlreadyError,
    CorrectedAlreadyError,
    EvidenceNotNewError,
    LimitUsedUpError,
    NotClericalError,
    NotDecidedError,
    NothingChangedError,
    NotYetError,
    OwnCorrectionError,
    PlenaryRunningError,
    ReopeningUnsettledError,
    TurnTextMissingError,
    WithdrawnAlreadyError,
)
from netra.records.turns.models import Correction, Reopening, Withdrawal
from netra.records.turns.models.records import Source
from tests import people
from tests.matters import walk_case
from tests.offices import at
from tests.people import as_actor
from tests.records.turns.turning import (
    LATER,
    due,
    late_evidence,
    replayed,
    settle_reopening,
    walk_again,
)

AGAIN_AT = at("2024-11-08 09:00")


def withdraw(cast, report, who=None, **changes) -> Withdrawal:
    given = {
        "letter_on": date(2024, 11, 1),
        "said_by": Withdrawal.By.REPORTER,
        "proof": Withdrawal.Proof.LETTER,
        "reason": "DATA CONTOH. Sudah berdamai.",
    }
    return actions.record_withdrawal(
        report=report,
        **given | changes,
        actor=as_actor(who or cast.budi),
        at=people.WRITTEN_AT,
    )


def test_a_withdrawal_stops_neither_the_case_nor_its_clock(cast) -> None:
    case = people.case_on(cast)
    before = (case.step, due(case))
    row = withdraw(cast, case.report)
    case.refresh_from_db()
    assert (case.step, due(case)) == before
    with pytest.raises(WithdrawnAlreadyError):
        withdraw(cast, case.report)
    actions.decide_withdrawal(
        withdrawal=row,
        goes_on=Withdrawal.GoesOn.REPORT,
        reason="DATA CONTOH. Bukti cukup.",
        actor=as_actor(cast.eko),
        at=people.WRITTEN_AT,
    )
    assert row.goes_on == "report"
    with pytest.raises(WithdrawnAlreadyError):
        actions.decide_withdrawal(
            withdrawal=row,
            goes_on=Withdrawal.GoesOn.INFORMATION,
            reason="DATA CONTOH. Lain.",
            actor=as_actor(cast.budi),
            at=people.WRITTEN_AT,
        )
    people.ready_to_close(
        walk_case(case, cast, "plenary_outcome", ""), cast, "other_law_asn"
    )
    replayed()


def test_the_reason_of_a_withdrawal_is_sealed(cast) -> None:
    row = withdraw(cast, people.report_on(cast))
    assert row.reason == "DATA CONTOH. Sudah berdamai."
    told = LedgerEntry.objects.get(kind="withdrawal.recorded")
    assert b"berdamai" not in bytes(told.canonical)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"letter_on": date(2024, 11, 3)}, NotYetError),
        ({"reason": " "}, TurnTextMissingError),
    ],
)
def test_a_withdrawal_that_cannot_be_is_refused(cast, changes, error) -> None:
    with pytest.raises(error):
        withdraw(cast, people.report_on(cast), **changes)


def ask(cast, case, moment=people.WRITTEN_AT):
    return actions.ask_information(
        case=case,
        asked_of=Source.REPORTER,
        what="DATA CONTOH. Siapa yang merekam?",
        actor=as_actor(cast.budi),
        at=moment,
    )


def test_the_first_question_takes_the_longer_time_of_the_law(cast) -> None:
    case = people.case_on(cast)
    assert list(due(case)) == ["handling"]
    row = ask(cast, case)
    assert due(case) == {"handling_extension": at("2024-11-06 23:59:59")}
    ask(cast, case)
    assert CaseEvent.objects.filter(case=case, key="extension_taken").count() == 1
    actions.answer_information(
        request=row, answer="DATA CONTOH.", actor=as_actor(cast.eko), at=LATER
    )
    with pytest.raises(AnsweredAlreadyError):
        actions.answer_information(
            request=row, answer="DATA CONTOH.", actor=as_actor(cast.budi), at=LATER
        )
    replayed()


def test_when_the_longer_time_has_run_out_nothing_more_is_asked(cast) -> None:
    case = people.case_on(cast)
    ask(cast, case, at("2024-11-06 23:59"))
    with pytest.raises(LimitUsedUpError) as caught:
        ask(cast, case, at("2024-11-07 00:01"))
    assert "06-11-2024" in caught.value.reader_message


def test_a_decided_case_asks_for_nothing(cast) -> None:
    with pytest.raises(CaseMovedError):
        ask(cast, people.case_on(cast, "referral"))


def test_late_evidence_goes_into_a_version_that_is_approved_anew(cast) -> None:
    case = people.approved(people.case_on(cast, "plenary_outcome"), cast)
    before = due(case)
    row = late_evidence(case, cast, people.APPROVED_AT)
    study = newest_study(case)
    assert (row.study_version, study.version) == (2, 2)
    assert "Rekaman suara acara" in study.facts
    assert due(case) == before
    with pytest.raises(BlockedError) as caught:
        people.convened(case, cast)
    assert caught.value.keys == ["study_approved"]
    replayed()


def test_an_open_plenary_takes_no_evidence(cast) -> None:
    case = people.approved(people.case_on(cast, "plenary_outcome"), cast)
    people.convened(case, cast)
    with pytest.raises(PlenaryRunningError):
        late_evidence(case, cast)


def correct(cast, case, stood="Jalan Contoh 1", stands="Jalan Contoh 11"):
    return actions.correct_clerically(
        case=case,
        what=Correction.What.DECISION,
        place="Berita acara pleno, halaman 1",
        stood=stood,
        stands=stands,
        why="DATA CONTOH. Salah ketik.",
        actor=as_actor(cast.budi),
        at=LATER,
    )


def test_a_slip_is_set_right_by_two_people_and_what_stood_stays(cast) -> None:
    case = people.case_on(cast, "referral")
    before = (case.step, due(case))
    row = correct(cast, case)
    with pytest.raises(OwnCorrectionError):
        actions.approve_correction(correction=row, actor=as_actor(cast.budi), at=LATER)
    actions.approve_correction(correction=row, actor=as_actor(cast.sari), at=LATER)
    with pytest.raises(CorrectedAlreadyError):
        actions.approve_correction(correction=row, actor=as_actor(cast.eko), at=LATER)
    case.refresh_from_db()
    assert (case.step, due(case)) == before
    assert Correction.objects.get().stood == "Jalan Contoh 1"
    replayed()


@pytest.mark.parametrize(
    ("stood", "stands", "error"),
    [
        ("sama", "sama", NothingChangedError),
        ("hasil: lain", "hasil: Bukan pelanggaran", NotClericalError),
        ("kepada Badan Kepegawaian Negara", "kepada kantor lain", NotClericalError),
    ],
)
def test_outcome_and_addressee_are_no_slip_of_the_pen(
    cast, stood, stands, error
) -> None:
    with pytest.raises(error):
        correct(cast, people.case_on(cast, "referral"), stood, stands)


def reopen(cast, case, evidence, who=None) -> Reopening:
    return actions.reopen_case(
        case=case,
        evidence=evidence,
        reason="DATA CONTOH. Bukti ini mengubah penilaian.",
        actor=as_actor(who or cast.sari),
        at=AGAIN_AT,
    )


def test_without_a_custom_no_case_is_opened_again(cast) -> None:
    case = people.case_on(cast, "follow_up")
    with pytest.raises(ReopeningUnsettledError):
        reopen(cast, case, late_evidence(case, cast))


def test_a_reopened_case_is_decided_again_and_the_old_decision_stays(cast) -> None:
    settle_reopening(cast)
    case = people.case_on(cast, "follow_up")
    evidence = late_evidence(case, cast)
    assert evidence.after_decision
    row = reopen(cast, case, evidence)
    case.refresh_from_db()
    assert case.step == "study"
    assert due(case) == {}  # how long it may take is not known
    assert set(case.events.values_list("key", flat=True)) == {
        "report_registered",
        "case_reopened",
    }
    assert not case.outcomes.exists()
    assert row.plenary == Plenary.objects.get()
    assert newest_study(case).submitted_at is None
    replayed()
    again = walk_again(case, cast)
    assert again.outcomes.count() == 1
    assert [r.superseded for r in again.referrals.order_by("id")] == [True, False]
    replayed()


def test_a_case_is_opened_again_only_for_evidence_after_its_decision(cast) -> None:
    settle_reopening(cast)
    case = people.case_on(cast, "plenary_outcome")
    known = late_evidence(case, cast, people.APPROVED_AT)
    with pytest.raises(NotDecidedError):
        reopen(cast, case, known)
    case = walk_case(case, cast, "referral", "other_law_asn")
    with pytest.raises(EvidenceNotNewError):
        reopen(cast, case, known)
    with pytest.raises(NotAllowedError):
        reopen(cast, case, known, cast.budi)


def test_letters_of_a_decision_set_aside_go_out_once_more(cast) -> None:
    settle_reopening(cast)
    case = people.case_on(cast, "status_notice")
    reopen(cast, case, late_evidence(case, cast))
    case.refresh_from_db()
    case = walk_again(case, cast, "referral")
    refer_case(case=case, actor=as_actor(cast.budi), at=AGAIN_AT)
    assert case.referrals.filter(superseded=False).count() == 1
    replayed()


def test_the_study_of_a_reopened_case_waits_to_be_approved_again(cast) -> None:
    settle_reopening(cast)
    case = people.case_on(cast, "referral")
    reopen(cast, case, late_evidence(case, cast))
    case.refresh_from_db()
    assert not awaiting_approval(as_actor(cast.eko)).exists()
    cases.submit_study(case=case, actor=as_actor(cast.budi), at=AGAIN_AT)
    assert awaiting_approval(as_actor(cast.eko)).get() == case
