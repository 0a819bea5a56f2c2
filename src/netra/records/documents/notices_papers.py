"""Letters about notices, the right of reply and exoneration, ready to print.

None has a field for who reported or who saw it. A letter to a respondent names its own
addressee and nobody else.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from netra.records.documents.papers import Paper
from netra.records.documents.parts import CONFIRMED, PaperKind, Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLetter(Paper):
    """A notice as a letter; `addressee` are the lines of whom it is for."""

    KIND: ClassVar[PaperKind] = PaperKind.NOTICE
    NEEDED: ClassVar[tuple[str, ...]] = ("addressee", "text")
    registration_number: str
    subject: str
    addressee: tuple[str, ...]
    text: str
    names_addressee: bool = False
    signatory: Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class AllegedAct:
    """What is alleged, in the words of the law: act, day, region and article."""

    act: str
    act_on: date
    place: str
    article: str
    status: str = CONFIRMED


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyLetter(Paper):
    """Letter that gives a respondent the right of reply; the code is not on it.

    `basis` says where the last day comes from; no rule gives it.
    """

    KIND: ClassVar[PaperKind] = PaperKind.REPLY_LETTER
    NEEDED: ClassVar[tuple[str, ...]] = ("addressee", "page")
    registration_number: str
    addressee: tuple[str, ...]
    acts: tuple[AllegedAct, ...] = ()
    due_on: date
    basis: str
    page: str
    signatory: Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class ExonerationLetter(Paper):
    """Letter to somebody cleared: on what ground, and what becomes of the name."""

    KIND: ClassVar[PaperKind] = PaperKind.EXONERATION_LETTER
    NEEDED: ClassVar[tuple[str, ...]] = ("addressee", "ground")
    registration_number: str
    addressee: tuple[str, ...]
    ground: str
    cleared_on: date
    signatory: Signatory
