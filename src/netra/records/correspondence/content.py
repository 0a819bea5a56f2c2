"""What an officer enters into the agenda, as values."""

from dataclasses import dataclass, field
from datetime import date, datetime

from netra.records.cases.models import Case
from netra.records.correspondence.models import AgendaEntry
from netra.records.documents.models import IssuedPaper
from netra.records.observations.models import Finding, Tracing
from netra.records.referrals.models import Referral
from netra.records.reports.models import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What an entry is about; every part may be missing."""

    case: Case | None = None
    report: Report | None = None
    finding: Finding | None = None
    tracing: Tracing | None = None
    referral: Referral | None = None
    paper: IssuedPaper | None = None
    answers: AgendaEntry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryContent:
    """One letter, call, visit or message.

    `counterpart` is who sent it or whom it went to; where `names_source`, it is kept
    sealed. `subject` names no person. `letter_number` and `letter_on` are those the
    letter itself bears.
    """

    counterpart: str
    subject: str
    happened_at: datetime
    letter_number: str = ""
    letter_on: date | None = None
    names_source: bool = False
    note: str = ""
    links: Links = field(default_factory=Links)
