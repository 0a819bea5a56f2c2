"""The status page in Chromium: its words, the feed and the e-mail, narrow and wide."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from netra.records.reports.models import ReportMail
from tests import ground, people
from tests.browser import judging

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Opener = Callable[..., Page]


@pytest.fixture
def cast(server: LiveServer, at: Callable[..., None]) -> people.Cast:
    ground.empty()
    people.lay_ground()
    at(people.SUBMITTED_AT)
    return people.make_cast()


def opened(page: Page, cast: people.Cast) -> Page:
    """Open a report as its reporter does, with number and code."""
    report, code = people.submitted_with_code(cast)
    page.goto("/status/")
    page.get_by_label("Nomor laporan").fill(report.number)
    page.get_by_label("Kode", exact=True).fill(code)
    page.get_by_role("button", name="Lihat status").click()
    return page


def looked_at(page: Page, name: str) -> None:
    """Judge a page; keep a picture where `NETRA_PICTURES` names a folder."""
    assert judging.overflow_px(page) == 0
    assert judging.violations(page) == []
    if folder := os.environ.get("NETRA_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


@pytest.mark.parametrize("width", ["phone", "desk"])
@pytest.mark.parametrize("dark", [False, True])
def test_a_reporter_follows_and_stops(
    cast: people.Cast,
    open_page: Opener,
    settings: LazySettings,
    width: str,
    dark: bool,
) -> None:
    settings.MAIL_IS_ON = True
    page = opened(open_page(width, dark=dark), cast)
    trouble = judging.Trouble().watch(page)
    expect(page.get_by_role("heading", name="Artinya menurut hukum")).to_be_visible()
    page.get_by_text("Umpan Atom").click()
    page.get_by_role("button", name="Buat alamat umpan").click()
    expect(page.get_by_text("alamat ini hanya tampil sekali")).to_be_visible()
    page.get_by_text("Surel saat status berubah").click()
    page.get_by_label("Alamat surel").fill("wati@surel.contoh.id")
    looked_at(page, f"status-{width}-{'dark' if dark else 'light'}")
    page.get_by_role("button", name="Kirim surel kepastian").click()
    expect(page.get_by_text("Sebentar lagi ada surel untuk Anda")).to_be_visible()
    page.goto(f"/status/surel/{ReportMail.objects.get().token}/")
    looked_at(page, f"mail-{width}-{'dark' if dark else 'light'}")
    page.get_by_role("button", name="Ya, kirimi saya").click()
    expect(page.get_by_role("heading", name="Alamat Anda sudah pasti")).to_be_visible()
    page.goto("/status/laporan/")
    page.get_by_role("button", name="Hentikan surel dan hapus alamat").click()
    expect(page.get_by_text("Surel dihentikan dan alamat Anda")).to_be_visible()
    assert not ReportMail.objects.exists()
    assert trouble.lines == []
