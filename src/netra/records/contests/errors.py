"""Errors of contests."""

from django.utils.translation import gettext as _


class ContestError(Exception):
    """Base of the errors about contests."""

    reader_message = ""


class ContestOpenedError(ContestError):
    """The contest is in the installation already; nothing was written."""

    def __init__(self, contest_id: str) -> None:
        """Name the contest."""
        super().__init__(f"contest {contest_id} is there already")
        self.reader_message = _("Pemilihan ini sudah dibuka di pemasangan ini.")


class SideTwiceError(ContestError):
    """The side or its ballot number is there already; nothing was written."""

    def __init__(self) -> None:
        """Say what stands in the way."""
        super().__init__("side is there already")
        self.reader_message = _(
            "Nomor urut atau pihak itu sudah tercatat pada pemilihan ini."
        )


class StageDatesError(ContestError):
    """The dates of a stage do not fit together."""

    def __init__(self) -> None:
        """Say what does not fit."""
        super().__init__("stage ends before it begins")
        self.reader_message = _("Tanggal akhir tahapan lebih awal dari tanggal mulai.")
