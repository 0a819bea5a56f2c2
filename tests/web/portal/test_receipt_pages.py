"""Receipts on pages: shown to who opened the report, checked by everybody."""

import base64
import hashlib
import html
import re
from io import BytesIO

import pytest
import segno
from django.test import Client
from PIL import Image

from netra.domain.receipts import Claim, KeyRing, Kind, Purpose, verify
from netra.records.documents.receipt_keys import known_keys
from netra.records.documents.receipt_texts import entry_of, signed_receipt
from netra.records.reports.models import Report
from tests import people
from tests.domain.receipts import made
from tests.house import sources
from tests.web.portal import walking

PAGE = "/tanda-terima/"
OUTCOME = re.compile(r'data-outcome="(\w+)"( hidden)?>')


def outcome(client: Client, text: str, number: str = "") -> str:
    """Return the one outcome the page shows for a text that was sent."""
    page = client.post(PAGE, {"text": text, "number": number}).content.decode()
    (shown,) = [name for name, hidden in OUTCOME.findall(page) if not hidden]
    return shown


def sent(client: Client, cast) -> tuple[object, str]:
    """Open the status of a fresh report in `client`; return report and page."""
    report, code = people.submitted_with_code(cast)
    client.post("/status/", {"number": report.number, "code": code})
    return report, client.get("/status/laporan/").content.decode()


@pytest.fixture
def office(settings, db: None) -> None:
    """An installation that signs with the key of the sample receipts."""
    settings.RECEIPT_KEY = made.SECRET


def test_before_anything_is_sent_no_outcome_is_shown(client, office) -> None:
    page = client.get(PAGE).content.decode()
    assert len(OUTCOME.findall(page)) == 7
    assert [name for name, hidden in OUTCOME.findall(page) if not hidden] == []


def test_without_script_the_page_names_what_is_wrong(client, office) -> None:
    sample = made.SAMPLER.sign(made.receipt(purpose=Purpose.SAMPLE)).text
    assert outcome(client, made.text()) == "proved"
    assert outcome(client, made.text(), made.NUMBER) == "proved"
    assert outcome(client, made.text(), "1/LP") == "ReplayedReceiptError"
    assert outcome(client, made.text() + "A") == "UnreadableReceiptError"
    assert outcome(client, made.text(number="1").replace(".1.", ".2.")) == (
        "AlteredReceiptError"
    )
    forged = made.STRANGER.sign(made.receipt()).text
    assert outcome(client, forged) == "ForgedReceiptError"
    assert outcome(client, sample) == "SampleReceiptError"


def test_a_proved_receipt_is_told_in_the_time_of_its_place(client, office) -> None:
    page = client.post(PAGE, {"text": made.text()}).content.decode()
    assert "Rabu, 30 Oktober 2024" in page
    assert '<span data-fill="clock">15.40.05</span>' in page
    assert '(UTC<span data-fill="zone">+07.00</span>)' in page
    assert made.digest(made.entry()) in page


def test_what_was_typed_is_escaped(client, office) -> None:
    page = client.post(PAGE, {"text": "</textarea><b>x"}).content.decode()
    assert "</textarea><b>" not in page


def test_the_key_list_is_the_one_the_command_takes(client, office) -> None:
    answer = client.get("/tanda-terima/kunci.txt")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    ring = KeyRing.from_text(answer.content.decode())
    assert ring == known_keys()
    assert html.unescape(client.get(PAGE).content.decode()).count(ring.keys[0].line)


def test_without_a_key_the_pages_say_so(client, settings, cast) -> None:
    settings.RECEIPT_KEY = ""
    assert client.get("/tanda-terima/kunci.txt").status_code == 404
    assert "Belum ada kunci" in client.get(PAGE).content.decode()
    assert outcome(client, made.text()) == "ForgedReceiptError"
    _report, page = sent(client, cast)
    assert "Tanda terima bertanda tangan" not in page


