"""A citizen and an office walk a matter through the pages, by labels and buttons."""

import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from playwright.sync_api import Page, expect

from tests import people
from tests.browser import judging

EVENT = "Aparatur mengajak memilih pada acara kampanye"
CALLER = "Bambang Contohadi"
Upload = dict[str, object]
_JUDGED: set[tuple[str, str, str]] = set()
"""Pages found clean or at fault before: address, width, headings."""


def picture(name: str, shade: int) -> Upload:
    """Return a small PNG of one shade, as a phone would send it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + checked.to_bytes(4)

    header = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    rows = bytes([0, shade, shade]) * 2
    content = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
    return {"name": name, "mimeType": "image/png", "buffer": content}


@dataclass
class Walker:
    """Somebody with a browser of their own, whose every page is looked at."""

    page: Page
    trouble: judging.Trouble = field(init=False)
    found: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Listen to the console from the first page on."""
        self.trouble = judging.Trouble().watch(self.page)

    def look(self) -> None:
        """Judge the page that is open, in light and in dark; each page once a width."""
        where = re.sub(r"\d+", "N", self.page.url.partition("//")[2].partition("/")[2])
        trail = self.page.locator(".panel h2, h1").all_inner_texts()
        key = (where, str(self.page.viewport_size), "|".join(trail))
        if key in _JUDGED:
            return
        _JUDGED.add(key)
        seen = judging.violations(self.page)
        if not where.startswith("meja/"):  # those of the desk are judged dark elsewhere
            self.page.emulate_media(color_scheme="dark")
            seen += judging.violations(self.page, colours_only=True)
            self.page.emulate_media(color_scheme="light")
        wide = judging.overflow_px(self.page)
        if seen or wide > 0:
            self.found[where] = [*seen, f"{wide} px too wide"]

    def press(self, name: str, *, exact: bool = True) -> None:
        """Press a button, and look at the page that follows."""
        button = self.page.get_by_role("button", name=name, exact=exact)
        button.filter(visible=True).first.click()
        self.page.wait_for_load_state()

    def follow(self, name: str) -> None:
        """Follow a link whose words contain `name`."""
        self.page.get_by_role("link", name=name).filter(visible=True).first.click()
        self.page.wait_for_load_state()

    def fill(self, label: str, text: str) -> None:
        """Write into a field, found by its label."""
        self.page.get_by_label(label).first.fill(text)

    def choose(self, label: str, option: str) -> None:
        """Choose from a list, found by its label."""
        self.page.get_by_label(label).first.select_option(label=option)

    def tick(self, label: str, *, within: str = "") -> None:
        """Tick a box or choose a radio button, within a group if one is named."""
        root = self.page.get_by_role("group", name=within) if within else self.page
        root.get_by_label(label).first.check()

    def sees(self, text: str) -> None:
        """Expect a text on the page."""
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def clean(self) -> None:
        """Expect that nothing was found against any page."""
        assert self.found == {}
        assert self.trouble.lines == []


