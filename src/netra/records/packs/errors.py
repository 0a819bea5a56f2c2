"""Errors of packs; none of them holds a name or a passage."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class PacksError(Exception):
    """Base of the errors about packs."""

    reader_message = ""
    field = ""


class NoPublicKeyError(PacksError):
    """What was typed is no public key of a body."""

    field = "public"

    def __init__(self) -> None:
        """Say what a key looks like."""
        super().__init__("no public key")
        self.reader_message = _(
            "Ini bukan kunci publik. Tempel satu baris yang diawali "
            "“netra-body-key-1:”, seperti yang ditampilkan kepada lembaga."
        )


class KeyKnownError(PacksError):
    """The body has this key already."""

    field = "public"

    def __init__(self) -> None:
        """Say that nothing was written."""
        super().__init__("the body has this key already")
        self.reader_message = _(
            "Kunci ini sudah tercatat untuk lembaga ini, atau orang lain baru saja "
            "mencatat kunci. Muat ulang dan periksa daftarnya."
        )


class BodyKnownError(PacksError):
    """A body of this name is entered already."""

    field = "name"

    def __init__(self) -> None:
        """Say that nothing was written."""
        super().__init__("the body is entered already")
        self.reader_message = _("Lembaga ini sudah tercatat di wilayah itu.")


class UnknownAuthorityError(PacksError):
    """The law data know no such authority."""

    field = "authority"

    def __init__(self, authority: str) -> None:
        """Name the id."""
        super().__init__(f"unknown authority {authority}")
        self.reader_message = _("Pilih jenis lembaga dari daftar.")


class FourEyesError(PacksError):
    """The same person would do both halves of what two people must do."""

    def __init__(self) -> None:
        """Say that somebody else is needed."""
        super().__init__("two people are needed")
        self.reader_message = _(
            "Langkah ini harus dilakukan orang lain, bukan yang mencatat langkah "
            "pertamanya. Tidak ada yang berubah."
        )


class MovedOnError(PacksError):
    """Somebody else changed this first; nothing was written."""

    def __init__(self, what: str) -> None:
        """Name what moved on."""
        super().__init__(f"{what} was changed by somebody else")
        self.reader_message = _(
            "Ini baru saja diubah orang lain. Muat ulang untuk melihat keadaannya."
        )


class PackTextMissingError(PacksError):
    """A text that must be there is empty."""

    def __init__(self, field: str) -> None:
        """Name the field."""
        super().__init__(f"{field} is empty")
        self.field = field
        self.reader_message = _("Isian ini belum diisi.")


class NoUsableKeyError(PacksError):
    """The body has no confirmed key, so nothing can be encrypted to it."""

    field = "body"

    def __init__(self, body_id: int) -> None:
        """Name the body by id."""
        super().__init__(f"body {body_id} has no confirmed key")
        self.reader_message = _(
            "Lembaga ini belum punya kunci yang dikonfirmasi, jadi berkas belum dapat "
            "disegel untuknya. Minta pengelola mencatat kuncinya."
        )


class NotAReceiverError(PacksError):
    """The body is neither addressee of the referral nor on its list of copies."""

    field = "body"

    def __init__(self, body_id: int) -> None:
        """Name the body by id."""
        super().__init__(f"body {body_id} receives nothing of this referral")
        self.reader_message = _(
            "Lembaga ini bukan alamat dan bukan tembusan penerusan ini."
        )


class NoNeedError(PacksError):
    """No legal need of this body is recorded and approved."""

    field = "need"

    def __init__(self) -> None:
        """Say what must come first."""
        super().__init__("no approved legal need")
        self.reader_message = _(
            "Bagian tersegel hanya dibuat untuk lembaga yang keperluan hukumnya "
            "dicatat dan disetujui orang kedua."
        )


class PapersMissingError(PacksError):
    """A paper that belongs into the pack was not issued yet."""

    def __init__(self, kinds: list[str], titles: list[str]) -> None:
        """Name the kinds to the operator and the titles to the reader."""
        super().__init__(f"not issued: {', '.join(kinds)}")
        self.reader_message = _(
            "Terbitkan dahulu: %(papers)s. Berkas memuat surat yang sudah diterbitkan."
        ) % {"papers": ", ".join(titles)}


class MarksFoundError(PacksError):
    """Open texts still name somebody; nothing was built."""

    def __init__(self, count: int) -> None:
        """Say how many places there are, and never what stands there."""
        super().__init__(f"{count} places name somebody who stays sealed")
        self.reader_message = ngettext(
            "Ada %(count)s bagian yang memuat identitas yang dirahasiakan. Tutup "
            "bagian itu dahulu; berkas belum dibuat.",
            "Ada %(count)s bagian yang memuat identitas yang dirahasiakan. Tutup "
            "bagian-bagian itu dahulu; berkas belum dibuat.",
            count,
        ) % {"count": count}


class PassageNotFoundError(PacksError):
    """The passage stands in no text of the referral."""

    field = "passage"

    def __init__(self) -> None:
        """Say what to type."""
        super().__init__("the passage stands nowhere")
        self.reader_message = _(
            "Bagian ini tidak ditemukan dalam naskah. Salin persis dari naskahnya."
        )


class NotSparableError(PacksError):
    """Only a part of a name that was found may be kept as an ordinary word."""

    field = "passage"

    def __init__(self) -> None:
        """Say what may be kept."""
        super().__init__("the word cannot be spared")
        self.reader_message = _(
            "Yang dapat dibiarkan hanya satu kata yang juga bagian nama. Nama utuh, "
            "telepon, surel, dan alamat selalu ditutup."
        )


class OwnSparingError(PacksError):
    """Who found a word harmless does not make the pack."""

    def __init__(self) -> None:
        """Say that somebody else is needed."""
        super().__init__("the maker found a word harmless")
        self.reader_message = _(
            "Anda menilai sebuah kata boleh dibiarkan, jadi berkasnya harus disusun "
            "orang lain."
        )


class WrongChoiceError(PacksError):
    """A respondent or exhibit was chosen that does not belong to the referral."""

    def __init__(self, field: str) -> None:
        """Name the field."""
        super().__init__(f"{field} does not fit the referral")
        self.field = field
        self.reader_message = _("Pilih dari daftar yang ditampilkan, sedikitnya satu.")


class PackTooLargeError(PacksError):
    """The files together are larger than a pack may be."""

    def __init__(self, size_bytes: int, limit_bytes: int) -> None:
        """Name both sizes."""
        super().__init__(f"{size_bytes} bytes, at most {limit_bytes}")
        self.field = "exhibits"
        self.reader_message = _(
            "Berkas-berkas yang dipilih terlalu besar untuk satu paket "
            "(paling banyak %(limit)s MB). Pilih sebagian, lalu buat paket kedua."
        ) % {"limit": limit_bytes // 10**6}


class PackNotReadyError(PacksError):
    """The pack is still being built, or could not be."""

    def __init__(self, pack_id: int) -> None:
        """Name the pack by id."""
        super().__init__(f"pack {pack_id} is not ready")
        self.reader_message = _("Berkas ini belum selesai disusun.")


class PackAlteredError(PacksError):
    """The kept bytes of a pack are missing or have another hash."""

    def __init__(self, pack_id: int) -> None:
        """Name the pack by id."""
        super().__init__(f"kept bytes of pack {pack_id} are altered or missing")
        self.reader_message = _(
            "Berkas ini tidak lagi utuh di penyimpanan dan tidak diberikan. Susun "
            "sekali lagi; catatannya tetap ada."
        )
