"""Giving information on one page, and coming back with a code."""

import io
import re
from datetime import timedelta

import pytest
from django.test import Client
from PIL import Image

from netra.records.evidence.cleaning import errors as cleaning_errors
from netra.records.information import actions
from netra.records.information.models import HeldFile, Information, InformationFile
from netra.records.jobs import moment
from netra.web import anonymous
from netra.web.puzzles import Purpose
from tests.informing import keyed, opened_by
from tests.people import SUBMITTED_AT, Cast, as_actor
from tests.web.puzzling import solved_fields

GIVE, BOX, REPLY = "/informasi/", "/informasi/kotak/", "/informasi/kotak/balas/"
WORDS = "DATA CONTOH: kepala dinas mengajak bawahannya memilih satu pasangan."


@pytest.fixture
def browser() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def ready(cast: Cast, clock) -> Cast:
    clock.set(SUBMITTED_AT)
    keyed(cast)
    return cast


def _fields(purpose: Purpose, **more: object) -> dict[str, object]:
    token = {anonymous.TOKEN_FIELD: anonymous.form_token(moment.real_now())}
    return {**token, **solved_fields(purpose), **more}


def _given(browser: Client, **more: object):
    told = {"place_region": "33.74", "text": WORDS, "sekali": "a" * 32, "discard": "on"}
    return browser.post(GIVE, _fields(Purpose.INFORMATION, **{**told, **more}))


def _code(page) -> str:
    return re.sub(r"\D", "", re.search(r"(?:\d{4} ){3}\d{4}", page.content.decode())[0])


def _photo() -> io.BytesIO:
    image = Image.new("RGB", (8, 8), "red")
    exif = Image.Exif()
    exif[0x0110] = "Kamera Bertanda"
    file = io.BytesIO()
    image.save(file, "JPEG", exif=exif)
    file.seek(0)
    file.name = "foto-siti.jpg"
    return file


def test_the_page_offers_only_places_that_somebody_receives_for(ready, browser):
    page = browser.get(GIVE).content.decode()
    assert "Kota Semarang" in page or "Semarang" in page
    assert "34.71" not in page


def test_without_any_key_the_page_says_where_to_go(cast, browser):
    page = browser.get(GIVE).content.decode()
    assert "belum menyiapkan kunci" in page
    assert "<textarea" not in page


def test_what_is_sent_is_sealed_and_a_code_is_shown_once(ready, browser):
    page = _given(browser)
    assert page.status_code == 200
    row = Information.objects.get()
    assert WORDS.encode() not in bytes(row.content)
    code = _code(page)
    assert len(code) == 16
    assert not page.cookies
    assert page.headers["Cache-Control"] == "no-store"


def test_one_page_sent_twice_shows_one_code_twice(ready, browser):
    first, second = _given(browser), _given(browser)
    assert _code(first) == _code(second)
    assert "terkirim dua kali" in second.content.decode()
    assert Information.objects.count() == 1


