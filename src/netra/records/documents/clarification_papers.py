"""Papers of clarification, each a frozen dataclass of words that are ready to print.

Whoever reported, saw or knows is named by a label, never by name: the paper is kept
with the case, and the name is written on the sheet by hand. A respondent is named.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from netra.records.documents.papers import Paper
from netra.records.documents.parts import (
    CONFIRMED,
    DeadlineText,
    Fact,
    PaperKind,
    Signatory,
)

BY_HAND = "ditulis tangan"
"""What stands in place of a name that is kept under seal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardPerson:
    """Who is heard: label, name unless it is sealed, and as what."""

    label: str
    name: str = ""
    capacity: str

    @property
    def printed(self) -> str:
        """Name, or the label with room for the name."""
        return self.name or f"{self.label} (nama {BY_HAND})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(Paper):
    """Invitation to a clarification: when, where, how, what for, what to bring."""

    KIND: ClassVar[PaperKind] = PaperKind.INVITATION
    NEEDED: ClassVar[tuple[str, ...]] = ("place",)
    registration_number: str
    person: HeardPerson
    order: str
    hearing_at: datetime
    place: str
    how: str
    purpose: str = ""
    bring: str = ""
    rights: tuple[str, ...] = ()
    deadline: DeadlineText | None = None
    late_reason: str = ""
    signatory: Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt to hand a letter over."""

    at: datetime
    how: str
    by: str
    result: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRecord(Paper):
    """Record of how an invitation was handed over; a paper of Netra's own."""

    KIND: ClassVar[PaperKind] = PaperKind.SERVICE_RECORD
    NEEDED: ClassVar[tuple[str, ...]] = ("attempts",)
    registration_number: str
    letter_number: str = ""
    order: str
    person: HeardPerson
    hearing_at: datetime
    attempts: tuple[Attempt, ...]
    signatory: Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class Oath(Paper):
    """Oath or promise of somebody who is heard.

    The wording is the person's religion's or the office's; none was seen in the annex,
    so the sheet leaves room for it.
    """

    KIND: ClassVar[PaperKind] = PaperKind.OATH
    registration_number: str
    person: HeardPerson
    taken_at: datetime
    place: str
    signatories: tuple[Signatory, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertOath(Oath):
    """Oath or promise of an expert."""

    KIND: ClassVar[PaperKind] = PaperKind.EXPERT_OATH


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswer:
    """One question with its answer as it was read back, and what was put right."""

    question: str
    answer: str
    corrections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClarificationMinutes(Paper):
    """Minutes of a clarification by the fields of their form.

    `fields_status` is the status of the list of fields.
    """

    KIND: ClassVar[PaperKind] = PaperKind.CLARIFICATION_MINUTES
    NEEDED: ClassVar[tuple[str, ...]] = ("answers",)
    registration_number: str
    person: HeardPerson
    began_at: datetime
    read_back_at: datetime
    place: str
    how: str
    facts: tuple[Fact, ...]
    breaks: tuple[str, ...] = ()
    answers: tuple[QuestionAnswer, ...]
    corrections: tuple[str, ...] = ()
    opinion: str = ""
    signature: str
    notes: tuple[Fact, ...] = ()
    fields_status: str = CONFIRMED
    signatories: tuple[Signatory, ...]
