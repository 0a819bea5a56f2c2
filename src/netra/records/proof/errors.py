"""Errors of the proof; every reader message says what is safe and what to do next."""

from django.utils.translation import gettext as _

from netra.records.cases.errors import CaseError


class ProofError(CaseError):
    """Base of the errors about proof."""

    def __init__(self, told: str, field: str = "") -> None:
        """Keep what operators read, and the field it belongs to."""
        super().__init__(told)
        self.field = field


class UnknownElementError(ProofError):
    """The norm has no such element."""

    def __init__(self, key: str) -> None:
        """Name the key."""
        super().__init__(f"no element {key}", "element")
        self.reader_message = _("Unsur ini tidak ada dalam norma. Muat ulang.")


class WhyNeededError(ProofError):
    """A judgement was given without a reason."""

    def __init__(self) -> None:
        """Ask for the reason."""
        super().__init__("a reason is needed", "why")
        self.reader_message = _("Tulis alasannya; kajian dan pleno membacanya.")


class NotOfTheCaseError(ProofError):
    """The exhibit or person does not belong to the case."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("not of this case", "source")
        self.reader_message = _("Pilih bukti atau keterangan dari perkara ini.")


class TiedTwiceError(ProofError):
    """The exhibit is tied to the element already."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("tied already", "source")
        self.reader_message = _("Bukti ini sudah dikaitkan dengan unsur itu.")


class ElementTwiceError(ProofError):
    """The office has this element already, or its text is empty."""

    def __init__(self) -> None:
        """Say what is wanted."""
        super().__init__("element is there already or empty", "text")
        self.reader_message = _("Tulis unsur yang belum ada dalam daftar norma ini.")


class UntiedError(ProofError):
    """The tie is gone; nothing was written."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("the tie is gone")
        self.reader_message = _("Kaitan ini sudah dilepas. Muat ulang.")
