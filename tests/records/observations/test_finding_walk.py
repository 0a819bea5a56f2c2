"""From Form A and from a tracing to a case, by the real actions."""

import pytest

from netra.records.ledger.replaying import compare
from tests import people


@pytest.mark.parametrize("kind", ["observation", "tracing"])
def test_a_case_of_a_finding_walks_the_whole_road(cast: people.Cast, kind: str) -> None:
    origin = people.tracing_on(cast) if kind == "tracing" else None
    case = people.case_of_finding(cast, "follow_up", origin=origin)
    assert case.report is None
    assert case.finding is not None
    assert getattr(case.finding, kind) is not None
    assert case.referrals.count() == 1
    assert compare().difference is None
