"""A report becomes a case, is held, extended, and its status told."""

import pytest

from netra.records.access import NotAllowedError
from netra.records.accounts import actions as accounts
from netra.records.accounts.queries import INSTALLATION
from netra.records.cases import actions
from netra.records.cases.errors import CaseMovedError, TextMissingError
from netra.records.cases.models import Case
from netra.records.cases.queries import deadlines_of, decided_cases, open_cases
from netra.records.reports.errors import StepPassedError
from netra.records.reports.models import Report
from tests import people
from tests.people import as_actor, at


def test_the_number_follows_the_template_of_the_procedure(cast) -> None:
    assert people.registered(cast).number == "001/Reg/LP/PW/Kota/33.74/XI/2024"


def test_an_office_may_settle_its_own_template(cast) -> None:
    accounts.settle(
        office=cast.city,
        key="registration_number",
        value="REG-{year}-{seq:04}",
        actor=INSTALLATION,
        at=people.LAID_AT,
    )
    assert people.registered(cast).number == "REG-2024-0001"


def test_the_case_goes_on_where_the_report_ends(cast) -> None:
    case = people.registered(cast)
    assert (case.step, case.report.step) == ("study", "end")
    assert case in open_cases()


def test_two_officers_who_register_at_once_make_one_case(cast) -> None:
    report = people.report_on(cast, "registration")
    stale = Report.objects.get(pk=report.pk)
    actions.register_report(
        report=report, actor=as_actor(cast.budi), at=people.REGISTERED_AT
    )
    with pytest.raises(StepPassedError):
        actions.register_report(
            report=stale, actor=as_actor(cast.eko), at=people.REGISTERED_AT
        )
    assert Case.objects.count() == 1


def test_anton_registers_and_assigns_nothing_in_another_city(cast) -> None:
    anton = as_actor(cast.anton)
    report = people.report_on(cast, "registration")
    with pytest.raises(NotAllowedError):
        actions.register_report(report=report, actor=anton, at=people.REGISTERED_AT)
    case = actions.register_report(
        report=report, actor=as_actor(cast.budi), at=people.REGISTERED_AT
    )
    with pytest.raises(NotAllowedError):
        actions.assign_case(
            case=case, holder=cast.anton, actor=anton, at=people.REGISTERED_AT
        )
    assert case not in Case.objects.visible_to(anton)


def test_a_case_is_given_to_an_officer(cast) -> None:
    case = people.registered(cast)
    actions.assign_case(
        case=case,
        holder=cast.eko,
        actor=as_actor(cast.sari),
        at=people.REGISTERED_AT,
    )
    assert case.assigned_to == cast.eko


def test_an_extension_takes_the_place_of_the_first_deadline(cast) -> None:
    case = people.registered(cast)
    before = {d.key: d.due_on.isoformat() for d in deadlines_of(case)}
    case = actions.take_extension(
        case=case,
        reason="Keterangan tambahan pelapor.",
        actor=as_actor(cast.budi),
        at=at("2024-11-03 09:00"),
    )
    after = {d.key: d.due_on.isoformat() for d in deadlines_of(case)}
    assert before == {"handling": "2024-11-04"}
    assert after == {"handling_extension": "2024-11-06"}


def test_an_extension_is_taken_once_and_with_a_reason(cast) -> None:
    case = people.registered(cast)
    budi = as_actor(cast.budi)
    with pytest.raises(TextMissingError):
        actions.take_extension(case=case, reason=" ", actor=budi, at=people.WRITTEN_AT)
    take = {"case": case, "reason": "perlu", "at": people.WRITTEN_AT}
    with pytest.raises(NotAllowedError):
        actions.take_extension(actor=as_actor(cast.anton), **take)
    actions.take_extension(actor=budi, **take)
    with pytest.raises(CaseMovedError):
        actions.take_extension(actor=budi, **take)


def test_a_told_case_without_addressee_ends(cast) -> None:
    case = people.case_on(cast, "status_notice", outcome="not_a_violation")
    with pytest.raises(NotAllowedError):
        actions.tell_status(
            case=case, follow_up=False, actor=as_actor(cast.anton), at=people.TOLD_AT
        )
    case = actions.tell_status(
        case=case, follow_up=False, actor=as_actor(cast.budi), at=people.TOLD_AT
    )
    assert case.step == "end"
    assert case in decided_cases()
    assert case not in open_cases()
