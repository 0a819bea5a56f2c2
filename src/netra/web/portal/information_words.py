"""What a source reads about where their information stands: words, never names."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from netra.records.information.models import Information

__all__ = ["Standing", "standing_words"]

_State = Information.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where it stands, what that means in law, and what comes next."""

    title: str
    meaning: str
    following: str


def standing_words(row: Information) -> Standing:
    """Return the words for the state of a piece of information."""
    ended = _State(row.state) is _State.ENDED
    return _ended(Information.End(row.ended_as)) if ended else _under_way(row.state)


def _under_way(state: str) -> Standing:
    waiting = Standing(
        title=_("Menunggu dibaca"),
        meaning=_(
            "Yang Anda sampaikan adalah informasi awal, bukan laporan. Kantor "
            "membacanya dan menilai apakah dapat ditelusuri."
        ),
        following=_("Buka kotak ini lagi beberapa hari lagi."),
    )
    return {
        _State.QUEUED.value: waiting,
        _State.RECEIVED.value: waiting,
        _State.OPENED.value: Standing(
            title=_("Sudah dibaca"),
            meaning=_(
                "Petugas sudah membacanya dan menimbang apakah dapat ditelusuri. Belum "
                "ada siapa pun yang dinyatakan melanggar."
            ),
            following=_("Mungkin petugas bertanya lewat kotak ini."),
        ),
        _State.TRACED.value: Standing(
            title=_("Sedang ditelusuri"),
            meaning=_(
                "Pengawas mencari kebenarannya sendiri. Nama Anda tidak diperlukan: "
                "catatan penelusuran tidak memuat siapa yang memberi tahu."
            ),
            following=_("Hasilnya ditulis di kotak ini bila penelusuran selesai."),
        ),
    }[state]


def _ended(end: Information.End) -> Standing:
    ends = Information.End
    meanings = {
        ends.FINDING: _(
            "Pengawas mengajukan yang ditelusuri sebagai dugaan temuan. Pleno kantor "
            "yang memutuskan; selanjutnya berjalan atas nama pengawas, bukan nama Anda."
        ),
        ends.REFERRAL: _(
            "Hasil penelusuran dikirim kepada lembaga yang berwenang atas ASN. Lembaga "
            "itu yang memeriksa dan memutuskan."
        ),
        ends.NOT_TRUE: _("Pengawas menelusuri dan tidak menemukan kejadian itu."),
        ends.NOT_NEUTRALITY: _(
            "Kejadiannya bukan soal netralitas ASN, jadi bukan kewenangan pengawas di "
            "sini."
        ),
        ends.NOT_ENOUGH: _(
            "Keterangan yang ada belum cukup untuk ditelusuri. Bila Anda tahu lebih "
            "banyak, kirim informasi baru."
        ),
        ends.HANDLED: _("Kejadian ini sudah ditangani."),
        ends.ELSEWHERE: _("Kejadian ini kewenangan lembaga lain."),
        ends.SPAM: _("Kiriman ini tidak memuat informasi yang dapat dinilai."),
        ends.OTHER: _("Alasannya ada pada pesan kantor di bawah."),
    }
    return Standing(
        title=_("Selesai: %(end)s") % {"end": end.label},
        meaning=meanings[end],
        following=_("Pesan kantor tetap dapat Anda baca di kotak ini."),
    )