@dataclass
class Citizen(Walker):
    """Wati, with a receipt as soon as she has handed in."""

    number: str = ""
    code: str = ""

    def report(self) -> None:
        """Hand in a report, from the first page to the receipt."""
        self.page.goto("/")
        self.page.goto("/lapor/")
        self.press("Mulai")
        self.look()
        self.fill("Kapan Anda mengetahui kejadian ini?", "2024-10-29")
        self.fill("Kapan kejadiannya?", "2024-10-28")
        self.fill("Sekitar pukul berapa?", "sekitar pukul sembilan pagi")
        self.on()
        self.place()
        self.fill("Nama", CALLER)
        self.fill("Tempat kerja", "Dinas Contoh Kota Semarang")
        self.choose("Status kepegawaian", "Pegawai negeri sipil (PNS)")
        self.on()
        self.fill("Kejadiannya dalam satu kalimat", EVENT)
        self.fill(
            "Ceritakan lengkapnya", "DATA CONTOH. Terlapor berbicara di panggung."
        )
        self.on()
        self.on()
        self.page.get_by_label("Pilih foto, video, rekaman, atau PDF").set_input_files(
            [picture("panggung.png", 40)]
        )
        button = self.page.get_by_role("button", name="Unggah berkas yang dipilih")
        if not button.is_visible():  # a script sends the file once it is chosen
            kept = self.page.locator("[data-files]").get_by_text("panggung.png")
            kept.first.wait_for()
        self.on()
        self.fill("Nama lengkap", "Wati Contohwati")
        self.fill("Alamat", "Jalan Contoh 1, Semarang")
        self.on()
        self.follow("Lembar laporan untuk dicetak")
        self.sees("Wati Contohwati")
        self.look()
        self.page.go_back()
        self.on()
        self.tick("Keterangan yang saya berikan benar")
        self.press("Kirim laporan")
        self.look()
        self.keep_receipt()

    def on(self) -> None:
        """Save and go on to the next screen, and look at it."""
        self.press("Simpan dan lanjut")
        self.look()

    def place(self) -> None:
        """Choose province, regency and sub-district, each on the page that offers it."""
        for label, option in (
            ("Provinsi", "Jawa Tengah"),
            ("Kabupaten atau kota", "Kota Semarang"),
            ("Kecamatan", "Semarang Tengah"),
        ):
            if not self.page.get_by_label(label).filter(visible=True).count():
                self.on()
            self.choose(label, option)
        self.fill("Tempat persisnya", "Lapangan Contoh")
        self.on()

    def keep_receipt(self) -> None:
        """Write down number and code, then let the page forget the code."""
        self.sees("Laporan Anda sudah diterima")
        facts = self.page.locator("dl.facts dd")
        self.number = facts.nth(0).inner_text()
        self.code = facts.nth(1).inner_text()
        self.press("Saya sudah menyimpan")
        assert self.code not in self.page.content()

    def open_status(self) -> None:
        """Come back days later with number and code."""
        self.page.context.clear_cookies()
        self.page.goto("/status/")
        self.fill("Nomor laporan", self.number)
        self.fill("Kode", self.code.lower())
        self.press("Lihat status")
        assert self.code not in self.page.url
        self.look()

    def complete(self) -> None:
        """Upload what was missing and send it."""
        self.sees("Laporan Anda belum lengkap")
        for label, upload in (
            ("Tanda tangan sesuai kartu identitas", picture("lembar.png", 90)),
            ("Kartu identitas", picture("kartu.png", 140)),
        ):
            row = self.page.get_by_role("listitem").filter(
                has=self.page.get_by_role("heading", name=label, exact=True)
            )
            row.locator("summary").click()
            row.get_by_label("Pilih foto, video, rekaman, atau PDF").set_input_files(
                [upload]
            )
            row.get_by_text("tambahan sudah diterima").wait_for()  # sent once chosen
            self.page.wait_for_load_state()
        self.press("Kirim perbaikan")
        self.sees("Laporan Anda sedang diperiksa")


