"""Errors of the law room: one base, two texts for two readers."""

from collections.abc import Iterable
from datetime import date

from .wording import in_words


class LawError(Exception):
    """Base of every error of this room.

    `str(error)` is English, for the operator; `reader_message` is Indonesian, for
    the page.
    """

    def __init__(self, message: str, *, reader_message: str) -> None:
        """Keep both texts."""
        super().__init__(message)
        self.reader_message = reader_message


class LawDataError(LawError):
    """A table of the law is missing something or says something unreadable."""

    def __init__(self, message: str) -> None:
        """Say what is wrong in which table."""
        super().__init__(
            message,
            reader_message="Tabel hukum Netra tidak dapat dibaca. Hubungi pengelola.",
        )


class UnknownKeyError(LawError):
    """No value of the law has this key."""

    def __init__(self, what: str, key: str, known: Iterable[str] = ()) -> None:
        """Name the key and, when short enough to help, the known ones."""
        listed = ", ".join(known)
        super().__init__(
            f"unknown {what}: {key}" + (f"; known: {listed}" if listed else ""),
            reader_message=f"Kunci “{key}” tidak dikenal dalam tabel hukum."
            + (f" Yang dikenal: {listed}." if listed else ""),
        )


class UnknownEventError(UnknownKeyError):
    """No deadline of the procedure starts at this event."""


class NotInForceError(LawError):
    """The value exists, but not on the day asked for."""

    def __init__(self, key: str, on: date, spans: Iterable[str]) -> None:
        """Say on which days the value is in force."""
        listed = "; ".join(spans)
        super().__init__(
            f"{key} is not in force on {on}; in force: {listed}",
            reader_message=f"“{key}” tidak berlaku pada {in_words(on)}. "
            f"Masa berlaku: {listed}.",
        )


class BeforeTheLawError(LawError):
    """The moment lies before the procedure came into force."""

    def __init__(self, key: str, on: date, effective_from: date) -> None:
        """Name the day the procedure came into force."""
        super().__init__(
            f"{on} lies before {key} came into force on {effective_from}",
            reader_message=f"Tanggal {in_words(on)} mendahului mulai berlakunya "
            f"{key}, yaitu {in_words(effective_from)}. Periksa tanggal atau pilih "
            "prosedur yang berlaku saat itu.",
        )


class CalendarGapError(LawError):
    """A count of working days reaches a year without a list of days off."""

    def __init__(self, year: int) -> None:
        """Name the year that is missing."""
        super().__init__(
            f"the calendar has no days off for {year}",
            reader_message=f"Daftar hari libur tahun {year} belum ada, jadi hari kerja "
            "tidak dapat dihitung. Lengkapi kalender lebih dahulu.",
        )


class UnknownRegionError(LawError):
    """The region code is misshapen or its province is unknown."""

    def __init__(self, code: str) -> None:
        """Name the code."""
        super().__init__(
            f"unknown region code: {code}",
            reader_message=f"Kode wilayah “{code}” tidak dikenal. Gunakan kode seperti "
            "19, 19.06, atau 19.06.01.",
        )


class NaiveMomentError(LawError):
    """A moment came without its offset from UTC."""

    def __init__(self, text: str) -> None:
        """Show the moment as it came."""
        super().__init__(
            f"moment without an offset: {text}",
            reader_message=f"Waktu “{text}” tidak menyebut selisih zona. Tambahkan, "
            "misalnya +07:00 untuk WIB.",
        )


class MomentOutOfRangeError(LawError):
    """A count leaves the years a date can hold."""

    def __init__(self, text: str) -> None:
        """Show the moment as it came."""
        super().__init__(
            f"moment out of range: {text}",
            reader_message=f"Waktu “{text}” di luar rentang yang dapat dihitung.",
        )


class UnknownContestError(LawError):
    """The contest is not one of a known election, or not held in that region."""

    def __init__(self, contest_id: str, known: Iterable[str] = ()) -> None:
        """Name the contest and the known ones."""
        listed = ", ".join(known)
        super().__init__(
            f"unknown contest: {contest_id}" + (f"; known: {listed}" if listed else ""),
            reader_message=f"Pemilihan “{contest_id}” tidak dikenal."
            + (f" Yang dikenal: {listed}." if listed else ""),
        )


class NoRouteError(LawError):
    """No body receives this outcome for this class on this day."""

    def __init__(self, message: str, *, reader_message: str) -> None:
        """Keep both texts."""
        super().__init__(message, reader_message=reader_message)


class ElectionKindNeededError(NoRouteError):
    """The addressee depends on the kind of election, which was not given."""

    def __init__(self, outcome: str, kinds: Iterable[str]) -> None:
        """Name the kinds to choose from."""
        listed = ", ".join(kinds)
        super().__init__(
            f"route of {outcome} depends on the election kind: {listed}",
            reader_message=f"Alamat untuk hasil “{outcome}” bergantung pada jenis "
            f"pemilihan. Sebutkan salah satu: {listed}.",
        )


class UnknownClassError(LawError):
    """The class of the person is not one the law tables know."""

    def __init__(self, key: str, known: Iterable[str]) -> None:
        """Name the class and the known ones."""
        listed = ", ".join(known)
        super().__init__(
            f"unknown class: {key}; known: {listed}",
            reader_message=f"Kelas “{key}” tidak dikenal. Yang dikenal: {listed}.",
        )


class NotOnRoadError(LawError):
    """The step has no such result."""

    def __init__(self, step: str, result: str, known: Iterable[str]) -> None:
        """Name the step, the result and the results it can end in."""
        listed = ", ".join(known) or "-"
        super().__init__(
            f"step {step} cannot end in {result}; known results: {listed}",
            reader_message=f"Langkah “{step}” tidak dapat berakhir dengan “{result}”. "
            f"Yang mungkin: {listed}.",
        )
