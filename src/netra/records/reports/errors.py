"""Errors of reports; every reader message says what is safe and what to do next."""

from django.utils.translation import gettext as _


class ReportError(Exception):
    """Base of the errors about reports."""

    reader_message = ""


class StepPassedError(ReportError):
    """The report no longer stands on the step the actor saw; nothing was written."""

    def __init__(self, number: str, step: str) -> None:
        """Name the report by number and the step by key."""
        super().__init__(f"report {number} does not stand on {step}")
        self.reader_message = _(
            "Laporan ini baru saja diubah orang lain. Muat ulang untuk melihat "
            "keadaannya; yang Anda ketik masih ada di halaman ini."
        )


class MissingCheckError(ReportError):
    """A requirement was left unanswered."""

    def __init__(self, items: list[str]) -> None:
        """Name the keys of what is unanswered."""
        super().__init__(f"unanswered: {', '.join(items)}")
        self.items = items
        self.reader_message = _("Setiap syarat perlu dijawab: ada atau belum ada.")


class ClearedError(ReportError):
    """The person is cleared: what names them is sealed and not described any more."""

    def __init__(self) -> None:
        """Say that it is sealed."""
        super().__init__("the person is cleared")
        self.reader_message = _(
            "Nama orang ini sudah dipulihkan dan tersegel, jadi keterangannya tidak "
            "diubah lagi."
        )


class ReasonMissingError(ReportError):
    """A refusal or a reveal needs a reason."""

    def __init__(self) -> None:
        """Say that a reason is needed."""
        super().__init__("a reason is needed")
        self.reader_message = _("Tulis alasannya; alasan ini masuk catatan.")


class NotLapsedError(ReportError):
    """The time for completion has not run out."""

    def __init__(self) -> None:
        """Say that the reporter still has time."""
        super().__init__("the time for completion has not run out")
        self.reader_message = _(
            "Waktu pelapor untuk melengkapi belum habis. Tunggu tenggatnya lewat."
        )


class NoOfficeError(ReportError):
    """No office in the installation handles matters of this place."""

    def __init__(self, region: str) -> None:
        """Name the place by code."""
        super().__init__(f"no office handles {region}")
        self.reader_message = _(
            "Belum ada kantor pengawas untuk wilayah ini di pemasangan ini. Yang Anda "
            "tulis tetap tersimpan; sampaikan ke kantor pengawas terdekat."
        )


class DraftHandedInError(ReportError):
    """The draft became a report before; nothing was written twice."""

    def __init__(self) -> None:
        """Say that the report is there."""
        super().__init__("the draft was handed in before")
        self.reader_message = _("Laporan ini sudah terkirim. Ini tanda terimanya.")


class TooManyDraftsError(ReportError):
    """The device has as many unsent drafts as it may have."""

    def __init__(self, limit_count: int) -> None:
        """Give the limit."""
        super().__init__(f"more than {limit_count} drafts of one device")
        self.reader_message = _(
            "Sudah ada %(limit)s isian yang belum dikirim di perangkat ini. Kirim atau "
            "buang salah satu dulu."
        ) % {"limit": limit_count}


class UnknownCodeError(ReportError):
    """Number and code do not belong together."""

    def __init__(self) -> None:
        """Say so without telling which of the two is wrong."""
        super().__init__("number and code do not fit")
        self.reader_message = _(
            "Nomor dan kode tidak cocok. Nomor ada di tanda terima; kode tampil di "
            "layar saat laporan terkirim. Huruf besar dan kecil sama saja."
        )


class InsideHoursError(ReportError):
    """The report was handed in within the reception hours; no day is chosen."""

    def __init__(self) -> None:
        """Say that there is nothing to choose."""
        super().__init__("handed in within the reception hours")
        self.reader_message = _(
            "Laporan ini disampaikan dalam jam penerimaan; hari yang dihitung adalah "
            "hari itu."
        )


class ReceptionDayError(ReportError):
    """The day chosen is neither the true day nor the next day of reception."""

    def __init__(self, day: str) -> None:
        """Name the day."""
        super().__init__(f"{day} is neither the true day nor the next of reception")
        self.reader_message = _(
            "Pilih hari sebenarnya atau hari terima berikutnya; hari lain tidak dapat "
            "dipilih."
        )


class ContentError(ReportError):
    """The content cannot be a report, for example it was known before it happened."""

    def __init__(self, field: str, why: str) -> None:
        """Name the field for the form, and the reason for the reader."""
        super().__init__(f"content does not fit: {field}")
        self.field = field
        self.reader_message = why


class GroupError(ReportError):
    """Too few reports for a group, or of several offices."""

    def __init__(self) -> None:
        """Say what a group is made of."""
        super().__init__("a group needs two reports of one office")
        self.reader_message = _(
            "Centang sekurang-kurangnya dua laporan dari kantor yang sama."
        )