def test_the_checker_is_one_file_that_asks_for_nothing(client, office) -> None:
    answer = client.get("/tanda-terima/pemeriksa.html")
    page = answer.content.decode()
    assert "attachment" in answer.headers["Content-Disposition"]
    assert known_keys().keys[0].line in html.unescape(page)
    assert not re.search(r'\s(src|href|action)="', page)
    assert not re.search(r"^(import|export) \{", page, re.MULTILINE)
    assert "http-equiv" in page
    assert page.count("</script>") == page.count("</style>") == 1


@pytest.mark.parametrize(("tag", "name"), [("script", "script"), ("style", "style")])
def test_its_policy_names_script_and_style_by_hash(client, office, tag, name) -> None:
    page = client.get("/tanda-terima/pemeriksa.html").content.decode()
    inside = re.search(rf"<{tag}[^>]*>(.*)</{tag}>", page, re.DOTALL)[1]
    wanted = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
    assert f"{name}-src 'sha256-{wanted}'" in page


def test_a_checker_of_a_demonstration_says_so(client, office, settings) -> None:
    assert (
        "<b>DATA CONTOH"
        not in client.get("/tanda-terima/pemeriksa.html").content.decode()
    )
    settings.DEMO = True
    assert (
        "<b>DATA CONTOH" in client.get("/tanda-terima/pemeriksa.html").content.decode()
    )


def test_the_library_is_the_one_its_readme_names() -> None:
    folder = sources.PACKAGE / "web/static/web" / "vendor" / "noble-ed25519"
    found = hashlib.sha256((folder / "index.js").read_bytes()).hexdigest()
    assert f"`index.js` | `{found}`" in (folder / "README.md").read_text("utf-8")


def test_who_opened_a_report_sees_and_saves_its_receipt(client, cast) -> None:
    report, page = sent(client, cast)
    text = signed_receipt(report, Kind.REPORT).text
    assert text in page
    saved = client.get("/status/tanda-terima/laporan/")
    assert saved.content.decode() == f"{text}\n"
    assert saved.headers["Cache-Control"] == "no-store, private"
    entry = client.get("/status/catatan/laporan/").content
    assert entry == bytes(entry_of(report, Kind.REPORT).canonical)
    assert verify(text, known_keys(), Claim(number=report.number, entry=entry))


def test_the_picture_on_the_page_is_the_code_of_that_text(client, cast) -> None:
    report, page = sent(client, cast)
    packed = re.search(r'src="data:image/png;base64,([^"]+)"', page)[1]
    picture = Image.open(BytesIO(base64.b64decode(html.unescape(packed)))).convert("1")
    text = signed_receipt(report, Kind.REPORT).text
    matrix = segno.make(text, error="m", micro=False, boost_error=False).matrix
    drawn = [
        [int(picture.getpixel((4 * (x + 4) + 1, 4 * (y + 4) + 1)) == 0) for x in row]
        for y, row in enumerate([range(len(matrix))] * len(matrix))
    ]
    assert drawn == [list(row) for row in matrix]


def test_the_last_page_of_a_report_shows_the_receipt_too(client, cast, clock) -> None:
    clock.set(walking.NOW)
    walking.tell(client)
    walking.send(client)
    page = client.get("/lapor/terkirim/").content.decode()
    text = signed_receipt(Report.objects.get(), Kind.REPORT).text
    assert text in page
    assert client.get("/status/tanda-terima/laporan/").content.decode().strip() == text


@pytest.mark.parametrize("address", ["tanda-terima", "catatan"])
def test_nothing_is_handed_out_without_number_and_code(client, cast, address) -> None:
    people.submitted(cast)
    answer = client.get(f"/status/{address}/laporan/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/status/"


@pytest.mark.parametrize("key", ["kelengkapan", "surat"])
def test_what_was_not_received_has_no_receipt(client, cast, key) -> None:
    sent(client, cast)
    assert client.get(f"/status/tanda-terima/{key}/").status_code == 404
    assert client.get(f"/status/catatan/{key}/").status_code == 404
