"""Errors of supervision; every reader message says what to do next."""

from django.utils.translation import gettext as _


class ObservationError(Exception):
    """Base of the errors about observations, tracings and findings."""

    reader_message = ""


class ContentError(ObservationError):
    """What was entered contradicts itself."""

    def __init__(self, field: str, message: str) -> None:
        """Name the field, and say to the reader what is wrong with it."""
        super().__init__(f"{field} contradicts the rest")
        self.field = field
        self.reader_message = message


class MovedError(ObservationError):
    """The matter no longer stands where the actor saw it; nothing was written."""

    def __init__(self, number: str) -> None:
        """Name the matter by its number."""
        super().__init__(f"{number} was moved since it was read")
        self.reader_message = _(
            "Catatan ini baru saja diubah orang lain. Muat ulang untuk melihat "
            "keadaannya; yang Anda ketik masih ada di halaman ini."
        )


class NobodyFoundError(ObservationError):
    """A finding or referral needs somebody whom it is about."""

    def __init__(self) -> None:
        """Say what is missing."""
        super().__init__("there is no respondent")
        self.reader_message = _(
            "Pelaku belum dicatat. Tambahkan sekurang-kurangnya satu orang: temuan "
            "memerlukan identitas pelaku."
        )


class WindowPassedError(ObservationError):
    """The window for setting a finding has passed and no reason was given."""

    def __init__(self) -> None:
        """Say that it may still be set, with a reason."""
        super().__init__("the finding window has passed")
        self.reader_message = _(
            "Batas waktu menetapkan temuan sudah lewat. Bila pleno tetap "
            "menetapkannya, tulis alasannya; alasan itu tampil di berkas."
        )


class StepsOpenError(ObservationError):
    """A step of the plan has no result yet."""

    def __init__(self, count: int) -> None:
        """Count the open steps."""
        super().__init__(f"{count} steps have no result")
        self.reader_message = _(
            "Masih ada %(count)s langkah tanpa hasil. Isi hasilnya, atau hapus "
            "langkah yang tidak jadi dilakukan."
        ) % {"count": count}


class MemberError(ObservationError):
    """The member takes no part, or has voted and cannot be left out."""

    def __init__(self, message: str) -> None:
        """Say what about the membership is wrong."""
        super().__init__("membership of the plenary does not fit")
        self.reader_message = message


class UndecidedError(ObservationError):
    """The plenary cannot be closed: votes are missing or tied."""

    def __init__(self, message: str) -> None:
        """Say what keeps it open."""
        super().__init__("the plenary has not decided")
        self.reader_message = message


class QuorumUnsetError(ObservationError):
    """The office has not settled its quorum, and no rule gives one."""

    def __init__(self) -> None:
        """Say where it is settled."""
        super().__init__("the office has settled no quorum")
        self.reader_message = _(
            "Kuorum pleno belum ditetapkan kantor ini. Pengelola kantor mengisinya "
            "pada pengaturan kantor; Netra tidak membawa angka sendiri."
        )


class FileTwiceError(ObservationError):
    """The same bytes were gathered already."""

    def __init__(self) -> None:
        """Say that it is there."""
        super().__init__("file was gathered already")
        self.reader_message = _("Berkas yang sama sudah ada di catatan ini.")
