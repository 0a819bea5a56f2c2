"""What a file tells about its source, in plain Indonesian words."""

from django.utils.translation import gettext as _

from netra.records.evidence.cleaning.marks import Removed


def in_words(mark: Removed) -> str:
    """Return one sentence that says what this kind of trace gives away."""
    return {
        Removed.POSITION: _(
            "Tempat: letak Anda saat foto atau rekaman dibuat, bisa sampai beberapa "
            "meter."
        ),
        Removed.DEVICE: _(
            "Perangkat: merek, tipe, atau nomor seri ponsel atau kamera Anda."
        ),
        Removed.MOMENT: _("Waktu: tanggal dan jam berkas dibuat atau diubah."),
        Removed.AUTHOR: _(
            "Nama: pembuat, pemilik, atau akun yang tercatat di dalam berkas."
        ),
        Removed.SOFTWARE: _(
            "Aplikasi: program dan versi yang dipakai untuk membuat berkas."
        ),
        Removed.THUMBNAIL: _(
            "Gambar kecil: salinan kecil yang bisa masih memperlihatkan bagian yang "
            "sudah Anda potong."
        ),
        Removed.COMMENT: _("Catatan: judul, keterangan, atau komentar tersembunyi."),
        Removed.FILE_NAME: _(
            "Nama berkas: nama asli berkas atau lampiran di dalamnya."
        ),
        Removed.OTHER: _(
            "Keterangan teknis lain: misalnya setelan kamera, profil warna, teks, atau "
            "lapisan tersembunyi."
        ),
    }[mark]
