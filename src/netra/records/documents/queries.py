"""Reading papers: those of a matter, those due now, the one behind a code."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from netra.domain.law import Paper, Step, StepKind
from netra.records.cases import road as case_road
from netra.records.cases.models import Case
from netra.records.documents.models import IssuedPaper
from netra.records.notices.models import Clearance
from netra.records.observations.models import Finding, Observation, Tracing
from netra.records.reports import road as report_road
from netra.records.reports.models import Report

FOR_REPORTER = (
    Paper.RECEIPT.value,
    Paper.MISSING_ITEMS_NOTICE.value,
    Paper.STATUS_NOTICE.value,
    Paper.COMPLETION_RECEIPT.value,
)
"""Papers that leave the office for the reporter and name nobody."""


_NAMELESS = frozenset({*FOR_REPORTER, Paper.REGISTRATION.value, Paper.NOTICE.value})
"""Papers on which no respondent is named."""


def papers_of_report(report: Report) -> QuerySet[IssuedPaper]:
    """Return the papers of a report and of its case, newest first."""
    return report.papers.select_related("issued_by")


def papers_of_finding(finding: Finding) -> QuerySet[IssuedPaper]:
    """Return the papers of a finding, of its origin and of its case, newest first."""
    about = Q(finding=finding)
    if finding.tracing_id:
        about |= Q(tracing=finding.tracing_id)
    if finding.observation_id:
        about |= Q(observation=finding.observation_id)
    return IssuedPaper.objects.filter(about).select_related("issued_by")


def papers_of_tracing(tracing: Tracing) -> QuerySet[IssuedPaper]:
    """Return the papers of a tracing and of its letters, newest first."""
    return tracing.papers.select_related("issued_by")


def papers_of_observation(observation: Observation) -> QuerySet[IssuedPaper]:
    """Return the papers of a supervision report, newest first."""
    return observation.papers.select_related("issued_by")


def papers_of_case(case: Case) -> QuerySet[IssuedPaper]:
    """Return the papers of a case and of what it was registered from, newest first."""
    origin = case.origin
    if isinstance(origin, Finding):
        return papers_of_finding(origin)
    return papers_of_report(origin)


def papers_for_reporter(report: Report) -> QuerySet[IssuedPaper]:
    """Return what the reporter may download."""
    return report.papers.filter(kind__in=FOR_REPORTER)


def clearance_naming(paper: IssuedPaper) -> Clearance | None:
    """Return the clearance of somebody a paper may name, `None` if there is none.

    A paper issued before the clearance stays as it was; the letter to the person is
    issued after. Both are handed out only with a recorded reason. Papers for reporters
    name nobody.
    """
    about = _same_matter(paper)
    if paper.kind in _NAMELESS or about is None:
        return None
    rows = Clearance.objects.filter(lifted_at__isnull=True)
    if paper.kind != Paper.EXONERATION_LETTER:
        about &= Q(cleared_at__gte=paper.issued_at)
    return rows.filter(about).order_by("pk").first()


def _same_matter(paper: IssuedPaper) -> Q | None:
    ways = {
        "case__report": paper.report_id,
        "case__finding": paper.finding_id,
        "case__finding__tracing": paper.tracing_id,
        "case__finding__observation": paper.observation_id,
    }
    found = {way: key for way, key in ways.items() if key is not None}
    return Q(**found, _connector=Q.OR) if found else None


def paper_by_check_code(code: str) -> IssuedPaper | None:
    """Return the paper behind the code of a QR, `None` if there is none."""
    return (
        IssuedPaper.objects.filter(check_code=code.strip().upper())
        .select_related("office")
        .first()
    )


def papers_due(matter: Report | Case) -> list[Paper]:
    """Return the papers of the steps walked so far that were not issued yet.

    A paper belongs to a step of the procedure's data; it may be issued once the step
    has ended, the notices of the present step at once. To those of a case from a
    finding belong the papers of the finding.
    """
    if isinstance(matter, Case):
        return _due_of_case(matter)
    events = set(matter.events.values_list("key", flat=True))
    return _due_of_report(matter, report_road.step_of(matter), events)


def _due_of_case(case: Case) -> list[Paper]:
    current = case_road.step_of(case)
    events = set(case.events.values_list("key", flat=True))
    origin = case.origin
    events |= set(origin.events.values_list("key", flat=True))
    if isinstance(origin, Report):
        return _due_of_report(origin, current, events)
    issued = _kinds(papers_of_finding(origin))
    steps = case_road.procedure_of(case).steps.values()
    return papers_due_of_finding(origin) + _due(steps, current, events, issued)


def _due_of_report(
    report: Report, current: Step | None, events: set[str]
) -> list[Paper]:
    steps = report_road.procedure_of(report).steps.values()
    due = _due(steps, current, events, _kinds(report.papers.all()))
    if Paper.MISSING_ITEMS_NOTICE in due and not _is_awaited(report, current):
        due.remove(Paper.MISSING_ITEMS_NOTICE)
    return due


def _kinds(papers: QuerySet[IssuedPaper]) -> set[str]:
    return set(papers.values_list("kind", flat=True))


def _due(
    steps: Iterable[Step], current: Step | None, events: set[str], issued: set[str]
) -> list[Paper]:
    due: list[Paper] = []
    for step in steps:
        if _is_open(step, current, events):
            due += [p for p in step.papers if p.value not in issued and p not in due]
    return due


def papers_due_of_finding(finding: Finding) -> list[Paper]:
    """Return the papers of a finding, and of its tracing, that were not issued yet.

    The minutes may be issued once the plenary has decided, the form once it is set.
    Form A is not among them: those issue it who may write it.
    """
    may = [Paper.TRACING_REPORT] if finding.tracing_id else []
    if finding.state != Finding.State.PROPOSED:
        may.append(Paper.FINDING_PLENARY)
    if finding.state in (Finding.State.SET, Finding.State.REGISTERED):
        may.append(Paper.FINDING)
    issued = _kinds(papers_of_finding(finding))
    return [kind for kind in may if kind.value not in issued]


def papers_due_of_tracing(tracing: Tracing) -> list[Paper]:
    """Return the report on a tracing, if it has ended and was not issued yet.

    Its letters are due one a referral: those without a paper of their own.
    """
    issued = _kinds(papers_of_tracing(tracing))
    if tracing.is_open or Paper.TRACING_REPORT.value in issued:
        return []
    return [Paper.TRACING_REPORT]


def papers_due_of_observation(observation: Observation) -> list[Paper]:
    """Return Form A, if it was not issued yet."""
    issued = _kinds(papers_of_observation(observation))
    kind = Paper.OBSERVATION_REPORT
    return [] if kind.value in issued else [kind]


def _is_awaited(report: Report, current: Step | None) -> bool:
    """Say whether the reporter can still hand in what a notice would ask for."""
    if current is None or report.step == report_road.END:
        return False
    return current.kind in {StepKind.NOTICE, StepKind.COMPLETION}


_AT_ONCE = (Paper.MISSING_ITEMS_NOTICE, Paper.STATUS_NOTICE)


def _is_open(step: Step, current: Step | None, events: set[str]) -> bool:
    emitted = {key for keys in step.emits.values() for key in keys}
    if emitted & events:
        return True
    here = current is not None and current.key == step.key
    return here and any(paper in _AT_ONCE for paper in step.papers)
