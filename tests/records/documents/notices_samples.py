"""Letters about notices, the right of reply and exoneration. DATA CONTOH."""

from datetime import date

from netra.records.documents.notices_papers import (
    AllegedAct,
    ExonerationLetter,
    NoticeLetter,
    ReplyLetter,
)
from netra.records.documents.papers import Paper
from netra.records.documents.parts import PaperKind
from tests.records.documents.pieces import (
    BARE_SIGNATORY,
    DISCIPLINE,
    HEAD_OF_OFFICE,
    NUMBER,
    RESPONDENT,
    bare_head,
    head,
)

LETTER = "003/PEMBERITAHUAN/99.01/VIII/2025"
PERSON = (RESPONDENT.name, "Jalan Kenanga Contoh Nomor 12, Sungai Contoh")
PAGE = "https://contoh.example/jawab/"


def full_notice() -> NoticeLetter:
    return NoticeLetter(
        head=head(PaperKind.NOTICE, "Pemberitahuan", LETTER, None, day=20),
        registration_number=NUMBER,
        subject="Diputus",
        addressee=PERSON,
        text=f"Perkara {NUMBER}, yang menyebut Anda sebagai terlapor, sudah diputus "
        "pleno. Isi putusannya dapat Anda minta di kantor kami dengan menunjukkan "
        "identitas.",
        names_addressee=True,
        signatory=HEAD_OF_OFFICE,
    )


def sparse_notice() -> NoticeLetter:
    return NoticeLetter(
        head=bare_head(PaperKind.NOTICE, "Pemberitahuan"),
        registration_number=NUMBER,
        subject="Diregistrasi",
        addressee=("Pelapor",),
        text="Laporan Anda sudah diregistrasi dan mulai ditangani.",
        signatory=BARE_SIGNATORY,
    )


def full_reply_letter() -> ReplyLetter:
    return ReplyLetter(
        head=head(PaperKind.REPLY_LETTER, "Hak Jawab", LETTER, None, day=14),
        registration_number=NUMBER,
        addressee=PERSON,
        acts=(
            AllegedAct(
                act="Menghadiri kampanye dengan atribut",
                act_on=date(2025, 8, 9),
                place="Kabupaten Contoh Raya",
                article=DISCIPLINE,
                status="unconfirmed",
            ),
        ),
        due_on=date(2025, 8, 19),
        basis="kebiasaan kantor, bukan aturan",
        page=PAGE,
        signatory=HEAD_OF_OFFICE,
    )


def sparse_reply_letter() -> ReplyLetter:
    return ReplyLetter(
        head=bare_head(PaperKind.REPLY_LETTER, "Hak Jawab"),
        registration_number=NUMBER,
        addressee=PERSON[:1],
        due_on=date(2025, 8, 19),
        basis="dipilih petugas, bukan aturan",
        page=PAGE,
        signatory=BARE_SIGNATORY,
    )


def full_exoneration() -> ExonerationLetter:
    return ExonerationLetter(
        head=head(PaperKind.EXONERATION_LETTER, "Pemulihan Nama", NUMBER, None, day=22),
        registration_number=NUMBER,
        addressee=PERSON,
        ground="Pleno memutus bahwa yang dilaporkan tentang Anda bukan pelanggaran.",
        cleared_on=date(2025, 8, 21),
        signatory=HEAD_OF_OFFICE,
    )


def sparse_exoneration() -> ExonerationLetter:
    return ExonerationLetter(
        head=bare_head(PaperKind.EXONERATION_LETTER, "Pemulihan Nama"),
        registration_number=NUMBER,
        addressee=PERSON[:1],
        ground="Anda ternyata bukan orang yang dimaksud dalam perkara ini.",
        cleared_on=date(2025, 8, 21),
        signatory=BARE_SIGNATORY,
    )


def notices_samples() -> dict[str, Paper]:
    """Return the samples of this room by name."""
    full: tuple[Paper, ...] = (full_notice(), full_reply_letter(), full_exoneration())
    sparse: tuple[Paper, ...] = (
        sparse_notice(),
        sparse_reply_letter(),
        sparse_exoneration(),
    )
    named = {f"{paper.head.kind}-full": paper for paper in full}
    return named | {f"{paper.head.kind}-sparse": paper for paper in sparse}
