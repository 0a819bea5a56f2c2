"""What can go wrong while a paper is rendered."""

from django.utils.translation import gettext as _


class DocumentsError(Exception):
    """Base of the errors of this room.

    `str(error)` is for the operator; `reader_message` is for the page.
    """

    @property
    def reader_message(self) -> str:
        """What happened, what is safe and what to do next, in the reader's language."""
        return _(
            "Surat ini belum dapat dibuat. Isian Anda tetap tersimpan. Coba lagi,"
            " atau beri tahu pengelola."
        )


class PaperContentError(DocumentsError):
    """A value of the paper cannot be printed, and it would be wrong to leave it out."""

    @property
    def reader_message(self) -> str:
        """What happened, what is safe and what to do next, in the reader's language."""
        return _(
            "Surat ini belum dapat dibuat karena ada isian yang tidak dapat dicetak."
            " Isian Anda tetap tersimpan. Periksa isian, lalu coba lagi."
        )


class ForeignResourceError(DocumentsError):
    """A paper asked for a file or an address that does not belong to papers."""


class PaperAlteredError(DocumentsError):
    """The kept bytes of an issued paper are missing or have another hash."""

    def __init__(self, paper_id: int | str) -> None:
        """Name the paper by id, or a part of it by the start of its hash."""
        super().__init__(f"kept bytes of paper {paper_id} are altered or missing")

    @property
    def reader_message(self) -> str:
        """What happened, what is safe and what to do next, in the reader's language."""
        return _(
            "Surat ini tidak lagi utuh di penyimpanan dan tidak ditampilkan. Catatan "
            "penerbitannya tetap ada; beri tahu pengelola pemasangan."
        )


class PaperSealedError(DocumentsError):
    """The paper names who reported; it is opened one by one, with a reason."""

    def __init__(self, paper_id: int) -> None:
        """Name the paper by id."""
        super().__init__(f"paper {paper_id} is under seal")

    @property
    def reader_message(self) -> str:
        """What happened, what is safe and what to do next, in the reader's language."""
        return _(
            "Surat ini memuat identitas pelapor dan tersegel. Buka dengan alasan yang "
            "tercatat."
        )


class LogoError(DocumentsError):
    """A file cannot be the logo of a letterhead; nothing was written."""

    def __init__(self, why: str, message: str) -> None:
        """Give the reason to the operator, the sentence to the reader."""
        super().__init__(f"not a logo: {why}")
        self._message = message

    @property
    def reader_message(self) -> str:
        """What happened, what is safe and what to do next, in the reader's language."""
        return self._message


class OwnFormError(DocumentsError):
    """A form of an office cannot be kept as typed; nothing was written.

    `field` names the field the sentence belongs beside.
    """

    def __init__(self, field: str, why: str, message: str) -> None:
        """Give the reason to the operator, the sentence to the reader."""
        super().__init__(f"own form, {field}: {why}")
        self.field = field
        self._message = message

    @property
    def reader_message(self) -> str:
        """What happened, what is safe and what to do next, in the reader's language."""
        return self._message


class OwnFormWithdrawnError(DocumentsError):
    """The form was withdrawn; nothing was written."""

    def __init__(self, form_id: int) -> None:
        """Name the form by id."""
        super().__init__(f"office form {form_id} is withdrawn")

    @property
    def reader_message(self) -> str:
        """What happened, what is safe and what to do next, in the reader's language."""
        return _("Formulir ini sudah ditarik dan tidak diterbitkan lagi.")


class RegisterPeriodError(DocumentsError):
    """The period of a register book ends before it begins; nothing was written."""

    @property
    def reader_message(self) -> str:
        """What happened, what is safe and what to do next, in the reader's language."""
        return _("Tanggal akhir mendahului tanggal awal. Tukar keduanya.")
