"""PDFs with marks."""

import io

from tests.samples.marks import (
    AUTHOR,
    CAMERA,
    FILE_NAME,
    NOTE,
    PLACE,
    PROGRAM,
    xmp,
)


def pdf(page_count: int = 1) -> bytes:
    """Return a PDF with information, XMP, hidden text, a note and an attachment."""
    from pypdf import PdfWriter
    from pypdf.generic import (
        ArrayObject,
        DecodedStreamObject,
        DictionaryObject,
        FloatObject,
        NameObject,
        TextStringObject,
    )

    writer = PdfWriter()
    for _ in range(page_count):
        page = writer.add_blank_page(width=595, height=842)
        drawing = DecodedStreamObject()
        drawing.set_data(
            b"1 0 0 rg 0 642 200 200 re f 0 0 1 rg 395 0 200 200 re f "
            b"BT /F 12 Tf 3 Tr 100 500 Td (%s) Tj ET" % NOTE
        )
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        page[NameObject("/Contents")] = drawing
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F"): font})}
        )
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Text"),
            NameObject("/T"): TextStringObject(AUTHOR.decode()),
            NameObject("/Contents"): TextStringObject(NOTE.decode()),
            NameObject("/Rect"): ArrayObject([FloatObject(n) for n in (9, 9, 30, 30)]),
        }
    )
    writer.add_annotation(0, note)
    writer.add_attachment(FILE_NAME.decode(), PLACE)
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject(f"app.alert('{CAMERA.decode()}');"),
        }
    )
    writer.add_metadata(
        {
            "/Author": AUTHOR.decode(),
            "/Creator": PROGRAM.decode(),
            "/Producer": PROGRAM.decode(),
            "/CreationDate": "D:20260102030405",
            "/Title": FILE_NAME.decode(),
        }
    )
    writer.xmp_metadata = xmp()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_of_empty_pages(page_count: int) -> bytes:
    """Return a PDF of many pages in few bytes: one page, named again and again."""
    kids = b"3 0 R " * page_count
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (page_count, kids),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    )
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 4\n0000000000 65535 f \n"
        + table
        + b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    )
