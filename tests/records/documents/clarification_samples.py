"""Papers of clarification, full and sparse. DATA CONTOH."""

from datetime import datetime

from netra.records.documents.clarification_papers import (
    Attempt,
    ClarificationMinutes,
    ExpertOath,
    HeardPerson,
    Invitation,
    Oath,
    QuestionAnswer,
    ServiceRecord,
)
from netra.records.documents.papers import Paper
from netra.records.documents.parts import (
    Fact,
    FormMark,
    PaperHead,
    PaperKind,
    Signatory,
)
from tests.records.documents.pieces import (
    ACCOUNT,
    BARE_SIGNATORY,
    HEAD_OF_OFFICE,
    RESPONDENT,
    WIB,
    WINDOW,
    WIT,
    bare_head,
    head,
)

REGISTER = "002/Reg/LP/PB/Kab/99.01/VIII/2025"
NAMED = HeardPerson(label="Terlapor 1", name=RESPONDENT.name, capacity="Terlapor")
SEALED = HeardPerson(label="Saksi 2", capacity="Saksi")
HEARING_AT = datetime(2025, 8, 16, 9, 0, tzinfo=WIB)
READ_AT = datetime(2025, 8, 16, 11, 30, tzinfo=WIB)
BARE_AT = datetime(2025, 8, 16, 9, 0, tzinfo=WIT)
ROOM = "Ruang klarifikasi, Jalan Melati Contoh Nomor 7, Sungai Contoh"
OFFICER = Signatory(
    role="Yang mengambil keterangan", post="Petugas", name="Kartika Contoh"
)
HEARD = Signatory(role="Yang memberi keterangan", post="Saksi 2")


def _head(kind: PaperKind, title: str, form: FormMark | None = None) -> PaperHead:
    return head(kind, title, REGISTER, form, day=14)


def _invitations() -> dict[str, Paper]:
    full = Invitation(
        head=_head(PaperKind.INVITATION, "Undangan Klarifikasi"),
        registration_number=REGISTER,
        person=NAMED,
        order="Undangan kedua",
        hearing_at=HEARING_AT,
        place=ROOM,
        how="Daring, karena kondisi geografis",
        purpose="Memberi keterangan tentang kehadiran pada acara tanggal 9 Agustus 2025",
        bring="Kartu identitas dan surat tugas bila ada",
        deadline=WINDOW,
        late_reason=ACCOUNT,
        signatory=HEAD_OF_OFFICE,
    )
    sparse = Invitation(
        head=bare_head(PaperKind.INVITATION, "Undangan Klarifikasi"),
        registration_number="1",
        person=SEALED,
        order="Undangan pertama",
        hearing_at=BARE_AT,
        place="Kantor",
        how="Tatap muka",
        signatory=BARE_SIGNATORY,
    )
    return {"invitation-full": full, "invitation-sparse": sparse}


def _services() -> dict[str, Paper]:
    title = "Tanda Penyampaian Undangan Klarifikasi"
    full = ServiceRecord(
        head=_head(PaperKind.SERVICE_RECORD, title),
        registration_number=REGISTER,
        letter_number="014/PM.01.02/VIII/2025",
        order="Undangan pertama",
        person=NAMED,
        hearing_at=HEARING_AT,
        attempts=(
            Attempt(
                at=datetime(2025, 8, 14, 10, 5, tzinfo=WIB),
                how="Pos atau kurir",
                by="Kurir Contoh",
                result="Orang atau alamat tidak ditemukan",
                note="Rumah kosong; tetangga tidak tahu ke mana penghuninya.",
            ),
            Attempt(
                at=datetime(2025, 8, 14, 16, 40, tzinfo=WIB),
                how="Diantar langsung",
                by="Petugas Contohantar",
                result="Diterima",
            ),
        ),
        signatory=HEAD_OF_OFFICE,
    )
    sparse = ServiceRecord(
        head=bare_head(PaperKind.SERVICE_RECORD, title),
        registration_number="1",
        order="Undangan pertama",
        person=SEALED,
        hearing_at=BARE_AT,
        attempts=(Attempt(at=BARE_AT, how="Surel", by="Petugas", result="Diterima"),),
        signatory=BARE_SIGNATORY,
    )
    return {"service_record-full": full, "service_record-sparse": sparse}


def _oaths() -> dict[str, Paper]:
    marked = FormMark(
        code="A.7, A.8 atau A.9",
        title="Sumpah/janji klarifikasi",
        status="unconfirmed",
    )
    found: dict[str, Paper] = {}
    for kind, made, title in (
        (PaperKind.OATH, Oath, "Sumpah/Janji Klarifikasi"),
        (PaperKind.EXPERT_OATH, ExpertOath, "Sumpah/Janji Ahli"),
    ):
        found[f"{kind}-full"] = made(
            head=_head(kind, title, marked),
            registration_number=REGISTER,
            person=NAMED,
            taken_at=HEARING_AT,
            place=ROOM,
            signatories=(HEARD, OFFICER),
        )
        found[f"{kind}-sparse"] = made(
            head=bare_head(kind, title),
            registration_number="1",
            person=SEALED,
            taken_at=BARE_AT,
            place="Kantor",
            signatories=(BARE_SIGNATORY,),
        )
    return found


def _minutes() -> dict[str, Paper]:
    title = "Berita Acara Klarifikasi"
    full = ClarificationMinutes(
        head=_head(PaperKind.CLARIFICATION_MINUTES, title),
        registration_number=REGISTER,
        person=SEALED,
        began_at=HEARING_AT,
        read_back_at=READ_AT,
        place=ROOM,
        how="Tatap muka",
        facts=(
            Fact(label="Identitas", value="KTP elektronik"),
            Fact(label="Kuasa atau pendamping", value="tidak ada"),
            Fact(label="Sumpah/janji", value="Tidak bersedia. Alasan keyakinan."),
        ),
        breaks=("10.00 sampai 10.15: istirahat",),
        answers=(
            QuestionAnswer(
                question="Apa yang Anda lihat atau dengar sendiri?",
                answer=f"{ACCOUNT}\n\nSaya berdiri di dekat panggung.",
                corrections=("Bukan di dekat panggung, di dekat pintu masuk.",),
            ),
            QuestionAnswer(question="Siapa lagi yang di sana?", answer="Saya lupa."),
        ),
        corrections=("Waktu tiba pukul sembilan, bukan pukul delapan.",),
        opinion=ACCOUNT,
        signature="Menolak menandatangani: ingin bertanya kepada keluarga dulu",
        notes=(Fact(label="17 Agustus 2025, pukul 08.00 WIB", value="Ada susulan."),),
        fields_status="unconfirmed",
        signatories=(HEARD, OFFICER),
    )
    sparse = ClarificationMinutes(
        head=bare_head(PaperKind.CLARIFICATION_MINUTES, title),
        registration_number="1",
        person=SEALED,
        began_at=BARE_AT,
        read_back_at=BARE_AT,
        place="Kantor",
        how="Tatap muka",
        facts=(),
        answers=(QuestionAnswer(question="Siapa?", answer="Saya."),),
        signature="Ditandatangani",
        signatories=(BARE_SIGNATORY,),
    )
    return {
        "clarification_minutes-full": full,
        "clarification_minutes-sparse": sparse,
    }


def clarification_samples() -> dict[str, Paper]:
    """Return the papers of clarification by name."""
    return {**_invitations(), **_services(), **_oaths(), **_minutes()}
