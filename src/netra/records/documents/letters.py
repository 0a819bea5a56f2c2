"""The referral letter as DOCX, for offices whose receiver wants an editable letter.

The words are those of the PDF; the layout is the template
`templates/referral_letter.docx`, which `scripts/build_referral_template.py` writes.
"""

import io
import zipfile
from pathlib import Path

from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import Environment, StrictUndefined

from netra.records.documents import wording
from netra.records.documents.papers import ReferralLetter
from netra.records.documents.parts import CONFIRMED
from netra.records.documents.qr import qr_png

TEMPLATE = Path(__file__).parent / "templates" / "referral_letter.docx"
# The earliest moment a zip archive can hold: the members carry no clock time.
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_QR_WIDTH = Mm(24)


def render_docx(letter: ReferralLetter) -> bytes:
    """Return the letter as DOCX; every value is escaped, the same letter same bytes.

    Raises:
        PaperContentError: a value of the letter cannot be printed.
    """
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=wording.printable
    )
    environment.filters |= {
        "date": wording.long_date,
        "stamp": wording.stamp,
        "flat": _flat,
    }
    document = DocxTemplate(TEMPLATE)
    code = io.BytesIO(qr_png(letter.head.check_url))
    context = {
        "letter": letter,
        "head": letter.head,
        "confirmed": CONFIRMED,
        "qr": InlineImage(document, code, width=_QR_WIDTH),
    }
    document.render(context, environment, autoescape=True)
    _describe_code(document)
    _describe(document, letter)
    out = io.BytesIO()
    document.save(out)
    return without_clock_times(out.getvalue())


def _flat(text: str) -> str:
    """Return a text with its paragraphs as lines; a Word run has no blank lines."""
    return "\n".join(wording.paragraphs(text))


def _describe_code(document: DocxTemplate) -> None:
    for properties in document.docx.element.body.iter(qn("wp:docPr")):
        properties.set("descr", "Kode QR menuju halaman pemeriksaan surat")


def _describe(document: DocxTemplate, letter: ReferralLetter) -> None:
    properties = document.docx.core_properties
    properties.title = f"{letter.head.title} {letter.head.number}"
    properties.author = letter.head.letterhead.office_name
    properties.last_modified_by = letter.head.letterhead.office_name
    properties.language = "id-ID"
    properties.created = properties.modified = letter.head.issued_at


def without_clock_times(archive: bytes) -> bytes:
    """Return the archive with the same members, in order, without clock times."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            member = zipfile.ZipInfo(name, date_time=_ZIP_EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return out.getvalue()
