"""Papers of reports and cases, each a frozen dataclass of words ready to print.

An empty text or an empty tuple means that the paper has nothing to say there; its
heading is then left out. No paper has a field for the identity of the reporter. Those
of supervision stand in `supervision_papers`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from netra.records.documents.errors import PaperContentError
from netra.records.documents.parts import (
    Allegation,
    CheckItem,
    DeadlineText,
    Element,
    Exhibit,
    Fact,
    Ground,
    Member,
    MissingItem,
    Origin,
    PaperHead,
    PaperKind,
    Proof,
    ReferredAct,
    Respondent,
    RespondentOutcome,
    Signatory,
    Vote,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What all papers share: the head, which names the same kind as the class.

    `NEEDED` are the fields without which the paper would say nothing.

    Raises:
        PaperContentError: the head is that of another kind of paper, or a needed field
            is empty.
    """

    KIND: ClassVar[PaperKind]
    NEEDED: ClassVar[tuple[str, ...]] = ()
    head: PaperHead

    def __post_init__(self) -> None:
        """Refuse the head of another kind of paper and a paper that says nothing."""
        if self.head.kind is not self.KIND:
            raise PaperContentError(f"a {self.KIND} has the head of a {self.head.kind}")
        for name in self.NEEDED:
            if not getattr(self, name):
                raise PaperContentError(f"a {self.KIND} without {name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Paper):
    """Receipt for a report. Public: no reporter, respondent, unit or status code.

    `officer` is None when the report came in on the web, `proof` while the installation
    has no key to sign receipts.
    """

    KIND: ClassVar[PaperKind] = PaperKind.RECEIPT
    report_number: str
    received_at: datetime
    handed_in_via: str
    exhibits: tuple[Exhibit, ...] = ()
    what_next: tuple[str, ...] = ()
    window: DeadlineText | None = None
    officer: Signatory | None = None
    proof: Proof | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingItems(Paper):
    """Notice of what a report lacks. Public: no reporter, respondent or unit."""

    KIND: ClassVar[PaperKind] = PaperKind.MISSING_ITEMS
    NEEDED: ClassVar[tuple[str, ...]] = ("items",)
    report_number: str
    received_at: datetime
    items: tuple[MissingItem, ...]
    deadline: DeadlineText
    ways_to_hand_in: tuple[str, ...] = ()
    consequence: str = ""
    signatory: Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class InitialStudy(Paper):
    """Initial study: checklist, kind, place, earlier handling, conclusion."""

    KIND: ClassVar[PaperKind] = PaperKind.INITIAL_STUDY
    report_number: str
    received_at: datetime
    respondents: tuple[Respondent, ...] = ()
    formal: tuple[CheckItem, ...]
    material: tuple[CheckItem, ...]
    alleged_kind: str
    place: str
    delegation: str = ""
    already_handled: str = ""
    conclusion: str
    deadline: DeadlineText | None = None
    author: Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration(Paper):
    """Record that a report or finding was registered, with the deadlines that run.

    `report_number` is the number of the origin; `set_on` the day a plenary set it.
    """

    KIND: ClassVar[PaperKind] = PaperKind.REGISTRATION
    origin: Origin = Origin.REPORT
    set_on: date | None = None
    registration_number: str
    pre_number: str = ""
    report_number: str
    registered_on: date
    procedure: str = ""
    alleged_kind: str = ""
    deadlines: tuple[DeadlineText, ...] = ()
    signatory: Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class Study(Paper):
    """Study: position, data, allegations, evidence, elements, conclusion."""

    KIND: ClassVar[PaperKind] = PaperKind.STUDY
    origin: Origin = Origin.REPORT
    registration_number: str
    case_position: str
    data: tuple[Fact, ...] = ()
    respondents: tuple[Respondent, ...]
    allegations: tuple[Allegation, ...]
    evidence: tuple[Exhibit, ...] = ()
    elements: tuple[Element, ...] = ()
    analysis: str = ""
    conclusion: str
    recommendation: str = ""
    author: Signatory
    approver: Signatory | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlenaryDecision(Paper):
    """Minutes and decision of the plenary; the members present sign.

    `quorum` is what the office's setting says, printed as custom and not as a rule;
    `recused` names who took no part because of a tie, and never the tie itself.
    """

    KIND: ClassVar[PaperKind] = PaperKind.PLENARY_DECISION
    NEEDED: ClassVar[tuple[str, ...]] = ("members", "outcomes", "decision")
    registration_number: str
    convened_at: datetime
    call: str = ""
    members: tuple[Member, ...]
    absent: tuple[Fact, ...] = ()
    recused: tuple[Fact, ...] = ()
    quorum: str = ""
    outcomes: tuple[RespondentOutcome, ...]
    votes: tuple[Vote, ...] = ()
    reasons: str
    dissent: str = ""
    decision: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralLetter(Paper):
    """Letter that refers a case to the body that may act. Never names the reporter.

    `route_status` is the status of the route that chose the addressee;
    `unregistered` says on what a letter without registration rests.
    """

    KIND: ClassVar[PaperKind] = PaperKind.REFERRAL_LETTER
    NEEDED: ClassVar[tuple[str, ...]] = ("addressee", "acts")
    registration_number: str = ""
    addressee: str
    addressee_place: str = ""
    copies: tuple[str, ...] = ()
    channel: str = ""
    instrument: str = ""
    route_status: str
    subject: str
    unregistered: Ground | None = None
    basis: tuple[str, ...] = ()
    body: str = ""
    acts: tuple[ReferredAct, ...]
    request: str = ""
    enclosures: tuple[str, ...] = ()
    signatory: Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusNotice(Paper):
    """Status told to the reporter, in general words. Public: names nobody.

    That of a finding goes to those who found it; `report_number` is then its number.
    """

    KIND: ClassVar[PaperKind] = PaperKind.STATUS_NOTICE
    origin: Origin = Origin.REPORT
    NEEDED: ClassVar[tuple[str, ...]] = ("status",)
    report_number: str
    registration_number: str = ""
    status: str
    meaning: str
    outcome: str = ""
    what_next: tuple[str, ...] = ()
    signatory: Signatory
