"""The cast walks a matter through every step of the Pilkada procedure."""

import pytest

from netra.records.ledger.replaying import compare
from tests import people


@pytest.mark.parametrize("step", people.REPORT_STEPS)
def test_a_report_reaches_every_step(cast: people.Cast, step: str) -> None:
    assert people.report_on(cast, step).step == step
    assert compare().difference is None


@pytest.mark.parametrize("step", people.CASE_STEPS)
def test_a_case_reaches_every_step(cast: people.Cast, step: str) -> None:
    assert people.case_on(cast, step).step == step
    assert compare().difference is None


def test_a_case_that_is_not_proven_ends_when_its_status_is_told(
    cast: people.Cast,
) -> None:
    case = people.case_on(cast, "status_notice", outcome="not_a_violation")
    assert not case.referrals.exists()


def test_a_case_of_a_civil_servant_is_referred_to_bkn(cast: people.Cast) -> None:
    case = people.case_on(cast, "status_notice")
    assert case.referrals.get().authority == "bkn"
