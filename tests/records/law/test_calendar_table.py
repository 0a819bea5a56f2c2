"""The calendar of days off, in editions that stay."""

from datetime import date

import pytest

from netra.domain.law import CalendarGapError
from netra.records.accounts.queries import INSTALLATION
from netra.records.law.actions import add_day_off, seed
from netra.records.law.errors import DayOffTwiceError, EmptyCalendarError
from netra.records.law.models import CalendarDay, CalendarVersion
from netra.records.law.queries import current_calendar, editions, newest_edition
from netra.records.ledger.models import LedgerEntry
from netra.records.ledger.replaying import compare
from netra.records.reports.queries import deadlines_of
from tests import people

DECREED = date(2024, 11, 6)
pytestmark = pytest.mark.django_db


def decree() -> CalendarVersion:
    return add_day_off(
        day=DECREED,
        label="Libur contoh",
        basis="Keputusan contoh 1/2024",
        actor=INSTALLATION,
        at=people.at("2024-11-04 08:00"),
    )


def test_the_first_edition_comes_from_the_package() -> None:
    calendar = current_calendar()
    assert newest_edition() == 1
    assert calendar.day_off(date(2024, 8, 17)) is not None
    assert calendar.day_off(DECREED) is None


def test_seeding_again_changes_nothing() -> None:
    assert seed(years=range(2019, 2030), actor=INSTALLATION, at=people.LAID_AT) is None
    assert newest_edition() == 1


def test_a_decreed_day_makes_a_new_edition_and_leaves_the_old_one() -> None:
    before = set(CalendarDay.objects.filter(version=1).values_list("day", flat=True))
    version = decree()
    assert version.number == newest_edition() == 2
    found = current_calendar().day_off(DECREED)
    assert found is not None
    assert (found.label, found.basis) == ("Libur contoh", "Keputusan contoh 1/2024")
    after = set(CalendarDay.objects.filter(version=1).values_list("day", flat=True))
    assert after == before
    assert [edition.number for edition in editions()] == [2, 1]


def test_a_day_off_is_entered_once() -> None:
    decree()
    with pytest.raises(DayOffTwiceError, match="2024-11-06"):
        decree()
    assert newest_edition() == 2


def test_an_edition_is_an_entry_that_the_replay_knows() -> None:
    decree()
    entry = LedgerEntry.objects.filter(kind="calendar.edition_made").latest("number")
    assert entry.facts()["day"] == "2024-11-06"
    assert compare().difference is None


def test_an_edition_changed_behind_the_ledger_is_a_difference() -> None:
    decree()
    CalendarDay.objects.filter(version=2).update(day=date(2024, 11, 7))
    assert "calendar:2 day: replay says '2024-11-06'" in str(compare().difference)


def test_a_decree_moves_running_deadlines(cast: people.Cast) -> None:
    report = people.submitted(cast)
    before = {d.key: d.due_at for d in deadlines_of(report)}
    add_day_off(
        day=date(2024, 10, 31),
        label="Libur contoh",
        basis="Keputusan contoh 2/2024",
        actor=INSTALLATION,
        at=people.STUDIED_AT,
    )
    after = {d.key: d.due_at for d in deadlines_of(report)}
    assert set(after) == set(before)
    assert all(after[key] >= before[key] for key in before)


def test_a_year_that_is_not_in_the_table_stops_the_clock() -> None:
    with pytest.raises(CalendarGapError):
        current_calendar().is_working_day(date(2035, 1, 5))


def test_an_empty_table_says_which_command_fills_it() -> None:
    CalendarDay.objects.all().delete()
    CalendarVersion.objects.all().delete()
    with pytest.raises(EmptyCalendarError, match="netra prepare") as caught:
        current_calendar()
    assert "Kalender libur belum dimuat" in caught.value.reader_message
