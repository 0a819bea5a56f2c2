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
