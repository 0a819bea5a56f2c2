"""Setting up the second step, signing in with it, and taking it off again."""

import base64
import hashlib
import hmac
import re
import struct
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import people
from tests.browser.walking import Officer

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
_STEP_S, _DIGITS = 30, 6


def totp(secret: str, *, ahead: int = 0) -> str:
    """Return the code a phone shows now, or so many steps ahead (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = int(time.time()) // _STEP_S + ahead
    digest = hmac.new(key, struct.pack(">Q", counter), hashlib.sha1).digest()
    place = digest[-1] & 0xF
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return str(number % 10**_DIGITS).zfill(_DIGITS)


@pytest.fixture
def nur(server: LiveServer) -> None:
    people.person("Nur")


@pytest.fixture
def walker(nur: None, open_page: Callable[..., Page]) -> Officer:
    return Officer(page=open_page("phone"))


def sign_in(walker: Officer) -> None:
    walker.page.goto("/masuk/?next=/akun/dua-langkah/")
    walker.fill("Nama pengguna", "nur")
    walker.fill("Kata sandi", people.PASSWORD)
    walker.press("Masuk")


def confirm(walker: Officer) -> None:
    """Give the password once more where an important act asks for it."""
    if "/akun/pastikan/" in walker.page.url:
        walker.look()
        walker.page.locator("input[type=password]").fill(people.PASSWORD)
        walker.press("Lanjutkan")


def code_box(walker: Officer) -> Locator:
    return walker.page.locator("main input[name=code]")


def test_the_second_step_is_set_up_used_and_taken_off(walker: Officer) -> None:
    sign_in(walker)
    walker.look()
    walker.follow("Pasang autentikator")
    confirm(walker)
    walker.look()
    secret = walker.page.locator("code").first.inner_text()
    code_box(walker).fill("000000" if totp(secret) != "000000" else "111111")
    walker.press("Pasang")
    walker.look()
    secret = walker.page.locator("code").first.inner_text()
    code_box(walker).fill(totp(secret))
    walker.press("Pasang")
    walker.look()
    walker.page.goto("/akun/kode-cadangan/")
    confirm(walker)
    walker.look()
    codes = walker.page.locator("ul.codes li")
    assert codes.count() >= 8
    spare = codes.first.inner_text()
    walker.follow("Buat kode baru")
    walker.look()
    walker.page.goto("/akun/dua-langkah/")
    walker.page.context.clear_cookies()
    sign_in(walker)
    expect(walker.page).to_have_url(re.compile(r"/masuk/dua-langkah/"))
    walker.look()
    code_box(walker).fill(spare)
    walker.press("Masuk")
    expect(walker.page).to_have_url(re.compile(r"/akun/dua-langkah/$"))
    walker.follow("Lepas autentikator")
    confirm(walker)
    walker.look()
    walker.press("Lepas autentikator")
    walker.sees("Belum terpasang")
    walker.clean()
