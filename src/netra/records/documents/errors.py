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

    def __init__(self, paper_id: int) -> None:
        """Name the paper by id."""
        super().__init__(f"kept bytes of paper {paper_id} are altered or missing")

    @property
    def reader_message(self) -> str:
        """What happened, what is safe and what to do next, in the reader's language."""
        return _(
            "Surat ini tidak lagi utuh di penyimpanan dan tidak ditampilkan. Catatan "
            "penerbitannya tetap ada; beri tahu pengelola pemasangan."
        )
