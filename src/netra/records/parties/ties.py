"""A tie to a party reaches every case and report that is handled together."""

from collections.abc import Iterator

from django.db import models
from django.db.models import Q

from netra.domain.access import Actor
from netra.records.cases.guards import tie_guards
from netra.records.cases.models import Case
from netra.records.cases.ties import cases_tied_to
from netra.records.parties.models import JoinedReport
from netra.records.reports.models import Report, Respondent

GUARDS = tuple(
    tie_guards("parties_partyopening", "account_id", matter="r.case_id = NEW.case_id")
)
"""No identity of a case is opened by who is tied to a party of it."""


def ties_by_joining(matter: models.Model, actor: Actor) -> bool:
    """Say whether a tie in one of the cases handled together keeps the actor away."""
    if not isinstance(matter, (Case, Report, Respondent)):
        return False
    tied = list(cases_tied_to(actor))
    if not tied:
        return False
    return any(
        JoinedReport.objects.filter(about, split_at__isnull=True).exists()
        for about in _between(matter, tied)
    )


def _between(matter: Case | Report | Respondent, tied: list[int]) -> Iterator[Q]:
    """Yield what joins the matter to a tied case, in either direction."""
    if isinstance(matter, Case):
        yield Q(case=matter, report__case__in=tied)
        yield Q(report__case=matter, case__in=tied)
        return
    report = matter.pk if isinstance(matter, Report) else matter.report_id
    if report:
        yield Q(report=report, case__in=tied)
        yield Q(case__report=report, report__case__in=tied)
