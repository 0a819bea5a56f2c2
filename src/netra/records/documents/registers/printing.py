"""A register book as PDF: landscape sheets, numbered, with its totals."""

from dataclasses import dataclass
from datetime import datetime

from netra.records.documents.parts import Letterhead
from netra.records.documents.registers.books import FilledBook
from netra.records.documents.rendering import page_of, pdf_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What surrounds the lines: office, moment of export, and the marks."""

    letterhead: Letterhead
    exported_at: datetime
    exported_by: str
    demo: bool


def book_pdf(filled: FilledBook, sheet: Sheet) -> bytes:
    """Return the book as PDF/A; the same book and sheet give the same bytes."""
    html = page_of("register_book.html", filled=filled, book=filled.book, sheet=sheet)
    return pdf_of(html, qr="", style="registers.css")
