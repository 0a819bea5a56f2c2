"""Errors of notices; every reader message says what is safe and what to do next."""

from django.utils.translation import gettext as _


class NoticeError(Exception):
    """Base of the errors about notices, replies and clearances.

    `field` names the field of a form the message belongs to, empty for none.
    """

    reader_message = ""
    field = ""


class ToldAlreadyError(NoticeError):
    """This event was told to this addressee, or is about to be; nothing was written."""

    def __init__(self) -> None:
        """Say that there is one."""
        super().__init__("there is a notice of this event to this addressee")
        self.reader_message = _(
            "Pemberitahuan yang sama sudah ada untuk penerima ini. Tidak ada yang "
            "dibuat dua kali; muat ulang untuk melihatnya."
        )


class NotYetError(NoticeError):
    """What is to be told has not happened."""

    field = "event"

    def __init__(self, event: str) -> None:
        """Name the event."""
        super().__init__(f"{event} has not happened")
        self.reader_message = _(
            "Hal ini belum terjadi pada perkara ini, jadi belum dapat diberitahukan."
        )


class NotTheirsError(NoticeError):
    """This addressee is not told of this event, or not in this way."""

    field = "to"

    def __init__(self, why: str, message: str) -> None:
        """Say why for the operator, and what is possible for the reader."""
        super().__init__(why)
        self.reader_message = message


class NoticeMovedError(NoticeError):
    """The notice was sent, delivered or withdrawn first; nothing was written."""

    def __init__(self) -> None:
        """Say that somebody was first."""
        super().__init__("somebody was first")
        self.reader_message = _(
            "Pemberitahuan ini baru saja diubah orang lain. Muat ulang untuk melihat "
            "keadaannya."
        )


class TextNeededError(NoticeError):
    """A text that is kept with the act is missing."""

    def __init__(self, field: str) -> None:
        """Name the field."""
        super().__init__(f"text missing: {field}")
        self.field = field
        self.reader_message = _("Bagian ini perlu diisi.")


class InvitedAlreadyError(NoticeError):
    """The respondent holds an invitation that is in force."""

    field = "respondent"

    def __init__(self) -> None:
        """Say what to do for a lost code."""
        super().__init__("the respondent is invited already")
        self.reader_message = _(
            "Terlapor ini sudah diberi hak jawab. Bila kodenya hilang, cabut dulu "
            "undangannya, lalu buat yang baru."
        )


class ReplyDayError(NoticeError):
    """The last day for the reply is missing or has passed."""

    field = "due_on"

    def __init__(self) -> None:
        """Say what to choose."""
        super().__init__("no last day for the reply, or a past one")
        self.reader_message = _(
            "Pilih hari terakhir untuk menjawab, sesudah hari ini. Tidak ada aturan "
            "yang menetapkannya, dan kantor ini belum mencatat kebiasaannya."
        )


class UnknownReplyCodeError(NoticeError):
    """No invitation has this code."""

    field = "code"

    def __init__(self) -> None:
        """Give nothing away."""
        super().__init__("unknown reply code")
        self.reader_message = _(
            "Kode ini tidak dikenal. Periksa tiap hurufnya pada lembar kode, atau "
            "hubungi kantor yang menyuratinya."
        )


class RepliedAlreadyError(NoticeError):
    """The code was used for a reply already; nothing was written."""

    def __init__(self) -> None:
        """Say what stays possible."""
        super().__init__("the code was used")
        self.reader_message = _(
            "Jawaban dengan kode ini sudah kami terima. Bila masih ada yang ingin "
            "ditambahkan, serahkan tertulis ke kantor."
        )


class NotClearableError(NoticeError):
    """Nothing in the case clears this person on this ground."""

    field = "ground"

    def __init__(self, ground: str) -> None:
        """Name the ground."""
        super().__init__(f"{ground} does not hold")
        self.reader_message = _(
            "Dasar ini tidak cocok dengan keadaan perkara: nama dipulihkan bila "
            "pleno memutus bukan pelanggaran, atau bila orangnya sudah dikeluarkan "
            "dari perkara atau ternyata keliru."
        )


class ClearedAlreadyError(NoticeError):
    """The person is cleared already; nothing was written."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("cleared already")
        self.reader_message = _("Nama orang ini sudah dipulihkan. Muat ulang.")


class StillClearError(NoticeError):
    """What cleared the person still holds, so the clearance stays."""

    def __init__(self) -> None:
        """Say when it could be lifted."""
        super().__init__("the ground of the clearance still holds")
        self.reader_message = _(
            "Dasar pemulihan nama masih berlaku, jadi namanya tetap tersegel. "
            "Penyegelan berakhir hanya bila perkara dibuka kembali dan diputus lain."
        )
