"""A procedure: its deadlines, its steps, its forms, and the road through them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .errors import NotOnRoadError, UnknownKeyError
from .status import Status, Unit

END = "end"


class StepKind(StrEnum):
    """What is done on a step, as far as Netra knows how to do it."""

    INTAKE = "intake"
    INITIAL_STUDY = "initial_study"
    NOTICE = "notice"
    COMPLETION = "completion"
    COMPLETION_CHECK = "completion_check"
    REGISTRATION = "registration"
    CLARIFICATION = "clarification"
    STUDY = "study"
    PLENARY = "plenary"
    REFERRAL = "referral"
    STATUS_NOTICE = "status_notice"
    FOLLOW_UP = "follow_up"
    NONE = "none"


class Paper(StrEnum):
    """A paper of the office; most are due on a step."""

    RECEIPT = "receipt"
    MISSING_ITEMS_NOTICE = "missing_items_notice"
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
    REPORT_FORM_WHOLE = "report_form_whole"  # names who reported; kept under seal
    COMPLETION_RECEIPT = "completion_receipt"
    NOTICE = "notice"
    RESPONDENT_NOTICE = "respondent_notice"
    REPLY_LETTER = "reply_letter"
    EXONERATION_LETTER = "exoneration_letter"
    OFFICE_FORM = "office_form"  # a form an office has defined itself
    INVITATION = "invitation"
    SERVICE_RECORD = "service_record"
    OATH = "oath"
    EXPERT_OATH = "expert_oath"
    CLARIFICATION_MINUTES = "clarification_minutes"
    DELEGATION_LETTER = "delegation_letter"
    TAKEOVER_LETTER = "takeover_letter"
    RETURN_LETTER = "return_letter"
    WITHDRAWAL_RECORD = "withdrawal_record"
    CORRECTION_SHEET = "correction_sheet"
    REOPENING_RECORD = "reopening_record"
    HEARING_DECISION = "hearing_decision"


class WaitsFor(StrEnum):
    """Whose turn it is on a step."""

    OFFICE = "office"
    REPORTER = "reporter"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A deadline of a procedure: how long, in what, from which event, until which.

    Each part has its own status; a part that has none takes that of the deadline.
    `parent` is the deadline from whose last day a chained one runs.
    """

    key: str
    label: str
    length: int
    unit: Unit
    event: str
    backward: bool
    parent: str | None
    article: str
    status: Status
    article_status: Status
    length_status: Status
    unit_status: Status
    event_status: Status
    actor: str
    met_by: str | None
    also_ended_by: tuple[str, ...]
    only_after: str | None
    replaces: str | None
    warn_unit: Unit | None
    effect: str | None
    note: str | None
    status_notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a step needs before it can end, and the text that says it is missing."""

    key: str
    label: str
    blocks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: who does it, what it can end in, what it needs, which papers are due.

    `results` maps a result to the key of the step that follows, or to `end`;
    `emits` maps a result to the events it brings about. A `side` step is not on the
    main line.
    """

    key: str
    order: int
    title: str
    kind: StepKind
    side: bool
    label_now: str
    waits_for: WaitsFor
    results: Mapping[str, str]
    emits: Mapping[str, tuple[str, ...]]
    needs: tuple[Condition, ...]
    papers: tuple[Paper, ...]
    actors: tuple[str, ...]
    tiers: tuple[str, ...]
    forms: tuple[str, ...]
    checks: tuple[str, ...]
    article: str | None
    status: Status
    note: str | None
    details: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of the annex. `code` is `None` while its title is not known.

    `outcome` is the one outcome whose paper it is, where several forms share a paper.
    """

    code: str | None
    listed_as: str
    title: str
    status: Status
    paper: Paper | None
    outcome: str | None
    fields: tuple[str, ...]
    fields_status: Status
    attachments: tuple[str, ...]
    notes: tuple[str, ...]
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the plenary can decide."""

    key: str
    title: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRule:
    """A rule beside the main road."""

    key: str
    title: str
    rule: str
    article: str | None
    status: Status
    status_note: str | None
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """A requirement of a report. `text` is the wording of the regulation's list."""

    key: str
    text: str
    label: str
    remediable: bool
    help: str
    status: Status
    article: str | None
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTemplate:
    """How registration numbers are believed to look; an office may set its own."""

    format: str
    pre_registration_format: str | None
    kinds: Mapping[str, str]
    contests: Mapping[str, str]
    tiers: Mapping[str, str]
    status: Status
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionHours:
    """When an office receives reports. `None` where the hours were not seen."""

    mon_thu: str | None
    fri: str | None
    sat_sun: str | None
    sat_sun_status: Status
    all_day_stages: tuple[str, ...]
    all_day_stages_maybe: tuple[str, ...]
    status: Status
    article: str | None
    note: str | None
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttorneyRule:
    """What is known about a reporter who acts through an attorney (*kuasa*)."""

    text: str
    status: Status
    article: str | None
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A section of a procedure that is read by people, such as what changed."""

    key: str
    lines: tuple[str, ...]
    status: Status
    article: str | None
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """One procedure as it was in force from `effective_from` to `effective_to`.

    `elections` names further elections it handles, beside those whose own row names it.
    """

    id: str
    title: str
    election_kind: str
    regulation: str
    statute: str | None
    effective_from: date
    effective_to: date | None
    in_force_status: Status
    in_force_note: str | None
    inherits: str | None
    elections: tuple[str, ...]
    form_series: str
    day_unit: Unit
    deadlines: Mapping[str, Term]
    steps: Mapping[str, Step]
    forms: tuple[Form, ...]
    outcomes: Mapping[str, Outcome]
    side_rules: Mapping[str, SideRule]
    formal_items: tuple[CheckItem, ...]
    material_items: tuple[CheckItem, ...]
    who_may_report: tuple[str, ...]
    channels: tuple[str, ...]
    registration_number: NumberTemplate | None
    reception_hours: ReceptionHours | None
    attorney: AttorneyRule
    rules: tuple[Rule, ...]
    sources: tuple[str, ...]

    @property
    def first_step(self) -> Step:
        """Return the first step of the road."""
        return next(iter(self.steps.values()))

    def in_force(self, on: date) -> bool:
        """Say whether the procedure is in force on `on`."""
        ended = self.effective_to is not None and on > self.effective_to
        return on >= self.effective_from and not ended

    def step(self, key: str) -> Step:
        """Return one step.

        Raises:
            UnknownKeyError: the procedure has no such step.
        """
        try:
            return self.steps[key]
        except KeyError:
            raise UnknownKeyError(f"step of {self.id}", key, self.steps) from None

    def after(self, step_key: str, result: str) -> Step | None:
        """Return the step that follows a result, `None` at the end of the road.

        Raises:
            UnknownKeyError: the procedure has no such step.
            NotOnRoadError: the step cannot end in `result`.
        """
        step = self.step(step_key)
        if result not in step.results:
            raise NotOnRoadError(step_key, result, step.results)
        following = step.results[result]
        return None if following == END else self.steps[following]

    def form_for(self, paper: str, outcome: str | None = None) -> Form | None:
        """Return the form a paper belongs to, if one with a known title is.

        Args:
            paper: Which paper.
            outcome: What the paper is about; a form of another outcome does not count.
        """
        known = (form for form in self.forms if form.code is not None)
        fitting = (form for form in known if form.outcome in (None, outcome))
        return next((form for form in fitting if form.paper == paper), None)


def open_needs(step: Step, facts: Mapping[str, bool]) -> tuple[Condition, ...]:
    """Return the needs of `step` that `facts` do not fulfil, in their order.

    A need about which `facts` say nothing is open.
    """
    return tuple(need for need in step.needs if not facts.get(need.key, False))