@dataclass
class Officer(Walker):
    """Somebody of the office at the desk."""

    def sign_in(self, username: str) -> None:
        """Sign in with name and password."""
        self.page.goto("/meja/")
        self.fill("Nama pengguna", username)
        self.fill("Kata sandi", people.PASSWORD)
        self.press("Masuk")
        expect(self.page).to_have_url(re.compile(r"/meja/$"))
        self.look()

    def open_report(self, number: str) -> None:
        """Find a report in the inbox."""
        self.page.goto("/meja/laporan/")
        self.page.get_by_role("link", name=number).first.click()
        self.page.wait_for_load_state()
        self.look()

    def answer(self, *, missing: tuple[str, ...] = ()) -> None:
        """Answer every requirement, preview the result, and end the check."""
        groups = self.page.get_by_role("group").filter(
            has=self.page.get_by_role("radio", name="Belum ada")
        )
        for place in range(groups.count()):
            group = groups.nth(place)
            title = group.locator("legend").inner_text().strip()
            lacks = any(title.startswith(name) for name in missing)
            group.get_by_label("Belum ada" if lacks else "Ada", exact=True).check()
        self.press("Lihat hasilnya dulu")
        self.sees("Hasil dari jawaban ini")
        self.look()
        self.press("Selesaikan")

    def study(self, number: str) -> None:
        """End the initial study: signature and card are missing."""
        self.open_report(number)
        self.follow("Buka kajian awal")
        self.look()
        self.answer(missing=("Tanda tangan", "Kartu identitas"))
        self.sees("Beritahukan kekurangan kepada pelapor")

    def notify(self) -> None:
        """Record that the reporter was told."""
        self.press("Catat sudah diberi tahu")
        self.sees("Menunggu pelapor melengkapi laporan")

    def open_identity(self) -> None:
        """Open who reported, with a reason."""
        self.page.get_by_text("Buka identitas pelapor").first.click()
        self.fill("Alasan", "DATA CONTOH. Mencocokkan tanda tangan.")
        self.press("Buka identitas")
        self.sees("Wati Contohwati")
        self.look()
        self.follow("Tutup dan kembali")

    def check(self, number: str) -> None:
        """Check the completed report, register it and open its case."""
        self.open_report(number)
        self.open_identity()
        self.follow("Buka pemeriksaan")
        self.answer()
        self.press("Registrasi laporan")
        expect(self.page).to_have_url(re.compile(r"/meja/perkara/\d+/"))
        self.look()

    def open_case(self) -> None:
        """Find the case in the list."""
        self.page.goto("/meja/perkara/")
        self.page.get_by_role("rowheader").get_by_role("link").first.click()
        self.page.wait_for_load_state()
        self.look()

    def allege(self) -> None:
        """Choose the first norm that fits."""
        self.follow("Pilih norma")
        self.look()
        if self.page.get_by_role("button", name="Tambahkan dugaan").count() == 0:
            self.press("Tampilkan norma")
        norms = self.page.get_by_role("group", name="Norma yang sesuai")
        norms.get_by_role("radio").first.check()
        self.look()
        self.press("Tambahkan dugaan")

    def write(self) -> None:
        """Write the five parts and hand the study to the plenary."""
        self.follow("kajian")
        self.look()
        for label in ("Kasus posisi", "Data", "Kajian", "Kesimpulan", "Rekomendasi"):
            field_ = self.page.get_by_role("textbox", name=re.compile(rf"^{label}\b"))
            field_.first.fill(f"DATA CONTOH. {label} ditulis.")
        self.press("Simpan dan ajukan ke pleno")

    def approve(self) -> None:
        """Read the study of somebody else and approve it."""
        self.open_case()
        self.follow("Baca dan setujui kajian")
        self.look()
        self.press("Setujui versi 1")

    def convene(self) -> None:
        """Open the plenary with everybody present."""
        self.open_case()
        self.follow("Buka pleno")
        self.look()
        boxes = self.page.get_by_role("checkbox")
        for place in range(boxes.count()):
            boxes.nth(place).check()
        self.press("Buka pleno")
        self.sees("kebiasaan, bukan aturan")

    def vote(self, outcome: str) -> None:
        """Vote on the respondent with a reason."""
        self.open_case()
        self.follow("Beri suara")
        self.look()
        self.tick(outcome)
        self.fill("Alasan", "DATA CONTOH. Bukti dan keterangan bersesuaian.")
        self.press("Catat suara saya")

    def close(self) -> None:
        """Close the plenary with its text."""
        self.open_case()
        self.follow("Tutup pleno dan tetapkan hasil")
        self.look()
        self.fill("Isi putusan", "DATA CONTOH. Pleno menetapkan hasil.")
        self.press("Tutup pleno dan tetapkan hasil")
        self.look()

    def refer(self, addressee: str) -> None:
        """Look at the addressee the law gives, and send."""
        self.open_case()
        self.follow("Periksa dan catat penerusan")
        self.sees(addressee)
        self.look()
        self.press("Catat penerusan")

    def tell(self) -> None:
        """Record that the status was announced."""
        self.open_case()
        self.press("Catat status sudah diumumkan")
        self.look()


Stand = Callable[[datetime], None]
