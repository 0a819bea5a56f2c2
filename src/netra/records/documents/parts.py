"""What papers are put together from: letterhead, deadline, exhibit, person, signature.

Texts are final and Indonesian: the caller has chosen the words, this room only sets
them. `status` is the status of a value of the law; whatever is not `confirmed` is
printed with the words *belum dikonfirmasi*.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

CONFIRMED = "confirmed"


class PaperKind(StrEnum):
    """The papers; the value is also the name of the template."""

    RECEIPT = "receipt"
    MISSING_ITEMS = "missing_items"
    INITIAL_STUDY = "initial_study"
    REGISTRATION = "registration"
    STUDY = "study"
    PLENARY_DECISION = "plenary_decision"
    REFERRAL_LETTER = "referral_letter"
    STATUS_NOTICE = "status_notice"
    FINDING = "finding"
    FINDING_PLENARY = "finding_plenary"
    OBSERVATION_REPORT = "observation_report"
    TRACING_REPORT = "tracing_report"
    REPORT_FORM = "report_form"
    COMPLETION_RECEIPT = "completion_receipt"
    OFFICE_FORM = "office_form"
    NOTICE = "notice"
    REPLY_LETTER = "reply_letter"
    EXONERATION_LETTER = "exoneration_letter"
    INVITATION = "invitation"
    SERVICE_RECORD = "service_record"
    OATH = "oath"
    EXPERT_OATH = "expert_oath"
    CLARIFICATION_MINUTES = "clarification_minutes"
    TURN_LETTER = "turn_letter"
    TURN_RECORD = "turn_record"


class Origin(StrEnum):
    """What a case was registered from, as its papers call it."""

    REPORT = "report"
    FINDING = "finding"

    @property
    def label(self) -> str:
        """Word for the paper."""
        return {Origin.REPORT: "Laporan", Origin.FINDING: "Temuan"}[self]


class CheckResult(StrEnum):
    """What the initial study found for one requirement."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        """Words for the paper."""
        return {
            CheckResult.MET: "Terpenuhi",
            CheckResult.NOT_MET: "Belum terpenuhi",
            CheckResult.NOT_APPLICABLE: "Tidak berlaku",
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Head of the sheet: words and a rule, and a logo the office has given; no emblem.

    `not_official` is true until an authorised office is recorded; `logo` is a PNG.
    """

    office_name: str
    tier_label: str
    second_line: str = ""
    logo: bytes = b""
    address: str = ""
    phone: str = ""
    email: str = ""
    city: str = ""
    not_official: bool

    @property
    def contact(self) -> str:
        """Address, telephone and e-mail in one line; empty if none is known."""
        phone = f"Telepon {self.phone}" if self.phone else ""
        return " · ".join(filter(None, (self.address, phone, self.email)))


@dataclass(frozen=True, slots=True, kw_only=True)
class FormMark:
    """The official form a paper stands for; its code is shown only with its title."""

    code: str | None
    title: str | None
    status: str

    @property
    def text(self) -> str:
        """The form as printed, `Formulir A.1 Laporan`; empty without a title."""
        if not (self.code and self.title):
            return ""
        return f"Formulir {self.code} {self.title}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHead:
    """What every paper has: kind, title, number, letterhead, date, marks and check.

    `issued_at` is in the zone of the place; `check_url` is all that the QR code holds,
    `check_code` the short text to compare by eye.
    """

    kind: PaperKind
    title: str
    number: str
    letterhead: Letterhead
    place: str
    issued_on: date
    issued_at: datetime
    form: FormMark | None = None
    provisional_layout: bool
    demo: bool
    check_url: str
    check_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signs by hand: role in this paper, post, and the name if it is printed."""

    role: str
    post: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The signed text of a receipt, the id of its key, and where to check it."""

    text: str
    key_id: str
    check_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One day of a deadline's argument; `number` is None for a day left out."""

    date: date
    number: int | None
    why: str
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineText:
    """A deadline with its article and, if wanted, its argument day by day."""

    label: str
    due_at: datetime
    article: str
    status: str
    rows: tuple[DayRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One thing handed in; `sha256` in lower-case hex if it is a file."""

    label: str
    file_name: str = ""
    size_bytes: int | None = None
    sha256: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingItem:
    """One requirement that is not met: what, why, and how to put it right."""

    what: str
    why: str
    how_to_fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One line of the checklist of the initial study."""

    item: str
    result: CheckResult
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of a list of facts: label and value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent:
    """The person reported, as the papers of the office name them."""

    name: str
    class_label: str
    post: str = ""
    workplace: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allegation:
    """One act under one norm; `hinge` says why ethics or discipline applies."""

    act: str
    norm: str
    article: str
    status: str
    stage: str = ""
    hinge: str = ""
    against: str = ""
    sanction: str = ""
    sanction_status: str = CONFIRMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of the norm and what the evidence says about it."""

    title: str
    text: str
    finding: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member present at the plenary."""

    name: str
    post: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """How one member voted, and on what condition."""

    member: str
    choice: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RespondentOutcome:
    """What the plenary decided about one respondent."""

    respondent: Respondent
    outcome: str
    addressee: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferredAct:
    """One respondent of a referral with act, norm and, where it applies, sanction.

    Norm and article are empty where no norm was held against the respondent: a traced
    matter is passed on for the receiver to judge.
    """

    respondent: Respondent
    act: str
    norm: str = ""
    article: str = ""
    status: str = CONFIRMED
    sanction: str = ""
    sanction_status: str = CONFIRMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A reason in words with the status of the value of the law it rests on."""

    text: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """One numbered part of a form: short lines, then longer texts under a heading.

    `nothing` is printed in place of both where the part has nothing to say.
    """

    no: str
    title: str
    status: str
    lines: tuple[Fact, ...] = ()
    respondents: tuple[Respondent, ...] = ()
    texts: tuple[Fact, ...] = ()
    nothing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedStep:
    """One step of a tracing with what came of it; whom it asked is not printed."""

    what: str
    done_on: date | None = None
    result: str = ""
