"""What the pages weigh: bytes and requests, with and without JavaScript, in Chromium.

Run as `python benchmarks/weights.py [PATH …]`; it makes a demonstration of its own,
serves it and prints one JSON object. Each page is opened by a browser that has never
been here, and walked ways are measured from their first page to their receipt by a
browser that keeps what it may keep. Bytes are those that come over the line, with
their headers, as the program sends them; a proxy that compresses makes them fewer.
"""

import argparse
import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import informant
import reporter
from installation import machine, served
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

PATHS = ("/", "/lapor/", "/status/", "/bantuan/", "/informasi/", "/informasi/kotak/")
PHONE = {"width": 360, "height": 740}
SOLVED_PUZZLES = 20
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_NEXT = "main form button:not(.vh):not([name=nanti]):not([name=unggah])"
_SCREENS = 20
_CODE = re.compile(r"\b(\d{4} ){3}\d{4}\b")
_NUMBERS = (
    *("satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan"),
)


@dataclass
class Scale:
    """Counts what comes over the line for one browser."""

    requests: int = 0
    received: int = 0
    _kinds: dict[str, str] = field(default_factory=dict)
    by_kind: dict[str, int] = field(default_factory=dict)

    def listen(self, wire: CDPSession) -> None:
        """Begin to count."""
        wire.on("Network.responseReceived", self._kind)
        wire.on("Network.loadingFinished", self._came)
        wire.send("Network.enable")

    def _kind(self, told: dict[str, Any]) -> None:
        self._kinds[told["requestId"]] = told["type"].lower()

    def _came(self, told: dict[str, Any]) -> None:
        size = round(told["encodedDataLength"])
        if not size:  # from the browser's own store
            return
        kind = self._kinds.get(told["requestId"], "other")
        self.requests += 1
        self.received += size
        self.by_kind[kind] = self.by_kind.get(kind, 0) + size

    def told(self) -> dict[str, object]:
        """Return requests and kilobytes."""
        return {
            "requests": self.requests,
            "kB": round(self.received / 1000, 1),
            "kB_by_kind": {
                kind: round(size / 1000, 1)
                for kind, size in sorted(self.by_kind.items())
            },
        }


@contextmanager
def weighed(
    browser: Browser, base: str, *, script: bool
) -> Iterator[tuple[Page, Scale]]:
    """Open a browser that has never been here; its scale counts from the beginning."""
    context = browser.new_context(
        base_url=base, viewport=PHONE, java_script_enabled=script, locale="id-ID"
    )
    page, scale = context.new_page(), Scale()
    scale.listen(context.new_cdp_session(page))
    yield page, scale
    context.close()


def weigh_page(browser: Browser, base: str, path: str, *, script: bool) -> object:
    """Weigh one page, or say with which status it refused."""
    with weighed(browser, base, script=script) as (page, scale):
        answer = page.goto(path, wait_until="networkidle")
        if answer is None or not answer.ok:
            return {"status": answer.status if answer else 0}
        return scale.told()


def walk_report(page: Page) -> int:
    """Hand in a report; return how many screens that took."""
    page.goto("/lapor/")
    page.locator("main form button").first.click()
    for screen in range(1, _SCREENS):
        page.wait_for_load_state()
        for name, text in reporter.ANSWERS.items():
            fill(page, name, text)
        page.locator(_NEXT).last.click()
        page.wait_for_load_state()
        if re.search(r"/lapor/terkirim/$", page.url):
            return screen
    raise reporter.NotTakenError("the screens did not end")


def fill(page: Page, name: str, text: str) -> None:
    """Answer a question if the page asks it."""
    control = page.locator(f'main [name="{name}"]').filter(visible=True)
    if not control.count():
        return
    kind = control.first.evaluate("one => one.type")
    if kind == "checkbox":
        control.first.check()
    elif kind == "select-one":
        control.first.select_option(text)
    else:
        control.first.fill(text)


def walk_information(page: Page) -> int:
    """Give information; return how many screens that took."""
    page.goto(informant.SEND_PATH)
    for name, text in informant.ANSWERS.items():
        fill(page, name, text)
    answer_sum(page)
    page.locator(_NEXT).last.click()
    page.get_by_text(_CODE).first.wait_for()
    return 1


def answer_sum(page: Page) -> None:
    """Answer the sum of a page without JavaScript, as its words ask it."""
    asked = page.locator("label", has_text="Berapa").filter(visible=True)
    if asked.count():
        words = asked.inner_text().removesuffix("?").split()
        total = sum(_NUMBERS.index(word) + 1 for word in words if word in _NUMBERS)
        fill(page, "jawaban_hitungan", str(total))


WAYS: dict[str, Callable[[Page], int]] = {
    "report": walk_report,
    "information": walk_information,
}


def weigh_way(browser: Browser, base: str, way: str, *, script: bool) -> object:
    """Weigh a way from its first page to its receipt."""
    with weighed(browser, base, script=script) as (page, scale):
        screens = WAYS[way](page)
        return {"screens": screens, **scale.told()}


def puzzle(browser: Browser, base: str) -> object:
    """Measure how long the work of a form takes here; a phone is some times slower."""
    told = [_solving(browser, base) for _ in range(SOLVED_PUZZLES)]
    each = [took / (counter + 1) for took, counter in told]
    return {
        "solved": SOLVED_PUZZLES,
        "median_ms": round(median(took for took, _counter in told)),
        "worst_ms": round(max(took for took, _counter in told)),
        "ms_per_attempt": round(median(each), 2),
    }


def _solving(browser: Browser, base: str) -> tuple[float, int]:
    with weighed(browser, base, script=True) as (page, _scale):
        page.goto(informant.SEND_PATH)
        took, counter = page.evaluate(_SOLVE)
        return float(took), int(counter)


_SOLVE = """async () => {
  const one = document.querySelector("netra-puzzle");
  const challenge = JSON.parse(one.getAttribute("challenge"));
  const worker = new Worker(one.getAttribute("worker"));
  const begun = performance.now();
  const answer = await new Promise((done) => {
    worker.onmessage = done;
    worker.postMessage({ type: "work", challenge, counterStart: 0, counterStep: 1 });
  });
  return [performance.now() - begun, answer.data.counter];
}"""


def weights(browser: Browser, base: str, paths: list[str]) -> dict[str, object]:
    """Weigh every page and every way, with and without JavaScript."""
    result: dict[str, object] = {}
    for label, script in (("with_javascript", True), ("without_javascript", False)):
        result[label] = {
            "pages": {
                path: weigh_page(browser, base, path, script=script) for path in paths
            },
            "ways": {way: weigh_way(browser, base, way, script=script) for way in WAYS},
        }
    return {**result, "puzzle": puzzle(browser, base)}


def main() -> None:
    """Weigh and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", default=PATHS)
    parser.add_argument("--base", default="", help="a server that runs already")
    told = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=_FLAGS,
        )
        if told.base:
            found = weights(browser, told.base, list(told.paths))
        else:
            with served(rate_limits="0") as base:
                found = weights(browser, base, list(told.paths))
        result = {"machine": machine(), "chromium": browser.version, **found}
        browser.close()
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
