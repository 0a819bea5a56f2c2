"""Errors of information; none of them carries a word of a source."""

from django.utils.translation import gettext as _


class InformationError(Exception):
    """Base of the errors about information."""

    reader_message = ""


class UnknownMailboxError(InformationError):
    """No mailbox has this code."""

    def __init__(self) -> None:
        """Say nothing about whether such a matter exists."""
        super().__init__("no such mailbox")
        self.reader_message = _(
            "Kode ini tidak cocok. Periksa keenam belas angkanya, lalu coba lagi."
        )


class NoReceiverError(InformationError):
    """No office can receive for this place: there is none, or none has a key."""

    def __init__(self, region: str) -> None:
        """Name the region."""
        super().__init__(f"nobody receives information for {region}")
        self.reader_message = _(
            "Kantor untuk wilayah ini belum dapat menerima informasi tersegel. Pilih "
            "wilayah di atasnya, atau sampaikan langsung di kantor."
        )


class EmptyInformationError(InformationError):
    """There is neither text nor file."""

    def __init__(self) -> None:
        """Say what is needed."""
        super().__init__("information is empty")
        self.reader_message = _("Ceritakan apa yang Anda lihat, atau lampirkan berkas.")


class GivenTwiceError(InformationError):
    """The same form was sent twice; the first one is kept."""

    def __init__(self) -> None:
        """Say that it is there."""
        super().__init__("information was given already")
        self.reader_message = _("Informasi ini sudah kami terima.")


class TooLongError(InformationError):
    """The text is longer than is taken."""

    def __init__(self, most: int) -> None:
        """Say how much is taken."""
        super().__init__(f"text longer than {most} signs")
        self.reader_message = _(
            "Tulisan ini terlalu panjang; paling banyak %(most)s tanda. Ringkas, atau "
            "kirim sisanya sebagai pesan sesudah ini."
        ) % {"most": most}


class InformationMovedError(InformationError):
    """It no longer stands where the actor saw it; nothing was written."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("information was moved since it was read")
        self.reader_message = _(
            "Informasi ini baru saja diubah orang lain. Muat ulang untuk melihat "
            "keadaannya; yang Anda ketik masih ada di halaman ini."
        )


class NoMailboxError(InformationError):
    """The source left no mailbox, so nothing can be written to them."""

    def __init__(self) -> None:
        """Say why."""
        super().__init__("information has no mailbox")
        self.reader_message = _(
            "Informasi ini tidak punya kotak pesan, jadi sumbernya tidak dapat "
            "disurati."
        )


class ReasonMissingError(InformationError):
    """An original is opened only for a reason."""

    def __init__(self) -> None:
        """Say what to write."""
        super().__init__("no reason was given")
        self.reader_message = _(
            "Tulis mengapa berkas asli perlu dibuka. Berkas asli dapat membuka "
            "identitas sumber; alasan Anda dicatat."
        )


class TooManyFilesError(InformationError):
    """More files than are taken at once."""

    def __init__(self, most: int) -> None:
        """Say how many are taken."""
        super().__init__(f"more than {most} files")
        self.reader_message = _("Paling banyak %(most)s berkas sekaligus.") % {
            "most": most
        }


class InformationFileTooLargeError(InformationError):
    """A file is larger than is taken on the anonymous way."""

    def __init__(self, most_mb: int) -> None:
        """Say how large it may be."""
        super().__init__(f"file larger than {most_mb} MB")
        self.reader_message = _(
            "Berkas ini lebih dari %(most)s MB. Kirim potongannya, atau foto layarnya."
        ) % {"most": most_mb}


class NotFormallyFailedError(InformationError):
    """Only a report that was not registered becomes information."""

    def __init__(self, number: str) -> None:
        """Name the report by number."""
        super().__init__(f"report {number} has not failed formally")
        self.reader_message = _(
            "Laporan ini tidak sedang ditolak, jadi tidak dijadikan informasi awal."
        )
