"""What the field saw becomes a case: Form A, finding, plenary, registration."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from netra.records.cases.models import Case
from netra.records.ledger.replaying import compare
from netra.records.observations.models import Tracing
from netra.records.referrals.models import Referral
from tests import ground, people
from tests.browser.conftest import WIDTHS
from tests.browser.walking import Officer, Stand, picture
from tests.offices import FINDING_CONVENED_AT, FINDING_SET_AT, PROPOSED_AT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def cast(server: LiveServer) -> people.Cast:
    """Accounts, offices and settings; everything else is walked."""
    ground.empty()
    people.lay_ground()
    return people.make_cast()


def signed_in(page: Page, name: str) -> Officer:
    walker = Officer(page=page)
    walker.sign_in(name)
    return walker


def write_form_a(lia: Officer) -> None:
    """Write Form A with a suspicion and two offenders, the buttons in order."""
    lia.page.goto("/meja/pengawasan/")
    lia.look()
    lia.follow("Tulis Formulir A")
    for label, text in (
        ("Tahapan yang diawasi", "Kampanye"),
        ("Nama pelaksana tugas", "Lia Contoh"),
        ("Jabatan", "Pengawas kecamatan contoh"),
        ("Nomor surat tugas", "001/ST/CONTOH/2024"),
        ("Tujuan", "Mengawasi kampanye"),
        ("Sasaran", "Peserta kampanye"),
        ("Tanggal", "2024-10-28"),
        ("Tempat", "Balai Contoh"),
    ):
        lia.fill(label, text)
    lia.page.locator("#id_result").fill("DATA CONTOH. Seorang aparatur hadir.")
    lia.tick("Ada dugaan pelanggaran")
    lia.page.locator("#id_event").fill("Aparatur membagikan bahan kampanye")
    lia.page.locator("#id_happened_on").fill("2024-10-28")
    lia.page.locator("#id_p0-name").fill("Surya Contohperdana")
    lia.page.locator("#id_p0-employment_class").select_option("pns")
    lia.press("Tambah orang lain")
    lia.page.locator("#id_p1-name").fill("Endang Contohwan")
    lia.page.locator("#id_p1-employment_class").select_option("pppk")
    lia.fill("Uraian singkat kejadian", "DATA CONTOH. Mereka membagikan bahan.")
    lia.look()
    lia.press("Simpan laporan")
    lia.sees("Endang Contohwan")


@pytest.mark.parametrize("width", WIDTHS)
def test_what_the_field_saw_is_registered_as_a_case(
    cast: people.Cast, at: Stand, open_page: Callable[..., Page], width: str
) -> None:
    at(PROPOSED_AT)
    lia = signed_in(open_page(width), "lia")
    write_form_a(lia)
    lia.page.get_by_text("Tambah berkas").click()
    lia.page.locator("[name=uploads]").set_input_files([picture("balai.png", 60)])
    lia.press("Unggah")
    lia.sees("balai.png")
    lia.look()
    budi = signed_in(open_page(width), "budi")
    budi.follow("Dugaan dari hasil pengawasan, belum diajukan")
    budi.page.get_by_role("rowheader").get_by_role("link").first.click()
    budi.follow("Ajukan sebagai dugaan temuan")
    budi.press("Hitung batas waktunya")
    budi.sees("Tenggat: Batas waktu menetapkan temuan")
    budi.look()
    budi.press("Ajukan ke pleno")
    budi.look()
    at(FINDING_CONVENED_AT)
    members = plenary(open_page, width, budi.page.url)
    at(FINDING_SET_AT)
    sari = members[0]
    sari.page.goto(budi.page.url)
    sari.follow("Tutup pleno dan putuskan")
    sari.fill("Isi putusan", "DATA CONTOH. Ditetapkan sebagai temuan.")
    sari.look()
    sari.press("Tutup pleno dan putuskan")
    budi.page.reload()
    budi.press("Registrasi temuan")
    budi.sees("Aparatur membagikan bahan kampanye")
    assert Case.objects.get().finding is not None
    assert compare().difference is None
    for walker in (lia, budi, *members):
        walker.clean()


def plenary(open_page: Callable[..., Page], width: str, address: str) -> list[Officer]:
    """Convene, and let every member vote from what waits on the own desk."""
    members = [signed_in(open_page(width), name) for name in ("sari", "tono", "rina")]
    sari = members[0]
    sari.page.goto(address)
    sari.follow("Buka pleno")
    for box in sari.page.locator("input[name=members]").all():
        box.check()
    sari.look()
    sari.press("Buka pleno")
    for member in members:
        member.page.goto("/meja/")
        member.follow("Beri suara atas dugaan temuan")
        member.tick("Tetapkan sebagai temuan")
        member.fill("Alasan", "DATA CONTOH. Unsurnya terpenuhi.")
        member.look()
        member.press("Catat suara saya")
    return members


def test_a_traced_matter_is_passed_on_without_a_script(
    cast: people.Cast, at: Stand, browser: Browser, server: LiveServer
) -> None:
    at(PROPOSED_AT)
    context = browser.new_context(
        base_url=server.url, java_script_enabled=False, locale="id-ID"
    )
    page = context.new_page()
    page.goto("/meja/")
    page.get_by_label("Nama pengguna").fill("budi")
    page.get_by_label("Kata sandi").fill(people.PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    begin(page)
    page.get_by_label("Langkah").first.fill("Menyimpan tangkapan layar")
    page.get_by_role("button", name="Tambahkan langkah").click()
    page.locator("summary", has_text="Tulis hasil").click()
    page.get_by_label("Hasil", exact=True).fill("DATA CONTOH. Tersimpan.")
    page.get_by_role("button", name="Simpan hasil").click()
    page.get_by_role("link", name="Tambah orang").click()
    page.locator("#id_p0-name").fill("Surya Contohperdana")
    page.locator("#id_p0-employment_class").select_option("pns")
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.get_by_role("link", name="Teruskan tanpa registrasi").click()
    page.get_by_label("Hasil penelusuran").fill("DATA CONTOH. Diteruskan.")
    page.get_by_role("button", name="Catat penerusan dan akhiri penelusuran").click()
    assert page.get_by_text("Badan Kepegawaian Negara").first.is_visible()
    context.close()
    assert Referral.objects.get().tracing == Tracing.objects.get()
    assert compare().difference is None


def begin(page: Page) -> None:
    """Begin to trace a post."""
    page.goto("/meja/penelusuran/")
    page.get_by_role("link", name="Mulai penelusuran").first.click()
    page.get_by_label("Yang ditelusuri").fill("Unggahan aparatur dengan calon")
    page.get_by_label("Pertanyaan yang harus terjawab").fill("Siapa dan kapan?")
    page.get_by_role("button", name="Mulai penelusuran").click()
