"""Errors of the calendar table."""

from datetime import date

from django.utils.translation import gettext as _


class CalendarError(Exception):
    """Base of the errors about the calendar table."""

    reader_message = ""


class DayOffTwiceError(CalendarError):
    """The day is a day off already; nothing was written."""

    def __init__(self, day: date) -> None:
        """Name the day."""
        super().__init__(f"{day} is a day off already")
        self.reader_message = _("Tanggal ini sudah tercatat sebagai hari libur.")


class EmptyCalendarError(CalendarError):
    """The table has not been seeded."""

    def __init__(self) -> None:
        """Name the command that fills it."""
        super().__init__("the calendar table is empty; run `netra prepare`")
        self.reader_message = _(
            "Kalender libur belum dimuat. Pengelola menjalankan `netra prepare`."
        )
