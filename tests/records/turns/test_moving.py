"""Delegation, take-over and the way back: office, clocks, access and replay."""

import pytest

from netra.records.access import NotAllowedError
from netra.records.cases import actions as cases
from netra.records.cases.errors import CaseMovedError
from netra.records.cases.models import Case, Plenary
from netra.records.ledger.models import LedgerEntry
from netra.records.reports.models import Report
from netra.records.reports.queries import deadlines_of as report_deadlines
from netra.records.turns import actions
from netra.records.turns.errors import (
    AcceptedAlreadyError,
    AlreadyThereError,
    NotAboveError,
    NothingToReturnError,
    PlenaryRunningError,
    TurnTextMissingError,
)
from netra.records.turns.models import Move
from netra.records.turns.queries import moves_of
from tests import people
from tests.people import as_actor
from tests.records.turns.turning import (
    LATER,
    MOVED_AT,
    WHY,
    due,
    officer_of_province,
    replayed,
)


def take_over(cast, case: Case, who=None, office=None) -> Move:
    return actions.take_over_case(
        case=case,
        office=office or cast.province,
        reason=WHY,
        actor=as_actor(who or cast.gita),
        at=MOVED_AT,
    )


def elsewhere_case(cast) -> Case:
    """Return a case that stands with the province although its place is 33.74."""
    case = people.case_on(cast, "plenary_outcome")
    take_over(cast, case)
    return case


def test_a_report_goes_to_the_office_of_its_place_and_no_clock_starts_anew(
    cast,
) -> None:
    report = people.report_on(cast, "initial_study")
    actions.take_over_report(
        report=report,
        office=cast.province,
        reason=WHY,
        actor=as_actor(cast.gita),
        at=MOVED_AT,
    )
    before = [d.due_at for d in report_deadlines(report)]
    hana = officer_of_province(cast)
    move = actions.delegate_report(
        report=report, reason=WHY, actor=as_actor(hana), at=MOVED_AT
    )
    report.refresh_from_db()
    assert (report.office, report.region) == (cast.city, people.REGION)
    assert [d.due_at for d in report_deadlines(report)] == before
    assert move.article == ""
    assert move.status == "confirmed"
    assert Report.objects.visible_to(as_actor(cast.budi)).filter(pk=report.pk).exists()
    actions.accept_delegation(move=move, actor=as_actor(cast.budi), at=LATER)
    assert move.accepted_by == cast.budi
    replayed()


def test_a_case_goes_to_the_office_of_its_place_with_everything_it_holds(cast) -> None:
    case = elsewhere_case(cast)
    before = due(case)
    move = actions.delegate_case(
        case=case, reason=WHY, actor=as_actor(officer_of_province(cast)), at=MOVED_AT
    )
    case.refresh_from_db()
    assert (case.office, case.report.office) == (cast.city, cast.city)
    assert (case.region, case.report.region) == (people.REGION, people.REGION)
    assert case.assigned_to is None
    assert due(case) == before
    assert move.waits
    actions.accept_delegation(move=move, actor=as_actor(cast.eko), at=LATER)
    with pytest.raises(AcceptedAlreadyError):
        actions.accept_delegation(move=move, actor=as_actor(cast.budi), at=LATER)
    replayed()


def test_what_is_already_at_the_office_of_the_place_is_not_passed_on(cast) -> None:
    with pytest.raises(AlreadyThereError):
        actions.delegate_case(
            case=people.case_on(cast),
            reason=WHY,
            actor=as_actor(cast.budi),
            at=MOVED_AT,
        )


def test_a_move_without_a_reason_writes_nothing(cast) -> None:
    case = people.case_on(cast)
    entries = LedgerEntry.objects.count()
    with pytest.raises(TurnTextMissingError):
        actions.take_over_case(
            case=case,
            office=cast.province,
            reason=" ",
            actor=as_actor(cast.gita),
            at=MOVED_AT,
        )
    assert LedgerEntry.objects.count() == entries


def test_who_loses_a_case_sees_it_no_more_unless_above(cast) -> None:
    case = people.case_on(cast)
    take_over(cast, case)
    assert not Case.objects.visible_to(as_actor(cast.budi)).exists()
    assert Case.objects.visible_to(as_actor(cast.gita)).exists()
    assert not Case.objects.visible_to(as_actor(cast.anton)).exists()
    with pytest.raises(NotAllowedError):
        cases.save_study(
            case=case, texts={}, actor=as_actor(cast.budi), at=people.WRITTEN_AT
        )


