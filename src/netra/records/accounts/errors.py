"""Errors of accounts and offices."""

from django.utils.translation import gettext as _


class AccountError(Exception):
    """Base of the errors about accounts, roles and offices."""

    reader_message = ""


class UnknownAccountError(AccountError):
    """No active account has this user name."""

    def __init__(self, username: str) -> None:
        """Name the account that was asked for."""
        super().__init__(f"no active account {username!r}")
        self.reader_message = _("Akun %(name)s tidak ada atau tidak aktif.") % {
            "name": username
        }


class RoleOverlapError(AccountError):
    """The person already has this role in this office on that day."""

    def __init__(self) -> None:
        """Say what is already there."""
        super().__init__("the same role is already in force")
        self.reader_message = _(
            "Orang ini sudah memegang peran itu di kantor yang sama. "
            "Akhiri dulu peran lamanya."
        )


class RoleEndedError(AccountError):
    """The role has ended before; nothing was written."""

    def __init__(self) -> None:
        """Say that somebody was earlier."""
        super().__init__("the role has already ended")
        self.reader_message = _("Peran ini sudah berakhir. Muat ulang halaman.")


class OfficeTwiceError(AccountError):
    """An office of this name is there in this region; nothing was written."""

    def __init__(self, region: str) -> None:
        """Name the region by code."""
        super().__init__(f"office is there already in {region or 'the nation'}")
        self.reader_message = _("Kantor dengan nama ini sudah ada di wilayah itu.")


class SettingValueError(AccountError):
    """A setting of an office has a value that cannot be used."""

    def __init__(self, key: str, why: str) -> None:
        """Name the key for the operator and the reason for the reader."""
        super().__init__(f"setting {key} cannot be used: {why}")
        self.reader_message = why


class NumberVoidError(AccountError):
    """A place of a series cannot be made void; nothing was written."""

    def __init__(self, seq: int, *, is_void: bool) -> None:
        """Name the place, and say whether it was void before."""
        super().__init__(f"place {seq} cannot be made void")
        told = {"seq": seq}
        self.reader_message = (
            _("Nomor urut %(seq)s sudah dinyatakan batal. Muat ulang halaman.") % told
            if is_void
            else _(
                "Tulis alasannya, dan pilih nomor urut yang sudah pernah keluar "
                "(%(seq)s belum)."
            )
            % told
        )
