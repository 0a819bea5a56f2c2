"""A PDF of pictures, one to a page, with nothing else in it.

No information dictionary, no identifier, no date and no name of a program: equal
pages give equal bytes.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One picture: its JPEG in RGB, its size in pixels and on paper."""

    width_points: float
    height_points: float
    width: int
    height: int
    jpeg: bytes


def bind(pages: Sequence[Page]) -> bytes:
    """Return a PDF 1.4 with the pictures as its pages.

    Source:
        ISO 32000-1, 7.5 (structure of a file) and 8.9 (images).
    """
    kids = b" ".join(b"%d 0 R" % (3 + 3 * index) for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
    ]
    for index, page in enumerate(pages):
        objects += _objects_of(page, number=3 + 3 * index)
    return _written(objects)


def _objects_of(page: Page, *, number: int) -> list[bytes]:
    """Return page, drawing order and picture, numbered from `number` on."""
    box = b"%.2f %.2f" % (page.width_points, page.height_points)
    drawing = b"q %.2f 0 0 %.2f 0 0 cm /P Do Q" % (
        page.width_points,
        page.height_points,
    )
    return [
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s] /Contents %d 0 R "
        b"/Resources << /XObject << /P %d 0 R >> >> >>" % (box, number + 1, number + 2),
        _stream(b"", drawing),
        _stream(
            b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 "
            b"/ColorSpace /DeviceRGB /Filter /DCTDecode " % (page.width, page.height),
            page.jpeg,
        ),
    ]


def _stream(entries: bytes, content: bytes) -> bytes:
    head = b"<< %s/Length %d >>" % (entries, len(content))
    return head + b"\nstream\n" + content + b"\nendstream"


def _written(objects: Sequence[bytes]) -> bytes:
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(
        b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table)
    )
    return out.getvalue()
