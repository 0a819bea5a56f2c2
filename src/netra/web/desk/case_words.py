"""Words of the case pages: phases, kinds of norms, entries of the ledger, papers."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.law import Paper, Status
from netra.records.cases import road
from netra.records.cases.models import Allegation, Case
from netra.records.contests.queries import overrides_of
from netra.records.law.queries import law

PHASES: Mapping[str, Promise] = {
    "before_candidacy": gettext_lazy("Sebelum penetapan calon"),
    "candidate": gettext_lazy("Sejak penetapan calon sampai pemungutan suara"),
    "after": gettext_lazy("Sesudah pemungutan suara"),
}
NORM_KINDS: Mapping[str, Promise] = {
    "ethics": gettext_lazy("Etik"),
    "discipline": gettext_lazy("Disiplin"),
    "criminal": gettext_lazy("Pidana pemilihan"),
}
PAPERS: Mapping[str, Promise] = {
    Paper.RECEIPT: gettext_lazy("Tanda terima"),
    Paper.MISSING_ITEMS_NOTICE: gettext_lazy("Pemberitahuan kekurangan"),
    Paper.INITIAL_STUDY: gettext_lazy("Kajian awal"),
    Paper.REGISTRATION: gettext_lazy("Registrasi"),
    Paper.STUDY: gettext_lazy("Kajian dugaan pelanggaran"),
    Paper.PLENARY_DECISION: gettext_lazy("Berita acara dan putusan pleno"),
    Paper.REFERRAL_LETTER: gettext_lazy("Surat penerusan"),
    Paper.STATUS_NOTICE: gettext_lazy("Pemberitahuan status"),
    Paper.FINDING: gettext_lazy("Formulir temuan"),
    Paper.FINDING_PLENARY: gettext_lazy("Berita acara pleno temuan"),
    Paper.OBSERVATION_REPORT: gettext_lazy("Formulir A (LHP)"),
    Paper.TRACING_REPORT: gettext_lazy("Laporan penelusuran"),
    Paper.NOTICE: gettext_lazy("Surat pemberitahuan"),
    Paper.RESPONDENT_NOTICE: gettext_lazy("Surat pemberitahuan kepada terlapor"),
    Paper.REPLY_LETTER: gettext_lazy("Surat hak jawab"),
    Paper.EXONERATION_LETTER: gettext_lazy("Surat pemulihan nama"),
    Paper.REPORT_FORM: gettext_lazy("Formulir laporan, tanpa identitas pelapor"),
    Paper.REPORT_FORM_WHOLE: gettext_lazy("Formulir laporan lengkap, tersegel"),
    Paper.COMPLETION_RECEIPT: gettext_lazy("Tanda bukti perbaikan laporan"),
    Paper.OFFICE_FORM: gettext_lazy("Formulir kantor"),
    Paper.INVITATION: gettext_lazy("Undangan klarifikasi"),
    Paper.SERVICE_RECORD: gettext_lazy("Tanda penyampaian undangan"),
    Paper.OATH: gettext_lazy("Sumpah/janji"),
    Paper.EXPERT_OATH: gettext_lazy("Sumpah/janji ahli"),
    Paper.CLARIFICATION_MINUTES: gettext_lazy("Berita acara klarifikasi"),
    Paper.DELEGATION_LETTER: gettext_lazy("Surat pelimpahan"),
    Paper.TAKEOVER_LETTER: gettext_lazy("Surat pengambilalihan"),
    Paper.RETURN_LETTER: gettext_lazy("Surat pengembalian"),
    Paper.WITHDRAWAL_RECORD: gettext_lazy("Catatan pencabutan laporan"),
    Paper.CORRECTION_SHEET: gettext_lazy("Lembar perbaikan"),
    Paper.REOPENING_RECORD: gettext_lazy("Catatan pembukaan kembali"),
    Paper.HEARING_DECISION: gettext_lazy("Putusan sidang"),
}
ENTRIES: Mapping[str, Promise] = {
    "report.submitted": gettext_lazy("Laporan diterima"),
    "report.received_at_counter": gettext_lazy("Diterima petugas di kantor"),
    "report.reception_day_chosen": gettext_lazy("Hari yang dihitung dipilih"),
    "report.exhibit_added": gettext_lazy("Bukti ditambahkan"),
    "report.item_handed_in": gettext_lazy("Kekurangan diserahkan"),
    "report.studied_initially": gettext_lazy("Kajian awal selesai"),
    "report.notice_given": gettext_lazy("Pelapor diberi tahu kekurangannya"),
    "report.completed": gettext_lazy("Pelapor selesai melengkapi"),
    "report.completion_lapsed": gettext_lazy("Waktu melengkapi habis"),
    "report.completion_checked": gettext_lazy("Perbaikan diperiksa"),
    "report.registered": gettext_lazy("Laporan diregistrasi"),
    "report.grouped": gettext_lazy("Ditandai satu peristiwa dengan laporan lain"),
    "report.ungrouped": gettext_lazy("Dikeluarkan dari kelompok peristiwa"),
    "report.assigned": gettext_lazy("Laporan dibagikan"),
    "report.identity_opened": gettext_lazy("Identitas pelapor dibuka dengan alasan"),
    "report.respondent_described": gettext_lazy("Keterangan terlapor diisi"),
    "report.status_told": gettext_lazy("Status laporan diberitahukan"),
    "report.kept_as_information": gettext_lazy("Disimpan sebagai informasi awal"),
    "case.opened": gettext_lazy("Perkara dibuka"),
    "case.assigned": gettext_lazy("Perkara dibagikan"),
    "case.extended": gettext_lazy("Waktu penanganan ditambah"),
    "case.norm_alleged": gettext_lazy("Dugaan ditambahkan"),
    "case.norm_withdrawn": gettext_lazy("Dugaan ditarik"),
    "case.study_saved": gettext_lazy("Naskah kajian disimpan"),
    "case.study_submitted": gettext_lazy("Kajian diajukan ke pleno"),
    "case.study_approved": gettext_lazy("Kajian disetujui"),
    "case.decided": gettext_lazy("Hasil ditetapkan"),
    "case.referred": gettext_lazy("Perkara diteruskan"),
    "case.status_told": gettext_lazy("Status perkara diumumkan"),
    "plenary.convened": gettext_lazy("Pleno dibuka"),
    "plenary.voted": gettext_lazy("Seorang anggota bersuara"),
    "plenary.closed": gettext_lazy("Pleno ditutup"),
    "observation.recorded": gettext_lazy("Hasil pengawasan dicatat"),
    "observation.exhibit_gathered": gettext_lazy("Berkas pengawasan ditambahkan"),
    "tracing.begun": gettext_lazy("Penelusuran dimulai"),
    "tracing.assigned": gettext_lazy("Penelusuran dibagikan"),
    "tracing.step_planned": gettext_lazy("Langkah penelusuran direncanakan"),
    "tracing.step_dropped": gettext_lazy("Langkah penelusuran dihapus"),
    "tracing.step_finished": gettext_lazy("Langkah penelusuran selesai"),
    "tracing.person_named": gettext_lazy("Orang yang ditemukan dicatat"),
    "tracing.exhibit_gathered": gettext_lazy("Berkas penelusuran ditambahkan"),
    "tracing.source_joined": gettext_lazy("Satu pemberi informasi bertambah"),
    "tracing.mailboxes_opened": gettext_lazy("Pemberi informasi disurati"),
    "tracing.ended": gettext_lazy("Penelusuran berakhir"),
    "respondent.found": gettext_lazy("Pelaku dicatat"),
    "respondent.described": gettext_lazy("Keterangan terlapor diisi"),
    "finding.proposed": gettext_lazy("Dugaan temuan diajukan ke pleno"),
    "finding.assigned": gettext_lazy("Temuan dibagikan"),
    "finding.plenary_convened": gettext_lazy("Pleno temuan dibuka"),
    "finding.attendance_corrected": gettext_lazy("Kehadiran pleno temuan diperbaiki"),
    "finding.voted": gettext_lazy("Seorang anggota bersuara atas temuan"),
    "finding.decided": gettext_lazy("Pleno memutus temuan"),
    "finding.registered": gettext_lazy("Temuan diregistrasi"),
    "referral.sent": gettext_lazy("Surat penerusan dicatat"),
    "paper.issued": gettext_lazy("Surat diterbitkan"),
}
CHANNELS: Mapping[str, Promise] = {
    "letter": gettext_lazy("Surat"),
    "Letter of referral uploaded in SBT (sbt.bkn.go.id)": gettext_lazy(
        "Surat penerusan, diunggah di SBT (sbt.bkn.go.id)"
    ),
    "SIAPNET (used in 2024) or letter": gettext_lazy(
        "SIAPNET (dipakai pada 2024) atau surat"
    ),
    "Handover to police through Sentra Gakkumdu": gettext_lazy(
        "Diserahkan kepada kepolisian melalui Sentra Gakkumdu"
    ),
    "file already processed by KASN before the circular": gettext_lazy(
        "bila berkas sudah diproses KASN sebelum surat edaran"
    ),
    "status notice": gettext_lazy("Pemberitahuan status"),
    "rekomendasi": gettext_lazy("Rekomendasi"),
    "putusan": gettext_lazy("Putusan"),
}
"""Words of the routes; the law data give them once, partly in English."""
KEY_ENTRIES = frozenset(
    {
        "report.submitted",
        "finding.decided",
        "case.opened",
        "case.decided",
        "case.referred",
    }
)
"""Entries that stand out in a timeline."""


def entry_words(kind: str) -> str:
    """Return what an entry of the ledger says happened; an unknown kind stays a code.

    Args:
        kind: Kind of the entry, such as `case.decided`.
    """
    return str(ENTRIES.get(kind, kind))


def paper_words(kind: str) -> str:
    """Return the name of a paper."""
    return str(PAPERS.get(kind, kind))


def route_words(text: str | None) -> str:
    """Return channel, instrument or condition of a route in words; unknown stays."""
    return str(CHANNELS.get(text or "", text or ""))


def phase_words(phase: str) -> str:
    """Return the phase of a day in words."""
    return str(PHASES.get(phase, phase))


def kind_words(kind: str) -> str:
    """Return which kind of norm it is: ethics, discipline, crime."""
    return str(NORM_KINDS.get(kind, kind))


def class_words(key: str) -> str:
    """Return the class of a respondent, or that it is not entered yet."""
    found = law().classes.get(key)
    return found.label if found else _("Status kepegawaian belum diisi")


def office_words(holds_office: bool | None) -> str:
    """Return whether an office was held on the day of the act."""
    if holds_office is None:
        return _("Belum diketahui memangku jabatan atau tidak")
    if holds_office:
        return _("Memangku jabatan pada hari perbuatan")
    return _("Tidak memangku jabatan pada hari perbuatan")


def outcome_words(case: Case, key: str) -> str:
    """Return the title of an outcome in the procedure of the case."""
    found = road.procedure_of(case).outcomes.get(key)
    return found.title if found else key


def chosen_words(case: Case, keys: Iterable[str]) -> str:
    """Return the titles of the outcomes of one act in one line."""
    return _(" dan ").join(outcome_words(case, key) for key in keys)


def outcome_status(case: Case, key: str) -> Status:
    """Return how sure the name of an outcome is; unknown ones are unconfirmed."""
    found = road.procedure_of(case).outcomes.get(key)
    return found.status if found else Status.UNCONFIRMED


def stage_words(case: Case, key: str) -> str:
    """Return the title of a stage of the election of the case."""
    election = law().election(case.contest.election)
    titles = {stage.key: stage.title for stage in election.stages}
    titles |= {s.key: s.title for s in overrides_of(case.contest) if s.title != s.key}
    return titles.get(key, key)


def step_words(case: Case) -> str:
    """Return where the case stands: what is to be done now, or that it has ended."""
    step = road.step_of(case)
    return step.label_now if step else _("Selesai")


def allegation_stage(row: Allegation) -> str:
    """Return the stage and phase of the day of an act, for one line."""
    phase = phase_words(row.phase)
    if not row.stage:
        return phase
    return f"{stage_words(row.case, row.stage)} · {phase}"
