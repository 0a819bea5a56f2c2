"""Every screen shows the days left, by the law and the zone of the place."""

import pytest
from django.test import Client

from netra.records.law.models import CalendarDay, CalendarVersion
from netra.records.reports.models import Report
from tests import people
from tests.web.portal import walking

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(cast: people.Cast, clock) -> None:
    clock.set(walking.NOW)


def page_after(client: Client, known_on: str) -> str:
    """Return the screen that follows the one about time."""
    walking.start(client)
    walking.say(client, "waktu", known_on=known_on, happened_on="")
    return walking.text_of(client.get("/lapor/peristiwa/"))


def test_before_the_day_is_known_nothing_is_counted(client: Client) -> None:
    walking.start(client)
    assert "untuk melapor" not in walking.text_of(client.get("/lapor/waktu/"))


def test_the_days_left_are_those_of_the_law(client: Client) -> None:
    page = page_after(client, "2024-10-29")
    assert "Sisa 6 hari 14 jam untuk melapor" in page
    assert "Paling lambat Selasa, 5 November 2024, 23.59 WIB" in page
    assert "7 hari kalender" in page
    assert "UU 1/2015 Pasal 134 ayat (4)" in page
    assert "/hukum/pemilihan-2024.report_window/" in page


def test_the_days_are_listed_one_by_one(client: Client) -> None:
    page = page_after(client, "2024-10-29")
    assert "Lihat hitungannya hari demi hari" in page
    assert page.count('<li class="day ') == 8


def test_a_place_in_the_east_counts_by_its_own_clock(client: Client) -> None:
    walking.start(client)
    walking.say(client, "waktu")
    for row in (
        {"province": "94"},
        {"province": "94", "regency": "94.01"},
    ):
        client.post("/lapor/tempat/", row)
    page = walking.text_of(client.get("/lapor/peristiwa/"))
    assert "5 November 2024, 23.59 WIT" in page
    assert "23.59 WIB" not in page


def test_a_window_that_has_passed_is_told_honestly(client: Client) -> None:
    page = page_after(client, "2024-10-20")
    assert "Waktu melapor sudah lewat: paling lambat Minggu, 27 Oktober 2024" in page
    assert "tidak dapat diregistrasi" in page
    assert "informasi awal" in page


def test_a_late_report_can_still_be_sent(client: Client) -> None:
    walking.tell(client)
    walking.say(client, "waktu", known_on="2024-10-20", happened_on="")
    assert walking.send(client)["Location"] == "/lapor/terkirim/"
    assert Report.objects.get().known_on.isoformat() == "2024-10-20"


def test_without_a_calendar_the_page_says_so_and_keeps_the_draft(
    client: Client,
) -> None:
    CalendarDay.objects.all().delete()
    CalendarVersion.objects.all().delete()
    page = page_after(client, "2024-10-29")
    assert "Sisa waktu belum dapat dihitung" in page
    assert "Kalender libur belum dimuat" in page


def test_the_coach_counts_what_the_procedure_asks_for(client: Client) -> None:
    walking.start(client)
    empty = walking.text_of(client.get("/lapor/periksa/"))
    assert "0 dari 8 sudah ada" in empty
    walking.tell(client)
    page = walking.text_of(client.get("/lapor/periksa/"))
    assert "7 dari 8 sudah ada" in page
    assert "Lampirkan foto kartu identitas Anda" in page


def test_what_is_promised_for_the_office_is_still_missing(client: Client) -> None:
    walking.start(client)
    client.post("/lapor/tanda-tangan/", {"card_at_office": "on", "akhir": "1"})
    page = walking.text_of(client.get("/lapor/periksa/"))
    assert "Anda menyerahkannya di kantor" in page
    assert "0 dari 8 sudah ada" in page
