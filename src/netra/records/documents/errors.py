"""What can go wrong while a paper is rendered."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class DocumentsError(Exception):
    """Base of the errors of this room.

    `str(error)` is for the operator; `reader_message` is for the page.
    """

    reader_message: str | Promise = _(
        "Surat ini belum dapat dibuat. Isian Anda tetap tersimpan. Coba lagi, dan"
        " beri tahu administrator bila tetap gagal."
    )


class PaperContentError(DocumentsError):
    """A value of the paper cannot be printed, and it would be wrong to leave it out."""

    reader_message = _(
        "Surat ini belum dapat dibuat karena ada isian yang tidak dapat dicetak."
        " Isian Anda tetap tersimpan. Periksa isian, lalu coba lagi."
    )


class ForeignResourceError(DocumentsError):
    """A paper asked for a file or an address that does not belong to papers."""
