"""The calendar of a year, and a decreed day off that is shown before it counts."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from netra.domain.law import load_law
from netra.records.accounts.queries import INSTALLATION, PUBLIC
from netra.records.contests.loading import load_contests
from netra.records.contests.models import Contest
from netra.records.law.models import CalendarDay, CalendarVersion
from netra.records.law.queries import current_calendar, newest_edition
from netra.records.ledger.replaying import compare
from netra.records.reports import actions as reports
from netra.records.reports.models import Report
from netra.records.reports.queries import deadlines_of
from tests import people
from tests.people import Cast

DAY = {"day": "2024-01-18", "label": "Libur contoh", "basis": "SK 7 contoh"}
SUBMITTED_AT = people.at("2024-01-17 09:00")


@pytest.fixture(autouse=True)
def _moment(clock) -> None:
    clock.set(SUBMITTED_AT)


@pytest.fixture
def report(cast: Cast) -> Report:
    """A report of the general election, whose deadlines run in working days."""
    load_contests(load_law(), actor=INSTALLATION, at=people.LAID_AT)
    telling = people.told(known_on=date(2024, 1, 16), happened_on=date(2024, 1, 15))
    made, _code = reports.hand_in_report(
        draft=reports.open_draft(at=SUBMITTED_AT),
        content=telling,
        contest=Contest.objects.get(pk="pemilu-2024/presiden"),
        actor=PUBLIC,
        at=SUBMITTED_AT,
    )
    return made


@pytest.fixture
def putri(cast: Cast, client: Client) -> Client:
    client.force_login(cast.putri)
    return client


def year(client: Client, asked: str | None = None) -> str:
    query = {"tahun": asked} if asked else {}
    response = client.get(reverse("calendar"), query)
    assert response.status_code == 200
    return response.content.decode()


def test_it_opens_on_the_year_of_today(cast, putri):
    text = year(putri)

    assert "Kalender 2024" in text
    assert "Kamis, 26 Desember 2024" in text
    assert "Cuti bersama" in text


def test_a_computed_date_is_marked_as_an_estimate(cast, putri):
    assert "Perkiraan" in year(putri, "2027")
    assert "Perkiraan" not in year(putri, "2024")


def test_a_year_that_is_not_loaded_says_what_follows(cast, putri):
    text = year(putri, "2031")

    assert "Hari libur 2031 belum dimuat" in text


@pytest.mark.parametrize("asked", ["abc", "20", "99999", "-1", "٢٠٢٤", "0000"])
def test_a_year_that_is_none_shows_this_year(cast, putri, asked):
    assert "Kalender 2024" in year(putri, asked)


def test_an_empty_calendar_names_the_command(cast, putri):
    CalendarDay.objects.all().delete()
    CalendarVersion.objects.all().delete()

    assert "netra prepare" in year(putri)
    assert putri.get(reverse("calendar_add")).status_code == 302


def test_everybody_reads_it_and_only_administrators_write(cast, client):
    client.force_login(cast.budi)
    assert reverse("calendar_add") not in year(client)
    assert client.get(reverse("calendar_add")).status_code == 403
    assert client.post(reverse("calendar_add"), DAY | {"sure": "1"}).status_code == 403
    assert newest_edition() == 1


def test_what_moves_is_shown_before_anything_is_written(cast, putri, report):
    people.case_on(cast, "study")  # its days are calendar days

    response = putri.post(reverse("calendar_add"), DAY)

    assert response.status_code == 200
    assert newest_edition() == 1
    moves = response.context["moves"]
    assert (moves.reports, moves.cases) == (1, 0)
    assert "1 laporan dan 0 perkara" in response.content.decode()


def test_a_day_behind_every_deadline_moves_nothing(cast, putri, report):
    response = putri.post(reverse("calendar_add"), DAY | {"day": "2025-06-12"})

    assert "Tidak ada tenggat berjalan yang bergeser" in response.content.decode()


def test_after_the_yes_the_day_is_an_edition_and_deadlines_move(cast, putri, report):
    before = {d.key: d.due_on for d in deadlines_of(report)}

    done = putri.post(reverse("calendar_add"), DAY | {"sure": "1"})

    assert done.status_code == 302
    assert newest_edition() == 2
    assert current_calendar().day_off(date(2024, 1, 18)) is not None
    after = {d.key: d.due_on for d in deadlines_of(report)}
    assert before["initial_study"] == date(2024, 1, 19)
    assert after["initial_study"] == date(2024, 1, 22)
    assert compare().difference is None
    text = year(putri)
    assert "Libur contoh" in text
    assert "SK 7 contoh" in text
    assert "Edisi 2" in text


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"day": "2024-12-25"}, "day"),
        ({"day": "2031-01-02"}, "day"),
        ({"day": "kemarin"}, "day"),
        ({"label": " "}, "label"),
        ({"basis": ""}, "basis"),
    ],
)
def test_a_day_that_cannot_be_entered_is_refused(cast, putri, told, wrong):
    response = putri.post(reverse("calendar_add"), DAY | told | {"sure": "1"})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [wrong]
    assert newest_edition() == 1
