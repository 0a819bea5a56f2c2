"""Which cases are handled together, and how one goes along with the other."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from netra.domain.access import Actor
from netra.domain.law import StepKind
from netra.records.cases import road
from netra.records.cases.counting import outcome_facts
from netra.records.cases.models import Case, RespondentOutcome
from netra.records.ledger import actions as ledger
from netra.records.parties.errors import HandledElsewhereError
from netra.records.parties.models import JoinedReport
from netra.records.reports.models import Report, Respondent

OWN = (StepKind.STATUS_NOTICE, StepKind.FOLLOW_UP)
"""What each reporter is told, and what is watched, stays with each case."""


def joined_to(case: Case) -> JoinedReport | None:
    """Return by what a case is handled in another one now, if it is."""
    if case.report_id is None:
        return None
    rows = JoinedReport.objects.filter(report=case.report_id, split_at__isnull=True)
    return rows.select_related("case").first()


def joined_reports(case: Case) -> QuerySet[JoinedReport]:
    """Return the reports that are handled in a case now."""
    rows = JoinedReport.objects.filter(case=case, split_at__isnull=True)
    return rows.select_related("report", "report__case", "report__contest")


def joinable(case: Case) -> QuerySet[Report]:
    """Return the reports that may be joined to a case; those of its group first.

    Of the same office, contest and procedure, still on their road, standing where the
    case stands if they are cases themselves, and joined to nothing.
    """
    same = {
        "office": case.office_id,
        "contest": case.contest_id,
        "procedure": case.procedure,
    }
    waiting = Q(case__isnull=True) & ~Q(step=road.END)
    standing = Q(case__step=case.step)
    taken = JoinedReport.objects.filter(split_at__isnull=True)
    leading = taken.values("case__report")
    busy = Report.objects.filter(case__plenaries__closed_at__isnull=True).filter(
        case__plenaries__isnull=False
    )
    rows = Report.objects.filter(waiting | standing, **same)
    group = case.report.group if case.report else None
    return (
        rows.exclude(pk=case.report_id or 0)
        .exclude(pk__in=taken.values("report"))
        .exclude(pk__in=leading.filter(case__report__isnull=False))
        .exclude(pk__in=busy.values("pk"))
        .annotate(shares=_shares(group))
        .order_by("-shares", "-pk")
    )


def _shares(group: UUID | None) -> Q:
    """Whether a report is of the group; never null, which databases order apart."""
    return Q(group__isnull=False, group=group) if group else Q(pk__isnull=True)


def hold_joined(case: Case, kind: StepKind) -> None:
    """Refuse to work on a case that is handled in another one.

    Raises:
        HandledElsewhereError: naming the case to work in.
    """
    row = None if kind in OWN else joined_to(case)
    if row is not None:
        raise HandledElsewhereError(row.case.number)


def followers(case: Case) -> list[Case]:
    """Return the joined cases that stand where a case stands and go along with it."""
    step = road.step_of(case)
    if step is None or step.kind in OWN:
        return []
    rows = Case.objects.filter(
        report__joined_to__case=case, report__joined_to__split_at__isnull=True
    )
    return list(rows.filter(step=case.step).order_by("pk"))


def followed(case: Case, leader: Case, actor: Actor, at: datetime) -> None:
    """Note that a joined case went along; once decided, its people get the outcomes."""
    row = joined_to(case)
    if row is None:
        return
    moved = JoinedReport.objects.filter(pk=row.pk, followed=False)
    if moved.update(followed=True):
        ledger.append(
            "joined.followed",
            row.ledger_subject,
            actor=actor,
            at=at,
            facts={"followed": True},
        )
    if leader.outcomes.exists() and not case.outcomes.exists():
        _give_outcomes(case, row, leader, actor=actor, at=at)


def _give_outcomes(
    case: Case, row: JoinedReport, leader: Case, *, actor: Actor, at: datetime
) -> None:
    rows = [
        RespondentOutcome(
            case=case,
            plenary=outcome.plenary,
            respondent=person.respondent,
            outcome=outcome.outcome,
        )
        for person in row.people.select_related("respondent", "stands_as")
        for outcome in leader.outcomes.filter(respondent=stands_as(person.stands_as))
    ]
    RespondentOutcome.objects.bulk_create(rows)
    ledger.append(
        "case.decided_together",
        case.ledger_subject,
        actor=actor,
        at=at,
        facts=dict(outcome_facts(rows)),
    )


def stands_as(person: Respondent) -> Respondent:
    """Return who somebody is in the case now: the right person after a correction."""
    while person.replaced_by is not None:
        person = person.replaced_by
    return person
