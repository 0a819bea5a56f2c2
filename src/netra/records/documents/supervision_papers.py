"""Papers of supervision, each a frozen dataclass of words that are ready to print.

No paper has a field for who gave information, nor for how many they were.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from netra.records.documents.papers import Paper
from netra.records.documents.parts import (
    CONFIRMED,
    DeadlineText,
    Exhibit,
    Fact,
    FormSection,
    Member,
    PaperKind,
    Respondent,
    Signatory,
    TracedStep,
    Vote,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationReport(Paper):
    """Supervision report, Form A: its five parts, without letterhead."""

    KIND: ClassVar[PaperKind] = PaperKind.OBSERVATION_REPORT
    NEEDED: ClassVar[tuple[str, ...]] = ("sections",)
    sections: tuple[FormSection, ...]
    exhibits: tuple[Exhibit, ...] = ()
    corrects: str = ""
    supervisor: Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingForm(Paper):
    """A finding by the fields of its form: finder, doer, event, evidence, plenary.

    Witnesses are told by where they are noted, never by name: the form may go out as an
    enclosure. `fields_status` is the status of the list of fields.
    """

    KIND: ClassVar[PaperKind] = PaperKind.FINDING
    NEEDED: ClassVar[tuple[str, ...]] = ("respondents", "event", "account")
    finding_number: str
    finder: tuple[Fact, ...]
    respondents: tuple[Respondent, ...]
    event: str
    place: str
    happened: str
    found_on: date
    witnesses: str = ""
    exhibits: tuple[Exhibit, ...] = ()
    account: str
    origin: Fact
    set_on: date
    late_reason: str = ""
    fields_status: str = CONFIRMED
    signatory: Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingPlenary(Paper):
    """Minutes of the plenary that set or dropped a finding; the members sign.

    `quorum` is what the office's setting says, printed as custom and not as a rule.
    """

    KIND: ClassVar[PaperKind] = PaperKind.FINDING_PLENARY
    NEEDED: ClassVar[tuple[str, ...]] = ("members", "outcome", "decision")
    finding_number: str
    event: str
    found_on: date
    convened_at: datetime
    members: tuple[Member, ...]
    quorum: str = ""
    respondents: tuple[Respondent, ...] = ()
    window: DeadlineText | None = None
    late_reason: str = ""
    votes: tuple[Vote, ...] = ()
    outcome: str
    reasons: str
    dissent: str = ""
    decision: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TracingReport(Paper):
    """Report on a tracing: question, steps, what was found, how it ended.

    A paper of Netra's own; no rule gives it a form.
    """

    KIND: ClassVar[PaperKind] = PaperKind.TRACING_REPORT
    NEEDED: ClassVar[tuple[str, ...]] = ("question", "end", "result")
    tracing_number: str
    begun_on: date
    ended_on: date
    due: str = ""
    event: str
    question: str
    place: str
    happened: str = ""
    steps: tuple[TracedStep, ...] = ()
    respondents: tuple[Respondent, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    end: str
    reason: str = ""
    result: str
    author: Signatory
