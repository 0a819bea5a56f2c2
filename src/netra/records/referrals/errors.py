"""Errors of referrals."""

from django.utils.translation import gettext as _


class ReferralError(Exception):
    """Base of the errors about referrals."""

    reader_message = ""


class NothingToReferError(ReferralError):
    """Every outcome has been referred, or none needs to be; nothing was written."""

    def __init__(self) -> None:
        """Say that nothing waits."""
        super().__init__("nothing to refer")
        self.reader_message = _(
            "Semua hasil perkara ini sudah diteruskan. Muat ulang untuk melihatnya."
        )


class NoSuchAlternativeError(ReferralError):
    """The law data do not offer this addressee for this outcome on this day."""

    def __init__(self, authority: str) -> None:
        """Name the authority by id."""
        super().__init__(f"no alternative leads to {authority}")
        self.reader_message = _(
            "Alamat lain itu tidak tersedia untuk hasil ini pada tanggal ini. "
            "Tidak ada yang dicatat; pilih dari alamat yang ditampilkan."
        )


class ChoiceReasonMissingError(ReferralError):
    """Another addressee was chosen without saying why."""

    def __init__(self) -> None:
        """Ask for the reason."""
        super().__init__("another addressee without a reason")
        self.reader_message = _(
            "Tulis alasan mengapa alamat lain yang dipakai. Tidak ada yang dicatat."
        )


class HopRefusedError(ReferralError):
    """A station of a letter cannot be recorded as it was told."""

    def __init__(self, field: str, why: str, reader_message: str) -> None:
        """Name the field, say why to the operator, and what to do to the reader."""
        super().__init__(f"hop refused: {why}")
        self.field = field
        self.reader_message = reader_message


class EndReasonMissingError(ReferralError):
    """A referral has no answer yet, and no reason says why it is watched no more."""

    def __init__(self, unanswered: int) -> None:
        """Say how many referrals have no answer."""
        super().__init__(f"{unanswered} referrals have no answer")
        self.reader_message = _(
            "Masih ada penerusan tanpa jawaban. Catat jawabannya, atau tulis alasan "
            "mengapa pemantauan diakhiri."
        )
