"""Days off come from the seed and stop where nothing is known."""

from datetime import date

import pytest

from netra.domain import law


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2024, 12, 25), "nasional"),
        (date(2024, 12, 26), "cuti_bersama"),
        (date(2024, 4, 8), "cuti_bersama"),
        (date(2024, 11, 27), "nasional"),
        (date(2025, 8, 18), "cuti_bersama"),
    ],
)
def test_the_seed_knows_holidays_and_joint_leave(calendar, day, kind) -> None:
    off = calendar.day_off(day)
    assert off is not None
    assert off.kind == kind
    assert not off.estimated
    assert not calendar.is_working_day(day)


def test_monday_to_friday_are_working_days(calendar) -> None:
    week = [date(2024, 11, 4 + place) for place in range(7)]
    assert [calendar.is_working_day(day) for day in week] == [True] * 5 + [False] * 2


def test_an_estimated_holiday_is_marked_and_its_name_is_clean() -> None:
    calendar = law.seed_calendar([2027])
    off = calendar.day_off(date(2027, 3, 10))
    assert off is not None
    assert off.estimated
    assert off.label == "Hari Raya Idul Fitri"


def test_a_year_without_known_joint_leave_is_not_covered() -> None:
    calendar = law.seed_calendar([2027, 2031])
    assert calendar.years == {2027}
    with pytest.raises(law.CalendarGapError, match="2031"):
        calendar.is_working_day(date(2031, 1, 2))
    assert not any(day.year == 2031 for day in calendar.days_off)


def test_further_days_off_leave_the_calendar_as_it_was(calendar) -> None:
    off = law.DayOff(label="Libur daerah", kind="lokal")
    more = calendar.with_days_off({date(2024, 11, 5): off})
    assert not more.is_working_day(date(2024, 11, 5))
    assert calendar.is_working_day(date(2024, 11, 5))
    assert more.version != calendar.version


def test_no_years_give_an_empty_calendar() -> None:
    assert law.seed_calendar([]).years == frozenset()
