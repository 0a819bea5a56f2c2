"""Measures the sheets of a PDF: what stands outside the margins, what overlaps."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pdfplumber
from pdfplumber.page import Page

from netra.records.documents.rendering import render_pdf
from tests.records.documents.samples import all_samples

MM = 72 / 25.4
EDGE_PT = 12 * MM
# Boxes of neighbouring lines are as high as their font and touch; more than this much
# of a point in both directions is printed over.
TOUCH_PT = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A word or glyph with its place on a sheet, in points from the upper left."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is printed on one sheet; `lines` are those between header and footer."""

    number: int
    width: float
    height: float
    text: str
    lines: tuple[str, ...]
    glyphs: tuple[Box, ...]
    words: tuple[Box, ...]


@cache
def sample_pdf(name: str) -> bytes:
    return render_pdf(all_samples()[name])


@cache
def read(pdf: bytes) -> tuple[Sheet, ...]:
    """Read the sheets of a PDF; words in the order in which they were drawn."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return tuple(_sheet(page) for page in document.pages)


def _sheet(page: Page) -> Sheet:
    inner = page.crop((0, 20 * MM, page.width, page.height - 25 * MM))
    words = page.extract_words(x_tolerance=1.5, y_tolerance=1, use_text_flow=True)
    return Sheet(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        text=page.extract_text(),
        lines=tuple(inner.extract_text().splitlines()),
        glyphs=tuple(map(_box, page.chars)),
        words=tuple(map(_box, words)),
    )


def _box(found: dict) -> Box:
    edges = {key: float(found[key]) for key in ("x0", "x1", "top", "bottom")}
    return Box(text=found["text"], **edges)


def text(pdf: bytes) -> str:
    return "\n".join(sheet.text for sheet in read(pdf))


def outside(pdf: bytes) -> list[str]:
    """Name every glyph nearer to an edge of its sheet than twelve millimetres."""
    return [
        f"sheet {sheet.number}: {glyph.text}"
        for sheet in read(pdf)
        for glyph in sheet.glyphs
        if min(glyph.x0, glyph.top) < EDGE_PT
        or glyph.x1 > sheet.width - EDGE_PT
        or glyph.bottom > sheet.height - EDGE_PT
    ]


def overlapping(pdf: bytes) -> list[str]:
    """Name every pair of words that are printed over each other."""
    return [
        f"sheet {sheet.number}: {box.text} / {other.text}"
        for sheet in read(pdf)
        for box, other in _neighbours(sheet)
        if min(box.x1, other.x1) - max(box.x0, other.x0) > TOUCH_PT
        and min(box.bottom, other.bottom) - max(box.top, other.top) > TOUCH_PT
    ]


def _neighbours(sheet: Sheet) -> Iterator[tuple[Box, Box]]:
    boxes = sorted(sheet.words, key=lambda box: box.top)
    for index, box in enumerate(boxes):
        for other in boxes[index + 1 :]:
            if other.top > box.bottom:
                break
            yield box, other
