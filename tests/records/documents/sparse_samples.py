"""The eight papers with nothing optional in them. DATA CONTOH."""

from datetime import date, datetime

from netra.records.documents.papers import (
    InitialStudy,
    MissingItems,
    PlenaryDecision,
    Receipt,
    ReferralLetter,
    Registration,
    StatusNotice,
    Study,
)
from netra.records.documents.parts import (
    CheckItem,
    CheckResult,
    Member,
    MissingItem,
    PaperKind,
    ReferredAct,
    RespondentOutcome,
)
from tests.records.documents.pieces import (
    BARE_DEADLINE,
    BARE_SIGNATORY,
    DISCIPLINE,
    SHORT,
    WIT,
    bare_head,
)


def sparse_receipt() -> Receipt:
    """Return a receipt for a report from the web without exhibits."""
    return Receipt(
        head=bare_head(PaperKind.RECEIPT, "Tanda Bukti Penyampaian Laporan"),
        report_number="1",
        received_at=datetime(2025, 8, 12, 10, 20, tzinfo=WIT),
        handed_in_via="Situs",
    )


def sparse_missing_items() -> MissingItems:
    """Return a notice of one missing item without the days."""
    return MissingItems(
        head=bare_head(PaperKind.MISSING_ITEMS, "Pemberitahuan Kelengkapan Laporan"),
        report_number="1",
        received_at=datetime(2025, 8, 12, 10, 20, tzinfo=WIT),
        items=(MissingItem(what="Bukti", why="Belum ada.", how_to_fix="Serahkan."),),
        deadline=BARE_DEADLINE,
        signatory=BARE_SIGNATORY,
    )


def sparse_initial_study() -> InitialStudy:
    """Return an initial study of a report whose respondent is not known."""
    return InitialStudy(
        head=bare_head(PaperKind.INITIAL_STUDY, "Kajian Awal"),
        report_number="1",
        received_at=datetime(2025, 8, 12, 10, 20, tzinfo=WIT),
        formal=(),
        material=(CheckItem(item="Bukti", result=CheckResult.NOT_MET),),
        alleged_kind="Belum jelas",
        place="Contoh",
        conclusion="Belum lengkap.",
        author=BARE_SIGNATORY,
    )


def sparse_registration() -> Registration:
    """Return a registration without deadlines."""
    return Registration(
        head=bare_head(PaperKind.REGISTRATION, "Registrasi Laporan"),
        registration_number="1",
        report_number="1",
        registered_on=date(2025, 8, 15),
        signatory=BARE_SIGNATORY,
    )


def sparse_study() -> Study:
    """Return a study of one respondent without evidence."""
    return Study(
        head=bare_head(PaperKind.STUDY, "Kajian Dugaan Pelanggaran"),
        registration_number="1",
        case_position="Satu unggahan.",
        respondents=(SHORT,),
        allegations=(),
        conclusion="Tidak terbukti.",
        author=BARE_SIGNATORY,
    )


def sparse_plenary_decision() -> PlenaryDecision:
    """Return a decision without votes, quorum or dissent."""
    return PlenaryDecision(
        head=bare_head(PaperKind.PLENARY_DECISION, "Keputusan Rapat Pleno"),
        registration_number="1",
        convened_at=datetime(2025, 8, 18, 14, 0, tzinfo=WIT),
        members=(Member(name="Wulan", post="Ketua"),),
        outcomes=(RespondentOutcome(respondent=SHORT, outcome="Tidak terbukti"),),
        reasons="Bukti tidak cukup.",
        decision=("Menghentikan penanganan.",),
    )


def sparse_referral_letter() -> ReferralLetter:
    """Return a referral of one respondent without copies or enclosures."""
    return ReferralLetter(
        head=bare_head(PaperKind.REFERRAL_LETTER, "Surat Penerusan"),
        addressee="Pimpinan instansi",
        route_status="confirmed",
        subject="Penerusan",
        acts=(
            ReferredAct(
                respondent=SHORT,
                act="Unggahan",
                norm="Keberpihakan",
                article=DISCIPLINE,
                status="confirmed",
            ),
        ),
        signatory=BARE_SIGNATORY,
    )


def sparse_status_notice() -> StatusNotice:
    """Return the notice of a report that was not registered."""
    return StatusNotice(
        head=bare_head(PaperKind.STATUS_NOTICE, "Pemberitahuan Status Laporan"),
        report_number="1",
        status="Tidak diregistrasi",
        meaning="Laporan tidak memenuhi syarat.",
        signatory=BARE_SIGNATORY,
    )
