"""Pages of a PDF drawn as pictures and bound again: what is seen, nothing beneath."""

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from PIL import Image, JpegImagePlugin, TiffImagePlugin

from netra.records.evidence.cleaning.binding import Page, bind
from netra.records.evidence.cleaning.faults import bomb, not_cleanable
from netra.records.evidence.cleaning.limits import (
    MAX_PAGE_PIXELS,
    MAX_PAGES,
    PAGE_DPI,
)
from netra.records.evidence.cleaning.marks import Removed
from netra.records.evidence.cleaning.paper_marks import marks_of_paper

codecs.lookup("utf-16-le")  # of its labels; later no module can be opened any more
_POINTS_PER_INCH = 72
_PARTS = (JpegImagePlugin, TiffImagePlugin)  # Pillow would import them too late
Image.preinit()
_QUALITY = 85  # of a page's JPEG: letters stay sharp at half the weight of 92


def reveals(content: bytes, media_type: str) -> set[Removed]:
    """Return what a PDF tells beside its pages; `media_type` is always the same.

    Raises:
        FaultError: it is broken or locked.
    """
    with _opened(content, media_type) as paper:
        return marks_of_paper(content, paper)


def clean(content: bytes, media_type: str) -> tuple[bytes, str]:
    """Return the pages as pictures in a PDF of our own, and its media type.

    Raises:
        FaultError: it is broken, locked, or has more pages than allowed.
    """
    with _opened(content, media_type) as paper:
        return bind([_drawn(page) for page in _pages(paper)]), media_type


@contextmanager
def _opened(content: bytes, media_type: str) -> Iterator[pypdfium2.PdfDocument]:
    try:
        paper = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise not_cleanable(f"{media_type} is broken or locked") from error
    try:
        if not len(paper):
            raise not_cleanable("no pages")
        if len(paper) > MAX_PAGES:
            raise bomb(f"more than {MAX_PAGES} pages")
        paper.init_forms()
        yield paper
    except pypdfium2.PdfiumError as error:
        raise not_cleanable("a page is broken") from error
    finally:
        paper.close()


def _pages(paper: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage]:
    for number in range(len(paper)):
        page = paper[number]
        yield page
        page.close()


def _drawn(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        raise not_cleanable("a page without size")
    scale = min(
        PAGE_DPI / _POINTS_PER_INCH, (MAX_PAGE_PIXELS / (width * height)) ** 0.5
    )
    sheet = page.render(scale=scale, may_draw_forms=True).to_pil()
    return Page(
        width_points=width,
        height_points=height,
        width=sheet.width,
        height=sheet.height,
        jpeg=_jpeg(sheet),
    )


def _jpeg(sheet: Image.Image) -> bytes:
    plain = sheet.convert("RGB")
    plain.info = {}
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
