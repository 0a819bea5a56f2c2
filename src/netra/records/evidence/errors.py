"""Errors of evidence; every reader message says what to do instead."""

from django.utils.translation import gettext as _


class EvidenceError(Exception):
    """Base of the errors about evidence."""

    reader_message = ""


class EmptyFileError(EvidenceError):
    """The file has no content."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("empty file")
        self.reader_message = _("Berkas ini kosong. Pilih berkas lain, atau lewati.")


class FileTooLargeError(EvidenceError):
    """The file is larger than the installation takes."""

    def __init__(self, size_bytes: int, limit_bytes: int) -> None:
        """Give both sizes."""
        super().__init__(f"file of {size_bytes} bytes, limit {limit_bytes}")
        self.reader_message = _(
            "Berkas ini berukuran %(size)s MB; batasnya %(limit)s MB. Kirim potongan "
            "yang penting, atau serahkan aslinya di kantor."
        ) % {
            "size": max(1, round(size_bytes / 2**20)),
            "limit": limit_bytes // 2**20,
        }


class FileTypeError(EvidenceError):
    """The content is of a kind that is not taken."""

    def __init__(self, media_type: str) -> None:
        """Name the kind that was found by content."""
        super().__init__(f"media type {media_type} is not taken")
        self.reader_message = _(
            "Jenis berkas ini tidak diterima. Kirim foto, video, suara, atau PDF."
        )


class FileTwiceError(EvidenceError):
    """The same bytes were handed in before."""

    def __init__(self) -> None:
        """Say that nothing more is needed."""
        super().__init__("the same file is there already")
        self.reader_message = _(
            "Berkas yang sama sudah Anda kirim. Tidak perlu dikirim dua kali."
        )


class TooManyFilesError(EvidenceError):
    """The report has as many files as the installation takes."""

    def __init__(self, limit_count: int) -> None:
        """Give the limit."""
        super().__init__(f"more than {limit_count} files")
        self.reader_message = _(
            "Sudah %(limit)s berkas. Hapus yang kurang penting, "
            "atau serahkan sisanya di kantor."
        ) % {"limit": limit_count}


class EvidenceAlteredError(EvidenceError):
    """The kept bytes no longer have the hash under which they were received."""

    def __init__(self, sha256: str) -> None:
        """Name the hash."""
        super().__init__(f"kept bytes of {sha256} are altered or missing")
        self.reader_message = _(
            "Berkas ini tidak lagi utuh di penyimpanan dan tidak ditampilkan. "
            "Beri tahu pengelola pemasangan; catatan penerimaannya tetap ada."
        )


class ArrivalGoneError(EvidenceError):
    """There is no such file under way: finished long ago, given up, or expired."""

    def __init__(self) -> None:
        """Say that it starts again."""
        super().__init__("no such file under way")
        self.reader_message = _(
            "Kiriman ini tidak lagi ada di sini. Pilih berkasnya sekali lagi; "
            "pengirimannya dimulai dari awal."
        )


class OffsetConflictError(EvidenceError):
    """The piece does not begin where the part ends; nothing was written."""

    def __init__(self, given: int, held: int) -> None:
        """Give both places."""
        super().__init__(f"piece begins at byte {given}, the part ends at {held}")
        self.held = held
        self.reader_message = _(
            "Berkas ini sedang dikirim dari tempat lain, misalnya tab kedua. Biarkan "
            "satu saja yang berjalan."
        )


class StorageFullError(EvidenceError):
    """The disk has no room for the file."""

    def __init__(self, length_bytes: int) -> None:
        """Give the size that found no room."""
        super().__init__(f"no room for {length_bytes} bytes")
        self.reader_message = _(
            "Penyimpanan kantor ini sedang penuh, jadi berkas sebesar ini belum dapat "
            "diterima. Kirim laporannya dulu; berkasnya dapat disusulkan atau "
            "diserahkan di kantor."
        )


class TooMuchError(EvidenceError):
    """The files of one report together are more than is taken."""

    def __init__(self, limit_bytes: int) -> None:
        """Give the limit."""
        super().__init__(f"files together over {limit_bytes} bytes")
        self.reader_message = _(
            "Semua berkas laporan ini bersama-sama melebihi %(limit)s MB. Hapus yang "
            "kurang penting, atau serahkan sisanya di kantor."
        ) % {"limit": limit_bytes // 2**20}
