"""A report becomes a case; who holds it; when its status is told."""

from datetime import date, datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.law import Step, StepKind, zone_of
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.access import require
from netra.records.accounts.models import OfficeSetting, User
from netra.records.accounts.numbering import next_number
from netra.records.accounts.queries import setting_of
from netra.records.cases import road
from netra.records.cases.errors import CaseMovedError, TextMissingError
from netra.records.cases.models import Case, CaseEvent
from netra.records.cases.standing import require_on
from netra.records.cases.ties import require_untied_people
from netra.records.law.queries import law
from netra.records.ledger import actions as ledger
from netra.records.observations.models import Finding
from netra.records.reports import road as report_road
from netra.records.reports.models import Report

_EXTENSION = "extension_taken"


@transaction.atomic
def register_report(*, report: Report, actor: Actor, at: datetime) -> Case:
    """Register a report under the office's number template.

    Args:
        report: Stands on registration.
        actor: Needs `REGISTER_REPORT` in the region of the report.
        at: Moment of registration; the local day of the office dates the number.

    Returns:
        The case, on the step that follows registration in its procedure.

    Raises:
        NotAllowedError: the actor does not register for this office.
        StepPassedError: somebody was first; nothing was written.
        SettingValueError: the office's number template cannot be used.
    """
    require(actor, Action.REGISTER_REPORT, report.region)
    step = report_road.require_kind(report, StepKind.REGISTRATION)
    following = report_road.procedure_of(report).after(step.key, "registered")
    report_road.advance(
        report,
        result="registered",
        kind="report.registered",
        actor=actor,
        at=at,
        ends_here=True,
    )
    return _open_case(
        report,
        step=step,
        following=following,
        title=report.event,
        actor=actor,
        at=at,
    )


@transaction.atomic
def register_finding(*, finding: Finding, actor: Actor, at: datetime) -> Case:
    """Register a finding that the plenary has set.

    Args:
        finding: Set, not yet registered.
        actor: Needs `REGISTER_FINDING` in the region of the finding.
        at: Moment of registration; the local day of the office dates the number.

    Returns:
        The case, on the step that follows registration in its procedure.

    Raises:
        NotAllowedError: the actor does not register for this office.
        CaseMovedError: it is not set, or somebody was first; nothing was written.
        SettingValueError: the office's number template cannot be used.
    """
    require(actor, Action.REGISTER_FINDING, finding.region)
    waiting = Finding.objects.filter(pk=finding.pk, state=Finding.State.SET)
    if not waiting.update(state=Finding.State.REGISTERED):
        raise CaseMovedError(finding.number, StepKind.REGISTRATION)
    procedure = law().procedure(finding.procedure)
    step = next(s for s in procedure.steps.values() if s.kind is StepKind.REGISTRATION)
    ledger.append(
        "finding.registered",
        finding.ledger_subject,
        actor=actor,
        at=at,
        facts={"state": Finding.State.REGISTERED.value},
    )
    finding.refresh_from_db()
    return _open_case(
        finding,
        step=step,
        following=procedure.after(step.key, "registered"),
        title=finding.event,
        actor=actor,
        at=at,
    )


def _open_case(
    origin: Report | Finding,
    *,
    step: Step,
    following: Step | None,
    title: str,
    actor: Actor,
    at: datetime,
) -> Case:
    case = Case.objects.create(
        report=origin if isinstance(origin, Report) else None,
        finding=origin if isinstance(origin, Finding) else None,
        office=origin.office,
        region=origin.region,
        number=_number(origin, at.astimezone(zone_of(origin.region)).date()),
        procedure=origin.procedure,
        contest=origin.contest,
        title=title,
        place_region=origin.place_region,
        step=following.key if following else road.END,
        step_since=at,
        registered_at=at,
        assigned_to=origin.assigned_to,
    )
    events = road.note_events(case, step.emits.get("registered", ()), at)
    ledger.append(
        "case.opened",
        case.ledger_subject,
        actor=actor,
        at=at,
        facts=_facts(case) | events,
    )
    return case


def _number(origin: Report | Finding, on: date) -> str:
    template = law().procedure(origin.procedure).registration_number
    own = setting_of(origin.office, OfficeSetting.Key.REGISTRATION_NUMBER)
    kind = "report" if isinstance(origin, Report) else "finding"
    fields = report_road.number_fields(origin.office, origin.contest, template, kind)
    fallback = template.format if template else report_road.PLAIN_NUMBER
    return next_number(
        origin.office, "registration", on, template=own or fallback, fields=fields
    )


def _facts(case: Case) -> dict[str, Fact]:
    return {
        "report": str(case.report_id) if case.report_id else None,
        "finding": str(case.finding_id) if case.finding_id else None,
        "office": str(case.office_id),
        "region": case.region,
        "number": case.number,
        "procedure": case.procedure,
        "contest": case.contest_id,
        "step": case.step,
        "registered_at": moment_text(case.registered_at),
        "assigned_to": str(case.assigned_to_id) if case.assigned_to_id else None,
    }


@transaction.atomic
def assign_case(*, case: Case, holder: User, actor: Actor, at: datetime) -> Case:
    """Give the case to an officer.

    Raises:
        NotAllowedError: the actor does not divide the work of this office.
        TiedPersonError: the officer is tied to a party of the case.
    """
    require_on(case, Action.ASSIGN_WORK, actor)
    require_untied_people(case, [holder])
    Case.objects.filter(pk=case.pk).update(assigned_to=holder)
    ledger.append(
        "case.assigned",
        case.ledger_subject,
        actor=actor,
        at=at,
        facts={"assigned_to": str(holder.pk)},
    )
    case.refresh_from_db()
    return case


@transaction.atomic
def take_extension(*, case: Case, reason: str, actor: Actor, at: datetime) -> Case:
    """Take the longer time the law gives when more information is needed.

    Args:
        case: Not yet decided.
        reason: Why more information is needed.
        actor: Needs `WRITE_STUDY` in the region of the case.
        at: Moment of taking it.

    Raises:
        NotAllowedError: the actor does not study this case.
        TextMissingError: no reason was given.
        CaseMovedError: it was taken before, or the case is decided.
    """
    require_on(case, Action.WRITE_STUDY, actor)
    road.require_kind(case, StepKind.STUDY, StepKind.PLENARY)
    if not reason.strip():
        raise TextMissingError("reason")
    if CaseEvent.objects.filter(case=case, key=_EXTENSION).exists():
        raise CaseMovedError(case.number, _EXTENSION)
    Case.objects.filter(pk=case.pk).update(extension_reason=reason)
    facts = road.note_events(case, (_EXTENSION,), at)
    ledger.append(
        "case.extended",
        case.ledger_subject,
        actor=actor,
        at=at,
        facts={**facts, "extension_reason": ledger.commit_text(reason)},
    )
    case.refresh_from_db()
    return case


@transaction.atomic
def tell_status(*, case: Case, follow_up: bool, actor: Actor, at: datetime) -> Case:
    """Record that the status was announced and those concerned were told.

    Args:
        case: Stands on the status notice.
        follow_up: Whether the matter was referred and is watched further.
        actor: Needs `ANNOUNCE_STATUS` in the region of the case.
        at: Moment of telling.

    Raises:
        NotAllowedError: the actor does not announce for this office.
        CaseMovedError: somebody was first.
    """
    require_on(case, Action.ANNOUNCE_STATUS, actor)
    step = road.require_kind(case, StepKind.STATUS_NOTICE)
    result = "follow_up" if follow_up and "follow_up" in step.results else "told"
    return road.advance(
        case, result=result, kind="case.status_told", actor=actor, at=at
    )
