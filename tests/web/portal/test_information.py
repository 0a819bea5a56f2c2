"""Giving information on one page, and coming back with a code."""

import gzip
import io
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from netra.records.accounts.models import Office
from netra.records.custody.models import OfficeKey
from netra.records.evidence.cleaning import errors as cleaning_errors
from netra.records.information.models import HeldFile, Information, InformationFile
from netra.records.jobs import moment
from netra.web import anonymous
from netra.web.puzzles import Purpose
from tests.informing import keyed
from tests.people import SUBMITTED_AT, Cast
from tests.web.portal.informant import (
    GIVE,
    WORDS,
    code_on,
    fields_for,
    give,
    photo,
)


@pytest.fixture
def browser() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def ready(cast: Cast, clock) -> Cast:
    clock.set(SUBMITTED_AT)
    keyed(cast)
    return cast


def test_the_page_offers_only_places_that_somebody_receives_for(ready, browser):
    page = browser.get(GIVE).content.decode()
    assert "Kota Semarang" in page or "Semarang" in page
    assert "34.71" not in page


def test_without_any_key_the_page_says_where_to_go(cast, browser):
    page = browser.get(GIVE).content.decode()
    assert "belum menyiapkan kunci" in page
    assert "<textarea" not in page


def test_what_is_sent_is_sealed_and_a_code_is_shown_once(ready, browser):
    page = give(browser)
    assert page.status_code == 200
    row = Information.objects.get()
    assert WORDS.encode() not in bytes(row.content)
    code = code_on(page)
    assert len(code) == 16
    assert not page.cookies
    assert page.headers["Cache-Control"] == "no-store"


def test_one_page_sent_twice_shows_one_code_twice(ready, browser):
    first, second = give(browser), give(browser)
    assert code_on(first) == code_on(second)
    assert "terkirim dua kali" in second.content.decode()
    assert Information.objects.count() == 1


def test_a_button_pressed_twice_shows_the_code_and_keeps_one(ready, browser):
    """As a browser sends it: the very same fields, puzzle and all, a second time."""
    fields = fields_for(
        Purpose.INFORMATION, place_region="33.74", text=WORDS, sekali="d" * 32
    )
    first, second = browser.post(GIVE, fields), browser.post(GIVE, fields)
    assert code_on(first) == code_on(second)
    assert "terkirim dua kali" in second.text
    assert Information.objects.count() == 1


@pytest.mark.parametrize("once", ["", "b", "a" * 31, "A" * 32, "1" * 33])
def test_two_people_never_come_to_one_code_by_a_number_that_is_not_ours(
    ready, browser, once
):
    codes = {code_on(give(browser, sekali=once)) for _person in range(2)}
    assert len(codes) == 2
    assert Information.objects.count() == 2


def test_files_without_a_solved_puzzle_are_not_even_opened(ready, browser, monkeypatch):
    def opened(*_args: object) -> None:
        raise AssertionError("a file was read")

    monkeypatch.setattr("netra.web.portal.information_files.clean", opened)
    page = give(browser, berkas=photo(), puzzle="", periksa="1")
    assert "pilih berkasnya sekali lagi" in page.text
    assert WORDS in page.text


