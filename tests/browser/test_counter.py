"""At the counter: somebody walks in after hours; an attorney reports on the web."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from netra.records.ledger.replaying import compare
from netra.records.reports.models import Exhibit, Report
from tests import ground, people
from tests.browser.conftest import WIDTHS
from tests.browser.walking import CALLER, EVENT, Citizen, Officer, Stand, picture
from tests.people import at as moment

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
AFTER_HOURS = moment("2024-11-01 17:20")  # a Friday
NEXT_MORNING = moment("2024-11-02 09:00")
ATTORNEY = "Dodi Contohdodi"


@pytest.fixture
def cast(server: LiveServer) -> people.Cast:
    """Accounts, offices and settings; everything else is walked."""
    ground.empty()
    people.lay_ground()
    return people.make_cast()


@dataclass
class Counter(Officer):
    """An officer who receives somebody at the counter."""

    def begin(self) -> None:
        """Open an entry from the desk."""
        self.page.goto("/meja/")
        self.follow("Terima di kantor")
        self.look()
        self.press("Mulai penerimaan")
        self.look()

    def within(self, heading: str) -> Locator:
        """Return the section of a heading."""
        return self.page.get_by_role("region", name=heading, exact=True)

    def enter(self) -> None:
        """Fill the one page; two respondents, one file, the keyboard's own order."""
        self.choose("Wilayah kejadian", "Semarang Tengah")
        self.fill("Diterima kantor", "2024-11-01T17:05")
        self.fill("Kapan Anda mengetahui kejadian ini?", "2024-10-30")
        self.fill("Kapan kejadiannya?", "2024-10-28")
        self.within("Terlapor").get_by_label("Nama").fill(CALLER)
        self.press("Tambah terlapor")
        second = self.page.get_by_role("group", name="Terlapor 2")
        second.get_by_label("Tempat kerja").fill("Puskesmas Contoh")
        self.fill("Kejadiannya dalam satu kalimat", EVENT)
        self.fill("Ceritakan lengkapnya", "DATA CONTOH. Ia berbicara di panggung.")
        self.page.get_by_label("Lembar bertanda tangan").set_input_files(
            [picture("lembar.png", 30)]
        )
        self.press("Unggah berkas yang dipilih")
        self.sees("lembar.png")
        self.look()

    def record(self) -> None:
        """Be told what is missing with nothing lost, mend it, and record."""
        self.press("Catat penerimaan")
        self.sees("Laporan memerlukan nama pelapor")
        self.sees("DATA CONTOH. Ia berbicara di panggung.")
        self.look()
        self.fill("Nama lengkap", "Wati Contohwati")
        self.press("Catat penerimaan")
        self.sees("Laporan sudah dicatat")
        self.look()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_walk_in_after_hours_gets_a_receipt_and_the_day_is_chosen(
    cast: people.Cast, at: Stand, open_page: Callable[..., Page], width: str
) -> None:
    at(AFTER_HOURS)
    budi = Counter(page=open_page(width))
    budi.sign_in("budi")
    budi.begin()
    budi.enter()
    budi.record()
    budi.sees("Waktu sebenarnya tetap tercatat")
    number = budi.page.locator("dl.facts dd").nth(0).inner_text()
    code = budi.page.locator("dl.facts dd").nth(1).inner_text()
    budi.follow("Lembar untuk pelapor")
    budi.sees(code)
    assert "Wati" not in budi.page.content()
    budi.look()
    budi.follow("Kembali")
    budi.press("Kode sudah diserahkan")
    assert code not in budi.page.content()
    budi.sees("Di luar jam")
    budi.look()
    at(NEXT_MORNING)
    budi.follow("Pilih hari yang dihitung")
    budi.look()
    budi.tick("Senin, 4 November 2024")
    budi.fill("Alasan", "Kantor sudah tutup.")
    budi.press("Catat pilihan")
    budi.sees("Dianggap diterima 4 November 2024, pilihan petugas")
    budi.look()
    report = Report.objects.get()
    assert (report.submitted_at, report.respondents.count()) == (
        moment("2024-11-01 17:05"),
        2,
    )
    wati = Citizen(page=open_page(width), number=number, code=code)
    wati.open_status()
    wati.sees("Laporan Anda sedang diperiksa")
    assert compare().difference is None
    for walker in (budi, wati):
        walker.clean()


@dataclass
class Opener(Officer):
    """An officer who opens who reported, and sees the attorney beside the reporter."""

    def open_identity(self) -> None:
        """Open with a reason, read both, and close."""
        self.page.get_by_text("Buka identitas pelapor").first.click()
        self.fill("Alasan", "DATA CONTOH. Mencocokkan surat kuasa.")
        self.press("Buka identitas")
        self.sees("Wati Contohwati")
        self.sees(ATTORNEY)
        self.look()
        self.follow("Tutup dan kembali")


def report_through_attorney(dodi: Citizen) -> None:
    """Walk the screens; the attorney and the power stand where they are asked."""
    dodi.page.goto("/lapor/")
    dodi.press("Mulai")
    dodi.fill("Kapan Anda mengetahui kejadian ini?", "2024-10-29")
    dodi.fill("Kapan kejadiannya?", "2024-10-28")
    dodi.press("Simpan dan lanjut")
    dodi.place()
    dodi.fill("Nama", CALLER)
    dodi.press("Simpan dan lanjut")
    dodi.fill("Kejadiannya dalam satu kalimat", EVENT)
    for _screen in ("peristiwa", "saksi", "bukti"):
        dodi.press("Simpan dan lanjut")
    dodi.fill("Nama lengkap", "Wati Contohwati")
    dodi.page.get_by_text("Laporan ini disampaikan melalui kuasa").click()
    dodi.fill("Alamat kuasa", "Jalan Kuasa 2")
    dodi.press("Simpan dan lanjut")
    dodi.sees("Tulis nama kuasa, atau kosongkan semua isian kuasa.")
    dodi.look()
    dodi.fill("Nama kuasa", ATTORNEY)
    dodi.fill("Tanggal surat kuasa", "2024-10-29")
    dodi.press("Simpan dan lanjut")
    dodi.page.get_by_label("Foto surat kuasa").set_input_files(
        [picture("kuasa.png", 70)]
    )
    dodi.press("Unggah berkas yang dipilih")
    dodi.sees("kuasa.png")
    dodi.look()
    dodi.press("Simpan dan lanjut")
    dodi.tick("Keterangan yang saya berikan benar")
    dodi.press("Kirim laporan")
    dodi.keep_receipt()


@pytest.mark.parametrize("width", WIDTHS)
def test_an_attorney_reports_and_is_closed_like_the_reporter(
    cast: people.Cast, at: Stand, open_page: Callable[..., Page], width: str
) -> None:
    at(people.SUBMITTED_AT)
    dodi = Citizen(page=open_page(width))
    report_through_attorney(dodi)
    at(people.STUDIED_AT)
    budi = Opener(page=open_page(width))
    budi.sign_in("budi")
    budi.open_report(dodi.number)
    budi.sees("Kuasa pelapor")
    assert ATTORNEY not in budi.page.content()
    budi.open_identity()
    report = Report.objects.get()
    kinds = set(report.exhibits.values_list("kind", flat=True))
    assert kinds == {Exhibit.Kind.POWER_OF_ATTORNEY.value}
    assert report.openings.count() == 1
    expect(budi.page).to_have_url(re.compile(r"/meja/laporan/\d+/$"))
    assert compare().difference is None
    for walker in (dodi, budi):
        walker.clean()
