"""What the coach asks, why, and how to mend it; by the keys of its rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

__all__ = ["COACH_WORDS", "CoachWords"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachWords:
    """The texts of one rule.

    Attributes:
        ask: The question, or what there is to say.
        why: Why it matters; empty where the requirement itself says it.
        mend: What to do, also when the reporter cannot give it.
    """

    ask: Promise
    mend: Promise
    why: Promise | str = ""


COACH_WORDS: Mapping[str, CoachWords] = {
    "known_day": CoachWords(
        ask=_("Kapan Anda mengetahui kejadian ini?"),
        mend=_("Tulis tanggal Anda pertama kali melihat atau mendengarnya."),
    ),
    "window_passed": CoachWords(
        ask=_("Waktu melapor sudah lewat."),
        mend=_(
            "Laporan tetap boleh dikirim; kantor yang memutuskan. Isinya dapat menjadi "
            "informasi awal yang ditelusuri pengawas."
        ),
    ),
    "window_uncounted": CoachWords(
        ask=_("Sisa waktu melapor belum dapat dihitung."),
        mend=_("Petugas menghitungnya dari tanggal yang Anda tulis."),
    ),
    "region": CoachWords(
        ask=_("Di kabupaten atau kota mana kejadiannya?"),
        mend=_("Pilih provinsi, lalu kabupaten atau kotanya."),
    ),
    "respondent": CoachWords(
        ask=_("Siapa yang Anda laporkan?"),
        mend=_("Nama atau tempat kerjanya sudah cukup. NIP tidak diminta."),
    ),
    "reporter_name": CoachWords(
        ask=_("Siapa nama lengkap Anda?"),
        mend=_("Tulis seperti pada kartu identitas. Nama ini disimpan tersandi."),
    ),
    "reporter_address": CoachWords(
        ask=_("Di mana alamat Anda?"),
        mend=_("Tulis jalan atau dusun, desa atau kelurahan, dan kotanya."),
    ),
    "account": CoachWords(
        ask=_("Apa yang terjadi, dari awal sampai akhir?"),
        mend=_(
            "Tulis dengan kata-kata Anda sendiri: siapa berbuat apa, siapa lagi yang "
            "ada, dan bagaimana Anda mengetahuinya."
        ),
    ),
    "day_or_time": CoachWords(
        ask=_("Kapan kejadiannya?"),
        mend=_(
            "Tidak tahu harinya? Tulis perkiraan pada isian sekitar pukul berapa, "
            "misalnya sekitar 21–23 Oktober, sore."
        ),
    ),
    "evidence_named": CoachWords(
        ask=_("Cerita Anda menyebut foto, rekaman, atau tautan. Bisakah dilampirkan?"),
        mend=_(
            "Unggah berkasnya, atau tempel tautannya. Kalau ada pada orang lain, "
            "mintalah salinannya lebih dulu."
        ),
    ),
    "evidence": CoachWords(
        ask=_("Bukti apa yang Anda punya atau dapat minta?"),
        mend=_(
            "Foto, tangkapan layar, rekaman suara, undangan, atau tautan. Tanpa bukti "
            "laporan tetap boleh dikirim dan buktinya menyusul."
        ),
    ),
    "signed_page": CoachWords(
        ask=_("Bisakah Anda menandatangani lembar laporan?"),
        mend=_(
            "Cetak, tanda tangani, lalu unggah fotonya. Tidak punya pencetak? Centang "
            "bahwa Anda menandatanganinya di kantor."
        ),
    ),
    "signed_page_promised": CoachWords(
        ask=_("Tanda tangan menunggu Anda di kantor."),
        mend=_("Anda menyerahkannya di kantor. Bawa nomor laporan Anda."),
    ),
    "identity_card": CoachWords(
        ask=_("Bisakah Anda menunjukkan kartu identitas?"),
        mend=_("Unggah fotonya, atau centang bahwa Anda menunjukkannya di kantor."),
    ),
    "identity_card_promised": CoachWords(
        ask=_("Kartu identitas menunggu Anda di kantor."),
        mend=_("Anda menyerahkannya di kantor. Bawa nomor laporan Anda."),
    ),
    "account_short": CoachWords(
        ask=_("Siapa berbuat apa? Ceritakan sedikit lagi."),
        why=_("Cerita yang sangat pendek sering belum menunjukkan perbuatannya."),
        mend=_(
            "Tambahkan apa yang ia katakan atau lakukan, di depan siapa, dan bagaimana "
            "Anda mengetahuinya."
        ),
    ),
    "account_source": CoachWords(
        ask=_("Bagaimana Anda mengetahuinya?"),
        why=_("Petugas perlu tahu apakah Anda melihatnya sendiri."),
        mend=_(
            "Tulis misalnya bahwa Anda melihat sendiri, membacanya di grup, atau "
            "diberi tahu orang lain. Nama orang lain itu tidak perlu ditulis."
        ),
    ),
    "spot": CoachWords(
        ask=_("Di mana persisnya?"),
        why=_("Nama kabupaten saja belum menunjukkan tempat kejadian."),
        mend=_(
            "Tulis nama gedung, lapangan, jalan, atau desa. Di internet: nama akun "
            "atau jenis grupnya."
        ),
    ),
    "about_which_day": CoachWords(
        ask=_("Kira-kira hari atau tanggal berapa?"),
        why=_("Jam saja belum menunjukkan harinya."),
        mend=_("Tulis perkiraan, misalnya sekitar 21–23 Oktober atau Minggu pagi."),
    ),
    "respondent_workplace": CoachWords(
        ask=_("Di mana orang itu bekerja?"),
        why=_(
            "Nama yang sama dimiliki banyak orang; tempat kerja juga menunjukkan "
            "apakah ia ASN."
        ),
        mend=_("Tulis dinas, kantor, sekolah, atau puskesmasnya bila Anda tahu."),
    ),
    "respondent_mark": CoachWords(
        ask=_("Orang yang mana di tempat kerja itu?"),
        why=_("Tempat kerja tanpa nama sudah diterima, tetapi banyak orang di sana."),
        mend=_("Tulis jabatannya, bidangnya, atau panggilannya bila Anda tahu."),
    ),
    "link_day": CoachWords(
        ask=_("Kapan unggahan pada tautan itu dipasang atau Anda buka?"),
        why=_("Tautan tanpa tanggal sukar dicocokkan dengan kejadiannya."),
        mend=_("Tulis tanggalnya dalam cerita Anda."),
    ),
    "link_picture": CoachWords(
        ask=_("Sudahkah Anda menyimpan tangkapan layar unggahan itu?"),
        why=_("Unggahan dapat dihapus sebelum petugas membukanya."),
        mend=_("Unggah tangkapan layar yang memuat nama akun dan tanggalnya."),
    ),
    "address_short": CoachWords(
        ask=_("Cukupkah alamat ini agar surat sampai?"),
        why=_("Alamat satu atau dua kata sering dianggap belum lengkap."),
        mend=_("Tambahkan jalan atau dusun, RT/RW, dan desa atau kelurahan."),
    ),
    "reach": CoachWords(
        ask=_("Bagaimana kantor menghubungi Anda?"),
        why=_(
            "Bila ada yang kurang, waktu melengkapinya singkat dan dihitung sejak "
            "Anda diberi tahu."
        ),
        mend=_(
            "Tulis telepon atau surel. Tanpa keduanya, lihatlah halaman status setiap "
            "hari."
        ),
    ),
}
