"""The feed and the e-mail of a report, as its reporter asks for and stops them."""

import xml.etree.ElementTree as ElementTree
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.test import Client

from netra.records.reports import following
from netra.records.reports.models import Report, ReportEvent, ReportFeed, ReportMail
from tests import people
from tests.web.portal import walking
from tests.web.portal.test_status import NAMES, open_

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "wati.contohwati@surel.contoh.id"
NOBODYS = "AAAAAAAAAAAAAAAAAAAAAA"


@pytest.fixture(autouse=True)
def _today(clock, settings) -> None:
    clock.set(people.NOTIFIED_AT)
    settings.MAIL_IS_ON = True


@pytest.fixture
def report(cast: people.Cast, client: Client) -> Report:
    found = people.report_on(cast, "completion")
    open_(client, found)
    return found


def feed_path(client: Client) -> str:
    """Ask for a feed and return its address, as it is shown once."""
    page = walking.text_of(client.post("/status/umpan/")).replace("<wbr>", "")
    start = page.index(
        "/status/umpan/", page.index("http://127.0.0.1:8000/status/umpan/")
    )
    return page[start : page.index("<", start)]


def entries(report: Report) -> list[tuple[str, str]]:
    token = following.open_feed(report=report, at=people.NOTIFIED_AT)
    answer = Client().get(f"/status/umpan/{token}/")
    assert answer.status_code == 200
    return [
        (one.findtext(f"{ATOM}title"), one.findtext(f"{ATOM}updated"))
        for one in ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")
    ]


# Feed ----------------------------------------------------------------------------------


def test_a_feed_is_made_only_when_asked_for_and_shown_once(
    report: Report, client: Client
) -> None:
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Buat alamat umpan" in page
    assert not ReportFeed.objects.exists()
    address = feed_path(client)
    assert Client().get(address).status_code == 200
    page = walking.text_of(client.get("/status/laporan/"))
    assert address not in page.replace("<wbr>", "")
    assert "Hentikan umpan" in page


def test_a_feed_is_valid_atom_without_cookie_and_without_being_kept(
    report: Report, client: Client
) -> None:
    answer = Client().get(feed_path(client))
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies
    root = ElementTree.fromstring(answer.content)
    assert root.tag == f"{ATOM}feed"
    for part in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert part.findtext(f"{ATOM}{name}"), name
        at = datetime.fromisoformat(part.findtext(f"{ATOM}updated"))
        assert at.utcoffset() is not None
    assert root.find(f"{ATOM}author/{ATOM}name").text == "Netra"
    ids = [one.findtext(f"{ATOM}id") for one in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) > 1


def test_a_feed_tells_number_step_and_day_in_the_zone_of_the_place(
    report: Report,
) -> None:
    told = entries(report)
    assert told[0] == (
        f"{report.number}: Menunggu pelapor melengkapi laporan",
        "2024-10-31T00:00:00+07:00",
    )
    assert told[-1] == (
        f"{report.number}: Penerimaan laporan / penuangan hasil pengawasan",
        "2024-10-30T00:00:00+07:00",
    )


@pytest.mark.parametrize("step", people.REPORT_STEPS)
def test_a_feed_names_nobody_and_no_office(
    cast: people.Cast, client: Client, step: str
) -> None:
    report = people.report_on(cast, step)
    token = following.open_feed(report=report, at=people.NOTIFIED_AT)
    text = walking.text_of(client.get(f"/status/umpan/{token}/"))
    forbidden = (*NAMES, report.office.name, report.event, report.place)
    assert [name for name in forbidden if name in text] == []
    assert token not in text


def test_a_feed_tells_that_a_report_lives_on_as_information(report: Report) -> None:
    ReportEvent.objects.create(
        report=report, key="kept_as_information", at=people.TOLD_AT
    )
    assert entries(report)[0][0].endswith("Disimpan sebagai informasi awal")


def test_a_feed_goes_on_with_the_case(cast: people.Cast) -> None:
    case = people.case_on(cast, "follow_up")
    titles = [title for title, _day in entries(case.report)]
    assert any("Kajian dugaan pelanggaran" in title for title in titles)
    assert any("Pemantauan tindak lanjut" in title for title in titles)


def test_a_wrong_or_stopped_feed_does_not_exist(report: Report, client: Client) -> None:
    address = feed_path(client)
    assert Client().get(f"/status/umpan/{NOBODYS}/").status_code == 404
    answer = client.post("/status/umpan/berhenti/", follow=True)
    assert "Umpan sudah dihentikan" in walking.text_of(answer)
    assert Client().get(address).status_code == 404


def test_feeds_are_limited(client: Client, settings, monkeypatch) -> None:
    settings.RATE_LIMITS = True
    monkeypatch.setitem(walking.RATES, "feed", "2/h/ip")
    codes = [client.get(f"/status/umpan/{NOBODYS}/").status_code for _ in range(3)]
    assert codes == [404, 404, 429]


