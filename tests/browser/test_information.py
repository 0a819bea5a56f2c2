"""Giving information in Chromium: short, by keyboard, without script, pressed twice.

A tap is whatever a finger does: a press on a control, or a choice in a list that has
been opened. Typing is counted in words, at forty a minute.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from netra.records.information import actions
from netra.records.information.models import Information
from tests import ground, informing, people, samples
from tests.browser import judging
from tests.browser.test_puzzle import answer

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
MOST_TAPS, MOST_SECONDS, WORDS_A_MINUTE = 12, 90, 40
STORY = (
    "DATA CONTOH. Kemarin sore di Lapangan Contoh, kepala dinas berpakaian dinas "
    "naik ke panggung kampanye, mengajak semua pegawainya memilih pasangan nomor "
    "tertentu, lalu membagikan kaus bergambar calon dari mobil dinas. Saya melihat "
    "sendiri dari dekat, kira-kira pukul empat. Banyak pegawai lain juga melihat dan "
    "merekamnya dengan telepon."
)
PHOTO = {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": samples.jpeg()}
PLACE = "Di kabupaten atau kota mana?"
STORY_LABEL = "Apa yang Anda lihat atau dengar?"
SEND, CODE = "Kirim informasi", ".giving-code"
_WHERE = """() => {
  const at = document.activeElement;
  return at.name || at.innerText?.trim() || at.tagName;
}"""


@pytest.fixture
def cast(server: LiveServer, at, settings) -> people.Cast:
    """The cast, with a key of the office of 33.74."""
    settings.PUZZLE_WORK = 50
    ground.empty()
    people.lay_ground()
    at(people.SUBMITTED_AT)
    made = people.make_cast()
    informing.keyed(made)
    return made


class Source:
    """Somebody with a phone who counts every tap and every word."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.words = 0
        self.trouble = judging.Trouble().watch(page)

    def tap(self, control) -> None:
        """Press a control."""
        self.taps += 1
        control.click()

    def choose(self, label: str, option: str) -> None:
        """Open a list, then press what is wanted."""
        self.taps += 2
        self.page.get_by_label(label).select_option(label=option)

    def write(self, label: str, text: str) -> None:
        """Press a field and type."""
        self.tap(self.page.get_by_label(label))
        self.words += len(text.split())
        self.page.keyboard.insert_text(text)

    def code(self) -> str:
        """Return the code the page shows."""
        expect(self.page.locator(CODE)).to_be_visible()
        return self.page.locator(CODE).inner_text()

    def at_ease(self) -> None:
        """Nothing went wrong behind the page, and no cookie was set."""
        assert self.trouble.lines == []
        assert self.page.context.cookies() == []
        assert judging.overflow_px(self.page) == 0


@pytest.fixture
def phone(cast: people.Cast, open_page: Callable[..., Page]) -> Source:
    return Source(open_page("phone"))


@pytest.fixture
def without_script(
    cast: people.Cast, browser: Browser, server: LiveServer
) -> Iterator[Page]:
    context = browser.new_context(
        base_url=server.url,
        java_script_enabled=False,
        locale="id-ID",
        viewport={"width": 360, "height": 740},
    )
    yield context.new_page()
    context.close()


def test_it_takes_twelve_taps_and_ninety_seconds_of_typing_at_most(phone) -> None:
    phone.page.goto("/informasi/")
    phone.choose(PLACE, "Kota Semarang")
    phone.write(STORY_LABEL, STORY)
    phone.tap(phone.page.get_by_text("Lampirkan foto, rekaman, atau PDF"))
    phone.taps += 2  # the telephone's own list of pictures
    phone.page.get_by_label("Pilih berkas").set_input_files([PHOTO])
    phone.tap(phone.page.get_by_role("button", name=SEND))
    assert re.fullmatch(r"(\d{4} ){3}\d{4}", phone.code())
    row = Information.objects.get()
    assert row.files.count() == 1  # the original was thrown away
    assert phone.taps <= MOST_TAPS
    assert phone.words >= 45  # a whole story, not a word
    assert phone.words * 60 / WORDS_A_MINUTE <= MOST_SECONDS
    phone.at_ease()


def test_from_the_first_page_it_takes_no_more(phone) -> None:
    phone.page.goto("/")
    phone.page.context.clear_cookies()
    phone.tap(phone.page.locator("main").get_by_role("link", name="Beri informasi"))
    phone.choose(PLACE, "Kota Semarang")
    phone.write(STORY_LABEL, STORY)
    phone.tap(phone.page.get_by_role("button", name=SEND))
    phone.code()
    assert phone.taps <= MOST_TAPS


def test_the_keyboard_alone_is_enough_and_goes_in_reading_order(phone) -> None:
    page = phone.page
    page.goto("/informasi/")
    page.get_by_role("link", name="Mau melapor dengan nama?").focus()
    met = []
    for _step in range(7):
        page.keyboard.press("Tab")
        met.append(page.evaluate(_WHERE))
        if met[-1] == "place_region":
            page.keyboard.type("Kota Sem")
        if met[-1] == "text":
            page.keyboard.insert_text(STORY)
        if met[-1] == SEND:
            break
    assert met == [
        "place_region",
        "text",
        "Tempat, waktu, orang, tautan (boleh dilewati)",
        "Lampirkan foto, rekaman, atau PDF (boleh dilewati)",
        "Nama dan cara menghubungi (boleh kosong)",
        SEND,
    ]
    page.keyboard.press("Enter")
    phone.code()
    assert Information.objects.get().region == people.REGION


