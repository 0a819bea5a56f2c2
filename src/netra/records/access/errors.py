"""Errors of access."""

from django.utils.translation import gettext as _

from netra.domain.access import Action


class AccessError(Exception):
    """Base of the errors about access."""

    reader_message = ""


class NotAllowedError(AccessError):
    """The actor may see the object but not do this with it."""

    def __init__(self, action: Action, reason: str = "") -> None:
        """Say which action was refused, and to the reader why."""
        super().__init__(f"not allowed: {action}")
        self.action = action
        self.reader_message = reason or _(
            "Peran Anda tidak mencakup tindakan ini di wilayah ini. "
            "Mintalah orang yang berwenang, atau ketua kantor Anda."
        )


class TiedError(NotAllowedError):
    """A tie to a party keeps the actor from this matter, whatever the role."""

    def __init__(self, action: Action) -> None:
        """Say that it is the tie, and what stays possible."""
        super().__init__(
            action,
            _(
                "Anda tercatat tidak ikut menangani perkara ini karena benturan "
                "kepentingan. Tidak ada yang tersimpan. Bila catatan itu keliru, "
                "anggota lain dapat mencabutnya dengan alasan."
            ),
        )


class SealError(AccessError):
    """A sealed value cannot be opened: wrong key or altered bytes."""

    def __init__(self, why: str) -> None:
        """Say what kept the value shut; never the value."""
        super().__init__(f"sealed value cannot be opened: {why}")
        self.reader_message = _(
            "Isian ini tersegel dengan kunci lain dan belum dapat dibuka. "
            "Hubungi pengelola pemasangan; datanya utuh."
        )
