"""Papers of supervision, full and sparse, and others as they speak of it. DATA CONTOH."""

from dataclasses import replace
from datetime import date, datetime

from netra.records.documents.papers import (
    Paper,
    ReferralLetter,
    Registration,
    StatusNotice,
    Study,
)
from netra.records.documents.parts import (
    Fact,
    FormSection,
    Ground,
    Member,
    Origin,
    PaperKind,
    ReferredAct,
    Signatory,
    TracedStep,
    Vote,
)
from netra.records.documents.supervision_papers import (
    FindingForm,
    FindingPlenary,
    ObservationReport,
    TracingReport,
)
from tests.records.documents.full_samples import (
    full_referral_letter,
    full_registration,
    full_status_notice,
    full_study,
)
from tests.records.documents.pieces import (
    ACCOUNT,
    BARE_SIGNATORY,
    HEAD_OF_OFFICE,
    PAPER_COPY,
    PHOTO,
    RESPONDENT,
    SCREEN,
    SECOND,
    SHORT,
    WIB,
    WINDOW,
    WIT,
    bare_head,
    form,
    head,
)

FINDING_NUMBER = "002/DT/99.01/VIII/2025"
LHP_NUMBER = "005/LHP/PM.01.02/99.01.01/VIII/2025"
TRACING_NUMBER = "003/PENELUSURAN/99.01/VIII/2025"
ADDRESSED = replace(RESPONDENT, address="Jalan Kenanga Contoh Nomor 12, Sungai Contoh")
GATHERED = replace(PHOTO, description="")
SUPERVISOR = Signatory(
    role="Pelaksana tugas", post="Pengawas kecamatan contoh", name="Lia Contoh"
)


def full_observation_report() -> ObservationReport:
    """Return Form A with a suspicion and a correction."""
    return ObservationReport(
        head=head(
            PaperKind.OBSERVATION_REPORT,
            "Laporan Hasil Pengawasan",
            LHP_NUMBER,
            form("A", "Laporan hasil pengawasan (LHP)", "confirmed"),
            day=12,
        ),
        sections=(
            FormSection(
                no="I",
                title="Data pengawas",
                status="confirmed",
                lines=(
                    Fact(label="Tahapan yang diawasi", value="Kampanye"),
                    Fact(label="Nama pelaksana tugas", value="Lia Contoh"),
                    Fact(label="Jabatan", value="Pengawas kecamatan contoh"),
                    Fact(label="Nomor surat tugas", value="001/ST/CONTOH/2025"),
                    Fact(label="Alamat", value="Jalan Contoh 9, Sungai Contoh"),
                ),
            ),
            FormSection(
                no="II",
                title="Kegiatan pengawasan",
                status="confirmed",
                lines=(
                    Fact(label="Bentuk", value="Pengawasan langsung"),
                    Fact(label="Tujuan", value="Memastikan kampanye menurut aturan"),
                    Fact(label="Sasaran", value="Kampanye tatap muka"),
                    Fact(
                        label="Waktu", value="Sabtu, 9 Agustus 2025, 15.00 sampai 17.30"
                    ),
                    Fact(label="Tempat", value="Lapangan Kecamatan Contoh Ilir"),
                ),
            ),
            FormSection(
                no="III",
                title="Uraian singkat hasil pengawasan",
                status="unconfirmed",
                texts=(Fact(label="Uraian", value=ACCOUNT),),
            ),
            FormSection(
                no="IV",
                title="Informasi dugaan pelanggaran",
                status="unconfirmed",
                lines=(
                    Fact(label="Peristiwa", value="Aparatur berfoto dengan simbol"),
                    Fact(label="Tempat", value="Lapangan Kecamatan Contoh Ilir"),
                    Fact(label="Waktu", value="Sabtu, 9 Agustus 2025, sore"),
                    Fact(label="Saksi", value="Dua orang, lihat berita acara"),
                    Fact(label="Barang bukti", value="Satu lembar selebaran"),
                ),
                respondents=(ADDRESSED, SECOND),
                texts=(
                    Fact(label="Uraian singkat", value=ACCOUNT),
                    Fact(label="Fakta dan keterangan", value="Foto B-1 dan B-2."),
                    Fact(label="Analisis", value="Terjadi dalam masa kampanye."),
                ),
            ),
            FormSection(
                no="V",
                title="Informasi potensi sengketa",
                status="unconfirmed",
                nothing="Nihil.",
            ),
        ),
        exhibits=(GATHERED, SCREEN, PAPER_COPY),
        corrects="004/LHP/PM.01.02/99.01.01/VIII/2025",
        supervisor=SUPERVISOR,
    )


