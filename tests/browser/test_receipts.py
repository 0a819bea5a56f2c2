"""Receipts checked in Chromium with the network off, on the page and from a file."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from netra.domain.receipts import Kind, Purpose, Signer
from tests.browser.judging import Trouble, overflow_px, violations
from tests.cli.test_verify import paper
from tests.domain.receipts import made

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

KEPT, ENDED = (
    Signer.from_secret(f"an older key of the office, number {n}", Purpose.REAL)
    for n in (1, 2)
)
LAST_DAYS = {KEPT: "2024-10-30", ENDED: "2024-10-29"}
FORGED = made.STRANGER.sign(made.receipt()).text
SAMPLE = made.SAMPLER.sign(made.receipt(purpose=Purpose.SAMPLE)).text
STRANGE = made.text(number="7 *tebal*/Kab. “Contoh”!'()")
SIGN = made.text()[:-2] + ("A" if made.text()[-2] != "A" else "B") + made.text()[-1]
CASES = {
    made.text(): "proved",
    f"  {made.text()[:40]}\n{made.text()[40:]}\r\n": "proved",
    made.text(kind=Kind.COMPLETION): "proved",
    STRANGE: "proved",
    KEPT.sign(made.receipt()).text: "proved",
    ENDED.sign(made.receipt()).text: "ForgedReceiptError",
    FORGED: "ForgedReceiptError",
    SAMPLE: "SampleReceiptError",
    SAMPLE.replace("CONTOH", "TERIMA"): "AlteredReceiptError",
    SIGN: "AlteredReceiptError",
    made.text().replace("013/", "014/"): "AlteredReceiptError",
    made.text().replace("LAPORAN", "KELENGKAPAN"): "AlteredReceiptError",
    made.text().replace("T154005", "T154006"): "AlteredReceiptError",
    made.text().replace("013/", "%3013/"): "UnreadableReceiptError",
    made.text().replace("20241030", "20240230"): "UnreadableReceiptError",
    made.text().replace("T154005", "T244005"): "UnreadableReceiptError",
    made.text().replace("+0700", "-0000"): "UnreadableReceiptError",
    made.text().lower(): "UnreadableReceiptError",
    made.text()[:-1]: "UnreadableReceiptError",
    made.text() + "A": "UnreadableReceiptError",
    "": "UnreadableReceiptError",
}


@pytest.fixture(autouse=True)
def _office(settings) -> None:
    settings.RECEIPT_KEY = made.SECRET
    settings.RECEIPT_OLD_KEYS = [
        f"{signer.public.line.split()[2]}@{last}" for signer, last in LAST_DAYS.items()
    ]


@pytest.fixture
def offline_page(open_page: Callable[..., Page]) -> Page:
    """The page of the site, loaded once, then without any network."""
    page = open_page("phone")
    page.goto("/tanda-terima/")
    page.locator("#pilih-berkas").wait_for()
    page.context.set_offline(True)
    return page


@pytest.fixture
def saved_page(
    open_page: Callable[..., Page], browser, tmp_path: Path
) -> Iterator[Page]:
    """The downloaded checker, opened from the disk in a browser without network."""
    page = open_page()
    page.goto("/tanda-terima/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh halaman pemeriksa").click()
    path = tmp_path / "pemeriksa.html"
    download.value.save_as(path)
    context: BrowserContext = browser.new_context(offline=True)
    asked: list[str] = []
    fresh = context.new_page()
    fresh.on("request", lambda request: asked.append(request.url))
    fresh.goto(path.as_uri())
    fresh.locator("#pilih-berkas").wait_for()
    yield fresh
    assert asked == [path.as_uri()]
    context.close()


def outcome(page: Page, text: str, number: str = "") -> str:
    """Type a receipt, press the button, return the one outcome shown."""
    page.evaluate(
        "document.querySelectorAll('[data-outcome]').forEach(e => e.hidden = true)"
    )
    page.get_by_label("Teks tanda terima").fill(text)
    page.get_by_label("Nomor laporan yang seharusnya").fill(number)
    page.get_by_role("button", name="Periksa tanda terima").click()
    return shown(page)


def shown(page: Page) -> str:
    found = page.locator("[data-outcome]:not([hidden])")
    found.wait_for()
    return str(found.get_attribute("data-outcome"))


def test_the_page_judges_like_the_command_with_the_network_off(
    offline_page: Page,
) -> None:
    assert {text: outcome(offline_page, text) for text in CASES} == CASES
    replayed = outcome(offline_page, made.text(), "014/LP/PG/Kota/33.74/X/2024")
    assert replayed == "ReplayedReceiptError"
    assert outcome(offline_page, made.text(), made.NUMBER) == "proved"


def test_the_saved_file_judges_the_same_from_the_disk(saved_page: Page) -> None:
    assert {text: outcome(saved_page, text) for text in CASES} == CASES
    assert outcome(saved_page, made.text(), "1/LP") == "ReplayedReceiptError"


def test_what_is_proved_is_told_in_words(saved_page: Page) -> None:
    assert outcome(saved_page, STRANGE) == "proved"
    told = saved_page.locator('[data-outcome="proved"]').inner_text()
    assert "7 *tebal*/Kab. “Contoh”!'()" in told
    assert "Rabu, 30 Oktober 2024" in told
    assert "15.40.05 (UTC+07.00)" in told
    assert made.digest(made.entry()) in told
    assert made.SIGNER.public.key_id in told
    assert "Perbaikan kelengkapan" not in told


def test_a_browser_without_ed25519_uses_the_library(saved_page: Page) -> None:
    saved_page.evaluate(
        "() => { crypto.subtle.importKey = async () => { throw new Error('none'); }; }"
    )
    assert {text: outcome(saved_page, text) for text in CASES} == CASES


def test_a_browser_without_webcrypto_is_told_so(saved_page: Page) -> None:
    saved_page.evaluate(
        "() => { Object.defineProperty(globalThis, 'crypto', { value: {} }); }"
    )
    assert outcome(saved_page, made.text()) == "unsupported"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("receipt.pdf", paper(), "proved"),
        ("receipt.txt", made.text().encode() + b"\n", "proved"),
        ("two.pdf", paper(text=f"{made.text()} {FORGED}"), "AlteredReceiptError"),
        ("empty.pdf", b"%PDF-1.7\n%%EOF", "UnreadableReceiptError"),
        ("noise.txt", b"\xff\xfe\x00\x01", "UnreadableReceiptError"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_is_read_in_the_browser(
    saved_page: Page, name: str, content: bytes, expected: str
) -> None:
    kind = "application/pdf" if name.endswith("pdf") else "text/plain"
    files = [{"name": name, "mimeType": kind, "buffer": content}]
    saved_page.get_by_label("Atau pilih berkasnya").set_input_files(files)
    assert shown(saved_page) == expected


def test_the_policy_of_the_saved_file_stops_a_foreign_script(saved_page: Page) -> None:
    saved_page.evaluate(
        "() => { const s = document.createElement('script');"
        " s.textContent = 'window.foreign = 1'; document.body.append(s); }"
    )
    assert saved_page.evaluate("window.foreign") is None


def test_without_script_the_server_answers(browser, server: LiveServer) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=server.url)
    page = context.new_page()
    page.goto("/tanda-terima/")
    assert not page.locator("#pilih-berkas").is_visible()
    page.get_by_label("Teks tanda terima").fill(FORGED)
    page.get_by_role("button", name="Periksa tanda terima").click()
    title = page.get_by_role("heading", name=re.compile("Palsu"))
    assert title.is_visible()
    context.close()


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_fits_a_phone_and_has_no_faults(
    open_page: Callable[..., Page], dark: bool
) -> None:
    page = open_page("phone", dark=dark)
    trouble = Trouble().watch(page)
    page.goto("/tanda-terima/")
    assert outcome(page, made.text()) == "proved"
    assert overflow_px(page) == 0
    assert violations(page) == []
    assert trouble.lines == []
