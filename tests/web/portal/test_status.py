"""With number and code a reporter reads the status, adds and completes."""

from datetime import datetime, timedelta

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from netra.domain.law import Paper
from netra.records.accounts.queries import PUBLIC
from netra.records.documents import store
from netra.records.documents.actions import issue_paper, issue_receipt
from netra.records.law.models import CalendarDay, CalendarVersion
from netra.records.reports import actions as reports
from netra.records.reports.models import Report
from tests import people
from tests.web.portal import walking

pytestmark = pytest.mark.django_db

NAMES = ("Wati", "Contohwati", "Bambang", "Contohadi", "Dinas Contoh")


def open_(client: Client, report: Report, at: datetime = people.NOTIFIED_AT) -> None:
    """Let a client read a report, as the code would."""
    session = client.session
    session["status"] = {"report": report.pk, "at": at.isoformat()}
    session.save()


@pytest.fixture(autouse=True)
def _today(clock) -> None:
    clock.set(people.NOTIFIED_AT)


@pytest.fixture
def report(cast: people.Cast, client: Client) -> Report:
    """A report whose identity card is missing, open for the client."""
    found = people.report_on(cast, "completion")
    open_(client, found)
    return found


def add(client: Client, item: str, **more: object):
    return client.post("/status/tambah/", {"item": item, "akhir": "1", **more})


def test_number_and_code_open_the_status(cast: people.Cast, client: Client) -> None:
    report, code = people.submitted_with_code(cast)
    plain = code.replace("-", "").lower()
    answer = client.post("/status/", {"number": report.number, "code": plain})
    assert answer["Location"] == "/status/laporan/"
    assert client.get("/status/laporan/").status_code == 200


@pytest.mark.parametrize(
    ("number", "code"), [("right", "0000-0000-0000"), ("nowhere", "right")]
)
def test_a_wrong_pair_does_not_say_which_was_wrong(
    cast: people.Cast, client: Client, number: str, code: str
) -> None:
    report, own = people.submitted_with_code(cast)
    given = {
        "number": report.number if number == "right" else number,
        "code": own if code == "right" else code,
    }
    answer = client.post("/status/", given)
    assert answer.status_code == 422
    page = walking.text_of(answer)
    assert "Nomor dan kode tidak cocok" in page
    assert f'value="{given["number"]}"' in page


def test_nothing_typed_is_told_beside_both_fields(client: Client) -> None:
    answer = client.post("/status/", {})
    assert answer.status_code == 422
    page = walking.text_of(answer)
    for text in (
        "Tulis nomor yang ada pada tanda terima.",
        "Tulis kode yang tampil saat laporan terkirim.",
    ):
        assert page.count(text) == 2, text


