"""Opening a decided case again, only where the office has settled that custom."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.law import Procedure, StepKind
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.models import OfficeSetting
from netra.records.accounts.queries import setting_of
from netra.records.cases import road
from netra.records.cases.actions.studying import study_facts
from netra.records.cases.conditions import newest_study
from netra.records.cases.models import Case, CaseEvent, Plenary, Study
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger
from netra.records.turns.actions.recording import require_text, with_evidence
from netra.records.turns.errors import (
    EvidenceNotNewError,
    MoveConflictError,
    NotDecidedError,
    ReopeningUnsettledError,
)
from netra.records.turns.handing import person_of
from netra.records.turns.kept import entered, reopening_kept
from netra.records.turns.models import Hearing, LateEvidence, Reopening
from netra.records.turns.queries import DECIDED, REOPENED, hearing_of

Follower = Callable[[Case, Actor, datetime], None]
_FOLLOWERS: dict[str, Follower] = {}


def register_reopened(room: str, follow: Follower) -> None:
    """Name the function that sets a room's own rows of a case aside."""
    _FOLLOWERS[room] = follow


@transaction.atomic
def reopen_case(
    *,
    case: Case,
    evidence: LateEvidence,
    reason: str,
    actor: Actor,
    at: datetime,
) -> Reopening:
    """Open a decided case again, because of evidence that came after the decision.

    The case stands on its study again, with a new version that names the evidence. The
    decision that is set aside stays in its plenary and in the ledger. How long the
    handling may take then is not known, so no deadline of handling runs.

    Args:
        case: Decided.
        evidence: Came after the decision; not yet used.
        reason: Why.
        actor: Needs `REOPEN_CASE` in the region of the case.
        at: Moment of opening it again.

    Raises:
        NotAllowedError: the actor opens nothing again for this office.
        ReopeningUnsettledError: the office has settled no custom.
        NotDecidedError: there is no decision.
        EvidenceNotNewError: the evidence was known before, or used already.
        TurnTextMissingError: no reason was given.
        MoveConflictError: somebody moved the case first; nothing was written.
    """
    require_on(case, Action.REOPEN_CASE, actor)
    custom = setting_of(case.office, OfficeSetting.Key.REOPENING)
    if not custom:
        raise ReopeningUnsettledError
    plenary = _decision_of(case)
    _require_new(case, evidence)
    require_text(reason=reason)
    row = Reopening.objects.create(
        case=case,
        evidence=evidence,
        plenary=plenary,
        reason=reason,
        custom=custom,
        reopened_by=person_of(actor),
        reopened_at=at,
    )
    ledger.append(
        "reopening.made",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts=entered(reopening_kept(row)),
    )
    _set_back(case, evidence, actor, at)
    return row


def _decision_of(case: Case) -> Plenary:
    decided = case.events.filter(key=DECIDED).exists()
    closed = case.plenaries.filter(closed_at__isnull=False, taken_over=False).first()
    if not decided or closed is None:
        raise NotDecidedError
    return closed


def _require_new(case: Case, evidence: LateEvidence) -> None:
    used = Reopening.objects.filter(evidence=evidence).exists()
    if evidence.case_id != case.pk or not evidence.after_decision or used:
        raise EvidenceNotNewError


def _set_back(case: Case, evidence: LateEvidence, actor: Actor, at: datetime) -> None:
    procedure = road.procedure_of(case)
    target = _step_again(procedure)
    moved = Case.objects.filter(pk=case.pk, step=case.step).update(
        step=target, step_since=at
    )
    if not moved:
        raise MoveConflictError(case.number)
    facts: dict[str, Fact] = {"step": target}
    facts |= _forget_events(case, procedure, target)
    facts |= dict.fromkeys(f"outcome/{o.respondent_id}" for o in case.outcomes.all())
    case.outcomes.all().delete()
    facts |= road.note_events(case, (REOPENED,), at)
    facts |= _new_version(case, evidence, actor, at)
    ledger.append("case.reopened", case.ledger_subject, actor=actor, at=at, facts=facts)
    _set_hearing_aside(case, actor, at)
    for follow in _FOLLOWERS.values():
        follow(case, actor, at)
    case.refresh_from_db()


def _step_again(procedure: Procedure) -> str:
    """Return the step on which handling begins again: study, or else plenary."""
    kinds = (StepKind.STUDY, StepKind.PLENARY)
    found = [s for kind in kinds for s in procedure.steps.values() if s.kind is kind]
    if not found:
        raise NotDecidedError  # a procedure without either never decided
    return found[0].key


def _forget_events(case: Case, procedure: Procedure, target: str) -> dict[str, Fact]:
    """Take back the events of every step that lies ahead again."""
    ahead, waiting = set[str](), [target]
    while waiting:
        key = waiting.pop()
        if key != road.END and key not in ahead:
            ahead.add(key)
            waiting.extend(procedure.step(key).results.values())
    keys = {
        event
        for key in ahead
        for events in procedure.step(key).emits.values()
        for event in events
    }
    rows = CaseEvent.objects.filter(case=case, key__in=[*keys, REOPENED])
    gone: dict[str, Fact] = dict.fromkeys(f"event/{row.key}" for row in rows)
    rows.delete()
    return gone


def _new_version(
    case: Case, evidence: LateEvidence, actor: Actor, at: datetime
) -> dict[str, Fact]:
    newest = newest_study(case)
    if newest is None:
        return {}  # the procedure knows no study
    texts = with_evidence(newest, evidence.description, case, at)
    study = Study.objects.create(
        case=case,
        version=newest.version + 1,
        author=person_of(actor),
        saved_at=at,
        **texts,
    )
    return study_facts(study)


def _set_hearing_aside(case: Case, actor: Actor, at: datetime) -> None:
    hearing = hearing_of(case)
    if hearing is None:
        return
    Hearing.objects.filter(pk=hearing.pk).update(set_aside_at=at)
    ledger.append(
        "hearing.set_aside",
        hearing.ledger_subject,
        actor=actor,
        at=at,
        facts={"set_aside_at": moment_text(at)},
    )
