"""Words of letters under way and of packs."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from netra.domain.packs import MarkKind
from netra.records.packs.models import Pack

ENTRIES: Mapping[str, Promise] = {
    "hop.recorded": gettext_lazy("Perjalanan surat penerusan dicatat"),
    "answer.recorded": gettext_lazy("Jawaban lembaga dicatat"),
    "follow_up.ended": gettext_lazy("Pemantauan tindak lanjut diakhiri"),
    "case.followed_up": gettext_lazy("Tindak lanjut selesai"),
    "need.recorded": gettext_lazy("Keperluan hukum sebuah lembaga dicatat"),
    "need.approved": gettext_lazy("Keperluan hukum disetujui orang kedua"),
    "redaction.made": gettext_lazy("Bagian naskah salinan ditutup atau dibiarkan"),
    "pack.asked": gettext_lazy("Berkas penerusan diminta"),
    "pack.built": gettext_lazy("Berkas penerusan selesai disusun"),
    "pack.failed": gettext_lazy("Berkas penerusan gagal disusun"),
    "pack.downloaded": gettext_lazy("Berkas penerusan diunduh"),
}
PARTS: Mapping[str, Promise] = {
    Pack.Part.OPEN: gettext_lazy("Bagian terbuka"),
    Pack.Part.SEALED: gettext_lazy("Bagian tersegel"),
}
STATES: Mapping[str, Promise] = {
    Pack.State.QUEUED: gettext_lazy("Menunggu giliran"),
    Pack.State.BUILDING: gettext_lazy("Sedang disusun"),
    Pack.State.READY: gettext_lazy("Siap"),
    Pack.State.FAILED: gettext_lazy("Gagal"),
}
TONES: Mapping[str, str] = {
    Pack.State.QUEUED: "info",
    Pack.State.BUILDING: "info",
    Pack.State.READY: "good",
    Pack.State.FAILED: "danger",
}
MARKS: Mapping[str, Promise] = {
    MarkKind.NAME: gettext_lazy("nama"),
    MarkKind.NAME_PART: gettext_lazy("bagian nama"),
    MarkKind.PHONE: gettext_lazy("telepon"),
    MarkKind.EMAIL: gettext_lazy("surel"),
    MarkKind.ADDRESS: gettext_lazy("alamat"),
    MarkKind.OTHER: gettext_lazy("data pribadi lain"),
}
