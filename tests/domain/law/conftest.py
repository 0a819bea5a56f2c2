"""The tables and the calendar that the law tests share."""

import pytest

from netra.domain import law


@pytest.fixture(scope="session")
def tables() -> law.Law:
    return law.load_law()


@pytest.fixture(scope="session")
def calendar() -> law.WorkCalendar:
    return law.seed_calendar(range(2020, 2028))
