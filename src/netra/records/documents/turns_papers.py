"""Papers of the turns a case can take, ready to print.

None has a field for who reported or who saw it; what a reporter gave as reason stays
sealed and is not printed.
"""

from dataclasses import dataclass
from typing import ClassVar

from netra.records.documents.papers import Paper
from netra.records.documents.parts import CONFIRMED, Fact, PaperKind, Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnLetter(Paper):
    """Letter by which a case changes hands; `basis` is the article, with its status.

    `basis` is empty where no article is known.
    """

    KIND: ClassVar[PaperKind] = PaperKind.TURN_LETTER
    NEEDED: ClassVar[tuple[str, ...]] = ("addressee", "reason")
    registration_number: str
    addressee: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    reason: str
    rule: str = ""
    basis: str = ""
    basis_status: str = CONFIRMED
    clocks: tuple[Fact, ...] = ()
    signatory: Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRecord(Paper):
    """Record of a turn: facts, then sections of text, then what it does not change."""

    KIND: ClassVar[PaperKind] = PaperKind.TURN_RECORD
    NEEDED: ClassVar[tuple[str, ...]] = ("facts",)
    registration_number: str
    facts: tuple[Fact, ...]
    sections: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...]
