"""Several reports on one event: joined, decided together, told apart, split."""

from dataclasses import replace

import pytest

from netra.domain.law import StepKind
from netra.records.cases import actions as cases
from netra.records.cases import road
from netra.records.cases.errors import CaseMovedError
from netra.records.ledger.replaying import compare
from netra.records.parties import actions
from netra.records.parties.errors import (
    CannotJoinError,
    CannotSplitError,
    HandledElsewhereError,
    NeededError,
    PlenaryRunsError,
)
from netra.records.parties.hearable import hearable
from netra.records.parties.joined import joinable, joined_reports, joined_to
from netra.records.reports.content import PersonContent, ReporterContent
from tests import people
from tests.matters import walk_case
from tests.records.parties.acting import REASON, joined, replaced

ASN = "other_law_asn"
SECOND = replace(
    people.TELLING,
    reporter=ReporterContent(name="Ratna Contohpelapor"),
    respondents=(PersonContent(name="Bambang C.", employment_class="pns"),),
    witnesses=(PersonContent(name="Asih Contohsatu"),),
)


def walked(case, cast):
    """Allege, write, submit, approve and vote; only the closing is left."""
    people.alleged(case, cast)
    people.written(case, cast)
    budi = people.as_actor(cast.budi)
    case = cases.submit_study(case=case, actor=budi, at=people.HANDED_UP_AT)
    return people.ready_to_close(case, cast, ASN)


def closed(case, cast):
    return cases.close_plenary(
        case=case,
        decision_text="DATA CONTOH. Putusan.",
        actor=people.as_actor(cast.sari),
        at=people.DECIDED_AT,
    )


def test_a_joined_case_goes_along_and_its_people_get_the_outcome(cast) -> None:
    lead = people.registered(cast)
    other = people.registered(cast, telling=SECOND)
    budi = people.as_actor(cast.budi)
    row = joined(lead, other.report, actor=budi)
    with pytest.raises(HandledElsewhereError) as caught:
        people.alleged(other, cast)
    assert lead.number in caught.value.reader_message
    lead = closed(walked(lead, cast), cast)
    other.refresh_from_db()
    row.refresh_from_db()
    assert (other.step, row.followed) == (lead.step, True)
    assert [(o.respondent, o.outcome) for o in other.outcomes.all()] == [
        (other.respondents.get(), ASN)
    ]
    with pytest.raises(CannotSplitError):
        actions.split_report(
            joined=row, reason=REASON, actor=budi, at=people.REFERRED_AT
        )
    assert compare().difference is None


def test_each_reporter_is_told_by_their_own_case(cast) -> None:
    lead = people.registered(cast)
    other = people.registered(cast, telling=SECOND)
    budi = people.as_actor(cast.budi)
    joined(lead, other.report, actor=budi)
    lead = walk_case(closed(walked(lead, cast), cast), cast, "follow_up", ASN)
    other.refresh_from_db()
    assert road.step_of(other).kind is StepKind.STATUS_NOTICE
    told = cases.tell_status(case=other, follow_up=True, actor=budi, at=people.TOLD_AT)
    assert told.events.filter(key="status_told").exists()
    assert compare().difference is None


def test_the_reporters_and_witnesses_of_both_can_be_heard(cast) -> None:
    lead = people.registered(cast)
    other = people.registered(cast, telling=SECOND)
    joined(lead, other.report, actor=people.as_actor(cast.budi))
    labels = [one.label for one in hearable(lead)]
    assert labels == ["Pelapor 1", "Pelapor 2", "Terlapor 1", "Saksi 1 dari pelapor 2"]


def test_a_split_case_stands_where_it_stood_and_moves_by_itself(cast) -> None:
    lead = people.registered(cast)
    other = people.registered(cast, telling=SECOND)
    budi = people.as_actor(cast.budi)
    row = joined(lead, other.report, actor=budi, same=False)
    assert lead.respondents.count() == 2  # somebody new came along and stays
    with pytest.raises(NeededError):
        actions.split_report(joined=row, reason="", actor=budi, at=people.WRITTEN_AT)
    actions.split_report(joined=row, reason=REASON, actor=budi, at=people.WRITTEN_AT)
    assert joined_to(other) is None
    assert not joined_reports(lead)
    people.alleged(other, cast)
    again = joined(lead, other.report, actor=budi)
    assert again.pk != row.pk
    assert compare().difference is None


def test_a_report_that_is_no_case_yet_is_joined_and_keeps_its_own_road(cast) -> None:
    lead = people.registered(cast)
    report = people.report_on(cast, "registration", telling=SECOND)
    budi = people.as_actor(cast.budi)
    joined(lead, report, actor=budi)
    other = cases.register_report(report=report, actor=budi, at=people.WRITTEN_AT)
    assert other.number != lead.number
    with pytest.raises(HandledElsewhereError):
        people.alleged(other, cast)
    lead = closed(walked(lead, cast), cast)
    other.refresh_from_db()
    assert other.step == lead.step


def test_the_outcome_follows_a_correction_of_the_person(cast) -> None:
    lead = people.registered(cast)
    other = people.registered(cast, telling=SECOND)
    joined(lead, other.report, actor=people.as_actor(cast.budi))
    replaced(lead, cast)
    closed(walked(lead, cast), cast)
    assert other.outcomes.get().outcome == ASN


def test_what_cannot_be_joined_is_refused(cast) -> None:
    lead = people.registered(cast)
    budi = people.as_actor(cast.budi)
    decided = people.case_on(cast, "referral", telling=SECOND)
    for report in (decided.report, lead.report):
        assert report not in joinable(lead)
        with pytest.raises(CannotJoinError):
            joined(lead, report, actor=budi)
    other = people.registered(cast, telling=SECOND)
    third = people.registered(cast, telling=SECOND)
    joined(lead, other.report, actor=budi)
    with pytest.raises(CannotJoinError):
        joined(third, other.report, actor=budi)
    with pytest.raises(CannotJoinError):
        joined(third, lead.report, actor=budi)  # it leads itself


def test_everybody_of_the_joined_report_is_somebody_in_the_case(cast) -> None:
    lead = people.registered(cast)
    other = people.registered(cast, telling=SECOND)
    joining = {
        "case": lead,
        "report": other.report,
        "actor": people.as_actor(cast.budi),
        "at": people.WRITTEN_AT,
    }
    with pytest.raises(NeededError):
        actions.join_report(**joining, people={}, reason=REASON)
    with pytest.raises(NeededError):
        actions.join_report(**joining, people={}, reason=" ")
    assert joined_to(other) is None


def test_nothing_is_joined_while_a_plenary_is_open_or_after_it(cast) -> None:
    other = people.registered(cast, telling=SECOND)
    budi = people.as_actor(cast.budi)
    running = people.ready_to_close(people.case_on(cast, "plenary_outcome"), cast, ASN)
    with pytest.raises(PlenaryRunsError):
        joined(running, other.report, actor=budi)
    with pytest.raises(CaseMovedError):
        joined(people.case_on(cast, "referral"), other.report, actor=budi)


def test_reports_of_one_group_are_offered_first(cast) -> None:
    from netra.records.reports import actions as reports

    lead = people.registered(cast)
    near = people.registered(cast, telling=SECOND)
    far = people.registered(cast, telling=SECOND)
    assert far.report == joinable(lead).first()
    reports.group_reports(
        rows=[lead.report, near.report],
        actor=people.as_actor(cast.budi),
        at=people.WRITTEN_AT,
    )
    lead.report.refresh_from_db()
    assert near.report == joinable(lead).first()
