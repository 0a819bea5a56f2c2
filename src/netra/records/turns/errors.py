"""Errors of the turns of a case."""

from datetime import datetime

from django.utils.translation import gettext as _


class TurnError(Exception):
    """Base of the errors about turns."""

    reader_message = ""
    field = ""


class TurnTextMissingError(TurnError):
    """Something has to be written down and is not."""

    def __init__(self, field: str) -> None:
        """Name the field."""
        super().__init__(f"{field} is empty")
        self.field = field
        self.reader_message = _("Bagian ini perlu diisi.")


class AlreadyThereError(TurnError):
    """The office of the place has it already, so there is nowhere to pass it on."""

    def __init__(self) -> None:
        """Say that it stays."""
        super().__init__("the office of the place has it already")
        self.reader_message = _(
            "Kantor ini sudah kantor tempat kejadian, jadi tidak ada yang dilimpahkan."
        )


class NoOfficeOfPlaceError(TurnError):
    """No office of the installation handles the place."""

    def __init__(self, region: str) -> None:
        """Name the place."""
        super().__init__(f"no office for {region}")
        self.reader_message = _(
            "Belum ada kantor untuk wilayah %(region)s. Hubungi pengelola."
        ) % {"region": region}


class NotAboveError(TurnError):
    """Only an office above may take a matter over."""

    def __init__(self) -> None:
        """Say which offices may."""
        super().__init__("the office is not above the one that handles the matter")
        self.reader_message = _(
            "Hanya kantor di atas kantor yang menangani dapat mengambil alih."
        )


class NothingToReturnError(TurnError):
    """The matter did not come from another office, or went back already."""

    def __init__(self) -> None:
        """Say why nothing goes back."""
        super().__init__("the matter did not come from another office")
        self.reader_message = _(
            "Perkara ini tidak datang dari kantor lain, jadi tidak ada pengembalian."
        )


class MoveConflictError(TurnError):
    """Somebody moved the matter first; nothing was written."""

    def __init__(self, number: str) -> None:
        """Name the matter."""
        super().__init__(f"{number} was moved by somebody else")
        self.reader_message = _(
            "Perkara ini baru saja dipindahkan atau dilanjutkan orang lain. Muat ulang "
            "untuk melihat keadaannya."
        )


class NumberThereError(TurnError):
    """The receiving office has another matter of the same number."""

    def __init__(self, number: str) -> None:
        """Name the number."""
        super().__init__(f"the receiving office has a number {number} of its own")
        self.reader_message = _(
            "Kantor tujuan sudah memakai nomor %(number)s untuk perkara lain. "
            "Pembedaan nomor perlu diatur dahulu di halaman kantor."
        ) % {"number": number}


class PlenaryRunningError(TurnError):
    """A plenary is open; its own office does not pass the case on in the middle."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("a plenary is open")
        self.reader_message = _(
            "Pleno perkara ini sedang dibuka. Tutup pleno dahulu, atau minta kantor "
            "di atas mengambil alih."
        )


class AcceptedAlreadyError(TurnError):
    """The delegation does not wait to be accepted."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("the delegation does not wait")
        self.reader_message = _("Pelimpahan ini sudah diterima. Muat ulang.")


class WithdrawnAlreadyError(TurnError):
    """The withdrawal is recorded or decided already."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("the withdrawal is recorded or decided")
        self.reader_message = _("Pencabutan ini sudah dicatat. Muat ulang.")


class NoReporterError(TurnError):
    """A finding has no reporter who could take it back."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("a finding is not withdrawn")
        self.reader_message = _(
            "Perkara ini berasal dari temuan, jadi tidak ada pelapor yang mencabut."
        )


class NotYetError(TurnError):
    """A moment lies ahead although it is told as past."""

    def __init__(self, field: str, moment: datetime | None = None) -> None:
        """Name the field."""
        super().__init__(f"{field} lies in the future: {moment or ''}".strip())
        self.field = field
        self.reader_message = _("Waktu ini belum terjadi. Periksa tanggalnya.")


class LimitUsedUpError(TurnError):
    """The longer time the law gives has run out."""

    def __init__(self, due_at: datetime, said: str) -> None:
        """Name the last moment; `said` is that moment for the reader."""
        super().__init__(f"the longer time ended at {due_at.isoformat()}")
        self.reader_message = _(
            "Batas waktu untuk keterangan tambahan sudah habis pada %(moment)s. "
            "Putuskan dengan keterangan yang ada."
        ) % {"moment": said}