def test_the_number_stays_that_of_the_office_that_gave_it(cast) -> None:
    case = people.case_on(cast)
    number = case.number
    take_over(cast, case)
    assert Case.objects.get().number == number


def test_only_an_office_above_takes_a_case_over(cast) -> None:
    case = people.case_on(cast)
    with pytest.raises(NotAboveError):
        take_over(cast, case, cast.sari, cast.city)
    with pytest.raises(NotAllowedError):
        take_over(cast, case, cast.anton, cast.elsewhere)
    with pytest.raises(NotAllowedError):
        take_over(cast, case, cast.gita, cast.nation)


def test_a_take_over_ends_an_open_plenary_without_outcome(cast) -> None:
    case = people.ready_to_close(
        people.case_on(cast, "plenary_outcome"), cast, "other_law_asn"
    )
    stale = Case.objects.get(pk=case.pk)
    before = due(case)
    take_over(cast, case)
    plenary = Plenary.objects.get()
    assert plenary.taken_over
    assert plenary.votes.count() == 3
    assert plenary.outcomes.count() == 0
    assert due(Case.objects.get()) == before
    with pytest.raises(CaseMovedError):
        cases.close_plenary(
            case=stale,
            decision_text="Terlambat.",
            actor=as_actor(cast.sari),
            at=people.DECIDED_AT,
        )
    assert Case.objects.get().outcomes.count() == 0
    replayed()


def test_a_case_taken_over_is_decided_above_under_the_same_clock(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    before = due(case)
    take_over(cast, case)
    assert due(case) == before
    hana = officer_of_province(cast)
    back = actions.return_case(case=case, reason=WHY, actor=as_actor(hana), at=LATER)
    assert back.kind == Move.Kind.RETURN
    case.refresh_from_db()
    assert case.office == cast.city
    assert [m.kind for m in moves_of(case)] == ["return", "takeover"]
    with pytest.raises(NothingToReturnError):
        actions.return_case(case=case, reason=WHY, actor=as_actor(cast.budi), at=LATER)
    people.convened(people.approved(case, cast), cast)
    replayed()


def test_an_open_plenary_is_not_passed_on_by_its_own_office(cast) -> None:
    case = elsewhere_case(cast)
    hana = officer_of_province(cast)
    Plenary.objects.create(
        case=case,
        study=case.studies.get(),
        convened_at=people.CONVENED_AT,
        quorum=3,
    )
    for act in (actions.delegate_case, actions.return_case):
        with pytest.raises(PlenaryRunningError):
            act(case=case, reason=WHY, actor=as_actor(hana), at=LATER)


def test_a_finding_goes_with_its_case_and_whom_it_names(cast) -> None:
    case = people.case_of_finding(cast)
    take_over(cast, case)
    case.refresh_from_db()
    assert case.finding.region == "33"
    assert {p.region for p in case.respondents} == {"33"}
    replayed()


def test_letters_that_went_out_are_seen_where_the_case_is(cast) -> None:
    case = people.case_on(cast, "status_notice")
    take_over(cast, case)
    referral = case.referrals.get()
    assert (referral.region, referral.office) == ("33", cast.city)
    replayed()


def test_a_report_that_was_taken_over_goes_back_before_registration(cast) -> None:
    report = people.report_on(cast, "notice")
    before = [d.due_at for d in report_deadlines(report)]
    actions.take_over_report(
        report=report,
        office=cast.province,
        reason=WHY,
        actor=as_actor(cast.gita),
        at=MOVED_AT,
    )
    assert [d.due_at for d in report_deadlines(report)] == before
    hana = officer_of_province(cast)
    actions.return_report(report=report, reason=WHY, actor=as_actor(hana), at=LATER)
    report.refresh_from_db()
    assert (report.office, report.step) == (cast.city, "notice")
    with pytest.raises(NothingToReturnError):
        actions.return_report(
            report=report, reason=WHY, actor=as_actor(cast.budi), at=LATER
        )
    replayed()
