"""Reading papers: those of a matter, those due now, the one behind a code."""

from django.db.models import QuerySet

from netra.domain.law import Paper, Step, StepKind
from netra.records.cases import road as case_road
from netra.records.cases.models import Case
from netra.records.documents.models import IssuedPaper
from netra.records.reports import road as report_road
from netra.records.reports.models import Report

FOR_REPORTER = (
    Paper.RECEIPT.value,
    Paper.MISSING_ITEMS_NOTICE.value,
    Paper.STATUS_NOTICE.value,
)
"""Papers that leave the office for the reporter and name nobody."""


def papers_of_report(report: Report) -> QuerySet[IssuedPaper]:
    """Return the papers of a report and of its case, newest first."""
    return report.papers.select_related("issued_by")


def papers_of_case(case: Case) -> QuerySet[IssuedPaper]:
    """Return the papers of a case and of its report, newest first."""
    return papers_of_report(case.report)


def papers_for_reporter(report: Report) -> QuerySet[IssuedPaper]:
    """Return what the reporter may download."""
    return report.papers.filter(kind__in=FOR_REPORTER)


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
    has ended, the notices of the present step at once.
    """
    if isinstance(matter, Case):
        report, current = matter.report, case_road.step_of(matter)
        events = set(matter.events.values_list("key", flat=True))
    else:
        report, current, events = matter, report_road.step_of(matter), set()
    events |= set(report.events.values_list("key", flat=True))
    issued = set(report.papers.values_list("kind", flat=True))
    due: list[Paper] = []
    for step in report_road.procedure_of(report).steps.values():
        if _is_open(step, current, events):
            due += [p for p in step.papers if p.value not in issued and p not in due]
    if Paper.MISSING_ITEMS_NOTICE in due and not _is_awaited(report, current):
        due.remove(Paper.MISSING_ITEMS_NOTICE)
    return due


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
