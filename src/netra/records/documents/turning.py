"""What happens to issued papers when their matter comes to another office."""

from django.db.models import Q

from netra.records.accounts.models import Office
from netra.records.cases.models import Case
from netra.records.documents.models import IssuedPaper
from netra.records.reports.models import Report


def follow_office(matter: Case | Report, office: Office) -> None:
    """Let who sees the matter see its papers; who issued them and numbers stay."""
    if isinstance(matter, Case):
        of_matter = Q(case=matter)
        if matter.report_id:
            of_matter |= Q(report=matter.report_id)
        if matter.finding_id:
            of_matter |= Q(finding=matter.finding_id)
    else:
        of_matter = Q(report=matter)
    IssuedPaper.objects.filter(of_matter).update(region=office.region)
