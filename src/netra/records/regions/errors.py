"""Errors of the regions."""

from django.utils.translation import gettext as _


class RegionError(Exception):
    """Base of the errors about regions."""

    reader_message = ""


class UnknownRegionError(RegionError):
    """A code stands for no region."""

    def __init__(self, code: str) -> None:
        """Name the code that was asked for."""
        super().__init__(f"no region has the code {code!r}")
        self.reader_message = _(
            "Kode wilayah %(code)s tidak dikenal. Pakai kode resmi seperti 19.06."
        ) % {"code": code}
