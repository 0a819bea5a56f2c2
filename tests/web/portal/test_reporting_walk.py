"""A citizen reports from the first screen to the receipt."""

import pytest
from django.test import Client

from netra.records.reports.models import Report, ReportDraft
from netra.records.reports.queries import report_by_code
from netra.web.portal import drafts
from tests import people
from tests.web.portal import walking

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(cast: people.Cast, clock) -> None:
    clock.set(walking.NOW)


def test_every_screen_opens_and_leads_to_a_report(client: Client) -> None:
    walking.tell(client)
    sent = walking.send(client)
    assert sent.status_code == 302
    assert sent["Location"] == "/lapor/terkirim/"
    report = Report.objects.get()
    assert report.place_region == "33.74.01"
    assert report.reporter.name == "Wati Contohwati"
    assert report.respondents.get().workplace == "Dinas Contoh"
    assert report.witnesses.get().name == "Citra Contohsari"
    assert set(report.exhibits.values_list("kind", flat=True)) == {
        "evidence",
        "signed_page",
    }


def test_the_receipt_page_shows_number_and_code_until_they_are_noted(
    client: Client,
) -> None:
    walking.tell(client)
    walking.send(client)
    report = Report.objects.get()
    code = drafts.read(ReportDraft.objects.get()).code
    page = walking.text_of(client.get("/lapor/terkirim/"))
    assert code in page
    assert report.number.replace("/", "/<wbr>") in page
    assert report_by_code(report.number, code) == report
    left = client.post("/lapor/terkirim/")
    assert left["Location"] == "/status/laporan/"
    assert ReportDraft.objects.get().content == ""
    assert client.cookies[drafts.COOKIE].value == ""


def test_sending_twice_leads_to_the_same_receipt(client: Client) -> None:
    walking.tell(client)
    walking.send(client)
    again = walking.send(client)
    assert again["Location"] == "/lapor/terkirim/"
    assert Report.objects.count() == 1


def test_what_was_typed_is_nowhere_but_in_the_report_after_sending(
    client: Client,
) -> None:
    walking.tell(client)
    walking.send(client)
    assert "Wati" not in ReportDraft.objects.get().content


def test_the_receipt_can_be_downloaded_by_the_device_that_sent_it(
    client: Client,
) -> None:
    walking.tell(client)
    walking.send(client)
    client.get("/lapor/terkirim/")
    paper = Report.objects.get().papers.get(kind="receipt")
    answer = client.get(f"/status/surat/{paper.pk}/")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert Client().get(f"/status/surat/{paper.pk}/").status_code == 302
