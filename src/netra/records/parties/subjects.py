"""The ledger's subjects of what this room holds about a case."""

from collections.abc import Iterator

from netra.records.cases.models import Case
from netra.records.parties.hearable import everybody_reported
from netra.records.parties.models import JoinedReport, PartyOpening, sides_subject
from netra.records.reports.models import Respondent


def people_subjects(case: Case) -> Iterator[str]:
    """Yield the subjects of parties, openings and respondents taken out."""
    yield from (f"party:{pk}" for pk in case.parties.values_list("pk", flat=True))
    openings = PartyOpening.objects.filter(case=case).values_list("pk", flat=True)
    yield from (f"party_opening:{pk}" for pk in openings)
    if case.finding_id is not None:
        gone = everybody_reported(case).exclude(standing=Respondent.Standing.NAMED)
        yield from (f"respondent:{pk}" for pk in gone.values_list("pk", flat=True))


def event_subjects(case: Case) -> Iterator[str]:
    """Yield the subjects of time, sides and joined reports, led or followed."""
    yield f"event_time:{case.pk}"
    alleged = case.allegations.values_list("pk", flat=True)
    yield from (sides_subject(pk) for pk in alleged)
    rows = JoinedReport.objects.filter(case=case)
    if case.report_id is not None:
        rows = rows | JoinedReport.objects.filter(report=case.report_id)
    yield from (f"joined:{pk}" for pk in rows.values_list("pk", flat=True))
