"""A file on a line that breaks: it arrives whole, and nobody has to begin again."""

import hashlib
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from netra.records.evidence.models import Arriving
from netra.records.evidence.store import path_of
from netra.records.reports.models import DraftFile, ReportDraft
from tests import ground, people
from tests.browser import judging
from tests.browser.lines import line_to
from tests.browser.walking import Citizen, picture
from tests.web.portal import tussing, walking

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
FILE = tussing.large(walking.PNG, 3_000_000)
CHOOSE = "Pilih foto, video, rekaman, atau PDF"
VIDEO = {"name": "wati-merekam.png", "mimeType": "image/png", "buffer": FILE}


@pytest.fixture
def cast(server: LiveServer, at) -> people.Cast:
    """The cast at the moment of the report."""
    ground.empty()
    people.lay_ground()
    at(people.SUBMITTED_AT)
    return people.make_cast()


def port_of(server: LiveServer) -> int:
    return urlsplit(server.url).port or 80


def at_evidence(page: Page, address: str) -> Citizen:
    """Begin a report and go to its evidence."""
    wati = Citizen(page=page)
    page.goto(f"{address}/lapor/")
    wati.press("Mulai")
    page.goto(f"{address}/lapor/bukti/")
    return wati


def choose(page: Page, *files: object) -> None:
    page.get_by_label(CHOOSE).set_input_files(list(files))


def arrived() -> DraftFile:
    return DraftFile.objects.select_related("blob").get()


def rows(page: Page):
    return page.locator("[data-rows] > li")


@pytest.mark.usefixtures("cast")
def test_a_file_cut_three_times_arrives_with_its_hash(
    server: LiveServer, open_page: Callable[..., Page]
) -> None:
    page = open_page("phone")
    with line_to(port_of(server), 600_000, 1_500_000, 2_600_000) as line:
        wati = at_evidence(page, line.address)
        choose(page, VIDEO)
        expect(page.locator("[data-files]")).to_contain_text(
            "wati-merekam.png", timeout=60_000
        )
        assert line.breaks == 3
    file = arrived()
    assert file.blob.sha256 == hashlib.sha256(FILE).hexdigest()
    assert path_of(file.blob.sha256).read_bytes() == FILE
    assert file.name == "wati-merekam.png"
    expect(rows(page)).to_have_count(0)
    assert [line for line in wati.trouble.lines if "ERR_" not in line] == []


@pytest.mark.usefixtures("cast")
def test_after_a_reload_the_same_file_goes_on_where_it_stopped(
    server: LiveServer, open_page: Callable[..., Page]
) -> None:
    page = open_page("phone")
    with line_to(port_of(server), bytes_a_second=600_000) as line:
        at_evidence(page, line.address)
        choose(page, VIDEO)
        state = rows(page).locator("[data-state]")
        expect(state).to_have_text(re.compile(r"^[2-9]\d persen"), timeout=20_000)
        page.get_by_role("button", name="Jeda").click()
        expect(rows(page)).to_contain_text("Dijeda pada")
        page.reload()
        waiting = page.locator("[data-print]")
        expect(waiting).to_contain_text("wati-merekam.png")
        expect(waiting).to_contain_text("Pilih berkas yang sama sekali lagi")
        begun = Arriving.objects.get()
        choose(page, {**VIDEO, "name": "lain.png"})
        expect(page.locator("[data-files] .hash")).to_be_visible(timeout=30_000)
    assert Arriving.objects.get() == begun
    assert arrived().blob.sha256 == hashlib.sha256(FILE).hexdigest()


@pytest.mark.usefixtures("cast")
def test_an_upload_is_held_continued_and_given_up_by_keyboard(
    server: LiveServer, open_page: Callable[..., Page]
) -> None:
    page = open_page("phone")
    with line_to(port_of(server), bytes_a_second=300_000) as line:
        at_evidence(page, line.address)
        choose(page, VIDEO)
        hold = rows(page).locator("[data-act=hold]")
        hold.focus()
        page.keyboard.press("Enter")
        expect(rows(page)).to_contain_text("Dijeda pada")
        expect(page.get_by_role("status").filter(has_text="Dijeda")).to_have_count(1)
        expect(hold).to_have_text("Lanjutkan wati-merekam.png")
        assert judging.violations(page) == []
        assert judging.overflow_px(page) <= 0
        page.keyboard.press("Enter")
        expect(rows(page)).to_contain_text("sisa")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(rows(page)).to_have_count(0)
        expect(page.get_by_label(CHOOSE)).to_be_focused()
        for _turn in range(100):  # the order to forget travels over the slow line
            if not Arriving.objects.exists():
                break
            page.wait_for_timeout(100)
    assert not Arriving.objects.exists()
    assert not DraftFile.objects.exists()


