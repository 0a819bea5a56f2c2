"""Errors of parties; every reader message says what is safe and what to do next."""

from django.utils.translation import gettext as _

from netra.records.cases.errors import CaseError


class PartyError(CaseError):
    """Base of the errors about parties."""

    def __init__(self, told: str, field: str = "") -> None:
        """Keep what operators read, and the field it belongs to."""
        super().__init__(told)
        self.field = field


class UnknownPartyError(PartyError):
    """Nobody in the case has this key."""

    def __init__(self, key: str) -> None:
        """Name the key."""
        super().__init__(f"nobody in the case has the key {key}")
        self.reader_message = _("Orang ini tidak ada dalam perkara. Muat ulang.")


class NeededError(PartyError):
    """A field that is kept with the act is empty."""

    def __init__(self, field: str) -> None:
        """Name the field."""
        super().__init__(f"needed: {field}", field)
        self.reader_message = _("Bagian ini perlu diisi.")


class DroppedError(PartyError):
    """The person was taken out before; nothing was written."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("taken out before")
        self.reader_message = _(
            "Orang ini sudah dikeluarkan dari perkara. Muat ulang untuk melihatnya."
        )


class WitnessTwiceError(PartyError):
    """The witness of a report is among the parties already."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("the witness of a report is there already")
        self.reader_message = _("Saksi dari laporan ini sudah dicatat.")


class KnownError(PartyError):
    """The respondent has a name already."""

    def __init__(self) -> None:
        """Say which way leads to another person."""
        super().__init__("the respondent is known already")
        self.reader_message = _(
            "Terlapor ini sudah dikenal. Bila orangnya keliru, pakai Ganti terlapor."
        )


class LastRespondentError(PartyError):
    """A case cannot be without anybody."""

    def __init__(self) -> None:
        """Say what to do instead."""
        super().__init__("the last respondent cannot be taken out")
        self.reader_message = _(
            "Ini satu-satunya terlapor. Bila orangnya keliru, pakai Ganti terlapor; "
            "bila belum dikenal, tambahkan dahulu dengan ciri-cirinya."
        )


class PlenaryRunsError(PartyError):
    """A plenary is open; who is decided on cannot be fewer or more."""

    def __init__(self) -> None:
        """Say what to wait for."""
        super().__init__("a plenary is open")
        self.reader_message = _(
            "Pleno sedang berlangsung, jadi terlapor tidak dapat ditambah atau "
            "dikeluarkan sekarang. Tutup pleno dahulu; yang Anda tulis masih di sini."
        )


class SpanError(PartyError):
    """The days of the event contradict each other."""

    def __init__(self, field: str, why: str) -> None:
        """Name the field and say why."""
        super().__init__(f"days do not fit: {field}", field)
        self.reader_message = why


class CannotJoinError(PartyError):
    """The report cannot be handled in this case."""

    def __init__(self, why: str, told: str) -> None:
        """Say why to the reader, in short to the operator."""
        super().__init__(told, "report")
        self.reader_message = why


class CannotSplitError(PartyError):
    """The joined report has been decided on with the case."""

    def __init__(self) -> None:
        """Say why it stays."""
        super().__init__("the joined case has moved with the leading one")
        self.reader_message = _(
            "Perkara laporan ini sudah maju bersama perkara utama, jadi tidak dapat "
            "dipisah lagi."
        )


class StudyHandedUpError(PartyError):
    """The study was handed up; somebody new would be decided on without one."""

    def __init__(self) -> None:
        """Say what the way is."""
        super().__init__("the study was handed up")
        self.reader_message = _(
            "Kajian sudah diajukan ke pleno, jadi terlapor baru tidak dapat ditambah: "
            "ia akan diputus tanpa kajian. Bila orangnya keliru, pakai Ganti terlapor."
        )


class HandledElsewhereError(PartyError):
    """The case is handled together with another one."""

    def __init__(self, number: str) -> None:
        """Name the case to work in."""
        super().__init__(f"handled in case {number}")
        self.reader_message = _(
            "Perkara ini ditangani bersama perkara %(number)s. Kerjakan di sana, atau "
            "pisahkan dahulu laporannya."
        ) % {"number": number}


class ForeignSideError(PartyError):
    """A side belongs to another contest."""

    def __init__(self) -> None:
        """Say which may be chosen."""
        super().__init__("a side of another contest")
        self.reader_message = _("Pilih pihak dari pemilihan perkara ini.")
