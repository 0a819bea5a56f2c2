"""Moving a report along the road its procedure describes.

Nothing here knows the steps: which follows which, what each brings about and what is
due comes from the data of the procedure.
"""

from datetime import datetime

from netra.domain.access import Actor
from netra.domain.law import NumberTemplate, Procedure, Step, StepKind
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.models import Office
from netra.records.contests.models import Contest
from netra.records.law.queries import law
from netra.records.ledger import actions as ledger
from netra.records.reports.errors import StepPassedError
from netra.records.reports.models import Report, ReportEvent

END = "end"
PLAIN_NUMBER = "{seq:03}/{kind}/{region_code}/{month_roman}/{year}"
"""Used only where a procedure gives no template; an office settles its own."""

_KINDS = {"report": "LP", "finding": "TM"}


def procedure_of(report: Report) -> Procedure:
    """Return the procedure the report runs under."""
    return law().procedure(report.procedure)


def step_of(report: Report) -> Step | None:
    """Return the step the report stands on, `None` when its road has ended."""
    return None if report.step == END else procedure_of(report).step(report.step)


def arrival_events(report: Report) -> frozenset[str]:
    """Return the keys of the events that the arrival of a report brings about."""
    steps = procedure_of(report).steps.values()
    intake = (step for step in steps if step.kind is StepKind.INTAKE)
    return frozenset(
        key for step in intake for keys in step.emits.values() for key in keys
    )


def require_kind(report: Report, *kinds: StepKind) -> Step:
    """Return the report's step when it is of one of the kinds, and hold the row.

    The counted update queues behind another writer and sees what that one left, so
    that of two officers who act at once the second is told, on both databases.

    Raises:
        StepPassedError: the report stands elsewhere, or was moved since it was read.
    """
    step = step_of(report)
    if step is None or step.kind not in kinds:
        raise StepPassedError(report.number, " or ".join(kinds))
    here = Report.objects.filter(pk=report.pk, step=report.step)
    if not here.update(step=report.step):
        raise StepPassedError(report.number, report.step)
    return step


def event_facts(report: Report, keys: tuple[str, ...], at: datetime) -> dict[str, Fact]:
    """Write the events of one move and return them as facts."""
    ReportEvent.objects.bulk_create(
        ReportEvent(report=report, key=key, at=at) for key in keys
    )
    return {f"event/{key}": moment_text(at) for key in keys}


def advance(
    report: Report,
    *,
    result: str,
    kind: str,
    actor: Actor,
    at: datetime,
    facts: dict[str, Fact] | None = None,
    happened_at: datetime | None = None,
    ends_here: bool = False,
) -> Report:
    """End the report's step with `result` and enter it; runs inside an action.

    Args:
        report: As the actor saw it.
        result: One of the results of its step.
        kind: Kind of the ledger entry.
        actor: Already permitted.
        at: Moment of recording.
        facts: Further facts of the same act.
        happened_at: When it happened, if earlier; events carry this moment.
        ends_here: The report's own road ends; a case goes on from the next step.

    Raises:
        StepPassedError: somebody moved the report first; nothing was written.
        NotOnRoadError: the step cannot end in this result.
    """
    procedure = procedure_of(report)
    step = procedure.step(report.step)
    following = procedure.after(report.step, result)
    target = following.key if following and not ends_here else END
    moved = Report.objects.filter(pk=report.pk, step=report.step).update(
        step=target, step_since=at
    )
    if not moved:
        raise StepPassedError(report.number, report.step)
    events = event_facts(report, step.emits.get(result, ()), happened_at or at)
    ledger.append(
        kind,
        report.ledger_subject,
        actor=actor,
        at=at,
        happened_at=happened_at,
        facts={"step": target, **events, **(facts or {})},
    )
    report.refresh_from_db()
    return report


def number_fields(
    office: Office,
    contest: Contest,
    template: NumberTemplate | None,
    kind: str = "report",
) -> dict[str, str]:
    """Return the fields of a number template that do not depend on the day.

    `kind` is `report` or `finding`, as the template's own table names them.
    """
    kinds = template.kinds if template else {}
    contests = template.contests if template else {}
    tiers = template.tiers if template else {}
    return {
        "kind": kinds.get(kind, _KINDS[kind]),
        "contest": contests.get(contest.kind, contest.kind),
        "tier": tiers.get(office.tier, office.tier),
        "region_code": office.region,
    }
