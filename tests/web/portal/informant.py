"""A source in front of the pages of the anonymous way, without a browser."""

import io
import re

from django.http import HttpResponse
from django.test import Client
from PIL import Image

from netra.records.jobs import moment
from netra.web import anonymous
from netra.web.puzzles import Purpose
from tests.web.puzzling import solved_fields

GIVE, BOX, REPLY = "/informasi/", "/informasi/kotak/", "/informasi/kotak/balas/"
WORDS = "DATA CONTOH: kepala dinas mengajak bawahannya memilih satu pasangan."


def fields_for(purpose: Purpose, **more: object) -> dict[str, object]:
    """Return the fields of a form with token and solved puzzle."""
    token = {anonymous.TOKEN_FIELD: anonymous.form_token(moment.real_now())}
    return {**token, **solved_fields(purpose), **more}


def give(browser: Client, **more: object) -> HttpResponse:
    """Send information; fields named in `more` replace those of a good form."""
    told = {"place_region": "33.74", "text": WORDS, "sekali": "a" * 32, "discard": "on"}
    return browser.post(GIVE, fields_for(Purpose.INFORMATION, **{**told, **more}))


def code_on(page: HttpResponse) -> str:
    """Return the sixteen digits a page shows."""
    shown = re.search(r"(?:\d{4} ){3}\d{4}", page.content.decode())
    assert shown is not None
    return re.sub(r"\D", "", shown[0])


def open_box(browser: Client, code: str) -> HttpResponse:
    """Open the box with its code."""
    return browser.post(BOX, fields_for(Purpose.CODE, code=code))


def reply(browser: Client, code: str, **more: object) -> HttpResponse:
    """Open the box and send a reply from its page."""
    shown = re.search(r'name="dibuka" value="([^"]+)"', open_box(browser, code).text)
    assert shown is not None
    told = {"code": code, "dibuka": shown[1], "text": "", "discard": "on"}
    return browser.post(REPLY, fields_for(Purpose.REPLY, **{**told, **more}))


def photo() -> io.BytesIO:
    """Return a photograph that names its camera."""
    exif = Image.Exif()
    exif[0x0110] = "Kamera Bertanda"
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, "JPEG", exif=exif)
    file.seek(0)
    file.name = "foto-siti.jpg"
    return file