@pytest.mark.usefixtures("cast")
def test_going_on_waits_for_the_file_and_then_goes_on(
    server: LiveServer, open_page: Callable[..., Page]
) -> None:
    page = open_page("desk")
    with line_to(port_of(server), bytes_a_second=2_000_000) as line:
        wati = at_evidence(page, line.address)
        choose(page, VIDEO)
        page.get_by_role("button", name="Simpan dan lanjut").click()
        wati.sees("dilanjutkan sendiri setelah semua berkas terkirim")
        page.wait_for_url("**/lapor/pelapor/", timeout=30_000)
    assert arrived().blob.sha256 == hashlib.sha256(FILE).hexdigest()


@pytest.mark.usefixtures("cast")
def test_a_refused_file_is_told_beside_it_and_does_not_hold_up_the_others(
    server: LiveServer, open_page: Callable[..., Page]
) -> None:
    page = open_page("phone")
    wati = at_evidence(page, server.url)
    wati.sees("boleh sampai 500 MB tiap berkas")
    web_page = {
        "name": "halaman.html",
        "mimeType": "text/html",
        "buffer": b"<!doctype html><title>x</title>" + b" " * 20_000,
    }
    choose(page, web_page, picture("foto.png", 9))
    expect(page.locator("[data-files]")).to_contain_text("foto.png")
    expect(rows(page)).to_have_count(1)
    expect(rows(page)).to_contain_text("Jenis berkas ini tidak diterima")
    assert judging.violations(page) == []
    assert arrived().name == "foto.png"


@pytest.mark.usefixtures("cast")
def test_nothing_about_files_is_kept_in_the_browser(
    server: LiveServer, open_page: Callable[..., Page]
) -> None:
    page = open_page("phone")
    at_evidence(page, server.url)
    choose(page, VIDEO)
    expect(page.locator("[data-files]")).to_contain_text("wati-merekam")
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "wati" not in kept
    assert "merekam" not in page.url


@pytest.mark.usefixtures("cast")
def test_two_tabs_write_into_their_own_drafts(
    server: LiveServer, open_page: Callable[..., Page]
) -> None:
    first = open_page("desk")
    wati = Citizen(page=first)
    first.goto("/lapor/")
    wati.press("Mulai")
    first.goto("/lapor/peristiwa/")
    wati.fill("Kejadiannya dalam satu kalimat", "Kejadian pertama")
    second = first.context.new_page()
    other = Citizen(page=second)
    wati.press("Simpan, lanjutkan nanti")
    second.goto("/lapor/")
    other.press("Mulai laporan lain")
    first.goto("/lapor/")
    first.get_by_role("listitem").filter(has_text="Kejadian pertama").get_by_role(
        "button", name="Lanjutkan"
    ).click()
    first.wait_for_url("**/lapor/waktu/")
    first.goto("/lapor/peristiwa/")
    untouched = ReportDraft.objects.get(content="")
    second.goto(f"/lapor/peristiwa/?isian={untouched.pk}")
    other.fill("Kejadiannya dalam satu kalimat", "Kejadian kedua")
    wati.fill("Kejadiannya dalam satu kalimat", "Kejadian pertama, lebih jelas")
    other.press("Simpan, lanjutkan nanti")
    wati.press("Simpan, lanjutkan nanti")
    first.goto("/lapor/")
    wati.look()
    expect(
        first.get_by_role("heading", name="Kejadian pertama, lebih jelas")
    ).to_have_count(1)
    expect(first.get_by_role("heading", name="Kejadian kedua")).to_have_count(1)
    wati.clean()


@pytest.mark.usefixtures("cast")
def test_a_device_is_forgotten_with_all_its_drafts(
    server: LiveServer, open_page: Callable[..., Page]
) -> None:
    page = open_page("phone")
    wati = at_evidence(page, server.url)
    page.goto("/lapor/")
    page.get_by_text("Lupakan di perangkat ini").click()
    wati.look()
    wati.press("Ya, lupakan semuanya")
    wati.sees("Perangkat ini dilupakan")
    assert not ReportDraft.objects.exists()
    assert [c["name"] for c in page.context.cookies() if c["name"] == "laporan"] == []
    wati.clean()


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(("minutes", "shown"), [(0, False), (4, False), (43, True)])
def test_a_wrong_clock_of_the_phone_is_told(
    server: LiveServer, open_page: Callable[..., Page], minutes: int, shown: bool
) -> None:
    page = open_page("phone")
    page.add_init_script(
        "const origin = performance.timeOrigin;"
        "Object.defineProperty(performance, 'timeOrigin',"
        f" {{ get: () => origin + {minutes} * 60000 }});"
    )
    page.goto("/lapor/")
    notice = page.get_by_text("Jam perangkat ini tidak tepat")
    expect(notice).to_be_visible(visible=shown)
    if shown:
        expect(page.locator("[data-clock]")).to_contain_text("30 Oktober 2024")
        assert judging.violations(page) == []