def test_what_is_read_first_stands_first(phone) -> None:
    """The order of the page is the order on the screen, folded parts opened."""
    page = phone.page
    page.goto("/informasi/")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    tops = page.evaluate(
        "[...document.querySelectorAll('main :is(h1,h2,label,legend,summary,button,"
        "select,textarea,input:not([type=hidden]):not([type=checkbox]))')]"
        ".filter(e => e.offsetParent).map(e => e.getBoundingClientRect().top)"
    )
    assert len(tops) > 15
    assert tops == sorted(tops)


def test_a_button_pressed_twice_sends_once_and_shows_the_code(phone) -> None:
    page = phone.page
    page.goto("/informasi/")
    page.get_by_label(PLACE).select_option(label="Kota Semarang")
    page.get_by_label(STORY_LABEL).fill(STORY)
    expect(page.locator("input[name=puzzle]")).not_to_have_value("")
    page.get_by_role("button", name=SEND).dblclick(no_wait_after=True)
    phone.code()
    assert Information.objects.count() == 1


def test_the_source_comes_back_reads_and_answers(phone, cast) -> None:
    page = phone.page
    page.goto("/informasi/")
    page.get_by_label(PLACE).select_option(label="Kota Semarang")
    page.get_by_label(STORY_LABEL).fill(STORY)
    page.get_by_role("button", name=SEND).click()
    code = phone.code()
    actions.post_to_source(
        information=Information.objects.get(),
        text="Di gedung mana?",
        actor=people.as_actor(cast.budi),
        at=people.SUBMITTED_AT,
    )
    page.locator("main").get_by_role("link", name="Buka kotak pesan").click()
    page.get_by_label("Kode 16 angka").fill(code)
    page.get_by_role("button", name="Buka").click()
    expect(page.get_by_text("Di gedung mana?")).to_be_visible()
    expect(page.get_by_text(STORY[:40])).to_have_count(0)
    assert code.replace(" ", "") not in page.url.replace("%20", "")
    page.get_by_label("Balasan atau tambahan Anda").fill("Gedung A.")
    page.get_by_role("button", name="Kirim tambahan").click()
    expect(page.get_by_text("Tambahan Anda sudah kami terima.")).to_be_visible()
    assert Information.objects.get().messages.filter(from_source=True).count() == 1
    phone.at_ease()


def test_without_javascript_the_whole_way_is_open(without_script: Page) -> None:
    page = without_script
    page.goto("/informasi/")
    page.get_by_label(PLACE).select_option(label="Kota Semarang")
    page.get_by_label(STORY_LABEL).fill(STORY)
    page.get_by_text("Lampirkan foto, rekaman, atau PDF").click()
    page.get_by_label("Pilih berkas").set_input_files([PHOTO])
    answer(page)
    page.get_by_role("button", name="Periksa berkas dahulu").click()
    expect(page.get_by_text("Salinan bersih siap")).to_be_visible()
    expect(page.get_by_label(STORY_LABEL)).to_have_value(STORY)
    page.get_by_role("button", name=SEND).click()
    code = page.locator(CODE).inner_text()
    page.locator("main").get_by_role("link", name="Buka kotak pesan").click()
    page.get_by_label("Kode 16 angka").fill(code)
    answer(page)
    page.get_by_role("button", name="Buka").click()
    expect(page.get_by_role("heading", name="Menunggu dibaca")).to_be_visible()
    assert page.context.cookies() == []
    assert Information.objects.get().files.count() == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page_at_320_pixels(phone, theme) -> None:
    page = phone.page
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme=theme)
    found: dict[str, list[str]] = {}

    def judge(name: str) -> None:
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open=true)")
        found[name] = judging.violations(page)
        assert judging.overflow_px(page) == 0, name

    page.goto("/informasi/")
    judge("form")
    page.get_by_label("Pilih berkas").set_input_files([PHOTO])
    page.get_by_role("button", name="Periksa berkas dahulu").click()
    expect(page.get_by_text("Salinan bersih siap")).to_be_visible()
    judge("checked")
    page.get_by_role("button", name=SEND).click()
    expect(page.locator(".errors")).to_be_focused()
    judge("refused")
    page.get_by_label(PLACE).select_option(label="Kota Semarang")
    page.get_by_role("button", name=SEND).click()
    code = phone.code()
    judge("sent")
    page.goto("/informasi/kotak/")
    judge("code")
    page.get_by_label("Kode 16 angka").fill(code)
    page.get_by_role("button", name="Buka").click()
    expect(page.locator("#jawaban")).to_be_visible()
    judge("box")
    assert [name for name, faults in found.items() if faults] == [], found
    assert len(found) == 6
