"""Register books tell what an office kept in a period, and name nobody."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pdfplumber
import pytest

from netra.records.access import NotAllowedError
from netra.records.documents.actions import export_register
from netra.records.documents.errors import RegisterPeriodError
from netra.records.documents.models import RegisterExport
from netra.records.documents.registers.books import (
    Book,
    FilledBook,
    Period,
    book_named,
    books,
    fill,
)
from netra.records.documents.registers.printing import Sheet
from netra.records.documents.registers.sheets import book_xlsx
from netra.records.ledger.replaying import compare
from netra.records.reports.models import Report
from tests import people
from tests.people import as_actor
from tests.records.documents.pieces import BARE_OFFICE, WIB

NAMES = ("Wati", "Bambang", "Dinas Contoh")
PDF, XLSX = RegisterExport.Format.PDF, RegisterExport.Format.XLSX
KEYS = {"laporan", "temuan", "perkara", "pleno", "penerusan", "surat"}


def whole_year(cast) -> Period:
    return Period(office=cast.city, from_on=date(2024, 1, 1), to_on=date(2024, 12, 31))


def export(cast, key: str, format_=XLSX, person=None, **period):
    return export_register(
        book=book_named(key),
        period=Period(**period) if period else whole_year(cast),
        format_=format_,
        actor=as_actor(person or cast.budi),
        at=people.TOLD_AT,
    )


def cells_of(content: bytes) -> list[str]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]


def test_every_book_has_the_lines_of_a_walked_case_and_names_nobody(cast) -> None:
    case = people.case_on(cast, "follow_up")
    people.finding_on(cast)
    for key in KEYS - {"surat"}:
        row, content = export(cast, key)
        told = cells_of(content)
        assert row.row_count >= 1, key
        assert not [n for n in NAMES if n in " ".join(told)], key
        assert any("Susunan Netra" in text for text in told), key
    assert case.number in cells_of(export(cast, "perkara")[1])
    assert compare().difference is None


def test_a_line_is_in_the_book_of_the_local_day_it_belongs_to(cast) -> None:
    report = people.submitted(cast)
    day = Period(office=cast.city, from_on=date(2024, 1, 1), to_on=date(2024, 1, 1))
    late = datetime(2024, 1, 1, 23, 59, tzinfo=day.zone)
    Report.objects.filter(pk=report.pk).update(submitted_at=late)
    assert len(fill(book_named("laporan"), day).lines) == 1
    Report.objects.filter(pk=report.pk).update(
        submitted_at=datetime(2024, 1, 2, 0, 0, tzinfo=day.zone)
    )
    assert fill(book_named("laporan"), day).lines == ()


def test_the_book_of_another_office_does_not_tell_of_this_one(cast) -> None:
    people.submitted(cast)
    other = Period(
        office=cast.elsewhere, from_on=date(2024, 1, 1), to_on=date(2024, 12, 31)
    )
    assert fill(book_named("laporan"), other).lines == ()


def test_a_printed_book_says_its_period_its_totals_and_who_took_it(cast) -> None:
    people.submitted(cast)
    row, content = export(cast, "laporan", PDF)
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        page = pdf.pages[0]
        text = page.extract_text()
        assert page.width > page.height
    assert "1 Januari 2024 sampai 31 Desember 2024" in text
    assert "Halaman 1 dari 1" in text
    assert "Semua 1" in text
    assert cast.budi.name in text
    assert not [name for name in NAMES if name in text]
    assert (row.exported_by, row.row_count, row.format) == (cast.budi, 1, "pdf")


def test_an_empty_book_says_that_it_is_empty(cast) -> None:
    _row, content = export(cast, "temuan", PDF)
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        assert "Tidak ada catatan" in pdf.pages[0].extract_text()


def test_the_same_book_gives_the_same_bytes(cast) -> None:
    people.submitted(cast)
    for format_ in (PDF, XLSX):
        assert (
            export(cast, "laporan", format_)[1] == export(cast, "laporan", format_)[1]
        )


def test_nobody_exports_without_the_right_or_backwards(cast) -> None:
    for person in (cast.anton, cast.dewi):
        if person is cast.anton:
            with pytest.raises(NotAllowedError):
                export(cast, "laporan", person=person)
    with pytest.raises(RegisterPeriodError):
        export(
            cast,
            "laporan",
            office=cast.city,
            from_on=date(2024, 2, 1),
            to_on=date(2024, 1, 1),
        )
    assert not RegisterExport.objects.exists()


def test_the_books_are_those_of_the_list() -> None:
    assert {book.key for book in books()} >= KEYS


def test_a_text_that_looks_like_a_formula_stays_a_text(cast) -> None:
    hostile = ("=1+1", "+SUM(A1)", "-2", "@x", '=HYPERLINK("http://x")')
    book = Book(
        key="uji",
        title="Buku uji",
        columns=("Isi",),
        lines=lambda _period: ((text,) for text in hostile),
        counted=0,
    )
    sheet = Sheet(
        letterhead=BARE_OFFICE,
        exported_at=datetime(2025, 8, 15, 9, 15, tzinfo=WIB),
        exported_by="=2+2",
        demo=True,
    )
    filled = FilledBook(
        book=book, period=whole_year(cast), lines=tuple((t,) for t in hostile)
    )
    content = book_xlsx(filled, sheet)
    page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    cells = [cell for row in page.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert set(hostile) <= {cell.value for cell in cells}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not [n for n in archive.namelist() if "vba" in n.lower()]
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
