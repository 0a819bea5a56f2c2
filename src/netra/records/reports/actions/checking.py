"""The two checks of a report: initial study, and what was completed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.law import CheckItem, Procedure, StepKind
from netra.domain.ledger import Fact
from netra.records.access import require_for
from netra.records.ledger import actions as ledger
from netra.records.reports import road
from netra.records.reports.errors import MissingCheckError, ReasonMissingError
from netra.records.reports.models import CheckResult, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the officer found for one requirement."""

    present: bool
    note: str = ""


def items_of(procedure: Procedure) -> tuple[CheckItem, ...]:
    """Return the formal, then the material requirements of a procedure."""
    return (*procedure.formal_items, *procedure.material_items)


def result_of(
    procedure: Procedure, step_key: str, findings: Mapping[str, Finding]
) -> str:
    """Return the result of a check by the procedure's own list of results.

    `complete` if nothing is missing; `incomplete` if all that is missing can still be
    handed in and the step knows that result; `failed` otherwise.
    """
    missing = [i for i in items_of(procedure) if not findings[i.key].present]
    if not missing:
        return "complete"
    can_wait = "incomplete" in procedure.step(step_key).results
    if can_wait and all(item.remediable for item in missing):
        return "incomplete"
    return "failed"


@transaction.atomic
def finish_initial_study(
    *,
    report: Report,
    findings: Mapping[str, Finding],
    alleged_kind: str,
    note: str,
    refusal_reason: str,
    actor: Actor,
    at: datetime,
) -> Report:
    """End the initial study with what was found.

    Args:
        report: Read through `visible_to(actor)`.
        findings: One for every requirement of the procedure, by its key.
        alleged_kind: Key of the outcome the matter looks like, or an empty text.
        note: Place, delegation, whether it is handled already; may be empty.
        refusal_reason: Needed when a requirement that cannot be completed fails.
        actor: Needs `STUDY_REPORT` in the region of the report.
        at: Moment of the act.

    Raises:
        NotAllowedError: the actor may see the report but not study it.
        MissingCheckError: a requirement is unanswered.
        ReasonMissingError: the report fails and no reason is given.
        StepPassedError: somebody was first; nothing was written.
    """
    require_for(actor, Action.STUDY_REPORT, report, report.region)
    road.require_kind(report, StepKind.INITIAL_STUDY)
    facts = _record(report, CheckResult.Round.INITIAL, findings)
    procedure = road.procedure_of(report)
    result = result_of(procedure, report.step, findings)
    facts |= _note_study(report, alleged_kind, note)
    if result == "failed":
        facts |= _refuse(report, refusal_reason)
    return road.advance(
        report,
        result=result,
        kind="report.studied_initially",
        actor=actor,
        at=at,
        facts=facts,
    )


@transaction.atomic
def finish_completion_check(
    *,
    report: Report,
    findings: Mapping[str, Finding],
    refusal_reason: str,
    actor: Actor,
    at: datetime,
) -> Report:
    """End the check of what was completed: registration next, or refusal.

    Raises:
        NotAllowedError, MissingCheckError, ReasonMissingError, StepPassedError: as in
            `finish_initial_study`.
    """
    require_for(actor, Action.STUDY_REPORT, report, report.region)
    road.require_kind(report, StepKind.COMPLETION_CHECK)
    facts = _record(report, CheckResult.Round.COMPLETION, findings)
    result = result_of(road.procedure_of(report), report.step, findings)
    if result == "failed":
        facts |= _refuse(report, refusal_reason)
    return road.advance(
        report,
        result=result,
        kind="report.completion_checked",
        actor=actor,
        at=at,
        facts=facts,
    )


def _record(
    report: Report, round_: CheckResult.Round, findings: Mapping[str, Finding]
) -> dict[str, Fact]:
    items = items_of(road.procedure_of(report))
    unanswered = [item.key for item in items if item.key not in findings]
    if unanswered:
        raise MissingCheckError(unanswered)
    CheckResult.objects.bulk_create(
        CheckResult(
            report=report,
            round=round_,
            item=item.key,
            present=findings[item.key].present,
            note=findings[item.key].note,
        )
        for item in items
    )
    return {
        f"check/{round_.value}/{item.key}": findings[item.key].present for item in items
    }


def _note_study(report: Report, alleged_kind: str, note: str) -> dict[str, Fact]:
    Report.objects.filter(pk=report.pk).update(
        alleged_kind=alleged_kind, study_note=note
    )
    return {
        "alleged_kind": alleged_kind or None,
        "study_note": ledger.commit_text(note),
    }


def _refuse(report: Report, reason: str) -> dict[str, Fact]:
    if not reason.strip():
        raise ReasonMissingError
    Report.objects.filter(pk=report.pk).update(refusal_reason=reason)
    return {"refusal_reason": ledger.commit_text(reason)}
