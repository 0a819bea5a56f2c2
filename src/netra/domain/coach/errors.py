"""Errors of the coach; they concern its table, never what a reporter typed."""

__all__ = ["CoachDataError", "CoachError"]


class CoachError(Exception):
    """Base of the errors of the coach."""

    reader_message = (
        "Pemeriksa kelengkapan sedang tidak dapat dipakai. Yang Anda tulis tetap "
        "tersimpan, dan laporan tetap dapat dikirim."
    )


class CoachDataError(CoachError):
    """The table of rules cannot be read."""