def test_guessing_one_number_is_stopped(
    client: Client, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.RATE_LIMITS = True
    monkeypatch.setitem(walking.RATES, "status", "100/10m/ip,2/10m/key")
    given = {"number": "001/PL", "code": "0000-0000-0000"}
    answers = [client.post("/status/", given).status_code for _ in range(3)]
    assert answers == [422, 422, 429]
    other = client.post("/status/", {**given, "number": "002/PL"})
    assert other.status_code == 422


def test_without_number_and_code_nothing_is_shown(client: Client) -> None:
    for address in ("/status/laporan/", "/status/surat/1/"):
        assert client.get(address)["Location"] == "/status/"
    for address in ("/status/tambah/", "/status/kirim/"):
        assert client.post(address)["Location"] == "/status/"


def test_the_page_closes_by_itself_after_an_hour(
    report: Report, client: Client, clock
) -> None:
    clock.set(people.NOTIFIED_AT + timedelta(minutes=59))
    assert client.get("/status/laporan/").status_code == 200
    clock.set(people.NOTIFIED_AT + timedelta(minutes=59 + 61))
    assert client.get("/status/laporan/").status_code == 302


def test_leaving_closes_the_page(report: Report, client: Client) -> None:
    client.post("/status/keluar/")
    assert client.get("/status/laporan/").status_code == 302


def test_the_page_says_what_to_do_by_when_and_what_else_happens(
    report: Report, client: Client
) -> None:
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Laporan Anda belum lengkap. 1 hal lagi perlu Anda tambahkan." in page
    assert "Kartu identitas" in page
    assert "Paling lambat Sabtu, 2 November 2024, 23.59 WIB" in page
    assert "Kalau lewat waktu, laporan Anda tidak hilang" in page
    assert "Kirim perbaikan" in page


def test_the_road_shows_what_is_done_here_and_ahead(
    report: Report, client: Client
) -> None:
    page = walking.text_of(client.get("/status/laporan/"))
    assert page.count('<li class="is-done">') == 3
    assert page.count('<li class="is-now" aria-current="step">') == 1
    assert "Rabu, 30 Oktober 2024, 14.00 WIB" in page
    assert "paling lama 1 hari kalender" in page


@pytest.mark.parametrize("step", people.REPORT_STEPS)
def test_no_step_of_a_report_names_anybody(
    cast: people.Cast, client: Client, step: str
) -> None:
    open_(client, people.report_on(cast, step))
    page = walking.text_of(client.get("/status/laporan/"))
    assert [name for name in NAMES if name in page] == []


def test_a_file_is_added_to_what_is_missing(report: Report, client: Client) -> None:
    answer = add(client, "identity_card", uploads=[walking.png("ktp.png")])
    assert answer["Location"] == "/status/laporan/"
    assert report.exhibits.get().kind == "identity_card"
    assert report.handed_in.get().item == "identity_card"
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Tambahan Anda sudah diterima: Kartu identitas." in page
    assert "Sudah Anda tambahkan" in page
    assert "Semua yang diminta sudah Anda tambahkan." in page
    assert "lagi perlu Anda tambahkan" not in page


def test_what_was_added_before_the_office_looked_is_still_asked_for(
    cast: people.Cast, client: Client
) -> None:
    waiting = people.report_on(cast, "completion")
    looked_at = waiting.events.get(key="initial_study_done").at
    waiting.handed_in.create(
        item="identity_card",
        via=Report.Via.WEB,
        at=looked_at - timedelta(minutes=1),
    )
    open_(client, waiting)
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Laporan Anda belum lengkap. 1 hal lagi perlu Anda tambahkan." in page
    assert "Sudah Anda tambahkan" not in page


def test_a_refused_file_is_told_and_nothing_is_handed_in(
    report: Report, client: Client
) -> None:
    bad = SimpleUploadedFile("ktp.png", b"hanya tulisan", "image/png")
    answer = add(client, "identity_card", uploads=[bad])
    assert answer.status_code == 422
    assert "ktp.png: Jenis berkas ini tidak diterima" in walking.text_of(answer)
    assert not report.handed_in.exists()


def test_sending_no_file_is_told_beside_the_field(
    report: Report, client: Client
) -> None:
    answer = add(client, "identity_card")
    assert answer.status_code == 422
    assert "Pilih berkasnya lebih dulu." in walking.text_of(answer)


def test_a_broken_off_file_changes_nothing(report: Report, client: Client) -> None:
    data = {"item": "identity_card", "uploads": walking.png(), "akhir": "1"}
    body = encode_multipart(BOUNDARY, data)
    cut = body[: body.index(b"IDAT")]
    answer = client.generic("POST", "/status/tambah/", cut, MULTIPART_CONTENT)
    assert answer.status_code == 400
    assert "Kiriman terputus" in walking.text_of(answer)
    assert not report.exhibits.exists()


def test_a_text_is_added_sealed(report: Report, client: Client) -> None:
    answer = add(client, "time_place", text="Sekitar pukul 16.00")
    assert answer["Location"] == "/status/laporan/"
    assert report.handed_in.get().note == "Sekitar pukul 16.00"


def test_an_empty_text_is_told(report: Report, client: Client) -> None:
    assert add(client, "time_place", text=" ").status_code == 422


def test_an_unknown_requirement_does_not_exist(report: Report, client: Client) -> None:
    assert add(client, "rahasia", text="a").status_code == 404


def test_nothing_is_added_once_the_reporter_has_completed(
    report: Report, client: Client
) -> None:
    reports.complete_report(report=report, actor=PUBLIC, at=people.COMPLETED_AT)
    answer = add(client, "time_place", text="Sekitar pukul 16.00")
    assert answer.status_code == 409
    assert not report.handed_in.exists()


def test_completing_moves_the_report_on(report: Report, client: Client) -> None:
    answer = client.post("/status/kirim/", follow=True)
    assert "Perbaikan Anda sudah terkirim" in walking.text_of(answer)
    report.refresh_from_db()
    assert report.step == "completion_check"


def test_completing_twice_is_told_and_changes_nothing(
    report: Report, client: Client
) -> None:
    client.post("/status/kirim/")
    answer = client.post("/status/kirim/", follow=True)
    assert "baru saja diubah orang lain" in walking.text_of(answer)
    assert report.events.filter(key="report_completed").count() == 1


def test_reloading_the_address_of_a_change_leads_back(
    report: Report, client: Client
) -> None:
    for address in ("/status/tambah/", "/status/kirim/", "/status/keluar/"):
        assert client.get(address)["Location"] == "/status/laporan/"


def test_before_the_first_check_files_may_follow(
    cast: people.Cast, client: Client
) -> None:
    report = people.report_on(cast, "initial_study")
    open_(client, report)
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Sekarang giliran kantor" in page
    assert "Boleh disusulkan sekarang" in page
    add(client, "signature_matches_id", uploads=[walking.pdf()])
    assert report.exhibits.get().kind == "signed_page"


def test_between_check_and_notice_nothing_is_promised(
    cast: people.Cast, client: Client
) -> None:
    open_(client, people.report_on(cast, "notice"))
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Yang diminta" not in page


def test_a_registered_report_shows_its_case_number(
    cast: people.Cast, client: Client
) -> None:
    case = people.registered(cast)
    open_(client, case.report)
    page = walking.text_of(client.get("/status/laporan/"))
    assert case.number.replace("/", "/<wbr>") in page
    assert "Laporan Anda sedang ditangani." in page
    assert "Hasilnya diteruskan" not in page


def test_a_referred_case_is_told_in_general_words(
    cast: people.Cast, client: Client
) -> None:
    case = people.case_on(cast, "follow_up")
    open_(client, case.report)
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Hasilnya diteruskan kepada lembaga yang berwenang" in page
    assert [name for name in NAMES if name in page] == []


def test_a_case_that_was_not_a_violation_is_told_in_general_words(
    cast: people.Cast, client: Client
) -> None:
    case = walking.closed(cast)
    open_(client, case.report)
    page = walking.text_of(client.get("/status/laporan/"))
    assert "tidak diteruskan kepada lembaga lain" in page


def test_the_papers_of_the_reporter_can_be_downloaded(
    report: Report, client: Client, cast: people.Cast
) -> None:
    paper = issue_receipt(report=report, actor=PUBLIC, at=people.SUBMITTED_AT)
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Tanda terima laporan (PDF" in page
    answer = client.get(f"/status/surat/{paper.pk}/")
    assert answer.content == store.verified_bytes(paper)
    assert paper.file_name in answer["Content-Disposition"]


def test_papers_of_the_office_are_not_there(
    report: Report, client: Client, cast: people.Cast
) -> None:
    paper = issue_paper(
        Paper.INITIAL_STUDY,
        report=report,
        actor=people.as_actor(cast.budi),
        at=people.NOTIFIED_AT,
    )
    assert client.get(f"/status/surat/{paper.pk}/").status_code == 404


def test_papers_of_another_report_are_not_there(
    report: Report, client: Client, cast: people.Cast
) -> None:
    other = people.submitted(cast)
    paper = issue_receipt(report=other, actor=PUBLIC, at=people.SUBMITTED_AT)
    assert client.get(f"/status/surat/{paper.pk}/").status_code == 404


def test_an_altered_paper_is_not_handed_out(
    report: Report, client: Client, cast: people.Cast
) -> None:
    paper = issue_receipt(report=report, actor=PUBLIC, at=people.SUBMITTED_AT)
    place = store.path_of(paper.sha256)
    place.chmod(0o640)
    place.write_bytes(b"lain")
    answer = client.get(f"/status/surat/{paper.pk}/", follow=True)
    assert answer.redirect_chain == [("/status/laporan/", 302)]
    assert "tidak lagi utuh" in walking.text_of(answer)


def test_without_a_calendar_the_page_still_shows_what_to_add(
    report: Report, client: Client
) -> None:
    CalendarDay.objects.all().delete()
    CalendarVersion.objects.all().delete()
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Tenggat belum dapat dihitung. Kalender libur belum dimuat" in page
    assert "Kartu identitas" in page


def test_a_completion_that_is_late_is_told_and_may_still_be_sent(
    report: Report, client: Client, clock
) -> None:
    clock.set(people.at("2024-11-03 10:00"))
    open_(client, report, at=people.at("2024-11-03 10:00"))
    page = walking.text_of(client.get("/status/laporan/"))
    assert "Lewat 10 jam" in page
    assert client.post("/status/kirim/").status_code == 302