class NoLongerTimeError(TurnError):
    """The procedure gives no longer time for further information."""

    def __init__(self, procedure: str) -> None:
        """Name the procedure."""
        super().__init__(f"{procedure} knows no longer time")
        self.reader_message = _(
            "Prosedur ini tidak memberi waktu tambahan untuk keterangan lain."
        )


class AnsweredAlreadyError(TurnError):
    """The request has its answer."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("the request is answered")
        self.reader_message = _("Permintaan ini sudah dijawab. Muat ulang.")


class OwnCorrectionError(TurnError):
    """Whoever proposed a correction does not approve it."""

    def __init__(self) -> None:
        """Say who may."""
        super().__init__("a correction needs a second person")
        self.reader_message = _(
            "Perbaikan disetujui orang lain, bukan yang mengusulkannya."
        )


class CorrectedAlreadyError(TurnError):
    """The correction is approved."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("the correction is approved")
        self.reader_message = _("Perbaikan ini sudah disetujui. Muat ulang.")


class NotClericalError(TurnError):
    """Outcome, norm and addressee are no slip of the pen."""

    field = "stands"

    def __init__(self, named: str) -> None:
        """Name what the correction would touch."""
        super().__init__(f"a correction would touch {named!r}")
        self.reader_message = _(
            "Perbaikan salah tulis tidak boleh menyentuh hasil, norma, atau alamat "
            "penerusan (%(named)s). Itu hanya dapat berubah lewat pleno."
        ) % {"named": named}


class NothingChangedError(TurnError):
    """What stood and what stands are the same."""

    field = "stands"

    def __init__(self) -> None:
        """Say so."""
        super().__init__("nothing would change")
        self.reader_message = _(
            "Tulisan lama dan baru sama; tidak ada yang diperbaiki."
        )


class ReopeningUnsettledError(TurnError):
    """No article is known, and the office has settled no custom."""

    def __init__(self) -> None:
        """Say where the custom is settled."""
        super().__init__("no custom of reopening is settled")
        self.reader_message = _(
            "Pasal tentang pembukaan kembali tidak diketahui, dan kantor ini belum "
            "menetapkan kebiasaannya. Tetapkan dahulu di halaman kantor."
        )


class NotDecidedError(TurnError):
    """The case is not decided, so there is nothing to open again."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("the case is not decided")
        self.reader_message = _("Perkara ini belum diputus.")


class EvidenceNotNewError(TurnError):
    """A case is opened again only for evidence that came after its decision."""

    field = "evidence"

    def __init__(self) -> None:
        """Say what is needed."""
        super().__init__("the evidence did not come after the decision")
        self.reader_message = _(
            "Pilih bukti baru yang dicatat sesudah putusan dan belum pernah dipakai "
            "untuk membuka kembali perkara ini."
        )


class NoTrackError(TurnError):
    """No outcome of the case goes to the criminal track."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("no outcome goes to the criminal track")
        self.reader_message = _(
            "Tidak ada hasil perkara ini yang diteruskan sebagai tindak pidana."
        )


class TrackOrderError(TurnError):
    """The event cannot follow what happened last."""

    field = "key"

    def __init__(self, key: str, last: str) -> None:
        """Name both."""
        super().__init__(f"{key} cannot follow {last or 'nothing'}")
        self.reader_message = _(
            "Peristiwa ini tidak dapat terjadi sesudah peristiwa terakhir yang "
            "dicatat. Bila catatan terakhir keliru, coret dahulu."
        )


class NotLastEventError(TurnError):
    """Only the newest event that still stands may be struck out."""

    def __init__(self) -> None:
        """Say which one may."""
        super().__init__("only the last event may be struck out")
        self.reader_message = _(
            "Hanya catatan terakhir yang dapat dicoret. Muat ulang."
        )


class NoHearingError(TurnError):
    """No outcome of the case is decided by the supervisors' own hearing."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("no outcome goes to the own hearing")
        self.reader_message = _(
            "Tidak ada hasil perkara ini yang disidangkan sendiri oleh Bawaslu."
        )


class HearingStateError(TurnError):
    """The hearing or session does not stand where the act needs it."""

    def __init__(self, wanted: str) -> None:
        """Say what was needed."""
        super().__init__(f"the hearing is not {wanted}")
        self.reader_message = _(
            "Sidang ini sudah dibuka, diputus, atau dicatat. Muat ulang."
        )


class NotAMemberHereError(TurnError):
    """Only members of the office decide."""

    field = "members"

    def __init__(self) -> None:
        """Say who decides."""
        super().__init__("not a member of the office on that day")
        self.reader_message = _("Hanya anggota kantor ini yang memutus sidang.")
