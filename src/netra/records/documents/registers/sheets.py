"""A register book as XLSX: texts only, no formula, no macro, no clock time."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from netra.records.documents.letters import without_clock_times
from netra.records.documents.registers.books import FilledBook
from netra.records.documents.registers.printing import Sheet
from netra.records.documents.wording import long_date, printable, stamp

LAYOUT = "Susunan Netra: bentuk resmi buku ini belum kami lihat."
_WIDEST, _NARROWEST = 48, 10


def book_xlsx(filled: FilledBook, sheet: Sheet) -> bytes:
    """Return the book as a workbook of one sheet; the same book, the same bytes."""
    workbook = Workbook()
    page = workbook.worksheets[0]
    page.title = filled.book.key
    moment = sheet.exported_at.replace(tzinfo=None)
    workbook.properties.creator = sheet.letterhead.office_name
    workbook.properties.title = str(filled.book.title)
    workbook.properties.created = workbook.properties.modified = moment
    start = _head(page, filled, sheet)
    _lines(page, filled, start)
    page.freeze_panes = f"A{start + 1}"
    page.print_title_rows = f"{start}:{start}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.HeaderFooter.oddFooter = HeaderFooterItem(
        center=_HeaderFooterPart(text="Halaman &P dari &N")
    )
    out = io.BytesIO()
    workbook.save(out)
    return without_clock_times(out.getvalue())


def _head(page: Worksheet, filled: FilledBook, sheet: Sheet) -> int:
    """Write what the book is, and return the row of its headings."""
    period = filled.period
    told = [
        str(filled.book.title),
        sheet.letterhead.office_name,
        f"{long_date(period.from_on)} sampai {long_date(period.to_on)}",
        f"Diekspor {stamp(sheet.exported_at)} oleh {sheet.exported_by}",
        LAYOUT,
    ]
    if sheet.demo:
        told.append("DATA CONTOH. Semua orang, perkara, dan berkas rekaan.")
    if sheet.letterhead.not_official:
        told.append("Bukan dokumen resmi.")
    for row, text in enumerate(told, 1):
        _put(page, row, 1, text, bold=row == 1)
    return len(told) + 2


def _lines(page: Worksheet, filled: FilledBook, start: int) -> None:
    headings = ("No.", *(str(column) for column in filled.book.columns))
    for place, heading in enumerate(headings, 1):
        _put(page, start, place, heading, bold=True)
    for no, line in enumerate(filled.lines, 1):
        for place, text in enumerate((str(no), *line), 1):
            _put(page, start + no, place, text)
    below = start + len(filled.lines) + 2
    _put(page, below, 2, f"Jumlah: {len(filled.lines)}", bold=True)
    for place, (label, count) in enumerate(filled.totals, below + 1):
        _put(page, place, 2, label)
        _put(page, place, 3, str(count))
    for place in range(1, len(headings) + 1):
        longest = max(
            (len(line[place - 2]) for line in filled.lines if place > 1), default=0
        )
        width = 6 if place == 1 else min(_WIDEST, max(_NARROWEST, longest + 2))
        page.column_dimensions[get_column_letter(place)].width = width


def _put(
    page: Worksheet, row: int, place: int, text: str, *, bold: bool = False
) -> None:
    """Write a text as a text: `=1+1` stays the three signs, also when edited."""
    cell = page.cell(row=row, column=place)
    cell.value = str(printable(text))
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.alignment = Alignment(vertical="top", wrap_text=row > 1 and place > 1)
    if bold:
        cell.font = Font(bold=True)
