"""Invented pieces of the sample papers: office, people, deadlines. DATA CONTOH.

People have posts that many people hold; agencies and numbers are made up.
"""

from datetime import date, datetime, timedelta, timezone

from netra.domain.receipts import Purpose
from netra.records.documents.parts import (
    DayRow,
    DeadlineText,
    Exhibit,
    FormMark,
    Letterhead,
    PaperHead,
    PaperKind,
    Proof,
    Respondent,
    Signatory,
)
from tests.domain.receipts import made

WIB = timezone(timedelta(hours=7))
WIT = timezone(timedelta(hours=9))

OFFICE = Letterhead(
    office_name="Pengawas Pemilihan Kabupaten Contoh Raya",
    tier_label="Kantor contoh tingkat kabupaten/kota",
    address="Jalan Melati Contoh Nomor 7, Sungai Contoh 33999",
    phone="(0000) 000 000",
    email="kantor@contoh.example",
    city="Sungai Contoh",
    not_official=True,
)
BARE_OFFICE = Letterhead(
    office_name="Kantor Contoh", tier_label="Tingkat kecamatan", not_official=False
)

RESPONDENT = Respondent(
    name="Raden Mas Dr. Ir. H. Sastrowardoyo Kusumaningrat-Wiryodiningrat, S.Sos., M.Si.",
    class_label="PNS",
    post="Penelaah Teknis Kebijakan",
    workplace="Dinas Contoh Pelayanan Terpadu dan Pemberdayaan Masyarakat",
)
SECOND = Respondent(
    name="Siti Nuraída Šarić",
    class_label="PPPK paruh waktu (dirutekan seperti PPPK, belum dikonfirmasi)",
    post="Operator Layanan Operasional",
    workplace="Kantor Kecamatan Contoh Ilir",
)
SHORT = Respondent(name="Darsono", class_label="PNS")
HEAD_OF_OFFICE = Signatory(
    role="Atas nama pengawas pemilihan,", post="Ketua", name="Wulan Contoh Pratiwi"
)
BARE_SIGNATORY = Signatory(role="Yang menandatangani,", post="Petugas")

WINDOW = DeadlineText(
    label="Batas waktu melengkapi laporan",
    due_at=datetime(2025, 8, 14, 23, 59, 59, tzinfo=WIB),
    article="Perbawaslu 8/2020 Pasal 9",
    status="unconfirmed",
    rows=(
        DayRow(
            date=date(2025, 8, 12),
            number=None,
            why="Hari pemberitahuan diterima tidak dihitung",
            unconfirmed=True,
        ),
        DayRow(date=date(2025, 8, 13), number=1, why="Hari kalender"),
        DayRow(date=date(2025, 8, 14), number=2, why="Hari terakhir, sampai 23.59 WIB"),
    ),
)
STUDY_TIME = DeadlineText(
    label="Kajian awal selesai paling lambat",
    due_at=datetime(2025, 8, 13, 23, 59, 59, tzinfo=WIB),
    article="Perbawaslu 8/2020 Pasal 9",
    status="unconfirmed",
    rows=(
        DayRow(
            date=date(2025, 8, 11),
            number=None,
            why="Hari laporan disampaikan tidak dihitung",
            unconfirmed=True,
        ),
        DayRow(date=date(2025, 8, 12), number=1, why="Hari kalender"),
        DayRow(date=date(2025, 8, 13), number=2, why="Hari terakhir, sampai 23.59 WIB"),
    ),
)
HANDLING = DeadlineText(
    label="Penanganan laporan",
    due_at=datetime(2025, 8, 18, 23, 59, 59, tzinfo=WIB),
    article="UU 1/2015 Pasal 134 ayat (5)",
    status="confirmed",
    rows=(
        DayRow(
            date=date(2025, 8, 15),
            number=None,
            why="Hari registrasi tidak dihitung",
            unconfirmed=True,
        ),
        DayRow(date=date(2025, 8, 16), number=1, why="Hari kalender"),
        DayRow(
            date=date(2025, 8, 17), number=2, why="Libur nasional, tetap hari kalender"
        ),
        DayRow(
            date=date(2025, 8, 18), number=3, why="Cuti bersama, tetap hari kalender"
        ),
    ),
)
EXTENSION = DeadlineText(
    label="Tambahan waktu bila diperlukan keterangan pelapor",
    due_at=datetime(2025, 8, 20, 23, 59, 59, tzinfo=WIB),
    article="UU 1/2015 Pasal 134 ayat (6)",
    status="confirmed",
    rows=(
        DayRow(date=date(2025, 8, 19), number=1, why="Hari kalender"),
        DayRow(date=date(2025, 8, 20), number=2, why="Hari terakhir, sampai 23.59 WIB"),
    ),
)
BARE_DEADLINE = DeadlineText(
    label="Batas waktu",
    due_at=datetime(2025, 8, 14, 23, 59, 59, tzinfo=WIT),
    article="Perbawaslu 8/2020 Pasal 9",
    status="confirmed",
)
PHOTO = Exhibit(
    label="B-1",
    file_name="foto-acara.jpg",
    size_bytes=2_431_877,
    sha256="9f3c1d0a77be4e5f60218c93aa54d2ef0b6c77e1f1d24a3b9e8c5d6f7a8b41d0",
    description="Foto kegiatan yang dikirim pelapor.",
)
SCREEN = Exhibit(
    label="B-2",
    file_name="tangkapan-layar-unggahan-tanggal-sembilan-agustus.png",
    size_bytes=412_300,
    sha256="1b77c0de55aa4911b3e2f60789ab12cd34ef5678901234567890abcdefa2e9ff",
)
PAPER_COPY = Exhibit(label="B-3", description="Selebaran cetak, satu lembar, asli.")

