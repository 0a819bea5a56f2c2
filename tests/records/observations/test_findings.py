"""A finding is proposed, set in its window or with a reason, registered once."""

from dataclasses import replace
from datetime import date

import pytest

from netra.records.cases import actions as cases
from netra.records.cases.errors import CaseMovedError
from netra.records.ledger.replaying import compare
from netra.records.observations import actions as supervision
from netra.records.observations.errors import (
    ContentError,
    MovedError,
    NobodyFoundError,
    WindowPassedError,
)
from netra.records.observations.models import Finding, Tracing
from netra.records.observations.queries import (
    open_findings,
    window_of,
    window_passed,
)
from tests import people
from tests.people import as_actor

LATE_AT = people.at("2024-11-20 10:00")


def test_a_finding_is_handled_by_the_office_above_the_sub_district(cast) -> None:
    finding = people.finding_on(cast)
    assert finding.observation.office == cast.subdistrict
    assert (finding.office, finding.region) == (cast.city, people.REGION)
    assert list(open_findings()) == [finding]
    assert compare().difference is None


def test_an_observation_leads_to_one_finding(cast) -> None:
    seen = people.observation_on(cast)
    people.finding_on(cast, origin=seen)
    with pytest.raises(MovedError):
        people.finding_on(cast, origin=seen)
    assert Finding.objects.count() == 1


def test_a_finding_about_nobody_is_refused(cast) -> None:
    content = replace(people.observed(cast.contest), respondents=())
    seen = people.observation_on(cast, content=content)
    with pytest.raises(NobodyFoundError):
        people.finding_on(cast, origin=seen)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"found_on": date(2024, 10, 31)}, "found_on"),
        ({"happened_on": date(2024, 10, 29)}, "happened_on"),
    ],
)
def test_a_finding_whose_days_contradict_each_other_is_refused(
    cast, changed, field
) -> None:
    with pytest.raises(ContentError) as caught:
        supervision.propose_finding(
            origin=people.observation_on(cast),
            content=replace(people.FINDING, **changed),
            actor=as_actor(cast.budi),
            at=people.PROPOSED_AT,
        )
    assert caught.value.field == field


def test_a_tracing_ends_in_its_finding(cast) -> None:
    tracing = people.tracing_on(cast)
    people.finding_on(cast, origin=tracing)
    tracing.refresh_from_db()
    assert tracing.ended_as == Tracing.End.FINDING


def test_the_window_counts_from_the_day_of_finding(cast) -> None:
    finding = people.finding_on(cast)
    window = window_of(finding)
    assert window is not None
    assert window.due_at > people.FINDING_SET_AT
    assert not window_passed(finding, window.due_at)
    assert window_passed(finding, LATE_AT)


def set_late(cast, plenary, reason: str) -> Finding:
    return supervision.close_finding_plenary(
        plenary=plenary,
        decision_text="DATA CONTOH. Putusan.",
        late_reason=reason,
        actor=as_actor(cast.sari),
        at=LATE_AT,
    )


def test_a_finding_is_set_late_only_with_a_reason_that_stays(cast) -> None:
    finding = people.finding_on(cast)
    plenary = people.finding_convened(finding, cast)
    people.finding_voted(plenary, cast, agrees=True)
    with pytest.raises(WindowPassedError):
        set_late(cast, plenary, " ")
    finding.refresh_from_db()
    assert finding.state == Finding.State.PROPOSED
    decided = set_late(cast, plenary, "DATA CONTOH. Pengawas sakit.")
    assert decided.state == Finding.State.SET
    assert decided.late_reason == "DATA CONTOH. Pengawas sakit."
    assert compare().difference is None


def test_a_finding_is_dropped_late_without_a_reason(cast) -> None:
    finding = people.finding_on(cast)
    plenary = people.finding_convened(finding, cast)
    people.finding_voted(plenary, cast, agrees=False)
    assert set_late(cast, plenary, "").state == Finding.State.DROPPED


@pytest.mark.parametrize("state", ["proposed", "dropped", "registered"])
def test_only_a_finding_that_is_set_is_registered_and_once(cast, state) -> None:
    finding = people.finding_on(cast, state)
    with pytest.raises(CaseMovedError):
        cases.register_finding(
            finding=finding, actor=as_actor(cast.budi), at=people.REGISTERED_AT
        )


def test_a_registered_finding_has_a_number_of_findings(cast) -> None:
    case = people.case_of_finding(cast)
    assert "/TM/" in case.number
    assert case.origin == case.finding
    assert list(case.respondents) == list(case.finding.respondents.all())
