"""The eight papers with everything in them. DATA CONTOH."""

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
    Allegation,
    CheckItem,
    CheckResult,
    Element,
    Fact,
    FormMark,
    Member,
    MissingItem,
    PaperKind,
    ReferredAct,
    RespondentOutcome,
    Signatory,
    Vote,
)
from tests.records.documents.pieces import (
    ACCOUNT,
    DISCIPLINE,
    EXTENSION,
    HANDLING,
    HEAD_OF_OFFICE,
    NORM,
    NUMBER,
    PAPER_COPY,
    PHOTO,
    REPORT_NUMBER,
    RESPONDENT,
    SCREEN,
    SECOND,
    STUDY_TIME,
    WIB,
    WINDOW,
    form,
    head,
    proof,
)


def full_receipt() -> Receipt:
    """Return a receipt handed out at the office, with three exhibits."""
    return Receipt(
        head=head(
            PaperKind.RECEIPT,
            "Tanda Bukti Penyampaian Laporan",
            "017/TB/Kab/99.01/VIII/2025",
            form("A.3", "Tanda bukti penyampaian laporan"),
            day=11,
        ),
        report_number=REPORT_NUMBER,
        received_at=datetime(2025, 8, 11, 10, 20, tzinfo=WIB),
        handed_in_via="Diserahkan langsung di kantor",
        exhibits=(PHOTO, SCREEN, PAPER_COPY),
        what_next=(
            "Petugas memeriksa syarat formal dan materiel laporan Anda.",
            "Bila ada yang kurang, Anda diberi tahu cara melengkapinya.",
            "Bila lengkap, laporan diregistrasi dan ditangani.",
        ),
        window=STUDY_TIME,
        officer=Signatory(
            role="Petugas penerima,",
            post="Petugas penerima laporan",
            name="Budi Contoh",
        ),
        proof=proof(),
    )


def full_missing_items() -> MissingItems:
    """Return a notice of three missing items with the days of the deadline."""
    return MissingItems(
        head=head(
            PaperKind.MISSING_ITEMS,
            "Pemberitahuan Kelengkapan Laporan",
            "009/PK/Kab/99.01/VIII/2025",
            form("A.5", "Pelimpahan laporan atau pemberitahuan kelengkapan"),
            day=12,
        ),
        report_number=REPORT_NUMBER,
        received_at=datetime(2025, 8, 11, 10, 20, tzinfo=WIB),
        items=(
            MissingItem(
                what="Halaman laporan bertanda tangan",
                why="Tanda tangan diperlukan agar laporan memenuhi syarat formal.",
                how_to_fix="Cetak halaman terakhir, tanda tangani, lalu unggah fotonya"
                " atau bawa ke kantor.",
            ),
            MissingItem(
                what="Kartu tanda penduduk pelapor",
                why="Tanda tangan dicocokkan dengan kartu tanda penduduk.",
                how_to_fix="Unggah foto kartu atau tunjukkan di kantor.",
            ),
            MissingItem(
                what="Waktu kejadian",
                why="Hari dan tanggal kejadian belum tertulis.",
                how_to_fix="Tulis hari dan tanggalnya; perkiraan boleh, sebutkan bahwa"
                " itu perkiraan.",
            ),
        ),
        deadline=WINDOW,
        ways_to_hand_in=(
            "Melalui situs: buka halaman status dengan kode Anda.",
            "Langsung di kantor, pada alamat di kepala surat ini.",
        ),
        consequence="Laporan yang tidak dilengkapi tidak dapat diregistrasi. Isinya"
        " dapat disimpan sebagai informasi awal.",
        signatory=HEAD_OF_OFFICE,
    )


def full_initial_study() -> InitialStudy:
    """Return an initial study with checklists, delegation and two respondents."""
    return InitialStudy(
        head=head(
            PaperKind.INITIAL_STUDY,
            "Kajian Awal",
            "017/KA/Kab/99.01/VIII/2025",
            form("A.4", "Kajian awal"),
            day=12,
        ),
        report_number=REPORT_NUMBER,
        received_at=datetime(2025, 8, 11, 10, 20, tzinfo=WIB),
        respondents=(RESPONDENT, SECOND),
        formal=(
            CheckItem(item="Nama dan alamat pelapor", result=CheckResult.MET),
            CheckItem(item="Pihak terlapor", result=CheckResult.MET),
            CheckItem(
                item="Disampaikan dalam tenggat sejak diketahui",
                result=CheckResult.MET,
                note="Diketahui 10 Agustus, disampaikan 11 Agustus 2025.",
            ),
            CheckItem(
                item="Kesesuaian tanda tangan dengan kartu tanda penduduk",
                result=CheckResult.NOT_MET,
                note="Halaman bertanda tangan belum diterima.",
            ),
            CheckItem(item="Surat kuasa", result=CheckResult.NOT_APPLICABLE),
        ),
        material=(
            CheckItem(item="Waktu dan tempat kejadian", result=CheckResult.MET),
            CheckItem(item="Uraian kejadian", result=CheckResult.MET),
            CheckItem(
                item="Bukti",
                result=CheckResult.MET,
                note="Tiga bukti, tanda B-1 sampai B-3.",
            ),
        ),
        alleged_kind="Pelanggaran peraturan perundang-undangan lain",
        place="Lapangan Kecamatan Contoh Ilir",
        delegation="Tidak dilimpahkan; kejadian di wilayah kantor ini.",
        already_handled="Tidak ditemukan penanganan lain atas kejadian yang sama.",
        conclusion="Laporan memenuhi syarat materiel. Syarat formal belum lengkap;"
        " pelapor diberi kesempatan melengkapi.",
        deadline=WINDOW,
        author=Signatory(
            role="Penyusun,",
            post="Staf divisi penanganan pelanggaran",
            name="Sari Contoh",
        ),
    )


