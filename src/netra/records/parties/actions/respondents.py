"""Respondents of a running case: added, made known, taken out."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from netra.domain.access import Action, Actor
from netra.domain.law import StepKind
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.cases import road
from netra.records.cases.actions.alleging import take_back
from netra.records.cases.conditions import open_plenary
from netra.records.cases.models import Case, Plenary
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger
from netra.records.parties.content import RespondentContent
from netra.records.parties.errors import (
    DroppedError,
    KnownError,
    LastRespondentError,
    NeededError,
    PlenaryRunsError,
    StudyHandedUpError,
)
from netra.records.reports.actions.arriving import respondent_facts
from netra.records.reports.models import Respondent

UNDECIDED = (StepKind.CLARIFICATION, StepKind.STUDY, StepKind.PLENARY)
"""Steps on which nobody has decided about the respondents yet."""
_FIELDS = (
    *("name", "marks", "address", "phone", "workplace", "post"),
    *("employment_class", "holds_office"),
)


def hold(case: Case) -> Plenary | None:
    """Queue behind whoever decides, and return the plenary that is open then.

    The plenary is held before the case, in the order in which closing holds them.

    Raises:
        CaseMovedError: it has been decided; nothing was written.
    """
    running = Plenary.objects.filter(case=case, closed_at__isnull=True)
    running.update(quorum=F("quorum"))
    road.require_kind(case, *UNDECIDED)
    return open_plenary(case)


@transaction.atomic
def add_respondent(
    *,
    case: Case,
    content: RespondentContent,
    actor: Actor,
    at: datetime,
) -> Respondent:
    """Add somebody to a running case, by name or by marks.

    Args:
        case: Not handed up to the plenary yet.
        content: A name, or marks of somebody who is not known.
        actor: Needs `NAME_PARTY` in the region of the case.
        at: Moment of adding.

    Raises:
        NotAllowedError: the actor does not handle this case.
        NeededError: there is neither a name nor marks.
        PlenaryRunsError: a plenary is open.
        StudyHandedUpError: the study that names everybody was handed up.
        CaseMovedError: the case is decided.
    """
    require_on(case, Action.NAME_PARTY, actor)
    if hold(case) is not None:
        raise PlenaryRunsError
    _require_before_plenary(case)
    return enter(case, content, actor=actor, at=at)


def _require_before_plenary(case: Case) -> None:
    steps = road.procedure_of(case).steps.values()
    step = road.step_of(case)
    studies = any(one.kind is StepKind.STUDY for one in steps)
    if studies and step is not None and step.kind is StepKind.PLENARY:
        raise StudyHandedUpError


def enter(
    case: Case, content: RespondentContent, *, actor: Actor, at: datetime
) -> Respondent:
    """Write a respondent of a case; runs inside an action.

    Raises:
        NeededError: there is neither a name nor marks.
    """
    if not content.name.strip() and not content.marks.strip():
        raise NeededError("name")
    told = {field: getattr(content, field) for field in _FIELDS}
    found_in = None if case.report_id else case.region
    row = Respondent.objects.create(report=case.report, found_in=found_in, **told)
    facts = respondent_facts(row)
    if found_in is not None:
        facts["found_in"] = found_in
    ledger.append(
        "respondent.added", row.ledger_subject, actor=actor, at=at, facts=facts
    )
    if case.finding is not None:
        case.finding.respondents.add(row)
        ledger.append(
            "finding.person_added",
            case.finding.ledger_subject,
            actor=actor,
            at=at,
            facts={f"person/{row.pk}": True},
        )
    return row


def require_present(case: Case, respondent: Respondent) -> None:
    """Refuse what is about somebody who is no respondent of the case any more.

    Raises:
        DroppedError: they were taken out, or never were one.
    """
    if not case.respondents.filter(pk=respondent.pk).exists():
        raise DroppedError


@transaction.atomic
def identify_respondent(
    *,
    case: Case,
    respondent: Respondent,
    content: RespondentContent,
    actor: Actor,
    at: datetime,
) -> Respondent:
    """Enter who a respondent is who was described by marks only.

    What is alleged and voted stays: it is the same person.

    Raises:
        NotAllowedError: the actor does not handle this case.
        NeededError: there is no name.
        KnownError: the respondent has a name already.
        DroppedError: they are no respondent any more.
        CaseMovedError: the case is decided.
    """
    require_on(case, Action.NAME_PARTY, actor)
    if not content.name.strip():
        raise NeededError("name")
    hold(case)
    require_present(case, respondent)
    respondent.refresh_from_db()
    if respondent.is_known:
        raise KnownError
    for field in _FIELDS:
        if field != "marks":
            setattr(respondent, field, getattr(content, field))
    respondent.save(update_fields=[field for field in _FIELDS if field != "marks"])
    ledger.append(
        "respondent.identified",
        respondent.ledger_subject,
        actor=actor,
        at=at,
        facts=respondent_facts(respondent),
    )
    return respondent


def take_out(
    case: Case,
    row: Respondent,
    standing: Respondent.Standing,
    reason: str,
    *,
    at: datetime,
    right: Respondent | None = None,
) -> dict[str, Fact]:
    """Let somebody be no respondent any more, sealed, and return the facts about it."""
    people = list(case.respondents.values_list("pk", flat=True))
    row.standing, row.standing_reason, row.replaced_by = standing, reason, right
    if row.cleared_at is None:
        row.cleared_at, row.cleared_as = at, people.index(row.pk) + 1
    fields = ["standing", "standing_reason", "replaced_by", "cleared_at", "cleared_as"]
    row.save(update_fields=fields)
    base = f"respondent/{row.pk}"
    return {
        f"{base}/standing": str(row.standing),
        f"{base}/standing_reason": ledger.commit_text(row.standing_reason),
        f"{base}/taken_out_at": moment_text(row.cleared_at),
        f"{base}/replaced_by": str(right.pk) if right else None,
    }


@transaction.atomic
def withdraw_respondent(
    *, case: Case, respondent: Respondent, reason: str, actor: Actor, at: datetime
) -> Respondent:
    """Take somebody out of a case before the plenary; the file keeps the reason.

    What was alleged against them is taken back. They leave every list.

    Raises:
        NotAllowedError: the actor does not handle this case.
        NeededError: no reason was given.
        PlenaryRunsError: a plenary is open.
        DroppedError: they are no respondent any more.
        LastRespondentError: nobody would be left.
        CaseMovedError: the case is decided.
    """
    require_on(case, Action.NAME_PARTY, actor)
    if not reason.strip():
        raise NeededError("reason")
    if hold(case) is not None:
        raise PlenaryRunsError
    require_present(case, respondent)
    if case.respondents.count() == 1:
        raise LastRespondentError
    for row in case.allegations.filter(respondent=respondent):
        take_back(row, actor=actor, at=at)
    ledger.append(
        "respondent.withdrawn",
        respondent.ledger_subject,
        actor=actor,
        at=at,
        facts=take_out(case, respondent, Respondent.Standing.WITHDRAWN, reason, at=at),
    )
    return respondent
