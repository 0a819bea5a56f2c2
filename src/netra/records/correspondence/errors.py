"""Errors of correspondence; every reader message says what to do next."""

from django.utils.translation import gettext as _


class CorrespondenceError(Exception):
    """Base of the errors about the agenda."""

    reader_message = ""


class EntryContentError(CorrespondenceError):
    """What was entered contradicts itself or lacks a part."""

    def __init__(self, field: str, message: str) -> None:
        """Name the field, and say to the reader what is wrong with it."""
        super().__init__(f"{field} does not fit")
        self.field = field
        self.reader_message = message


class EntryMovedError(CorrespondenceError):
    """The entry was voided, corrected or linked since it was read."""

    def __init__(self, number: str) -> None:
        """Name the entry by its number."""
        super().__init__(f"agenda entry {number} was moved since it was read")
        self.reader_message = _(
            "Catatan agenda %(number)s baru saja dikoreksi, dibatalkan, atau "
            "ditautkan orang lain. Muat ulang untuk melihat keadaannya."
        ) % {"number": number}


class InAgendaError(CorrespondenceError):
    """The paper or letter has its number in the agenda already."""

    def __init__(self, number: str) -> None:
        """Name the number it has."""
        super().__init__(f"it is in the agenda as {number}")
        self.reader_message = _(
            "Surat ini sudah tercatat di agenda dengan nomor %(number)s. Tidak "
            "perlu dicatat dua kali."
        ) % {"number": number}


class MailTwiceError(CorrespondenceError):
    """The same message was dropped before."""

    def __init__(self, number: str, entry_id: int) -> None:
        """Name the number it has."""
        super().__init__(f"the same message is in the agenda as {number}")
        self.field = "message"
        self.entry_id = entry_id
        self.reader_message = _(
            "Surel yang sama sudah tercatat di agenda dengan nomor %(number)s."
        ) % {"number": number}


class ScanTwiceError(CorrespondenceError):
    """The same file belongs to the entry already."""

    def __init__(self) -> None:
        """Say that it is there."""
        super().__init__("the file was added already")
        self.reader_message = _("Berkas yang sama sudah ada di catatan ini.")


class NotAMessageError(CorrespondenceError):
    """The file is not an e-mail message, or asks too much of whoever reads it."""

    def __init__(self, why: str, message: str) -> None:
        """Say what is wrong without quoting the file."""
        super().__init__(f"not read as a message: {why}")
        self.field = "message"
        self.reader_message = message
