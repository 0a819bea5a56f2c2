"""What is told about the way of a letter and its answer."""

from dataclasses import dataclass
from datetime import date, datetime

from netra.records.evidence.models import Blob
from netra.records.referrals.models import Answer, Hop


@dataclass(frozen=True, slots=True, kw_only=True)
class HopContent:
    """One station of a letter as an officer tells it."""

    kind: Hop.Kind
    happened_at: datetime
    body: str = ""
    channel: str = ""
    number: str = ""
    note: str = ""
    proof: Blob | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerContent:
    """What a body answered; `level` is the id of a sanction of the law data."""

    kind: Answer.Kind
    body: str
    text: str
    answered_on: date
    number: str = ""
    level: str = ""
    proof: Blob | None = None
