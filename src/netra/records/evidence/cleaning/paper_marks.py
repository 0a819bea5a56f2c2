"""What a PDF tells beside what its pages show."""

import ctypes
import re

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from netra.records.evidence.cleaning.marks import Removed, mark_of, marks_in_xmp
from netra.records.evidence.cleaning.picture_marks import EXIF_ERRORS, marks_of_exif

_INFORMATION = {  # ISO 32000-1, table 317; "Creator" is a program there, not a person
    "Author": Removed.AUTHOR,
    "Creator": Removed.SOFTWARE,
    "Producer": Removed.SOFTWARE,
    "CreationDate": Removed.MOMENT,
    "ModDate": Removed.MOMENT,
    "Subject": Removed.COMMENT,
    "Keywords": Removed.COMMENT,
}
_NOTES = {  # ISO 32000-1, tables 164 and 170
    b"T": Removed.AUTHOR,
    b"Contents": Removed.COMMENT,
    b"M": Removed.MOMENT,
    b"CreationDate": Removed.MOMENT,
}
_EXIF = re.compile(rb"Exif\0\0")
_EXIF_BYTES = 65_533  # a JPEG segment holds no more
_PHOTOS = 50  # photographs looked at; the pages are drawn anew whatever is found


def marks_of_paper(content: bytes, paper: pypdfium2.PdfDocument) -> set[Removed]:
    """Return the kinds of traces in a PDF.

    Args:
        content: The whole file.
        paper: The same, opened.
    """
    marks = marks_in_xmp(content) | _marks_of_information(paper)
    if paper.count_attachments():
        marks |= {Removed.FILE_NAME, Removed.OTHER}
    if pdfium.FPDFDoc_GetJavaScriptActionCount(paper) > 0 or paper.formenv:
        marks.add(Removed.OTHER)
    for number in range(len(paper)):
        page = paper[number]
        marks |= _marks_of_page(page)
        page.close()
    return marks | _marks_of_photographs(content)


def _marks_of_information(paper: pypdfium2.PdfDocument) -> set[Removed]:
    entries = paper.get_metadata_dict(skip_empty=True)
    marks = {_INFORMATION[key] for key in entries if key in _INFORMATION}
    if title := entries.get("Title"):
        marks.add(mark_of("Title", title))
    return marks


def _marks_of_page(page: pypdfium2.PdfPage) -> set[Removed]:
    marks = set()
    if _has_text(page):
        marks.add(Removed.OTHER)
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if note:
            marks |= _marks_of_note(note)
            pdfium.FPDFPage_CloseAnnot(note)
    return marks


def _has_text(page: pypdfium2.PdfPage) -> bool:
    """Say whether letters lie in the page: they may differ from what is seen."""
    text = page.get_textpage()
    letter_count = text.count_chars()
    text.close()
    return bool(letter_count > 0)


def _marks_of_note(note: ctypes.Structure) -> set[Removed]:
    # Two bytes are the end of an empty text in UTF-16.
    return {
        mark
        for key, mark in _NOTES.items()
        if pdfium.FPDFAnnot_GetStringValue(note, key, None, 0) > 2
    }


def _marks_of_photographs(content: bytes) -> set[Removed]:
    """Return the traces of cameras in photographs that lie in the file as they were."""
    marks: set[Removed] = set()
    for found, _ in zip(_EXIF.finditer(content), range(_PHOTOS), strict=False):
        exif = Image.Exif()
        try:
            exif.load(content[found.start() : found.start() + _EXIF_BYTES])
            marks |= marks_of_exif(exif)
        except EXIF_ERRORS:
            marks.add(Removed.OTHER)
    return marks
