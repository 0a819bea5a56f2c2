"""Errors of tasks and of closed files."""

from django.utils.translation import gettext as _

from netra.records.cases.errors import CaseError


class ClosingError(CaseError):
    """Base of the errors about tasks and closed files."""


class StillOpenError(ClosingError):
    """Something is still open, so the file stays open; nothing was written."""

    def __init__(self, keys: list[str], sentences: list[str]) -> None:
        """Name what is open for the operator and in words for the reader."""
        super().__init__(f"still open: {', '.join(keys)}")
        self.keys = keys
        self.reader_message = _("Berkas belum dapat ditutup. %(what)s") % {
            "what": " ".join(sentences)
        }


class FileClosedError(ClosingError):
    """The file is closed; nothing was written."""

    def __init__(self) -> None:
        """Say how to go on."""
        super().__init__("the file of the case is closed")
        self.reader_message = _(
            "Berkas perkara ini sudah ditutup. Buka kembali berkasnya dengan alasan "
            "bila masih ada yang harus dicatat."
        )


class FileOpenError(ClosingError):
    """The file is open already; nothing was written."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("the file of the case is open")
        self.reader_message = _("Berkas perkara ini sudah terbuka. Muat ulang.")


class TaskEndedError(ClosingError):
    """The task was done or dropped before; nothing was written."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("the task has ended")
        self.reader_message = _("Tugas ini sudah selesai atau dihapus. Muat ulang.")
