"""Errors of the demonstration."""

from django.utils.translation import gettext as _


class DemonstrationError(Exception):
    """Base of the errors of the demonstration."""

    reader_message = ""


class NoDemonstrationError(DemonstrationError):
    """The installation is not one for demonstrations."""

    def __init__(self) -> None:
        """Say what makes it one."""
        super().__init__("NETRA_DEMO is not set")
        self.reader_message = _(
            "Data contoh hanya dibuat bila NETRA_DEMO=1. Tidak ada yang ditulis."
        )


class AlreadyThereError(DemonstrationError):
    """The demonstration was made before; nothing is to be done."""

    def __init__(self) -> None:
        """Say that it is there, and how to begin anew."""
        super().__init__("the demonstration is there")
        self.reader_message = _(
            "Data contoh sudah ada. Untuk memulai dari awal: make reset-demo."
        )


class RecordsThereError(DemonstrationError):
    """There are records already, and they are no finished demonstration."""

    def __init__(self) -> None:
        """Say how to begin anew."""
        super().__init__("there are records already")
        self.reader_message = _(
            "Instalasi ini sudah berisi catatan yang bukan demonstrasi utuh, jadi "
            "data contoh tidak dibuat. Untuk memulai dari awal: make reset-demo."
        )


class NotPreparedError(DemonstrationError):
    """Regions, calendar or contests are missing."""

    def __init__(self) -> None:
        """Say which command comes first."""
        super().__init__("the installation is not prepared")
        self.reader_message = _("Jalankan netra prepare terlebih dahulu.")


class PlanError(DemonstrationError):
    """The plan of a matter contradicts itself."""

    def __init__(self, matter: str, what: str) -> None:
        """Name the matter by its key, and what is wrong."""
        super().__init__(f"matter {matter}: {what}")
        self.reader_message = _("Rencana data contoh memuat kesalahan.")
