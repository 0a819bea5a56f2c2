"""Words of the entries that turns make in the ledger."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ENTRIES: Mapping[str, Promise] = {
    "move.made": _("Perpindahan kantor dicatat"),
    "move.accepted": _("Pelimpahan diterima kantor tujuan"),
    "case.delegated": _("Perkara dilimpahkan"),
    "case.taken_over": _("Perkara diambil alih"),
    "case.returned": _("Perkara dikembalikan"),
    "report.delegated": _("Laporan dilimpahkan"),
    "report.taken_over": _("Laporan diambil alih"),
    "report.returned": _("Laporan dikembalikan"),
    "finding.delegated": _("Temuan dilimpahkan"),
    "finding.taken_over": _("Temuan diambil alih"),
    "finding.returned": _("Temuan dikembalikan"),
    "respondent.moved": _("Keterangan terlapor ikut berpindah kantor"),
    "plenary.taken_over": _("Pleno berakhir tanpa hasil karena diambil alih"),
    "withdrawal.recorded": _("Pencabutan laporan dicatat"),
    "withdrawal.decided": _("Kelanjutan sesudah pencabutan diputuskan"),
    "information_request.asked": _("Keterangan tambahan diminta"),
    "information_request.answered": _("Keterangan tambahan diterima"),
    "late_evidence.added": _("Bukti baru dicatat"),
    "correction.proposed": _("Perbaikan salah tulis diusulkan"),
    "correction.approved": _("Perbaikan salah tulis disetujui"),
    "reopening.made": _("Pembukaan kembali dicatat"),
    "case.reopened": _("Perkara dibuka kembali"),
    "case.heard": _("Perkara dilanjutkan sesudah sidang Bawaslu"),
    "referral.superseded": _("Surat penerusan ditandai usang"),
    "track_event.noted": _("Peristiwa jalur pidana dicatat"),
    "track_event.struck_out": _("Catatan jalur pidana dicoret"),
    "hearing.opened": _("Sidang Bawaslu dibuka"),
    "hearing.session_planned": _("Sidang dijadwalkan"),
    "hearing.session_held": _("Jalannya sidang dicatat"),
    "hearing.decided": _("Sidang diputus"),
    "hearing.set_aside": _("Putusan sidang dikesampingkan"),
}
"""What is told of each kind of entry."""
