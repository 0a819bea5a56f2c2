"""What may be announced: reports and registered findings, by number and status."""

from django.db.models import F, Max, Q
from django.db.models.functions import Coalesce
from django.db.models.query import QuerySet

from netra.records.cases.models import Case
from netra.records.reports.queries import announced_reports

_SHOWN = (
    "shown_number",
    "office_name",
    "case_pk",
    "told_at",
    "referred_at",
    "announced_at",
)


def _event(key: str) -> Max:
    return Max("events__at", filter=Q(events__key=key))


def announced(number: str = "") -> QuerySet[Case, dict[str, object]]:
    """Return what may be announced, newest first: by number, office, status and day.

    Registered reports and findings, and reports that were not registered once their
    status was told. A row carries `shown_number`, `office_name`, `case_pk` (`None` for
    a report that was not registered), `told_at`, `referred_at` (`None` while it has
    not happened) and `announced_at`, the day of its newest status.

    Args:
        number: Only numbers that contain it.
    """
    reports = announced_reports(number).order_by()
    told = reports.annotate(
        office_name=F("office__name"), case_pk=F("case__pk")
    ).values(*_SHOWN)
    cases = Case.objects.filter(finding__isnull=False, number__icontains=number)
    found = (
        cases.order_by()
        .annotate(
            shown_number=F("number"),
            office_name=F("office__name"),
            case_pk=F("pk"),
            told_at=_event("status_told"),
            referred_at=_event("referral_sent"),
            announced_at=Coalesce("told_at", "registered_at"),
        )
        .values(*_SHOWN)
    )
    rows: QuerySet[Case, dict[str, object]] = found.union(told, all=True)
    return rows.order_by("-announced_at", "-shown_number")  # type: ignore[misc] # columns of the union