def test_without_puzzle_nothing_is_kept_and_nothing_typed_is_lost(ready, browser):
    fields = {anonymous.TOKEN_FIELD: anonymous.form_token(moment.real_now())}
    page = browser.post(
        GIVE, {**fields, "place_region": "33.74", "text": WORDS, "sekali": "b" * 32}
    )
    assert page.status_code == 422
    assert WORDS in page.content.decode()
    assert not Information.objects.exists()


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"place_region": ""}, "Pilih wilayah"),
        ({"place_region": "99.99"}, "Pilih salah satu wilayah"),
        ({"text": " "}, "Ceritakan apa yang Anda lihat"),
        ({"text": "a" * 20_001}, "20000"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(ready, browser, more, message):
    page = give(browser, **{"place": "Balai Contoh", **more})
    assert page.status_code == 422
    assert message in page.content.decode()
    assert "Balai Contoh" in page.content.decode()
    assert not Information.objects.exists()


def test_a_file_is_kept_while_the_rest_is_mended(ready, browser):
    page = give(browser, place_region="", berkas=photo())
    shown = page.content.decode()
    assert page.status_code == 422
    assert "foto-siti.jpg" in shown
    assert "Perangkat" in shown
    token = re.search(r'name="simpan" value="([^"]+)"', shown)[1]
    assert b"Kamera Bertanda" not in bytes(HeldFile.objects.get().body)
    assert give(browser, simpan=token).status_code == 200
    assert InformationFile.objects.count() == 1
    assert not HeldFile.objects.exists()


def test_files_can_be_checked_before_anything_is_sent(ready, browser):
    page = give(browser, berkas=photo(), periksa="1")
    assert page.status_code == 200
    assert "Perangkat" in page.content.decode()
    assert not Information.objects.exists()


def test_a_file_can_be_taken_out_again(ready, browser):
    shown = give(browser, berkas=photo(), periksa="1").content.decode()
    token = re.search(r'name="simpan" value="([^"]+)"', shown)[1]
    assert give(browser, simpan=token, lepas=token).status_code == 200
    assert not InformationFile.objects.exists()


def test_the_original_is_thrown_away_unless_the_source_keeps_it(ready, browser):
    give(browser, berkas=photo())
    assert InformationFile.objects.count() == 1
    give(browser, berkas=photo(), sekali="c" * 32, discard="")
    assert InformationFile.objects.filter(kind="original").count() == 1


@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html><script>1</script>",
        b"PK\x03\x04" + bytes(60),
        b"",
        b"\xff\xd8\xff",
    ],
)
def test_what_is_no_picture_recording_or_pdf_is_refused_by_name(
    ready, browser, content
):
    file = io.BytesIO(content)
    file.name = "bukan-foto.jpg"
    page = give(browser, berkas=file)
    assert page.status_code == 422
    assert "bukan-foto.jpg" in page.content.decode()
    assert not Information.objects.exists()


def test_a_file_beyond_the_limit_is_refused_by_name(ready, browser):
    file = io.BytesIO(b"\xff\xd8\xff" + bytes(25 * 2**20))
    file.name = "besar.jpg"
    page = give(browser, berkas=file)
    assert page.status_code == 422
    assert "25 MB" in page.content.decode()


def test_a_bomb_does_not_take_the_page_down(ready, browser, monkeypatch):
    def burst(*_args: object) -> None:
        raise cleaning_errors.BombError("image/jpeg", "pixels")

    monkeypatch.setattr("netra.web.portal.information_files.clean", burst)
    page = give(browser, berkas=photo())
    assert page.status_code == 422
    assert "terlalu besar untuk dibuka" in page.content.decode()


def test_the_language_is_in_the_address_and_in_no_cookie(ready, browser):
    page = browser.get(GIVE)
    assert 'lang="id"' in page.text
    assert 'href="?bahasa=en"' in page.text
    chosen = browser.get(f"{GIVE}?bahasa=en")
    assert '<html lang="en"' in chosen.text
    assert f'action="{GIVE}?bahasa=en"' in chosen.text
    assert "/informasi/kotak/?bahasa=en" in chosen.text
    assert 'href="?bahasa=id"' in chosen.text
    assert not chosen.cookies
    assert '<html lang="id"' in browser.get(f"{GIVE}?bahasa=xx").text
    assert '<html lang="id"' in browser.get("/hukum/?bahasa=en").text


def test_a_page_with_a_code_offers_no_link_that_would_lose_it(ready, browser):
    page = give(browser)
    assert code_on(page)
    assert "?bahasa=" not in page.text


def test_the_page_is_light_even_where_the_whole_country_may_choose(
    cast, browser
) -> None:
    """What a phone loads beside the style of all pages: at most 30 kB."""
    nation = Office.objects.create(
        name="Kantor nasional (DATA CONTOH)", tier=Office.Tier.NATIONAL, region=""
    )
    OfficeKey.objects.create(
        office=nation,
        version=1,
        public_key=bytes(32),
        recovery_copy=bytes(80),
        made_at=SUBMITTED_AT,
    )
    page = browser.get(GIVE, headers={"accept-encoding": "gzip"})
    assert gzip.decompress(page.content).count(b"<option") > 500
    own = ["web/giving.css", "web/puzzle.js", "web/vendor/altcha/pbkdf2.js"]
    found = [Path(str(finders.find(name))).read_bytes() for name in own]
    weights = [len(page.content), *(len(gzip.compress(one)) for one in found)]
    assert sum(weights) <= 30_000, weights
