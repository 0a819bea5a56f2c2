"""A citizen at the keyboard: answers for every screen, and how they are sent."""

from collections.abc import Mapping
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

import netra.web
from netra.records.cases import actions as cases
from netra.records.cases.models import Case
from netra.web import limits
from tests import people

PACKAGE = Path(netra.web.__file__).parent
RATES = limits.RATES
NOW = people.SUBMITTED_AT
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00"
    b"\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02"
    b"\xfe\xa7\x9a\xa0\xa0\x00\x00\x00\x00IEND\xaeB`\x82"
)
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"

ANSWERS: Mapping[str, Mapping[str, str]] = {
    "waktu": {
        "known_on": "2024-10-29",
        "happened_on": "2024-10-28",
        "happened_time": "sekitar pukul 09.00",
    },
    "tempat": {
        "province": "33",
        "regency": "33.74",
        "subdistrict": "33.74.01",
        "place": "Lapangan Contoh",
    },
    "terlapor": {
        "jumlah": "1",
        "terlapor-0-name": "Bambang Contohadi",
        "terlapor-0-workplace": "Dinas Contoh",
    },
    "peristiwa": {
        "event": "Mengajak memilih pada acara kampanye",
        "account": "DATA CONTOH. Ia berbicara di panggung.",
    },
    "saksi": {"jumlah": "1", "saksi-0-name": "Citra Contohsari"},
    "pelapor": {"name": "Wati Contohwati", "address": "Jalan Contoh 1"},
}


def png(name: str = "foto.png", tail: bytes = b"") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PNG + tail, content_type="image/png")


def pdf(name: str = "lembar.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF, content_type="application/pdf")


def start(client: Client) -> None:
    """Open a draft."""
    answer = client.post("/lapor/")
    assert answer.status_code == 302
    assert answer["Location"] == "/lapor/waktu/"


def say(client: Client, step: str, **more: object) -> HttpResponse:
    """Send a screen as the browser does, with the answers of this module."""
    return client.post(f"/lapor/{step}/", {**ANSWERS.get(step, {}), **more})


def pick_place(client: Client) -> HttpResponse:
    """Choose province, regency and sub-district, one submit after the other."""
    client.post("/lapor/tempat/", {"province": "33"})
    client.post("/lapor/tempat/", {"province": "33", "regency": "33.74"})
    return say(client, "tempat")


def tell(client: Client) -> None:
    """Answer every screen of the wizard."""
    start(client)
    say(client, "waktu")
    pick_place(client)
    for step in ("terlapor", "peristiwa", "saksi"):
        assert say(client, step).status_code == 302, step
    client.post("/lapor/bukti/", {"uploads": [png()], "links": "", "akhir": "1"})
    assert say(client, "pelapor").status_code == 302
    client.post("/lapor/tanda-tangan/", {"signed_page": [pdf()], "akhir": "1"})


def send(client: Client) -> HttpResponse:
    """Hand the report in."""
    return client.post("/lapor/periksa/", {"is_true": "on", "kirim": "1"})


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode()


def closed(cast: people.Cast) -> Case:
    """Walk a case to a plenary that found no violation, and tell it."""
    case = people.case_on(cast, "status_notice", outcome="not_a_violation")
    return cases.tell_status(
        case=case,
        follow_up=False,
        actor=people.as_actor(cast.budi),
        at=people.TOLD_AT,
    )
