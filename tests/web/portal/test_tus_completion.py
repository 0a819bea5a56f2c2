"""A missing requirement sent in pieces, by who has shown number and code."""

import pytest
from django.test import Client

from netra.records.evidence.models import Arriving
from netra.records.reports.models import Exhibit, Report
from tests import people
from tests.web.portal import tussing, walking
from tests.web.portal.tussing import Sender, begin, sender

pytestmark = pytest.mark.django_db
FILE = tussing.large(walking.PNG, 100_000)
ITEM = "identity_card"


@pytest.fixture
def report(cast: people.Cast, clock, client: Client) -> Report:
    """A report that waits for its reporter, opened in this visit."""
    clock.set(people.COMPLETED_AT)
    report = people.report_on(cast, "completion")
    tussing.open_report(client, report)
    return report


def test_a_file_in_pieces_answers_the_requirement(
    client: Client, report: Report
) -> None:
    before = report.exhibits.count()
    one = sender(client, len(FILE), key="tambahan", item=ITEM, name="kartu.png")
    assert one.patch(0, FILE[:40_000]).status_code == 204
    assert one.patch(40_000, FILE[40_000:]).status_code == 204
    exhibit = report.exhibits.latest("pk")
    assert report.exhibits.count() == before + 1
    assert (exhibit.kind, exhibit.name) == (Exhibit.Kind.IDENTITY_CARD, "kartu.png")
    assert report.handed_in.filter(item=ITEM).exists()


def test_what_stopped_is_shown_and_can_be_given_up(
    client: Client, report: Report
) -> None:
    sender(client, len(FILE), key="tambahan", item=ITEM, name="kartu.png").patch(
        0, FILE[:50_000]
    )
    page = walking.text_of(client.get("/status/laporan/"))
    assert "kartu.png" in page
    assert "boleh sampai 500 MB tiap berkas" in page
    assert "Belum selesai: 50 persen" in page
    given = {"item": ITEM, "batal": str(Arriving.objects.get().pk), "akhir": "1"}
    assert client.post("/status/tambah/", given)["Location"] == "/status/laporan/"
    assert not Arriving.objects.exists()


@pytest.mark.parametrize("item", ["", "mahkota"])
def test_an_unknown_requirement_has_nowhere_to_send_to(
    client: Client, report: Report, item: str
) -> None:
    assert begin(client, 10, key="tambahan", item=item).status_code == 404


def test_who_opened_another_report_finds_nothing(
    client: Client, report: Report, cast: people.Cast
) -> None:
    one = sender(client, len(FILE), key="tambahan", item=ITEM)
    stranger = Client()
    assert Sender(stranger, one.place).head().status_code == 404
    tussing.open_report(stranger, people.report_on(cast, "completion"))
    assert Sender(stranger, one.place).head().status_code == 404
    assert Sender(stranger, one.place).patch(0, FILE).status_code == 404
    assert one.head().status_code == 200


def test_a_report_that_takes_no_more_says_so(
    client: Client, report: Report, cast: people.Cast
) -> None:
    later = people.report_on(cast, "completion_check")
    tussing.open_report(client, later)
    one = sender(client, len(FILE), key="tambahan", item=ITEM)
    answer = one.patch(0, FILE)
    assert answer.status_code == 422
    assert "baru saja diubah" in answer.content.decode()
    assert not Arriving.objects.exists()
