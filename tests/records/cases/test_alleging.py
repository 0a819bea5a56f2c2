"""Norms held against respondents, by day, phase, class and election."""

from datetime import date

import pytest

from netra.records.access import NotAllowedError
from netra.records.cases import actions
from netra.records.cases.actions.alleging import offered_norms
from netra.records.cases.errors import (
    AllegedTwiceError,
    CaseMovedError,
    NormNotOfferedError,
    PhaseReasonNeededError,
)
from netra.records.ledger.models import LedgerEntry
from tests import people
from tests.people import as_actor

ETHICS = "ethics-photo-with-prospective"
DISCIPLINE = "discipline-photo-with-candidate"
CRIME = "crime-pilkada-official-decision"
BEFORE, AFTER = date(2024, 9, 21), date(2024, 9, 22)


def alleged(case, cast, norm, on, *, who=None, reason="", side=None):
    return actions.allege(
        case=case,
        respondent=case.report.respondents.get(),
        norm=norm,
        act_on=on,
        side=side,
        phase_reason=reason,
        actor=as_actor(who or cast.budi),
        at=people.WRITTEN_AT,
    )


@pytest.mark.parametrize(
    ("norm", "on", "phase"),
    [(ETHICS, BEFORE, "before_candidacy"), (DISCIPLINE, AFTER, "candidate")],
)
def test_the_day_of_determination_is_the_hinge(cast, norm, on, phase) -> None:
    row = alleged(people.registered(cast), cast, norm, on)
    assert row.phase == phase


@pytest.mark.parametrize(("norm", "on"), [(DISCIPLINE, BEFORE), (ETHICS, AFTER)])
def test_outside_its_phase_a_norm_needs_a_reason(cast, norm, on) -> None:
    case = people.registered(cast)
    with pytest.raises(PhaseReasonNeededError):
        alleged(case, cast, norm, on)
    row = alleged(case, cast, norm, on, reason="Unggahan masih tampil sesudahnya.")
    assert row.phase_reason


def test_a_crime_of_officials_is_not_offered_for_somebody_without_office(cast) -> None:
    with pytest.raises(NormNotOfferedError):
        alleged(people.registered(cast), cast, CRIME, AFTER, reason="tetap")


def test_a_crime_of_officials_is_offered_for_somebody_with_an_office(cast) -> None:
    case = people.registered(cast)
    actions_report = case.report.respondents.get()
    actions_report.holds_office = True
    actions_report.save()
    assert alleged(case, cast, CRIME, AFTER).norm == CRIME


def test_a_norm_of_a_general_election_is_not_offered(cast) -> None:
    with pytest.raises(NormNotOfferedError):
        alleged(
            people.registered(cast),
            cast,
            "crime-pemilu-asn-campaign-team",
            AFTER,
            reason="tetap",
        )


def test_an_unknown_norm_is_refused(cast) -> None:
    with pytest.raises(NormNotOfferedError):
        alleged(people.registered(cast), cast, "karangan", AFTER)


def test_the_same_norm_is_alleged_once(cast) -> None:
    case = people.registered(cast)
    alleged(case, cast, DISCIPLINE, AFTER)
    with pytest.raises(AllegedTwiceError):
        alleged(case, cast, DISCIPLINE, AFTER)


def test_every_norm_is_listed_with_why_it_does_not_fit(cast) -> None:
    case = people.registered(cast)
    offered = offered_norms(case, case.report.respondents.get(), AFTER)
    assert {o.fits for o in offered} == {True, False}
    assert all(o.reasons for o in offered if not o.fits)


def test_a_withdrawn_allegation_stays_in_the_ledger(cast) -> None:
    case = people.registered(cast)
    row = alleged(case, cast, DISCIPLINE, AFTER)
    with pytest.raises(NotAllowedError):
        actions.withdraw_allegation(
            allegation=row, actor=as_actor(cast.anton), at=people.WRITTEN_AT
        )
    actions.withdraw_allegation(
        allegation=row, actor=as_actor(cast.budi), at=people.WRITTEN_AT
    )
    kinds = LedgerEntry.objects.filter(subject=case.ledger_subject)
    assert not case.allegations.exists()
    assert {"case.norm_alleged", "case.norm_withdrawn"} <= set(
        kinds.values_list("kind", flat=True)
    )


def test_nothing_is_alleged_after_the_study(cast) -> None:
    case = people.case_on(cast, "plenary_outcome")
    with pytest.raises(CaseMovedError):
        alleged(case, cast, DISCIPLINE, AFTER)


def test_anton_alleges_nothing_in_another_city(cast) -> None:
    with pytest.raises(NotAllowedError):
        alleged(people.registered(cast), cast, DISCIPLINE, AFTER, who=cast.anton)


def test_the_favoured_side_is_kept(cast) -> None:
    side = cast.contest.sides.first()
    row = alleged(people.registered(cast), cast, DISCIPLINE, AFTER, side=side)
    assert row.side == side
