"""Errors of cases; every reader message says what is safe and what to do next."""

from django.utils.translation import gettext as _


class CaseError(Exception):
    """Base of the errors about cases."""

    reader_message = ""


class CaseMovedError(CaseError):
    """The case no longer stands on the step the actor saw; nothing was written."""

    def __init__(self, number: str, step: str) -> None:
        """Name the case by number and the step by key."""
        super().__init__(f"case {number} does not stand on {step}")
        self.reader_message = _(
            "Perkara ini baru saja diubah orang lain. Muat ulang untuk melihat "
            "keadaannya; catatan Anda masih ada di halaman ini."
        )


class BlockedError(CaseError):
    """Something the procedure needs is not there yet."""

    def __init__(self, keys: list[str], sentences: list[str]) -> None:
        """Name the conditions for the operator and the sentences for the reader."""
        super().__init__(f"blocked by {', '.join(keys)}")
        self.keys = keys
        self.reader_message = " ".join(sentences)


class NormNotOfferedError(CaseError):
    """The norm does not reach this act at all."""

    def __init__(self, norm: str, reasons: tuple[str, ...]) -> None:
        """Name the norm, and say why it does not fit."""
        super().__init__(f"norm {norm} does not fit")
        self.reader_message = _("Norma ini tidak dapat dipilih. %(why)s") % {
            "why": " ".join(reasons)
        }


class PhaseReasonNeededError(CaseError):
    """The norm does not apply in this phase; a reason is needed to allege it."""

    def __init__(self, norm: str, reasons: tuple[str, ...]) -> None:
        """Name the norm, and say what speaks against it."""
        super().__init__(f"norm {norm} lies outside its phase")
        self.reader_message = _(
            "Norma ini di luar tahapannya. %(why)s Tulis alasan bila tetap dipakai."
        ) % {"why": " ".join(reasons)}


class AllegedTwiceError(CaseError):
    """The respondent is alleged to have broken this norm on this day already."""

    def __init__(self) -> None:
        """Say that it is there."""
        super().__init__("allegation is there already")
        self.reader_message = _("Dugaan yang sama sudah dicatat untuk terlapor ini.")


class OwnStudyError(CaseError):
    """The author cannot be the second pair of eyes."""

    def __init__(self) -> None:
        """Say who may approve."""
        super().__init__("the author cannot approve")
        self.reader_message = _(
            "Anda menyusun kajian ini, jadi persetujuan harus dari orang lain."
        )


class QuorumUnsetError(CaseError):
    """The office has not settled its quorum, and no rule gives one."""

    def __init__(self) -> None:
        """Say who settles it."""
        super().__init__("the office has no quorum")
        self.reader_message = _(
            "Kantor ini belum menetapkan kuorum pleno. Netra tidak mengarang angka: "
            "pengelola mengisinya di Orang dan peran, bagian Kebiasaan kantor."
        )


class BelowQuorumError(CaseError):
    """Fewer members are present than the office's custom asks for."""

    def __init__(self, present_count: int, quorum: int) -> None:
        """Give both numbers."""
        super().__init__(f"{present_count} present, quorum {quorum}")
        self.reader_message = _(
            "Kuorum kantor ini %(quorum)s anggota; yang dipilih baru %(count)s."
        ) % {"quorum": quorum, "count": present_count}


class MemberVotedError(CaseError):
    """A member who has voted cannot be taken off the list of those present."""

    def __init__(self) -> None:
        """Say what stands in the way."""
        super().__init__("a member who has voted was present")
        self.reader_message = _(
            "Anggota yang sudah bersuara tercatat hadir dan tidak dapat dihapus."
        )


class PlenaryOpenError(CaseError):
    """A plenary on this case is open already."""

    def __init__(self) -> None:
        """Say that it is open."""
        super().__init__("a plenary is open already")
        self.reader_message = _("Pleno untuk perkara ini sudah dibuka. Muat ulang.")


class PlenaryClosedError(CaseError):
    """The plenary is closed; nothing was written."""

    def __init__(self) -> None:
        """Say that it is decided."""
        super().__init__("the plenary is closed")
        self.reader_message = _(
            "Perkara ini sudah diputus. Muat ulang halaman untuk melihat putusannya."
        )


class NotAMemberError(CaseError):
    """The actor is no member of this plenary."""

    def __init__(self) -> None:
        """Say who votes."""
        super().__init__("the actor takes no part in this plenary")
        self.reader_message = _("Hanya anggota yang tercatat hadir yang bersuara.")


class UnknownOutcomeError(CaseError):
    """The procedure knows no such outcome."""

    def __init__(self, outcome: str) -> None:
        """Name the outcome."""
        super().__init__(f"unknown outcome {outcome}")
        self.reader_message = _("Pilih salah satu hasil yang dikenal prosedur ini.")


class ContradictingOutcomeError(CaseError):
    """Two outcomes that cannot both be true of one act."""

    def __init__(self, outcome: str, also: str) -> None:
        """Name the pair."""
        super().__init__(f"{outcome} and {also} contradict each other")
        self.reader_message = _(
            "Hasil kedua harus berbeda dari yang pertama, dan tidak dapat digabung "
            "dengan hasil bahwa ini bukan pelanggaran."
        )


