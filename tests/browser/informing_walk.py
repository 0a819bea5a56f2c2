"""A source without a name, and officers who hold the key, by labels and buttons."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.walking import Citizen, Officer, Walker
from tests.informing import PHRASE

TOLD = "DATA CONTOH: lurah membagikan kaus bergambar calon di parkiran dinas contoh."
WHO = "Lurah contoh, Kelurahan Contoh"
TRACED = "Pembagian kaus kepada pegawai"
FOUND = "Surya Contohperdana"
_CODE = re.compile(r"^\d{4} \d{4} \d{4} \d{4}$")
_ROW = re.compile(r"/meja/informasi/[0-9a-f]{8}-")
_NUMBERS = [
    *("satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan"),
]


def answer_sum(page: Page) -> None:
    """Read the sum in words as a person does, and answer it in digits."""
    label = page.locator("label", has_text="Berapa").filter(visible=True).first
    words = label.inner_text().removesuffix("?").split()
    total = sum(_NUMBERS.index(word) + 1 for word in words if word in _NUMBERS)
    label_text = label.inner_text()
    page.get_by_label(label_text).fill(str(total))


class _Scriptless(Walker):
    """A walker whose browser may run no script; axe cannot look at pages then."""

    has_script = True

    def look(self) -> None:
        """Judge the page that is open, where a script may run."""
        if self.has_script:
            super().look()


@dataclass
class Source(_Scriptless):
    """Somebody who says something and keeps nothing but sixteen digits."""

    code: str = ""
    has_script: bool = True

    def give(self, text: str = TOLD) -> None:
        """Say it on the one page, from the first page of the site on."""
        self.page.goto("/")
        self.follow("Beri informasi")
        self.look()
        self.choose("Di kabupaten atau kota mana?", "Kota Semarang")
        self.fill("Apa yang Anda lihat atau dengar?", text)
        self.page.get_by_text("Tempat, waktu, orang, tautan").click()
        self.fill("Siapa yang terlibat", WHO)
        self.solve()
        self.press("Kirim informasi")
        self.sees("Informasi Anda sudah kami terima.")
        self.look()
        self.code = self.page.get_by_text(_CODE).inner_text()
        self.is_unknown()

    def solve(self) -> None:
        """Answer the sum where no script does the work."""
        if not self.has_script:
            answer_sum(self.page)

    def open_box(self) -> None:
        """Come back with the code and nothing else."""
        self.page.goto("/")
        self.follow("Kotak pesan")
        self.look()
        self.fill("Kode 16 angka", self.code)
        self.solve()
        self.press("Buka")
        self.sees("Pesan dari kantor")
        self.look()
        digits = self.code.replace(" ", "")
        assert digits not in self.page.url
        self.is_unknown()

    def reply(self, text: str) -> None:
        """Add something in the open box."""
        self.fill("Balasan atau tambahan Anda", text)
        self.solve()
        self.press("Kirim tambahan")
        self.sees("Tambahan Anda sudah kami terima.")

    def reads(self, *texts: str) -> None:
        """Expect words of the office, and nothing of what the source said."""
        for text in texts:
            self.sees(text)
        assert TOLD not in self.page.content()

    def is_unknown(self) -> None:
        """Expect that the browser was given nothing to be known by."""
        assert self.page.context.cookies() == []
        if self.has_script:
            kept = "localStorage.length + sessionStorage.length"
            assert self.page.evaluate(kept) == 0


@dataclass
class Holder(Officer):
    """An officer who holds the key of the office, traces, and tells."""

    def make_key(self) -> None:
        """Make a phrase, the key of the office, and the sheet for the envelope."""
        self.page.goto("/meja/")
        self.follow("Kunci kantor")
        self.look()
        self.follow("Buat kalimat kunci")
        self.look()
        self.fill("Kalimat kunci baru", PHRASE)
        self.fill("Tulis sekali lagi", PHRASE)
        self.press("Simpan kalimat kunci")
        self.follow("Buat kunci kantor")
        self.look()
        self.press("Buat kunci dan tampilkan kode")
        self.sees("Tampil hanya sekali")
        self.look()
        self.follow("Sudah saya simpan di amplop")
        self.sees("Baru satu pemegang")

    def open_key(self) -> None:
        """Open the key where a page asks for it; it comes back to that page."""
        self.fill("Kalimat kunci Anda", PHRASE)
        self.press("Buka kunci")

    def read(self, *texts: str) -> None:
        """Open the only information in the list and read it."""
        self.page.goto("/meja/")
        self.follow("Informasi awal")
        self.look()
        assert TOLD not in self.page.content()
        self.page.get_by_role("rowheader").get_by_role("link").first.click()
        self.look()
        self.open_key()
        self.press("Baca isinya")
        self.sees("Pembukaan ini dicatat atas nama Anda")
        for text in texts:
            self.sees(text)
        self.look()

    def trace(self) -> None:
        """Begin to trace with words of their own."""
        self.follow("Telusuri")
        self.sees("Jangan tulis apa pun yang menunjuk kepada sumber")
        self.look()
        self.fill("Yang ditelusuri", TRACED)
        self.fill("Pertanyaan yang harus terjawab", "Siapa yang membagikan, kapan?")
        self.fill("Tanggal peristiwa", "2024-10-26")
        self.press("Mulai penelusuran")
        self.sees("pemberi informasi")
        self.look()

    def do_step(self) -> None:
        """Plan one step and write down what came of it."""
        self.fill("Langkah", "Bertanya kepada petugas parkir")
        self.fill("Siapa yang ditanya", "Petugas parkir contoh")
        self.press("Tambahkan langkah")
        self.page.locator("summary", has_text="Tulis hasil").click()
        self.page.get_by_label("Hasil", exact=True).fill("DATA CONTOH. Ia melihatnya.")
        self.look()
        self.press("Simpan hasil")
        self.sees("DATA CONTOH. Ia melihatnya.")

    def find_person(self, employment: str) -> None:
        """Write down who was found."""
        self.follow("Tambah orang")
        person = self.page.get_by_role("group", name="Orang 1")
        person.get_by_label("Nama").fill(FOUND)
        person.get_by_label("Status kepegawaian").select_option(label=employment)
        self.look()
        self.press("Simpan")
        self.sees(FOUND)

    def names_no_source(self, number: str) -> None:
        """Expect that the open page says nothing of the information behind it."""
        seen = self.page.content()
        for mark in (TOLD, WHO, number):
            assert mark not in seen
        assert _ROW.search(seen) is None

    def tell(self, text: str) -> None:
        """Write the end to the source from the tracing that is open; with the key."""
        self.follow("Beri tahu pemberi informasi")
        if self.page.get_by_label("Kalimat kunci Anda").count():
            self.look()
            self.open_key()
        self.sees("dengan pesan ini informasinya ikut selesai")
        self.look()
        self.fill("Pesan untuk sumber", text)
        self.press("Buka kotak dan kirim")
        self.sees("Sudah diberi tahu")

    def close_key(self) -> None:
        """Close the key before leaving the desk."""
        self.page.goto("/meja/")
        self.follow("Kunci kantor")
        self.press("Tutup kunci")
        expect(self.page.get_by_label("Kalimat kunci Anda")).to_be_visible()


@dataclass
class Reporter(_Scriptless, Citizen):
    """A reporter who may have learned of it long ago, or whose phone runs no script."""

    has_script: bool = True

    def report_late(self, known_on: str) -> None:
        """Hand in what is needed; every screen says that the window is over."""
        self.page.goto("/")
        self.follow("Buat laporan")
        self.press("Mulai")
        self.fill("Kapan Anda mengetahui kejadian ini?", known_on)
        self.fill("Kapan kejadiannya?", known_on)
        self.on()
        self.place()
        self.fill("Nama", "Bambang Contohadi")
        self.on()
        self.fill("Kejadiannya dalam satu kalimat", "Aparatur mengajak memilih")
        self.fill("Ceritakan lengkapnya", TOLD)
        for _screen in ("peristiwa", "saksi", "bukti"):
            self.on()
        self.fill("Nama lengkap", "Wati Contohwati")
        self.fill("Alamat", "Jalan Contoh 1, Semarang")
        self.on()
        self.on()
        self.tick("Keterangan yang saya berikan benar")
        self.press("Kirim laporan")
        self.keep_receipt()
