"""What an officer enters, as values."""

from dataclasses import dataclass, field
from datetime import date

from netra.records.contests.models import Contest
from netra.records.observations.models import Observation
from netra.records.reports.content import PersonContent


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationContent:
    """A supervision report by the parts of Form A.

    Empty texts stand for what the supervisor had nothing to say about; `suspicion`
    parts count only when `has_suspicion`.
    """

    contest: Contest
    stage: str
    supervisor: str
    post: str
    assignment_letter: str
    activity: Observation.Activity
    aim: str
    target: str
    observed_on: date
    place_region: str
    place: str
    result: str
    address: str = ""
    observed_time: str = ""
    has_suspicion: bool = False
    event: str = ""
    happened_on: date | None = None
    happened_time: str = ""
    event_place: str = ""
    witnesses: str = ""
    exhibits_text: str = ""
    account: str = ""
    facts: str = ""
    analysis: str = ""
    dispute: str = ""
    respondents: tuple[PersonContent, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class TracingPlan:
    """What is to be found out, where and until when.

    `due_on` is the officer's own choice; `None` takes the custom of the office, if it
    has settled one.
    """

    contest: Contest
    event: str
    question: str
    place_region: str
    place: str = ""
    happened_on: date | None = None
    happened_time: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingContent:
    """What is put before the plenary as a potential finding."""

    found_on: date
    event: str
    account: str
    place_region: str
    place: str = ""
    happened_on: date | None = None
    happened_time: str = ""
