"""A typist, a browser and a server that are killed with signal 9 while minutes are taken.

Nothing is simulated: the server is the one `netra serve` starts, the browser a Chromium
with a profile on disk, and both are ended with SIGKILL at a moment the typist does not
know. Text is read from the database itself.
"""

import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserType, Error, Page

from netra.cli.serving import server_command
from netra.records.access import unseal

KINDS = ("browser", "server", "both", "server, then browser")
_PATIENCE_S = 90
_SETTLE_S = 20.0
_PAUSE_S = 0.12  # a little over eight keys a second
_CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--remote-debugging-port=0",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where minutes are taken: data of the server, session of the officer, address."""

    data: Path
    session: str
    path: str
    minutes: int


class Server:
    """One server process on its own data."""

    def __init__(self, data: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self._data = data

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._process = subprocess.Popen(
            list(server_command("127.0.0.1", self.port, 1)),
            env={
                **os.environ,
                "NETRA_DATA_DIR": str(self._data),
                "NETRA_PUBLIC_URL": self.base,
                "NETRA_LOG_LEVEL": "ERROR",
            },
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = time.monotonic() + _PATIENCE_S
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.base}/sehat", timeout=5).close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError("the server did not start")

    def kill(self) -> None:
        """End it without a chance to tidy up."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


class Chromium:
    """One Chromium with a profile that outlives it."""

    def __init__(self, kind: BrowserType, profile: Path) -> None:
        self._kind = kind
        self._profile = profile
        self._told = profile / "DevToolsActivePort"

    def start(self, place: Place, base: str) -> Page:
        """Start it, sign the officer in, and open the minutes."""
        self._told.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [_CHROMIUM, *_FLAGS, f"--user-data-dir={self._profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        browser = self._kind.connect_over_cdp(f"http://127.0.0.1:{self._port()}")
        context = browser.contexts[0]
        context.add_cookies(
            [{"name": "sessionid", "value": place.session, "url": base}]
        )
        page = context.new_page()
        page.set_default_timeout(_PATIENCE_S * 1000)
        page.goto(base + place.path)
        page.locator("#berita-acara[data-ready]").wait_for()
        return page

    def _port(self) -> str:
        until = time.monotonic() + _PATIENCE_S
        while time.monotonic() < until:
            lines = self._told.read_text().split() if self._told.exists() else []
            if lines:
                return lines[0]
            time.sleep(0.05)
        raise AssertionError("the browser did not start")

    def kill(self) -> None:
        """End it with all its processes."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What one kill cost.

    `lost_s` is the age, at the kill, of the oldest keystroke that was lost; 0 when none
    was.
    """

    kind: str
    typed: int
    lost: int
    lost_s: float
    after_s: float


@dataclass
class Desk:
    """An officer at the minutes, with server and browser that can be killed."""

    place: Place
    server: Server
    chromium: Chromium
    page: Page = field(init=False)

    def open(self) -> None:
        """Start both and open the minutes."""
        self.server.start()
        self.page = self.chromium.start(self.place, self.server.base)

    def trial(self, number: int, kind: str, chance: random.Random) -> Trial:
        """Type one answer, kill at a random moment, recover, and count what is lost."""
        mark = f"k{number:02d}:"
        after_s = chance.uniform(2.0, 9.0)
        later_s = chance.uniform(0.5, 6.0)
        self._new_row(mark)
        killer = _Killer(self, kind, after_s, later_s)
        typed, times = self._type(mark, killer)
        ended = killer.wait()
        self._recover(kind)
        kept = self._settled(mark, "".join(typed), is_alive=kind == "server")
        return _judged(kind, typed, times, kept, ended, after_s)

    def _new_row(self, mark: str) -> None:
        self.page.get_by_role("button", name="Tambah pertanyaan").click()
        self.page.keyboard.type(mark)
        self.page.keyboard.press("Enter")

    def _type(self, mark: str, killer: "_Killer") -> tuple[list[str], list[float]]:
        """Type at a steady rate until the browser is gone, or a while after the kill."""
        typed: list[str] = []
        times: list[float] = []
        killer.start()
        for letter in _letters(mark):
            if killer.is_over(time.monotonic()):
                break
            try:
                self.page.keyboard.insert_text(letter)
            except Error:
                break
            times.append(time.monotonic())
            typed.append(letter)
            time.sleep(_PAUSE_S)
        return typed, times

    def _recover(self, kind: str) -> None:
        if kind != "browser":
            self.server.start()
        if kind != "server":
            self.page = self.chromium.start(self.place, self.server.base)

    def _settled(self, mark: str, typed: str, *, is_alive: bool) -> str:
        """Wait until nothing more can arrive; return what the database holds."""
        until = time.monotonic() + (_SETTLE_S if is_alive else 2.0)
        while (kept := self.kept(mark)) != typed and time.monotonic() < until:
            time.sleep(0.2)
        return kept

    def kept(self, mark: str) -> str:
        """Return the answer under a question, from the database itself."""
        with closing(sqlite3.connect(self.place.data / "netra.sqlite3")) as database:
            rows = database.execute(
                "SELECT question, answer FROM clarifications_answer"
                " WHERE minutes_id = ? AND NOT is_removed",
                [self.place.minutes],
            ).fetchall()
        found = [_open(a) for q, a in rows if _open(q) == mark]
        assert len(found) < 2, "an answer was doubled"
        return found[0] if found else ""


def _open(sealed: bytes) -> str:
    return unseal(bytes(sealed)) if sealed else ""


def _letters(mark: str) -> Iterator[str]:
    """Give a text in which every place is known again."""
    number = 0
    while True:
        number += 1
        yield from f"{mark}{number:04d} "


class _Killer(threading.Thread):
    """Kills after a while, whatever the typist does."""

    def __init__(self, desk: Desk, kind: str, after_s: float, later_s: float) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self._after_s, self._later_s = after_s, later_s
        self._killed_at = 0.0

    def run(self) -> None:
        """Sleep, kill, and remember when."""
        time.sleep(self._after_s)
        if "server" in self._kind or self._kind == "both":
            self._desk.server.kill()
        if self._kind == "server, then browser":
            time.sleep(self._later_s)
        self._killed_at = time.monotonic()
        if self._kind != "server":
            self._desk.chromium.kill()

    def is_over(self, now: float) -> bool:
        """Say whether the typist should stop: two seconds after the last kill."""
        return bool(self._killed_at) and now > self._killed_at + 2.0

    def wait(self) -> float:
        """Return when the last kill was."""
        self.join()
        return self._killed_at


def _judged(
    kind: str,
    typed: list[str],
    times: list[float],
    kept: str,
    ended: float,
    after_s: float,
) -> Trial:
    """Compare what was typed with what is kept.

    Raises:
        AssertionError: what is kept was never typed.
    """
    whole = "".join(typed)
    # a key may have arrived whose answer the browser did not live to give
    assert whole.startswith(kept[: len(whole)]), "text was altered"
    lost = max(0, len(whole) - len(kept))
    oldest = times[len(kept)] if lost else ended
    return Trial(
        kind=kind,
        typed=len(whole),
        lost=lost,
        lost_s=round(max(0.0, ended - oldest), 2),
        after_s=round(after_s, 2),
    )


@contextmanager
def desk(place: Place, kind: BrowserType, folder: Path) -> Iterator[Desk]:
    """Serve the minutes and open them; end both afterwards."""
    profile = folder / "profile"
    made = Desk(
        place=place,
        server=Server(place.data),
        chromium=Chromium(kind, profile),
    )
    made.open()
    try:
        yield made
    finally:
        made.chromium.kill()
        made.server.kill()
        shutil.rmtree(profile, ignore_errors=True)
