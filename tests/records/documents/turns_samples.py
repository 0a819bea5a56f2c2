"""Papers of turns, full and sparse. DATA CONTOH."""

from netra.domain.law import Status
from netra.records.documents.papers import Paper
from netra.records.documents.parts import Fact, PaperKind
from netra.records.documents.turns_papers import TurnLetter, TurnRecord
from tests.records.documents.pieces import (
    ACCOUNT,
    BARE_SIGNATORY,
    HEAD_OF_OFFICE,
    bare_head,
    head,
)

REGISTER = "002/Reg/LP/PB/Kab/99.01/VIII/2025"


def full_turn_letter() -> TurnLetter:
    """Return a take-over whose article is known, with two deadlines that run on."""
    return TurnLetter(
        head=head(
            PaperKind.TURN_LETTER,
            "Surat Pengambilalihan",
            "003/Prov/99/VIII/2025",
            None,
            day=12,
        ),
        registration_number=REGISTER,
        addressee=("Pengawas Pemilihan Kabupaten Contoh Raya", "Sungai Contoh"),
        facts=(
            Fact(label="Dari", value="Pengawas Pemilihan Kabupaten Contoh Raya"),
            Fact(label="Kepada", value="Pengawas Pemilihan Provinsi Contoh"),
            Fact(label="Tanggal", value="12 Agustus 2025"),
            Fact(label="Diterima", value="13 Agustus 2025"),
        ),
        reason=ACCOUNT,
        rule="Pengambilalihan",
        basis="Perbawaslu 7/2022 Pasal 20 ayat (3)",
        clocks=(
            Fact(label="Penanganan", value="20 Agustus 2025, 23.59 WIB"),
            Fact(label="Dengan keterangan tambahan", value="1 September 2025"),
        ),
        signatory=HEAD_OF_OFFICE,
    )


def sparse_turn_letter() -> TurnLetter:
    """Return a return without article, deadline or table."""
    return TurnLetter(
        head=bare_head(PaperKind.TURN_LETTER, "Surat Pengembalian"),
        registration_number="1",
        addressee=("Kantor Contoh",),
        reason="Selesai.",
        basis_status=Status.UNCONFIRMED,
        signatory=BARE_SIGNATORY,
    )


def full_turn_record() -> TurnRecord:
    """Return a correction sheet signed by two people."""
    return TurnRecord(
        head=head(PaperKind.TURN_RECORD, "Lembar Perbaikan", REGISTER, None, day=14),
        registration_number=REGISTER,
        facts=(
            Fact(label="Yang diperbaiki", value="putusan pleno"),
            Fact(label="Letak", value="Berita acara pleno, halaman 1"),
        ),
        sections=(
            Fact(label="Tertulis", value="Jalan Melati Contoh Nomor 7"),
            Fact(label="Seharusnya", value="Jalan Melati Contoh Nomor 17"),
            Fact(label="Sebab kesalahan", value=ACCOUNT),
        ),
        notes=("Tulisan lama tetap tersimpan.",),
        signatories=(HEAD_OF_OFFICE, BARE_SIGNATORY),
    )


def sparse_turn_record() -> TurnRecord:
    """Return a record of one fact."""
    return TurnRecord(
        head=bare_head(PaperKind.TURN_RECORD, "Catatan Pencabutan Laporan"),
        registration_number="1",
        facts=(Fact(label="Surat pencabutan", value="1 November 2024"),),
        signatories=(BARE_SIGNATORY,),
    )


def turns_samples() -> dict[str, Paper]:
    """Return the papers of turns by name."""
    return {
        "turn_letter-full": full_turn_letter(),
        "turn_letter-sparse": sparse_turn_letter(),
        "turn_record-full": full_turn_record(),
        "turn_record-sparse": sparse_turn_record(),
    }