def full_registration() -> Registration:
    """Return a registration with two chained deadlines."""
    return Registration(
        head=head(PaperKind.REGISTRATION, "Registrasi Laporan", NUMBER, None, day=15),
        registration_number=NUMBER,
        pre_number=REPORT_NUMBER,
        report_number="017",
        registered_on=date(2025, 8, 15),
        procedure="Penanganan pelanggaran pemilihan (Perbawaslu 8/2020)",
        alleged_kind="Pelanggaran peraturan perundang-undangan lain",
        deadlines=(HANDLING, EXTENSION),
        signatory=HEAD_OF_OFFICE,
    )


def full_study() -> Study:
    """Return a study with two allegations, evidence and three elements."""
    return Study(
        head=head(
            PaperKind.STUDY,
            "Kajian Dugaan Pelanggaran",
            "004/KJ/Kab/99.01/VIII/2025",
            form("A.11", "Kajian dugaan pelanggaran"),
            day=18,
        ),
        registration_number=NUMBER,
        case_position=ACCOUNT,
        data=(
            Fact(
                label="Waktu kejadian", value="Sabtu, 9 Agustus 2025, pukul 16.00 WIB"
            ),
            Fact(label="Tempat kejadian", value="Lapangan Kecamatan Contoh Ilir"),
            Fact(label="Pemilihan", value="Pemilihan contoh 2025"),
            Fact(label="Pihak yang diuntungkan", value="Pasangan calon contoh A"),
        ),
        respondents=(RESPONDENT, SECOND),
        allegations=(
            Allegation(
                act="Berfoto dengan simbol dukungan dan mengunggahnya",
                norm=NORM,
                article=f"{DISCIPLINE}; Keputusan Bersama 22 September 2022",
                status="unconfirmed",
                stage="Masa kampanye, sesudah penetapan calon",
                hinge="Calon sudah ditetapkan pada hari kejadian, maka disiplin yang"
                " berlaku, bukan etik.",
                against=RESPONDENT.name,
                sanction="Hukuman disiplin berat",
                sanction_status="unconfirmed",
            ),
            Allegation(
                act="Mengajak pegawai lain hadir",
                norm="Mengadakan kegiatan yang mengarah kepada keberpihakan",
                article=DISCIPLINE,
                status="confirmed",
            ),
        ),
        evidence=(PHOTO, SCREEN, PAPER_COPY),
        elements=(
            Element(
                title="Unsur subjek",
                text="Terlapor berstatus PNS pada hari kejadian.",
                finding="terpenuhi",
            ),
            Element(
                title="Unsur perbuatan",
                text="Foto B-1 dan tangkapan layar B-2 memperlihatkan simbol yang sama.",
                finding="terpenuhi",
            ),
            Element(title="Unsur tahapan", text="Kejadian dalam masa kampanye."),
        ),
        analysis=ACCOUNT,
        conclusion="Unsur pelanggaran terpenuhi untuk kedua terlapor.",
        recommendation="Meneruskan kepada instansi yang berwenang pada tanggal ini.",
        author=Signatory(
            role="Penyusun,",
            post="Staf divisi penanganan pelanggaran",
            name="Sari Contoh",
        ),
        approver=Signatory(
            role="Menyetujui,",
            post="Anggota, koordinator divisi penanganan pelanggaran",
            name="Wulan Contoh Pratiwi",
        ),
    )


