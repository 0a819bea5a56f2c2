"""Information to its end, and a late report that is not thrown away, in Chromium."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from netra.records.cases.models import Case
from netra.records.information.models import Information
from netra.records.ledger.replaying import compare
from netra.records.observations.models import Tracing
from netra.records.referrals.models import Referral
from netra.records.reports.models import Report
from tests import ground, people
from tests.browser.informing_walk import (
    FOUND,
    TOLD,
    TRACED,
    WHO,
    Holder,
    Reporter,
    Source,
)
from tests.browser.test_supervision import plenary
from tests.browser.walking import Stand
from tests.informing import keyed
from tests.people import at as moment

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
GIVEN_AT = moment("2024-10-28 20:15")
READ_AT = moment("2024-10-29 10:00")
LONG_AGO = "2024-10-10"


@pytest.fixture(autouse=True)
def _light(settings) -> None:
    settings.PUZZLE_WORK = 50


@pytest.fixture
def cast(server: LiveServer) -> people.Cast:
    """Accounts, offices and settings; everything else is walked."""
    ground.empty()
    people.lay_ground()
    return people.make_cast()


@pytest.fixture
def source(open_page: Callable[..., Page]) -> Source:
    """Somebody with a cheap phone."""
    return Source(page=open_page("phone"))


@pytest.fixture
def budi(open_page: Callable[..., Page], cast: people.Cast, at: Stand) -> Holder:
    """The officer at the desk, signed in before anything has arrived."""
    at(GIVEN_AT)
    walker = Holder(page=open_page("desk"))
    walker.sign_in("budi")
    return walker


def traced(at: Stand, source: Source, budi: Holder, employment: str) -> Tracing:
    """Walk from the first page to a tracing with a step and a person."""
    source.give()
    at(READ_AT)
    budi.read(TOLD, WHO)
    row = Information.objects.get()
    budi.trace()
    budi.do_step()
    budi.find_person(employment)
    budi.names_no_source(row.number)
    source.open_box()
    source.reads("Sedang ditelusuri")
    return Tracing.objects.get()


def test_information_becomes_a_registered_finding_and_the_source_reads_it(
    at: Stand, open_page: Callable[..., Page], source: Source, budi: Holder
) -> None:
    budi.make_key()
    traced(at, source, budi, "Pegawai negeri sipil (PNS)")
    tracing_page = budi.page.url
    budi.close_key()
    at(people.PROPOSED_AT)
    budi.page.goto(tracing_page)
    budi.follow("Ajukan sebagai dugaan temuan")
    budi.press("Hitung batas waktunya")
    budi.sees("Tenggat: Batas waktu menetapkan temuan")
    budi.fill("Uraian kejadian", "DATA CONTOH. Kaus dibagikan pada jam kerja.")
    budi.look()
    budi.press("Ajukan ke pleno")
    budi.sees("Menunggu pleno")
    finding_page = budi.page.url
    at(people.FINDING_CONVENED_AT)
    members = plenary(open_page, "desk", finding_page)
    at(people.FINDING_SET_AT)
    sari = members[0]
    sari.page.goto(finding_page)
    sari.follow("Tutup pleno dan putuskan")
    sari.fill("Isi putusan", "DATA CONTOH. Ditetapkan sebagai temuan.")
    sari.press("Tutup pleno dan putuskan")
    budi.page.reload()
    budi.press("Registrasi temuan")
    budi.sees(TRACED)
    case = Case.objects.get()
    assert case.finding is not None
    budi.names_no_source(Information.objects.get().number)
    budi.page.goto(tracing_page)
    budi.tell("DATA CONTOH. Pleno menetapkannya sebagai temuan.")
    source.open_box()
    source.reads("menjadi temuan", "DATA CONTOH. Pleno menetapkannya sebagai temuan.")
    assert FOUND not in source.page.content()
    assert compare().difference is None
    for walker in (source, budi, *members):
        walker.clean()


def test_the_source_of_a_traced_referral_reads_the_end_by_the_code(
    at: Stand, cast: people.Cast, source: Source, budi: Holder
) -> None:
    keyed(cast)
    tracing = traced(at, source, budi, "Pegawai negeri sipil (PNS)")
    source.reply("DATA CONTOH. Kejadiannya berulang.")
    budi.follow("Teruskan tanpa registrasi")
    budi.sees("Badan Kepegawaian Negara")
    budi.look()
    budi.fill("Hasil penelusuran", "DATA CONTOH. Pembagian kaus memang terjadi.")
    budi.press("Catat penerusan dan akhiri penelusuran")
    budi.look()
    budi.tell("DATA CONTOH. Hasilnya kami teruskan kepada lembaga yang berwenang.")
    source.open_box()
    source.reads(
        "diteruskan ke lembaga berwenang",
        "DATA CONTOH. Hasilnya kami teruskan kepada lembaga yang berwenang.",
    )
    assert FOUND not in source.page.content()
    assert Referral.objects.get().tracing == tracing
    assert not Case.objects.exists()
    assert compare().difference is None
    for walker in (source, budi):
        walker.clean()


def test_a_report_that_came_too_late_becomes_information_with_one_button(
    at: Stand, cast: people.Cast, open_page: Callable[..., Page], budi: Holder
) -> None:
    keyed(cast)
    at(people.SUBMITTED_AT)
    wati = Reporter(page=open_page("phone"))
    wati.report_late(LONG_AGO)
    at(people.STUDIED_AT)
    budi.open_report(wati.number)
    budi.follow("Buka kajian awal")
    budi.choose("Pilih alasan", "Disampaikan sesudah batas waktu")
    budi.answer(missing=("Disampaikan dalam tenggat",))
    budi.sees("Jangan dibuang")
    budi.look()
    budi.press("Simpan sebagai informasi awal")
    budi.open_key()
    budi.press("Baca isinya")
    budi.sees(TOLD)
    assert "Wati" not in budi.page.content()
    wati.open_status()
    wati.sees("Laporan Anda tidak dapat diregistrasi, tetapi isinya disimpan.")
    wati.sees("Disimpan sebagai informasi awal")
    wati.sees("tidak terpenuhi: Disampaikan dalam tenggat.")
    wati.sees("tidak memenuhi syarat untuk diregistrasi")
    wati.sees("tanpa nama Anda dan tanpa berkas Anda")
    kept = Information.objects.get()
    assert (kept.via, kept.has_mailbox) == ("report", False)
    assert kept.number not in wati.page.content()
    assert compare().difference is None
    for walker in (wati, budi):
        walker.clean()


@pytest.fixture
def plain_page(browser: Browser, server: LiveServer):
    """A phone whose browser runs no script."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        base_url=server.url,
        java_script_enabled=False,
        locale="id-ID",
    )
    yield context.new_page()
    context.close()


def test_information_is_given_and_answered_without_a_script(
    at: Stand, cast: people.Cast, plain_page: Page, budi: Holder
) -> None:
    keyed(cast)
    source = Source(page=plain_page, has_script=False)
    source.give()
    at(READ_AT)
    budi.read(TOLD, WHO)
    budi.fill("Pesan untuk sumber", "DATA CONTOH. Hari apa kejadiannya?")
    budi.press("Segel dan kirim")
    source.open_box()
    source.reads("Sudah dibaca", "DATA CONTOH. Hari apa kejadiannya?")
    source.reply("DATA CONTOH. Hari Sabtu.")
    budi.press("Baca isinya")
    budi.sees("DATA CONTOH. Hari Sabtu.")
    for walker in (source, budi):
        walker.clean()


def test_a_report_is_handed_in_and_followed_without_a_script(
    at: Stand, cast: people.Cast, plain_page: Page
) -> None:
    at(people.SUBMITTED_AT)
    wati = Reporter(page=plain_page, has_script=False)
    wati.report()
    wati.open_status()
    wati.sees("Laporan Anda sedang diperiksa")
    assert Report.objects.get().exhibits.count() == 1
    assert compare().difference is None
    wati.clean()