class NoRespondentError(CaseError):
    """The person is no respondent of the case any more; nothing was written."""

    def __init__(self, respondent_id: int) -> None:
        """Name the person by id."""
        super().__init__(f"respondent {respondent_id} is none of this case")
        self.reader_message = _(
            "Terlapor ini baru saja dikoreksi atau dikeluarkan dari perkara. Muat "
            "ulang untuk melihat siapa terlapornya sekarang."
        )


class UnvotedError(CaseError):
    """Nobody has voted on a respondent."""

    def __init__(self, respondent_id: int) -> None:
        """Name the respondent by id."""
        super().__init__(f"no vote on respondent {respondent_id}")
        self.reader_message = _("Belum ada suara untuk salah satu terlapor.")


class TiedVoteError(CaseError):
    """No outcome has more votes than every other."""

    def __init__(self, respondent_id: int) -> None:
        """Name the respondent by id."""
        super().__init__(f"tied vote on respondent {respondent_id}")
        self.reader_message = _(
            "Suara seimbang untuk salah satu terlapor. Lanjutkan musyawarah, lalu "
            "anggota dapat mengubah suaranya sebelum pleno ditutup."
        )


class TiedPersonError(CaseError):
    """A person who was named for the case is tied to a party of it."""

    def __init__(self, names: str) -> None:
        """Name the person to the reader, never to the operator."""
        super().__init__("somebody named is tied to a party of the case")
        self.reader_message = _(
            "Tidak dapat ditunjuk karena tercatat berbenturan kepentingan dalam "
            "perkara ini: %(names)s. Pilih orang lain."
        ) % {"names": names}


class NotServingError(CaseError):
    """Who is named does not serve the office in that role."""

    def __init__(self, name: str) -> None:
        """Name the person to the reader, never to the operator."""
        super().__init__("somebody named does not serve in that role")
        self.reader_message = _(
            "%(name)s tidak bertugas di kantor ini dalam peran yang sama. "
            "Pilih orang yang bertugas."
        ) % {"name": name}


class MemberPresentError(CaseError):
    """Who takes part is not absent."""

    def __init__(self) -> None:
        """Say where it is corrected."""
        super().__init__("the member takes part in the plenary")
        self.reader_message = _(
            "Anggota ini tercatat hadir. Perbaiki daftar hadir bila keliru."
        )


class NoticePastError(CaseError):
    """A plenary is called before it meets."""

    def __init__(self) -> None:
        """Say what to choose."""
        super().__init__("the plenary would meet in the past")
        self.reader_message = _("Pilih waktu pleno sesudah saat ini.")


class NobodyInvitedError(CaseError):
    """A call goes to somebody."""

    def __init__(self) -> None:
        """Say what to choose."""
        super().__init__("nobody is called to the plenary")
        self.reader_message = _("Pilih anggota yang diundang.")


class QuoteNotFoundError(CaseError):
    """The passage does not stand in that part of the version."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("the quoted passage is not there")
        self.reader_message = _(
            "Kutipan ini tidak ada dalam bagian yang dipilih. Salin dari naskah, atau "
            "kosongkan bila catatan untuk seluruh bagian."
        )


class RemarkResolvedError(CaseError):
    """The remark was settled first; nothing was written."""

    def __init__(self) -> None:
        """Say that it is settled."""
        super().__init__("the remark is settled")
        self.reader_message = _("Catatan ini sudah ditindaklanjuti. Muat ulang.")


class RemarksOpenError(CaseError):
    """The study is approved when its remarks are settled."""

    def __init__(self, count: int) -> None:
        """Say how many are open."""
        super().__init__(f"{count} remarks are open")
        self.reader_message = _(
            "Masih ada %(count)s catatan yang belum ditindaklanjuti. Selesaikan dulu, "
            "lalu setujui."
        ) % {"count": count}


class StudyReturnedError(CaseError):
    """The version was given back to be revised."""

    def __init__(self) -> None:
        """Say what comes next."""
        super().__init__("the version was returned")
        self.reader_message = _(
            "Versi ini dikembalikan untuk diperbaiki. Tunggu versi berikutnya."
        )


class OwnTieError(CaseError):
    """A tie is declared by the person and ended by a third one."""

    def __init__(self) -> None:
        """Say who acts instead."""
        super().__init__("the actor is on a side of this tie")
        self.reader_message = _(
            "Benturan kepentingan sendiri dinyatakan sendiri; pencabutannya "
            "diputuskan anggota lain, bukan yang bersangkutan atau yang mencatatnya."
        )


class RecusedTwiceError(CaseError):
    """The tie of this person is recorded already."""

    def __init__(self) -> None:
        """Say that it is there."""
        super().__init__("the recusal is there already")
        self.reader_message = _(
            "Benturan kepentingan orang ini sudah tercatat dalam perkara ini."
        )


class RecusalEndedError(CaseError):
    """The recusal was ended first; nothing was written."""

    def __init__(self) -> None:
        """Say that it is ended."""
        super().__init__("the recusal is ended")
        self.reader_message = _(
            "Catatan benturan kepentingan ini sudah dicabut. Muat ulang halaman."
        )


class TextMissingError(CaseError):
    """A text that is kept with the act is missing."""

    def __init__(self, field: str) -> None:
        """Name the field."""
        super().__init__(f"text missing: {field}")
        self.field = field
        self.reader_message = _("Bagian ini perlu diisi.")
