"""Text out of a message: decoded, stripped of markup and of signs that mislead."""

import re
import unicodedata
from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "head", "title", "template", "noscript"})
_BREAKS = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table"})
_MANY_LINES = re.compile(r"\n{3,}")
_MANY_SPACES = re.compile(r"[^\S\n]{2,}")


def plain(text: str) -> str:
    """Return a text without control signs and without signs that turn its direction.

    Line breaks and tabs stay; everything else of category C goes, so that nothing is
    shown in another order than it was written.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\n\t" or unicodedata.category(c)[0] != "C")


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(plain(text).split())


class _Stripper(HTMLParser):
    """Collects what a reader would read; nothing is fetched and nothing kept else."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs  # addresses of pictures and links are what must not be followed
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self._silent:
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)


def stripped(html: str) -> str:
    """Return the words of an HTML text."""
    reader = _Stripper()
    reader.feed(html)
    reader.close()
    text = _MANY_SPACES.sub(" ", plain("".join(reader.pieces)))
    return _MANY_LINES.sub("\n\n", text).strip()
