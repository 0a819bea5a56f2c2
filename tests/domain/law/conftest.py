"""The tables and the calendar that the law tests share."""

import pytest
from hypothesis import settings

from netra.domain import law

# No clock in tests: a busy machine must not fail a property.
settings.register_profile("law", deadline=None, database=None)
settings.load_profile("law")


@pytest.fixture(scope="session")
def tables() -> law.Law:
    return law.load_law()


@pytest.fixture(scope="session")
def calendar() -> law.WorkCalendar:
    return law.seed_calendar(range(2020, 2028))
