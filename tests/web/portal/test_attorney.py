"""A reporter who acts through an attorney, on the screens of the report."""

from datetime import date

import pytest
from django.test import Client

from netra.records.reports.models import Exhibit, Report, ReportDraft
from netra.web.portal import drafts
from tests import people
from tests.web.portal import walking

pytestmark = pytest.mark.django_db
ATTORNEY = {
    "kuasa-name": "Dodi Contohdodi",
    "kuasa-address": "Jalan Kuasa 2",
    "kuasa-phone": "0800000009",
    "kuasa-power_on": "2024-10-29",
}


@pytest.fixture(autouse=True)
def _told(cast: people.Cast, clock, client: Client) -> None:
    clock.set(walking.NOW)
    walking.tell(client)


def test_an_attorney_may_be_left_out(client: Client) -> None:
    walking.send(client)
    assert not hasattr(Report.objects.get(), "attorney")


def test_an_attorney_becomes_part_of_the_report(client: Client) -> None:
    walking.say(client, "pelapor", **ATTORNEY)
    assert walking.send(client).status_code == 302
    attorney = Report.objects.get().attorney
    assert attorney.name == "Dodi Contohdodi"
    assert attorney.power_on == date(2024, 10, 29)


def test_the_power_of_attorney_is_an_exhibit_of_its_own(client: Client) -> None:
    page = walking.text_of(client.get("/lapor/tanda-tangan/"))
    assert "Foto surat kuasa" not in page
    walking.say(client, "pelapor", **ATTORNEY)
    assert "Foto surat kuasa" in walking.text_of(client.get("/lapor/tanda-tangan/"))
    power = walking.png("surat-kuasa.png", b"kuasa")
    client.post("/lapor/tanda-tangan/", {"power_of_attorney": [power], "akhir": "1"})
    walking.send(client)
    kinds = Report.objects.get().exhibits.values_list("kind", flat=True)
    assert Exhibit.Kind.POWER_OF_ATTORNEY in kinds
    assert Report.objects.get().exhibits.get(kind="power_of_attorney").shows_identity


def test_an_attorney_without_a_name_is_asked_for_beside_the_field(
    client: Client,
) -> None:
    answer = walking.say(client, "pelapor", **{**ATTORNEY, "kuasa-name": ""})
    page = walking.text_of(answer)
    assert answer.status_code == 422
    assert "Tulis nama kuasa, atau kosongkan semua isian kuasa." in page
    assert 'value="Jalan Kuasa 2"' in page
    assert walking.send(client).status_code == 422


def test_a_power_from_the_future_is_refused_and_kept_as_typed(client: Client) -> None:
    ahead = {**ATTORNEY, "kuasa-power_on": "2024-12-24"}
    answer = walking.say(client, "pelapor", **ahead)
    assert answer.status_code == 422
    held = drafts.read(ReportDraft.objects.get())
    assert held.of("kuasa")["power_on"] == "2024-12-24"


def test_an_attorney_can_be_taken_back(client: Client) -> None:
    walking.say(client, "pelapor", **ATTORNEY)
    walking.say(client, "pelapor", **dict.fromkeys(ATTORNEY, ""))
    walking.send(client)
    assert not hasattr(Report.objects.get(), "attorney")


def test_what_is_read_about_attorneys_stands_on_the_page(client: Client) -> None:
    page = walking.text_of(client.get("/lapor/pelapor/"))
    assert "Pelapor dapat memberi kuasa." in page


def test_what_was_not_read_is_marked(client: Client, clock) -> None:
    clock.set(people.at("2024-09-12 09:00"))
    walking.say(client, "waktu", known_on="2024-09-11", happened_on="2024-09-10")
    page = walking.text_of(client.get("/lapor/pelapor/"))
    assert "Ketentuan tentang kuasa pelapor belum terlihat" in page
    assert 'href="/hukum/pemilihan-2020.attorney/"' in page


def test_the_attorney_is_read_back_before_sending(client: Client) -> None:
    walking.say(client, "pelapor", **ATTORNEY)
    page = walking.text_of(client.get("/lapor/periksa/"))
    assert "Nama kuasa" in page
    assert "Dodi Contohdodi" in page


def test_the_public_pages_do_not_name_the_attorney(client: Client) -> None:
    walking.say(client, "pelapor", **ATTORNEY)
    walking.send(client)
    for address in ("/lapor/terkirim/", "/status/lihat/", "/pengumuman/"):
        assert "Dodi" not in walking.text_of(client.get(address, follow=True))
