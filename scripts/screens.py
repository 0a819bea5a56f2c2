"""Photograph the pages of the demonstration: `make screens`.

A demonstration is made in a temporary folder and served on a free port; Chromium opens
its main pages on a phone and on a desk, light and dark, and two contact sheets come to
lie under `docs/screens/`, small enough to be committed.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "screens"
NETRA = ROOT / ".venv" / "bin" / "netra"
PHONE, DESK = (360, 780), (1440, 900)
OFFICER = "petugas.beltim"
GAP_PX, LABEL_PX, COLOURS = 20, 28, 224
GROUND, INK = "#dfe5e3", "#12211f"
_WAIT_S = 60
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A page to photograph: where it is, or what to press on the way."""

    label: str
    address: str
    dark: bool = False
    first_link: str = ""


PORTAL = (
    Shot(label="Beranda", address="/"),
    Shot(label="Mulai melapor", address="/lapor/"),
    Shot(label="Satu pertanyaan satu layar", address="/lapor/waktu/"),
    Shot(label="Cek status", address="/status/"),
    Shot(label="Hukum, gelap", address="/hukum/", dark=True),
    Shot(label="Pengumuman, gelap", address="/pengumuman/", dark=True),
)
OFFICE = (
    Shot(label="Meja saya", address="/meja/"),
    Shot(label="Perkara", address="/meja/perkara/", first_link="rowheader"),
    Shot(label="Laporan", address="/meja/laporan/", first_link="rowheader"),
    Shot(label="Meja saya, gelap", address="/meja/", dark=True),
)


def serve(data: Path, port: int) -> tuple[subprocess.Popen[bytes], str]:
    """Make the demonstration in `data` and serve it; return server and password."""
    subprocess.run(
        [sys.executable, ROOT / "scripts" / "keys.py", data / "netra.env"], check=True
    )
    (data / "static").mkdir()
    environment = os.environ | {
        "NETRA_DATA_DIR": str(data),
        "NETRA_DEMO": "1",
        "NETRA_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "NETRA_LOG_LEVEL": "ERROR",
    }
    said = ""
    for command in ("prepare", "demo"):
        said = subprocess.run(
            [NETRA, command],
            check=True,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        ).stdout
    told = re.search(r"Sandi semua akun: (\S+)", said)
    if told is None:
        sys.exit("netra demo did not tell the password of its accounts")
    server = subprocess.Popen([NETRA, "serve", "--port", str(port)], env=environment)
    return server, told[1]


def wait_for(address: str) -> None:
    """Wait until the site answers.

    Raises:
        SystemExit: it did not answer in time.
    """
    until = time.monotonic() + _WAIT_S
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
        else:
            return
    sys.exit("the site did not answer")


def opened(
    browser: Browser, base: str, size: tuple[int, int], *, dark: bool = False
) -> Page:
    """Return a page in a window of its own."""
    context = browser.new_context(
        base_url=base,
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        locale="id-ID",
    )
    return context.new_page()


def photographed(page: Page, shot: Shot) -> tuple[str, Image.Image]:
    """Go to the page of a shot and return its picture with its label."""
    page.emulate_media(color_scheme="dark" if shot.dark else "light")
    page.goto(shot.address)
    if shot.first_link:
        page.get_by_role("rowheader").get_by_role("link").first.click()
        page.wait_for_load_state()
    return shot.label, Image.open(BytesIO(page.screenshot()))


def portal(browser: Browser, base: str) -> list[tuple[str, Image.Image]]:
    """Photograph what everybody sees, on a phone."""
    page = opened(browser, base, PHONE)
    page.goto("/lapor/")
    page.get_by_role("button", name="Mulai", exact=True).click()
    return [photographed(page, shot) for shot in PORTAL]


def office(browser: Browser, base: str, password: str) -> list[tuple[str, Image.Image]]:
    """Photograph what an officer sees, on a desk."""
    page = opened(browser, base, DESK)
    page.goto("/meja/")
    page.get_by_label("Nama pengguna").fill(OFFICER)
    page.get_by_label("Kata sandi").fill(password)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_url(re.compile(r"/meja/$"))
    return [photographed(page, shot) for shot in OFFICE]


def lay(
    shots: list[tuple[str, Image.Image]], *, columns: int, cell_px: int, name: str
) -> None:
    """Lay pictures side by side with their labels and keep the sheet."""
    ratio = cell_px / shots[0][1].width
    height = round(shots[0][1].height * ratio)
    rows = -(-len(shots) // columns)
    size = (
        columns * (cell_px + GAP_PX) + GAP_PX,
        rows * (height + LABEL_PX + GAP_PX) + GAP_PX,
    )
    sheet = Image.new("RGB", size, GROUND)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(15)
    for place, (label, picture) in enumerate(shots):
        left = GAP_PX + (place % columns) * (cell_px + GAP_PX)
        top = GAP_PX + (place // columns) * (height + LABEL_PX + GAP_PX)
        pen.text((left, top), label, fill=INK, font=font)
        small = picture.convert("RGB").resize((cell_px, height), Image.LANCZOS)
        sheet.paste(small, (left, top + LABEL_PX))
    TARGET.mkdir(parents=True, exist_ok=True)
    path = TARGET / name
    method = Image.Quantize.MAXCOVERAGE  # keeps the few teal pixels teal
    sheet.quantize(COLOURS, method=method).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} kB")


def main() -> None:
    """Make both sheets; the temporary installation goes away at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server, password = serve(Path(folder), port)
        try:
            wait_for(f"{base}/sehat")
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
                args=_FLAGS,
            )
            lay(portal(browser, base), columns=6, cell_px=230, name="portal.png")
            shots = office(browser, base, password)
            lay(shots, columns=2, cell_px=720, name="desk.png")
            browser.close()
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=_WAIT_S)


if __name__ == "__main__":
    main()
