"""Reading clarifications: whom, when, what was said, and what is still open."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from netra.domain.law import (
    ClarificationRule,
    Deadline,
    QuestionList,
    clarification_rule,
    deadlines_from,
    question_lists,
)
from netra.records.accounts.models import Office
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.clarifications.models import (
    Answer,
    Clarification,
    Minutes,
    OfficeQuestions,
)
from netra.records.law.queries import current_calendar, law

INVITED = "clarification_invited"
"""The event that meets the deadline of an invitation."""
_SHORT = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody said in finished minutes, by the key of the person.

    `label` names nobody: it is the capacity. `text` is the beginning of the answers.
    """

    pk: int
    who: str
    label: str
    text: str
    finished_at: datetime
    under_oath: bool


def rule_of(case: Case) -> ClarificationRule:
    """Return what the procedure of a case says about hearing people."""
    return clarification_rule(road.procedure_of(case))


def invitation_deadline(case: Case, hearing_at: datetime) -> Deadline | None:
    """Return until when an invitation must be sent, `None` where no rule says so.

    Raises:
        LawError: the count reaches a year the calendar does not cover.
    """
    procedure = road.procedure_of(case)
    terms = [t for t in procedure.deadlines.values() if t.met_by == INVITED]
    if not terms:
        return None
    found = deadlines_from(
        law(),
        procedure,
        terms[0].event,
        hearing_at,
        case.place_region,
        current_calendar(),
    )
    return next(one for one in found if one.key == terms[0].key)


def clarifications_of(case: Case) -> QuerySet[Clarification]:
    """Return the hearings of a case with what belongs to them, in their order."""
    return (
        Clarification.objects.filter(case=case)
        .select_related("minutes__officer", "asked_office", "case")
        .prefetch_related("invitations__services", "absences")
    )


def answers_of(minutes: Minutes) -> QuerySet[Answer]:
    """Return the questions and answers that stand, in their order."""
    return minutes.answers.filter(is_removed=False).order_by("place", "id")


def clarification_statements(case: Case) -> tuple[Statement, ...]:
    """Return what was said in the finished hearings of a case."""
    rows = (
        Minutes.objects.filter(clarification__case=case, finished_at__isnull=False)
        .select_related("clarification")
        .prefetch_related("answers")
        .order_by("finished_at")
    )
    return tuple(_statement(row) for row in rows)


def _statement(minutes: Minutes) -> Statement:
    hearing = minutes.clarification
    if minutes.finished_at is None:
        raise LookupError("a statement is of finished minutes")
    return Statement(
        pk=hearing.pk,
        who=hearing.who,
        label=hearing.get_capacity_display(),
        text=_beginning(minutes),
        finished_at=minutes.finished_at,
        under_oath=minutes.oath == Minutes.Oath.WILLING,
    )


def _beginning(minutes: Minutes) -> str:
    said = " ".join(row.answer.strip() for row in answers_of(minutes))
    return said if len(said) <= _SHORT else f"{said[: _SHORT - 1].rstrip()}…"


def hearings_finished(case: Case) -> bool:
    """Say whether somebody was heard or stayed away, and no hearing is left open."""
    rows = Clarification.objects.filter(case=case)
    states = set(rows.values_list("state", flat=True))
    ended = {Clarification.State.FINISHED, Clarification.State.ABSENT}
    over = {*ended, Clarification.State.CALLED_OFF}
    return bool(states & ended) and states <= over


def handling_ended(case: Case) -> bool:
    """Say whether handling of the case has come to its end."""
    return case.step == road.END


def prepared_questions(
    case: Case, capacity: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return titles and questions to begin with: the office's own, then Netra's."""
    norms = list(case.allegations.values_list("norm", flat=True))
    own = office_questions(case.office, norms)
    helps: tuple[QuestionList, ...] = question_lists(capacity, norms)
    return (
        *((row.norm, row.lines) for row in own),
        *((one.title, one.questions) for one in helps),
    )


def office_questions(office: Office, norms: list[str]) -> list[OfficeQuestions]:
    """Return the lists of an office in force, for all norms and for these."""
    newest: dict[str, OfficeQuestions] = {}
    for row in OfficeQuestions.objects.filter(office=office).order_by("id"):
        newest[row.norm] = row
    asked = ("", *norms)
    return [row for norm, row in newest.items() if norm in asked and row.lines]
