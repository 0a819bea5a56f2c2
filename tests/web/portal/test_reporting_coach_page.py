"""A whole report on one page becomes a draft."""

import pytest
from django.test import Client

from netra.records.reports.models import ReportDraft
from netra.web.portal import drafts
from tests import people
from tests.web.portal import walking

pytestmark = pytest.mark.django_db
WHOLE = {
    "known_on": "2024-10-29",
    "happened_on": "2024-10-28",
    "happened_time": "",
    "regency": "33.74",
    "place": "Lapangan Contoh",
    "terlapor-0-name": "Bambang Contohadi",
    "terlapor-0-workplace": "Dinas Contoh",
    "event": "Mengajak memilih pada acara kampanye",
    "account": "DATA CONTOH. Saya melihat ia berbicara di panggung.",
    "links": "https://contoh.example/a",
    "name": "Wati Contohwati",
    "address": "Jalan Contoh 1",
    "phone": "0800000001",
    "email": "",
}


@pytest.fixture(autouse=True)
def _today(cast: people.Cast, clock) -> None:
    clock.set(walking.NOW)


def test_the_page_holds_every_question_and_every_regency(client: Client) -> None:
    answer = client.get("/lapor/siap/")
    page = walking.text_of(answer)
    assert "no-store" in answer["Cache-Control"]
    assert all(f'name="{name}"' in page for name in WHOLE)
    assert page.count("<optgroup") == 38
    assert 'value="94.01"' in page


def test_what_was_typed_becomes_a_draft_and_is_read_back(client: Client) -> None:
    answer = client.post("/lapor/siap/", WHOLE)
    assert answer["Location"] == "/lapor/periksa/"
    typed = drafts.read(ReportDraft.objects.get())
    assert typed.of("tempat")["province"] == "33"
    assert typed.of("tempat")["regency"] == "33.74"
    assert typed.named("terlapor")[0]["name"] == "Bambang Contohadi"
    assert typed.of("pelapor")["name"] == "Wati Contohwati"
    page = walking.text_of(client.get("/lapor/periksa/"))
    assert "Lapangan Contoh" in page
    assert "Ini perlu ada sebelum" not in page


def test_what_is_wrong_is_kept_and_named_later(client: Client) -> None:
    client.post("/lapor/siap/", {**WHOLE, "known_on": "lusa", "regency": "00.00"})
    typed = drafts.read(ReportDraft.objects.get())
    assert typed.of("waktu")["known_on"] == "lusa"
    assert typed.of("tempat")["regency"] == ""
    assert "Ini perlu ada" in walking.text_of(client.get("/lapor/periksa/"))


def test_an_empty_page_names_nobody(client: Client) -> None:
    client.post("/lapor/siap/", {})
    assert drafts.read(ReportDraft.objects.get()).named("terlapor") == []


def test_a_device_with_too_many_drafts_is_told_and_loses_none(client: Client) -> None:
    from netra.records.reports.devices import DRAFTS_PER_DEVICE

    for _ in range(DRAFTS_PER_DEVICE):
        client.post("/lapor/siap/", WHOLE)
    answer = client.post("/lapor/siap/", WHOLE)
    assert answer["Location"] == "/lapor/"
    assert ReportDraft.objects.count() == DRAFTS_PER_DEVICE