def full_plenary_decision() -> PlenaryDecision:
    """Return a decision of three members with one dissent."""
    members = (
        Member(name="Wulan Contoh Pratiwi", post="Ketua"),
        Member(name="Yusuf Contoh Malik", post="Anggota"),
        Member(name="Maria Contoh Hutagalung", post="Anggota"),
    )
    return PlenaryDecision(
        head=head(
            PaperKind.PLENARY_DECISION,
            "Berita Acara dan Keputusan Rapat Pleno",
            "012/BA/Kab/99.01/VIII/2025",
            None,
            day=18,
        ),
        registration_number=NUMBER,
        convened_at=datetime(2025, 8, 18, 14, 0, tzinfo=WIB),
        members=members,
        call="Undangan dikirim 4 November 2024 untuk 5 November 2024, Ruang pleno.",
        absent=(Fact(label="Yohana Contoh Wibisono", value="Sakit."),),
        recused=(Fact(label="Taufik Contoh Siregar", value="Tidak ada pengganti."),),
        quorum="Hadir 3 dari 5 anggota",
        outcomes=(
            RespondentOutcome(
                respondent=RESPONDENT,
                outcome="Terbukti: pelanggaran peraturan perundang-undangan lain",
                addressee="Badan Kepegawaian Negara",
            ),
            RespondentOutcome(
                respondent=SECOND,
                outcome="Tidak terbukti",
                note="Kehadiran tidak dapat dibuktikan.",
            ),
        ),
        votes=(
            Vote(member=members[0].name, choice="Setuju"),
            Vote(member=members[1].name, choice="Setuju"),
            Vote(
                member=members[2].name,
                choice="Tidak setuju",
                note="Lihat pendapat berbeda.",
            ),
        ),
        reasons=ACCOUNT,
        dissent="Anggota menilai simbol tangan dalam foto tidak cukup jelas.",
        decision=(
            "Menyatakan laporan terbukti untuk terlapor nomor 1.",
            "Menyatakan laporan tidak terbukti untuk terlapor nomor 2.",
            "Meneruskan hasil kajian kepada instansi yang berwenang.",
        ),
    )


def full_referral_letter() -> ReferralLetter:
    """Return a referral of two respondents with copies and enclosures."""
    return ReferralLetter(
        head=head(
            PaperKind.REFERRAL_LETTER,
            "Surat Penerusan",
            "031/PN/Kab/99.01/VIII/2025",
            form("A.15", "Penerusan pelanggaran peraturan perundang-undangan lain"),
            day=18,
        ),
        registration_number=NUMBER,
        addressee="Kepala Badan Kepegawaian Negara",
        addressee_place="di Jakarta",
        copies=(
            "Pejabat Pembina Kepegawaian Kabupaten Contoh Raya",
            "Inspektorat Kabupaten Contoh Raya",
            "Arsip",
        ),
        channel="Surat penerusan, diunggah ke sistem penerima",
        instrument="Penerusan hasil penanganan pelanggaran",
        route_status="confirmed",
        subject="Penerusan dugaan pelanggaran netralitas aparatur sipil negara",
        basis=(
            "Undang-Undang Nomor 1 Tahun 2015 dan perubahannya.",
            "Peraturan Bawaslu Nomor 8 Tahun 2020 dan perubahannya.",
            "Keputusan rapat pleno nomor 012/BA/Kab/99.01/VIII/2025.",
        ),
        body="Bersama ini kami teruskan hasil penanganan laporan dugaan pelanggaran"
        " netralitas aparatur sipil negara.\n\nHasil kajian dan keputusan pleno kami"
        " lampirkan.",
        acts=(
            ReferredAct(
                respondent=RESPONDENT,
                act="Berfoto dengan simbol dukungan dan mengunggahnya pada masa"
                " kampanye",
                norm=NORM,
                article=DISCIPLINE,
                status="unconfirmed",
                sanction="Hukuman disiplin berat",
                sanction_status="unconfirmed",
            ),
            ReferredAct(
                respondent=SECOND,
                act="Mengajak pegawai lain hadir",
                norm="Mengadakan kegiatan yang mengarah kepada keberpihakan",
                article=DISCIPLINE,
                status="confirmed",
            ),
        ),
        request="Kami mohon hasil tindak lanjut diberitahukan kepada kami.",
        enclosures=("Kajian dugaan pelanggaran", "Keputusan rapat pleno", "Bukti B-1"),
        signatory=HEAD_OF_OFFICE,
    )


def full_status_notice() -> StatusNotice:
    """Return the notice of a report that was referred, in general words."""
    return StatusNotice(
        head=head(
            PaperKind.STATUS_NOTICE,
            "Pemberitahuan Status Laporan",
            "017/PS/Kab/99.01/VIII/2025",
            FormMark(code="A.17", title=None, status="unconfirmed"),
            day=19,
        ),
        report_number=REPORT_NUMBER,
        registration_number=NUMBER,
        status="Diteruskan kepada instansi yang berwenang",
        meaning="Penanganan di kantor ini selesai. Instansi penerima menilai dan"
        " memutus sendiri.",
        outcome="Laporan memenuhi unsur dugaan pelanggaran peraturan"
        " perundang-undangan lain.",
        what_next=(
            "Instansi penerima memeriksa penerusan.",
            "Bila ada tindak lanjut, statusnya kami perbarui.",
        ),
        signatory=HEAD_OF_OFFICE,
    )