def sparse_observation_report() -> ObservationReport:
    """Return Form A of an activity at which nothing was found."""
    return ObservationReport(
        head=bare_head(PaperKind.OBSERVATION_REPORT, "Laporan Hasil Pengawasan"),
        sections=(
            FormSection(
                no="I",
                title="Data pengawas",
                status="confirmed",
                lines=(Fact(label="Nama pelaksana tugas", value="Lia"),),
            ),
            FormSection(
                no="IV",
                title="Informasi dugaan pelanggaran",
                status="unconfirmed",
                nothing="Nihil.",
            ),
        ),
        supervisor=BARE_SIGNATORY,
    )


def full_finding() -> FindingForm:
    """Return the form of a finding set after its window."""
    return FindingForm(
        head=head(
            PaperKind.FINDING,
            "Temuan",
            FINDING_NUMBER,
            form("A.2", "Temuan", "confirmed"),
            day=15,
        ),
        finding_number=FINDING_NUMBER,
        finder=(
            Fact(label="Nama", value="Lia Contoh"),
            Fact(label="Jabatan", value="Pengawas kecamatan contoh"),
            Fact(label="Alamat", value="Jalan Contoh 9, Sungai Contoh"),
        ),
        respondents=(ADDRESSED, SECOND),
        event="Aparatur berfoto dengan simbol kampanye",
        place="Kecamatan Contoh Ilir. Lapangan kecamatan",
        happened="Sabtu, 9 Agustus 2025, sekitar pukul 16.00",
        found_on=date(2025, 8, 9),
        witnesses="Tercatat dalam Formulir A dan tidak dicetak di sini",
        exhibits=(GATHERED, SCREEN),
        account=ACCOUNT,
        origin=Fact(label="Nomor LHP", value=LHP_NUMBER),
        set_on=date(2025, 8, 15),
        late_reason="Anggota sakit, kuorum baru terpenuhi pada hari ini.",
        fields_status="unconfirmed",
        signatory=Signatory(role="Penemu", post="Pengawas kecamatan contoh"),
    )


def sparse_finding() -> FindingForm:
    """Return the form of a finding from a tracing without exhibits."""
    return FindingForm(
        head=bare_head(PaperKind.FINDING, "Temuan"),
        finding_number="1",
        finder=(Fact(label="Nama", value="Budi"),),
        respondents=(SHORT,),
        event="Unggahan",
        place="Contoh",
        happened="Belum diketahui",
        found_on=date(2025, 8, 12),
        account="Satu unggahan.",
        origin=Fact(label="Nomor penelusuran", value="1"),
        set_on=date(2025, 8, 15),
        signatory=BARE_SIGNATORY,
    )


def full_finding_plenary() -> FindingPlenary:
    """Return the minutes of three members, one against, after the window."""
    members = (
        Member(name="Wulan Contoh Pratiwi", post="Ketua"),
        Member(name="Yusuf Contoh Malik", post="Anggota"),
        Member(name="Maria Contoh Hutagalung", post="Anggota"),
    )
    return FindingPlenary(
        head=head(
            PaperKind.FINDING_PLENARY,
            "Berita Acara Pleno Temuan",
            FINDING_NUMBER,
            None,
            day=15,
        ),
        finding_number=FINDING_NUMBER,
        event="Aparatur berfoto dengan simbol kampanye",
        found_on=date(2025, 8, 9),
        convened_at=datetime(2025, 8, 15, 14, 0, tzinfo=WIB),
        members=members,
        quorum="3 anggota",
        respondents=(RESPONDENT, SECOND),
        window=replace(WINDOW, label="Batas waktu menetapkan temuan"),
        late_reason="Anggota sakit, kuorum baru terpenuhi pada hari ini.",
        votes=(
            Vote(member=members[0].name, choice="Ditetapkan", note="Bukti cukup."),
            Vote(member=members[1].name, choice="Ditetapkan", note="Sependapat."),
            Vote(member=members[2].name, choice="Tidak ditetapkan", note="Kurang."),
        ),
        outcome="Ditetapkan sebagai temuan",
        reasons=ACCOUNT,
        dissent="Maria Contoh Hutagalung: simbol tangan tidak cukup jelas.",
        decision=("Menetapkan sebagai temuan.", "Meregistrasi temuan."),
    )


def sparse_finding_plenary() -> FindingPlenary:
    """Return the minutes that drop a finding."""
    return FindingPlenary(
        head=bare_head(PaperKind.FINDING_PLENARY, "Berita Acara Pleno Temuan"),
        finding_number="1",
        event="Unggahan",
        found_on=date(2025, 8, 12),
        convened_at=datetime(2025, 8, 15, 14, 0, tzinfo=WIT),
        members=(Member(name="Wulan", post="Ketua"),),
        outcome="Tidak ditetapkan",
        reasons="Bukti tidak cukup.",
        decision=("Tidak menetapkan sebagai temuan.",),
    )