def test_without_puzzle_nothing_is_kept_and_nothing_typed_is_lost(ready, browser):
    fields = {anonymous.TOKEN_FIELD: anonymous.form_token(moment.real_now())}
    page = browser.post(
        GIVE, {**fields, "place_region": "33.74", "text": WORDS, "sekali": "b"}
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
    page = _given(browser, **{"place": "Balai Contoh", **more})
    assert page.status_code == 422
    assert message in page.content.decode()
    assert "Balai Contoh" in page.content.decode()
    assert not Information.objects.exists()


def test_a_file_is_kept_while_the_rest_is_mended(ready, browser):
    page = _given(browser, place_region="", berkas=_photo())
    shown = page.content.decode()
    assert page.status_code == 422
    assert "foto-siti.jpg" in shown
    assert "Perangkat" in shown
    token = re.search(r'name="simpan" value="([^"]+)"', shown)[1]
    assert b"Kamera Bertanda" not in bytes(HeldFile.objects.get().body)
    assert _given(browser, simpan=token).status_code == 200
    assert InformationFile.objects.count() == 1
    assert not HeldFile.objects.exists()


def test_files_can_be_checked_before_anything_is_sent(ready, browser):
    page = _given(browser, berkas=_photo(), periksa="1")
    assert page.status_code == 200
    assert "Perangkat" in page.content.decode()
    assert not Information.objects.exists()


def test_a_file_can_be_taken_out_again(ready, browser):
    shown = _given(browser, berkas=_photo(), periksa="1").content.decode()
    token = re.search(r'name="simpan" value="([^"]+)"', shown)[1]
    assert _given(browser, simpan=token, lepas=token).status_code == 200
    assert not InformationFile.objects.exists()


def test_the_original_is_thrown_away_unless_the_source_keeps_it(ready, browser):
    _given(browser, berkas=_photo())
    assert InformationFile.objects.count() == 1
    _given(browser, berkas=_photo(), sekali="c" * 32, discard="")
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
    page = _given(browser, berkas=file)
    assert page.status_code == 422
    assert "bukan-foto.jpg" in page.content.decode()
    assert not Information.objects.exists()


def test_a_file_beyond_the_limit_is_refused_by_name(ready, browser):
    file = io.BytesIO(b"\xff\xd8\xff" + bytes(25 * 2**20))
    file.name = "besar.jpg"
    page = _given(browser, berkas=file)
    assert page.status_code == 422
    assert "25 MB" in page.content.decode()


def test_a_bomb_does_not_take_the_page_down(ready, browser, monkeypatch):
    def burst(*_args: object) -> None:
        raise cleaning_errors.BombError("image/jpeg", "pixels")

    monkeypatch.setattr("netra.web.portal.information_files.clean", burst)
    page = _given(browser, berkas=_photo())
    assert page.status_code == 422
    assert "terlalu besar untuk dibuka" in page.content.decode()


def test_the_code_opens_the_box_with_answers_and_without_own_words(ready, browser):
    code = _code(_given(browser))
    actions.post_to_source(
        information=Information.objects.get(),
        text="Di gedung mana?",
        actor=as_actor(ready.budi),
        at=SUBMITTED_AT,
    )
    page = browser.post(BOX, _fields(Purpose.CODE, code=code))
    shown = page.content.decode()
    assert "Di gedung mana?" in shown
    assert WORDS not in shown
    assert "Menunggu dibaca" in shown
    assert code not in page.headers.get("Location", "")


@pytest.mark.parametrize("code", ["0000 0000 0000 0000", "12", "abc", ""])
def test_a_wrong_code_is_refused_alike(ready, browser, code):
    page = browser.post(BOX, _fields(Purpose.CODE, code=code))
    assert page.status_code == 422
    assert "angka" in page.content.decode()


def test_a_source_adds_words_and_a_file(ready, browser):
    code = _code(_given(browser))
    fields = _fields(
        Purpose.REPLY, code=code, text="Gedung A.", berkas=_photo(), discard="on"
    )
    page = browser.post(REPLY, fields)
    assert "sudah kami terima" in page.content.decode()
    message = Information.objects.get().messages.get()
    assert message.from_source
    assert message.files.count() == 1


def test_an_empty_addition_is_refused_and_the_box_stays_open(ready, browser):
    code = _code(_given(browser))
    page = browser.post(REPLY, _fields(Purpose.REPLY, code=code, text=""))
    assert page.status_code == 422
    assert "Pesan dari kantor" in page.content.decode()


def test_an_addition_with_a_wrong_code_asks_for_the_code(ready, browser):
    page = browser.post(REPLY, _fields(Purpose.REPLY, code="0" * 16, text="x"))
    assert page.status_code == 422
    assert "Buka kotak pesan" in page.content.decode()


def test_the_source_reads_how_it_ended(ready, browser):
    code = _code(_given(browser))
    row = Information.objects.get()
    actions.open_information(
        information=row,
        opened=opened_by(ready),
        actor=as_actor(ready.budi),
        at=SUBMITTED_AT,
    )
    actions.end_information(
        information=row,
        ended_as=Information.End.NOT_ENOUGH,
        text="Kami tidak menemukan gedungnya.",
        actor=as_actor(ready.budi),
        at=SUBMITTED_AT + timedelta(hours=1),
    )
    shown = browser.post(BOX, _fields(Purpose.CODE, code=code)).content.decode()
    assert "Kami tidak menemukan gedungnya." in shown
    assert "tidak cukup" in shown