ACCOUNT = (
    "Pada hari Sabtu, 9 Agustus 2025, sekitar pukul 16.00 WIB, di lapangan Kecamatan"
    " Contoh Ilir, terlapor hadir dalam pertemuan pendukung pasangan calon contoh A."
    " Terlapor berfoto bersama dengan simbol tangan yang sama dengan simbol kampanye.\n"
    "\n"
    "Foto itu diunggah pada hari yang sama melalui akun media sosial terlapor dan"
    " dihapus keesokan harinya. Dua orang saksi melihat unggahan tersebut. Terlapor"
    " mengakui foto itu, tetapi menyatakan hanya lewat dan diajak berfoto."
)
NORM = (
    "Mengunggah, menanggapi, atau menyebarluaskan gambar bersama calon dengan simbol"
    " keberpihakan"
)
DISCIPLINE = "PP 94/2021 Pasal 5 huruf n angka 6"


def head(
    kind: PaperKind, title: str, number: str, form: FormMark | None, *, day: int
) -> PaperHead:
    """Return the head of a full sample: marked, provisional, on a day of August 2025."""
    return PaperHead(
        kind=kind,
        title=title,
        number=number,
        letterhead=OFFICE,
        place="Sungai Contoh",
        issued_on=date(2025, 8, day),
        issued_at=datetime(2025, 8, day, 16, 40, tzinfo=WIB),
        form=form,
        provisional_layout=True,
        demo=True,
        check_url="https://netra.example/periksa/K7QM-2XTD",
        check_code="K7QM-2XTD",
    )


def bare_head(kind: PaperKind, title: str) -> PaperHead:
    """Return the head of a sparse sample: nothing optional, no mark."""
    return PaperHead(
        kind=kind,
        title=title,
        number="1",
        letterhead=BARE_OFFICE,
        place="Contoh",
        issued_on=date(2025, 8, 15),
        issued_at=datetime(2025, 8, 15, 9, 15, tzinfo=WIT),
        provisional_layout=False,
        demo=False,
        check_url="https://netra.example/p/A",
        check_code="A",
    )


def form(code: str, title: str, status: str = "unconfirmed") -> FormMark:
    return FormMark(code=code, title=title, status=status)


NUMBER = "004/Reg/LP/PB/Kab/99.01/VIII/2025"
REPORT_NUMBER = "017/PL/PB/Kab/99.01/VIII/2025"


def proof() -> Proof:
    """Return the signed text of the receipt, of a demonstration."""
    signed = made.SAMPLER.sign(
        made.receipt(
            purpose=Purpose.SAMPLE,
            number=REPORT_NUMBER,
            received_at=datetime(2025, 8, 11, 10, 20, tzinfo=WIB),
        )
    )
    return Proof(
        text=signed.text,
        key_id=signed.key_id,
        check_url="https://netra.example/tanda-terima/",
    )
