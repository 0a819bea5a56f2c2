"""Errors of clarifications; every reader message says what is safe and what to do."""

from django.utils.translation import gettext as _

from netra.records.cases.errors import CaseError


class ClarificationError(CaseError):
    """Base of the errors about hearing people."""


class FieldError(ClarificationError):
    """What was given in one field cannot be kept; `field` names it."""

    field = ""


class HearingMovedError(ClarificationError):
    """The hearing is not where the actor saw it; nothing was written."""

    def __init__(self, state: str) -> None:
        """Name the state it is in."""
        super().__init__(f"the hearing is {state}")
        self.reader_message = _(
            "Klarifikasi ini baru saja diubah atau belum sampai di tahap ini. Muat "
            "ulang untuk melihat keadaannya; tidak ada yang hilang."
        )


class NotHearableError(FieldError):
    """Nobody of the case has this key."""

    field = "who"

    def __init__(self) -> None:
        """Say whom to choose; the key itself is not repeated."""
        super().__init__("nobody of the case has this key")
        self.reader_message = _("Pilih salah satu orang dalam perkara ini.")


class OnlineReasonError(FieldError):
    """A hearing online without a reason that the procedure allows."""

    field = "online_reason"

    def __init__(self, reasons: tuple[str, ...]) -> None:
        """Name the reasons that are allowed."""
        super().__init__("no allowed reason for a hearing online")
        if reasons:
            self.reader_message = _(
                "Klarifikasi daring hanya dengan alasan yang diizinkan: %(reasons)s."
            ) % {"reasons": "; ".join(reasons)}
        else:
            self.reader_message = _("Tulis alasan klarifikasi dilakukan secara daring.")


class TextNeededError(FieldError):
    """A text is missing."""

    def __init__(self, field: str) -> None:
        """Name the field."""
        super().__init__(f"text missing: {field}")
        self.field = field
        self.reader_message = _("Bagian ini perlu diisi.")


class LateInvitationError(FieldError):
    """The invitation leaves later than the law allows, without a reason."""

    field = "late_reason"

    def __init__(self, article: str) -> None:
        """Name the article."""
        super().__init__("the invitation is late and no reason was given")
        self.reader_message = _(
            "Undangan ini melewati batas waktu menurut %(article)s. Tulis alasannya; "
            "alasan itu masuk catatan perkara."
        ) % {"article": article}


class InvitedTwiceError(ClarificationError):
    """A second invitation has been sent already."""

    def __init__(self) -> None:
        """Say what is known."""
        super().__init__("invited twice already")
        self.reader_message = _(
            "Undangan kedua sudah dikirim. Aturan yang kami baca tidak mengenal "
            "undangan ketiga; catat ketidakhadiran dan lanjutkan penanganan."
        )


class FutureMomentError(FieldError):
    """What is recorded as done lies in the future."""

    def __init__(self, field: str) -> None:
        """Name the field."""
        super().__init__(f"{field} lies in the future")
        self.field = field
        self.reader_message = _("Waktu ini belum tiba; tulis waktu yang sudah lewat.")


class BeforeHearingError(FieldError):
    """A hearing is planned for a moment that has passed."""

    field = "planned_at"

    def __init__(self) -> None:
        """Say what to choose."""
        super().__init__("the hearing is planned in the past")
        self.reader_message = _("Pilih waktu klarifikasi yang belum lewat.")


class NotReadyError(ClarificationError):
    """Something must come first; `keys` name it."""

    def __init__(self, key: str, sentence: str) -> None:
        """Name what is missing for the operator, and say it to the reader."""
        super().__init__(f"not ready: {key}")
        self.reader_message = sentence


class MinutesClosedError(ClarificationError):
    """The minutes were read back or finished; nothing was written."""

    def __init__(self) -> None:
        """Say how to put something right."""
        super().__init__("the minutes are closed")
        self.reader_message = _(
            "Berita acara ini sudah dibacakan atau selesai dan tidak dapat diubah. "
            "Tulis pembetulan atau catatan tambahan."
        )


class CopyTooEarlyError(ClarificationError):
    """A copy may be handed over only after handling has ended."""

    def __init__(self) -> None:
        """Say when."""
        super().__init__("handling has not ended")
        self.reader_message = _(
            "Menurut prosedur ini salinan berita acara dapat diberikan sesudah "
            "penanganan perkara berakhir. Perkara ini masih berjalan."
        )


class WrongOfficeError(FieldError):
    """The office that is asked does not lie below the office of the case."""

    field = "office"

    def __init__(self) -> None:
        """Say which offices can be asked."""
        super().__init__("the office does not lie below that of the case")
        self.reader_message = _("Pilih kantor pengawas di bawah kantor ini.")