def test_without_number_and_code_nothing_can_be_followed(client: Client, cast) -> None:
    people.report_on(cast, "completion")
    for address in ("umpan/", "umpan/berhenti/", "surel/", "surel/berhenti/"):
        answer = client.post(f"/status/{address}", {"address": ADDRESS})
        assert answer["Location"] == "/status/"
    assert not ReportFeed.objects.exists()
    assert not ReportMail.objects.exists()


# E-mail --------------------------------------------------------------------------------


def ask(client: Client, address: str = ADDRESS, **more: object):
    return client.post("/status/surel/", {"address": address}, **more)


def row_of(report: Report) -> ReportMail:
    return ReportMail.objects.get(report=report)


def test_without_a_mail_server_no_e_mail_is_offered(
    report: Report, client: Client, settings
) -> None:
    settings.MAIL_IS_ON = False
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Surel saat status berubah" not in page
    assert ask(client).status_code == 404
    assert not ReportMail.objects.exists()


def test_asking_tells_first_what_the_provider_reads(
    report: Report, client: Client
) -> None:
    page = walking.text_of(client.get("/status/laporan/"))
    assert "dapat membaca bahwa Anda memegang nomor laporan ini" in page


def test_an_address_is_kept_and_never_shown(report: Report, client: Client) -> None:
    page = walking.text_of(ask(client, follow=True))
    assert "Sebentar lagi ada surel untuk Anda" in page
    assert "Hentikan surel dan hapus alamat" in page
    assert ADDRESS not in page
    assert row_of(report).address == ADDRESS
    assert row_of(report).confirmed_at is None
    assert mail.outbox == []  # the worker sends, no page


@pytest.mark.parametrize("wrong", ["", "wati", "a@b.id\nBcc: c@d.id"])
def test_a_wrong_address_is_told_and_not_kept(
    report: Report, client: Client, wrong: str
) -> None:
    answer = ask(client, wrong)
    assert answer.status_code == 422
    assert "alamat surel" in walking.text_of(answer)
    assert not ReportMail.objects.exists()


def test_asking_is_limited_for_a_number(
    report: Report, client: Client, settings, monkeypatch
) -> None:
    settings.RATE_LIMITS = True
    monkeypatch.setitem(walking.RATES, "follow", "100/h/ip,2/24h/key")
    assert [ask(client).status_code for _ in range(3)] == [302, 302, 429]


def test_only_the_button_confirms_not_the_link(report: Report, client: Client) -> None:
    ask(client)
    link = f"/status/surel/{row_of(report).token}/"
    page = walking.text_of(Client().get(link))
    assert "Ya, kirimi saya" in page
    assert ADDRESS not in page
    assert row_of(report).confirmed_at is None
    answer = Client().post(link, {"ya": "1"})
    assert "Alamat Anda sudah pasti" in walking.text_of(answer)
    assert row_of(report).confirmed_at == people.NOTIFIED_AT


def test_an_old_link_confirms_nothing(report: Report, client: Client, clock) -> None:
    ask(client)
    link = f"/status/surel/{row_of(report).token}/"
    clock.set(people.NOTIFIED_AT + timedelta(days=3))
    assert Client().post(link, {"ya": "1"}).status_code == 404
    assert row_of(report).confirmed_at is None


def test_the_link_stops_and_a_stopped_link_says_so(
    report: Report, client: Client
) -> None:
    ask(client)
    link = f"/status/surel/{row_of(report).token}/"
    answer = Client().post(link, {"berhenti": "1"})
    assert "Surel dihentikan" in walking.text_of(answer)
    assert not ReportMail.objects.exists()
    answer = Client().get(link)
    assert answer.status_code == 404
    assert "Tautan ini tidak berlaku" in walking.text_of(answer)


def test_a_mail_program_stops_with_one_request(report: Report, client: Client) -> None:
    ask(client)
    address = f"/status/surel/{row_of(report).token}/berhenti/"
    program = Client(enforce_csrf_checks=True)
    assert program.get(address).status_code == 405
    assert ReportMail.objects.exists()
    answer = program.post(address, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not ReportMail.objects.exists()


def test_the_status_page_stops_with_one_click(report: Report, client: Client) -> None:
    ask(client)
    answer = client.post("/status/surel/berhenti/", follow=True)
    assert "alamat Anda dihapus" in walking.text_of(answer)
    assert not ReportMail.objects.exists()


def test_one_token_follows_one_way_only(report: Report, client: Client) -> None:
    ask(client)
    token = following.open_feed(report=report, at=people.NOTIFIED_AT)
    assert Client().get(f"/status/surel/{token}/").status_code == 404
    mailed = row_of(report).token
    assert Client().get(f"/status/umpan/{mailed}/").status_code == 404
