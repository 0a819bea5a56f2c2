"""A register book as it is printed. DATA CONTOH."""

from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace

from netra.records.documents.registers.books import Book, FilledBook, Line, Period
from netra.records.documents.registers.printing import Sheet, book_pdf
from tests.records.documents.pieces import OFFICE, WIB

COLUMNS = (
    "Nomor laporan",
    "Diterima",
    "Cara penyampaian",
    "Terlapor",
    "Tempat",
    "Jenis dugaan",
    "Langkah",
    "Nomor registrasi",
)


def _line(no: int) -> Line:
    month = "VIII" if no % 2 else "IX"
    return (
        f"{no:03}/PL/PB/Kab/99.01/{month}/2025",
        f"2025-08-{1 + no % 28:02}",
        "melalui situs" if no % 3 else "di kantor",
        "1 PNS" if no % 4 else "1 PNS, 2 PPPK",
        "Kecamatan Contoh Ilir",
        "Pelanggaran peraturan perundang-undangan lain",
        "Kajian" if no % 2 else "Selesai",
        f"{no:03}/Reg/LP/PB/Kab/99.01/{month}/2025" if no % 2 else "",
    )


def sample_book() -> bytes:
    """Return the PDF of a book with more lines than one sheet holds."""
    book = Book(
        key="laporan",
        title="Buku register laporan",
        columns=COLUMNS,
        lines=lambda _period: map(_line, range(1, 31)),
        counted=6,
    )
    period = Period(
        office=SimpleNamespace(region="11.01"),
        from_on=date(2025, 8, 1),
        to_on=date(2025, 9, 30),
    )
    sheet = Sheet(
        letterhead=replace(OFFICE, not_official=True),
        exported_at=datetime(2025, 10, 1, 8, 15, tzinfo=WIB),
        exported_by="Sekretaris Contoh",
        demo=True,
    )
    filled = FilledBook(book=book, period=period, lines=tuple(book.lines(period)))
    return book_pdf(filled, sheet)
