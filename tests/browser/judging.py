"""What axe, the console and the width of the window say about a page."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, Response

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
_COLOURS = ("color-contrast", "link-in-text-block")
_RUN = """async (rules) => {
  const options = {resultTypes: ["violations"]};
  if (rules.length) { options.runOnly = {type: "rule", values: rules}; }
  const found = await axe.run(document, options);
  return found.violations.map(v => v.id + ": " + v.nodes.slice(0, 3)
    .map(n => n.target.join(" ") + " " + (n.any[0]?.message ?? "")).join(" | "));
}"""


def violations(page: Page, *, colours_only: bool = False) -> list[str]:
    """Return what axe finds against the page, one line a rule."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    found: list[str] = page.evaluate(_RUN, list(_COLOURS) if colours_only else [])
    return found


def overflow_px(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    wide: int = page.evaluate(
        "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
    )
    return wide


@dataclass
class Trouble:
    """What went wrong behind a page: console errors and answers from 500 on."""

    lines: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> "Trouble":
        """Begin to listen."""
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.lines.append(f"script: {error}"))
        page.on("response", self._answered)
        return self

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.lines.append(f"console: {message.text}")

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.lines.append(f"{response.status} {response.url}")
