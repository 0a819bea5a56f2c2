"""Errors of cleaning; none of them holds anything of the file."""

from django.utils.translation import gettext as _

from netra.records.evidence.errors import EvidenceError


class CleaningError(EvidenceError):
    """Base of the errors about derivatives."""


class NotCleanableError(CleaningError):
    """The file is broken, locked, or of a kind whose traces cannot be removed."""

    def __init__(self, media_type: str, detail: str) -> None:
        """Name kind and reason."""
        super().__init__(f"{media_type} cannot be cleaned: {detail}")
        self.reader_message = _(
            "Salinan tanpa jejak dari berkas ini tidak dapat dibuat: berkasnya rusak, "
            "terkunci, atau jenisnya tidak dikenal. Kirim foto, rekaman, atau PDF yang "
            "dapat dibuka, atau ceritakan isinya dengan kata-kata."
        )


class BombError(CleaningError):
    """The file asks for far more memory, pictures or pages than it should."""

    def __init__(self, media_type: str, detail: str) -> None:
        """Name kind and the limit that was passed."""
        super().__init__(f"{media_type} asks for too much: {detail}")
        self.reader_message = _(
            "Berkas ini terlalu besar untuk dibuka dengan aman: terlalu banyak titik "
            "gambar, bingkai, atau halaman. Kirim bagian yang penting saja."
        )


class CleaningTimeoutError(CleaningError):
    """Cleaning took longer than allowed and was ended."""

    def __init__(self, media_type: str) -> None:
        """Name the kind."""
        super().__init__(f"cleaning of {media_type} took too long and was ended")
        self.reader_message = _(
            "Salinan tanpa jejak dari berkas ini belum selesai pada waktunya. Coba "
            "lagi, atau kirim potongan yang lebih pendek."
        )


class NoChildError(CleaningError):
    """The system did not let a process be started; the file is not to blame."""

    def __init__(self, media_type: str) -> None:
        """Name the kind."""
        super().__init__(f"no process could be started to clean {media_type}")
        self.reader_message = _(
            "Salinan tanpa jejak belum dapat dibuat sekarang karena server sedang "
            "penuh. Berkasnya tidak berubah. Coba lagi beberapa menit lagi."
        )