def full_tracing_report() -> TracingReport:
    """Return the report on a tracing of three steps that ended in a finding."""
    return TracingReport(
        head=head(
            PaperKind.TRACING_REPORT,
            "Laporan Penelusuran",
            TRACING_NUMBER,
            None,
            day=14,
        ),
        tracing_number=TRACING_NUMBER,
        begun_on=date(2025, 8, 10),
        ended_on=date(2025, 8, 14),
        due="20 Agustus 2025 (dipilih petugas)",
        event="Aparatur berfoto dengan simbol kampanye",
        question="Siapa yang hadir, dalam kedudukan apa, dan siapa yang mengunggah?",
        place="Kecamatan Contoh Ilir. Lapangan kecamatan",
        happened="Sabtu, 9 Agustus 2025, sekitar pukul 16.00",
        steps=(
            TracedStep(
                what="Melihat lokasi dan papan nama",
                done_on=date(2025, 8, 11),
                result="Lokasi cocok dengan foto.",
            ),
            TracedStep(
                what="Meminta keterangan pengurus lapangan",
                done_on=date(2025, 8, 12),
                result=ACCOUNT,
            ),
            TracedStep(what="Memeriksa unggahan", done_on=date(2025, 8, 13)),
        ),
        respondents=(RESPONDENT, SECOND),
        exhibits=(replace(GATHERED, file_name=""),),
        end="Dugaan temuan",
        reason="",
        result=ACCOUNT,
        author=Signatory(role="Petugas penelusuran", post="Petugas"),
    )


def sparse_tracing_report() -> TracingReport:
    """Return the report on a tracing that was closed without a step."""
    return TracingReport(
        head=bare_head(PaperKind.TRACING_REPORT, "Laporan Penelusuran"),
        tracing_number="1",
        begun_on=date(2025, 8, 10),
        ended_on=date(2025, 8, 14),
        event="Unggahan",
        question="Siapa?",
        place="Contoh",
        end="Ditutup",
        reason="Tidak terbukti terjadi",
        result="Tidak terjadi.",
        author=BARE_SIGNATORY,
    )


def registration_of_a_finding() -> Registration:
    """Return the record of registration of a finding."""
    return replace(
        full_registration(),
        origin=Origin.FINDING,
        pre_number="",
        report_number=FINDING_NUMBER,
        set_on=date(2025, 8, 14),
    )


def study_of_a_finding() -> Study:
    """Return a study in a case without reporter."""
    return replace(full_study(), origin=Origin.FINDING)


def status_of_a_finding() -> StatusNotice:
    """Return the notice to those who found it."""
    return replace(
        full_status_notice(),
        origin=Origin.FINDING,
        report_number=FINDING_NUMBER,
        outcome="Pelanggaran peraturan perundang-undangan lain.",
    )


def letter_without_registration() -> ReferralLetter:
    """Return the letter on a traced matter, with the practice it rests on."""
    letter = full_referral_letter()
    return replace(
        letter,
        head=replace(letter.head, form=None),
        registration_number="",
        subject="Penerusan dugaan pelanggaran netralitas ASN tanpa registrasi",
        body=ACCOUNT,
        enclosures=("Bukti 1 (sidik 9f3c1d0a77be)",),
        unregistered=Ground(
            text="Sebelum penetapan calon, informasi ditelusuri dan diteruskan "
            "langsung. Ini praktik, bukan pasal peraturan.",
            status="unconfirmed",
        ),
        acts=(
            ReferredAct(respondent=RESPONDENT, act="Berfoto dengan simbol kampanye"),
        ),
        signatory=HEAD_OF_OFFICE,
    )


def supervision_samples() -> dict[str, Paper]:
    """Return every sample of this file by name."""
    return {
        "observation_report-full": full_observation_report(),
        "observation_report-sparse": sparse_observation_report(),
        "finding-full": full_finding(),
        "finding-sparse": sparse_finding(),
        "finding_plenary-full": full_finding_plenary(),
        "finding_plenary-sparse": sparse_finding_plenary(),
        "tracing_report-full": full_tracing_report(),
        "tracing_report-sparse": sparse_tracing_report(),
        "registration-finding": registration_of_a_finding(),
        "study-finding": study_of_a_finding(),
        "status_notice-finding": status_of_a_finding(),
        "referral_letter-traced": letter_without_registration(),
    }
