"""Forms of a report and of an office, full and sparse. DATA CONTOH."""

from datetime import date, datetime

from netra.records.documents.form_papers import CompletionReceipt, OwnForm, ReportForm
from netra.records.documents.papers import Paper
from netra.records.documents.parts import Fact, PaperKind
from tests.records.documents.pieces import (
    ACCOUNT,
    BARE_SIGNATORY,
    HEAD_OF_OFFICE,
    PAPER_COPY,
    PHOTO,
    REPORT_NUMBER,
    RESPONDENT,
    SCREEN,
    SECOND,
    SHORT,
    WIB,
    WIT,
    bare_head,
    form,
    head,
)

PERSON = "Contoh Pelapor Satu"
WITNESS = "Contoh Saksi Dua"


def report_form(*, is_whole: bool) -> ReportForm:
    """Return a report form, with or without who reported."""
    return ReportForm(
        head=head(
            PaperKind.REPORT_FORM,
            "Laporan",
            REPORT_NUMBER,
            form("A.1", "Laporan", "confirmed"),
            day=11,
        ),
        report_number=REPORT_NUMBER,
        is_whole=is_whole,
        identity=(
            Fact(label="Nama", value=PERSON),
            Fact(label="Tempat lahir", value="Sungai Contoh"),
            Fact(label="Tanggal lahir", value="1 Januari 1990"),
            Fact(label="Jenis kelamin", value="Perempuan"),
            Fact(label="Pekerjaan", value="Pedagang"),
            Fact(label="Kewarganegaraan", value="Indonesia"),
            Fact(label="Alamat", value="Jalan Contoh Nomor 1"),
            Fact(label="Telepon", value="0000 0000"),
        )
        if is_whole
        else (),
        respondents=(RESPONDENT, SECOND),
        event="Aparatur berfoto dengan simbol kampanye",
        place="Kecamatan Contoh Ilir. Lapangan kecamatan",
        happened="Sabtu, 9 Agustus 2025, sore",
        known_on=date(2025, 8, 10),
        witness_count=1,
        seen_by=(
            (
                Fact(label="Nama", value=WITNESS),
                Fact(label="Alamat", value="Jalan Contoh Nomor 2"),
            ),
        )
        if is_whole
        else (),
        exhibits=(PHOTO, SCREEN, PAPER_COPY),
        account=ACCOUNT,
        links="https://contoh.example/unggahan",
        reported_at=datetime(2025, 8, 11, 10, 20, tzinfo=WIB),
        reported_in="Pengawas Pemilihan Kabupaten Contoh Raya",
        handed_in_via="Melalui situs",
        fields_status="unconfirmed",
        officer=HEAD_OF_OFFICE,
    )


def sparse_report_form() -> ReportForm:
    return ReportForm(
        head=bare_head(PaperKind.REPORT_FORM, "Laporan"),
        report_number="1",
        is_whole=False,
        respondents=(SHORT,),
        event="Peristiwa contoh",
        place="Contoh",
        happened="",
        known_on=date(2025, 8, 10),
        account="",
        reported_at=datetime(2025, 8, 11, 10, 20, tzinfo=WIT),
        reported_in="Kantor Contoh",
        handed_in_via="Langsung di kantor",
        officer=BARE_SIGNATORY,
    )


def full_completion_receipt() -> CompletionReceipt:
    return CompletionReceipt(
        head=head(
            PaperKind.COMPLETION_RECEIPT,
            "Tanda Bukti Perbaikan Laporan",
            REPORT_NUMBER,
            form("B.3.1", "Tanda bukti perbaikan laporan", "confirmed"),
            day=13,
        ),
        report_number=REPORT_NUMBER,
        received_at=datetime(2025, 8, 13, 9, 5, tzinfo=WIB),
        items=(
            Fact(
                label="Kartu identitas",
                value="Selasa, 12 Agustus 2025, pukul 14.10 WIB",
            ),
            Fact(label="Bukti", value="Rabu, 13 Agustus 2025, pukul 09.05 WIB"),
        ),
        exhibits=(SCREEN,),
        reported_in="Pengawas Pemilihan Kabupaten Contoh Raya",
        signatory=HEAD_OF_OFFICE,
    )


def sparse_completion_receipt() -> CompletionReceipt:
    return CompletionReceipt(
        head=bare_head(PaperKind.COMPLETION_RECEIPT, "Tanda Bukti Perbaikan Laporan"),
        report_number="1",
        received_at=datetime(2025, 8, 13, 9, 5, tzinfo=WIT),
        items=(Fact(label="Kartu identitas", value="13 Agustus 2025"),),
        reported_in="Kantor Contoh",
        signatory=BARE_SIGNATORY,
    )


def full_office_form() -> OwnForm:
    return OwnForm(
        head=head(
            PaperKind.OFFICE_FORM,
            "Lembar Kendali Berkas",
            REPORT_NUMBER,
            None,
            day=14,
        ),
        own_code="KT-07",
        version=3,
        cited="Keputusan kantor contoh nomor 3 tahun 2025",
        body=(
            "Berkas laporan nomor 017/PL/PB/Kab/99.01/VIII/2025 sudah diperiksa"
            " kelengkapannya di Pengawas Pemilihan Kabupaten Contoh Raya pada"
            " 14 Agustus 2025.\n\nPeristiwa: Aparatur berfoto dengan simbol kampanye.\n"
            "Catatan petugas:\n1. Kartu identitas sudah dicocokkan.\n2. Tiga bukti"
            " diterima dan diberi tanda."
        ),
        signatory=HEAD_OF_OFFICE,
    )


def sparse_office_form() -> OwnForm:
    return OwnForm(
        head=bare_head(PaperKind.OFFICE_FORM, "Lembar"),
        version=1,
        cited="Kebiasaan kantor",
        body="Isi.",
        signatory=BARE_SIGNATORY,
    )


def form_samples() -> dict[str, Paper]:
    """Return the forms by name; `report_form-whole` is the copy kept under seal."""
    return {
        "report_form-full": report_form(is_whole=False),
        "report_form-whole": report_form(is_whole=True),
        "report_form-sparse": sparse_report_form(),
        "completion_receipt-full": full_completion_receipt(),
        "completion_receipt-sparse": sparse_completion_receipt(),
        "office_form-full": full_office_form(),
        "office_form-sparse": sparse_office_form(),
    }
