"""Reading reports: what is due, what is missing, what a code opens."""

import hmac
from collections.abc import Mapping
from datetime import date, datetime

from django.db.models import F, Max, Q, QuerySet
from django.db.models.functions import Coalesce

from netra.domain.law import CheckItem, Deadline, running_deadlines, zone_of
from netra.records.law.queries import current_calendar, law
from netra.records.reports import road
from netra.records.reports.codes import digest_of
from netra.records.reports.errors import UnknownCodeError
from netra.records.reports.models import CheckResult, Report
from netra.records.reports.reception import with_choice

KNOWN = "violation_known_or_found"


def events_of(report: Report) -> Mapping[str, datetime]:
    """Return the events of the report's road with their moments.

    The day on which the reporter learned of the act stands at its local midday: a day
    has no moment, and the clock counts from the local day.
    """
    return {
        KNOWN: midday(report.known_on, report.place_region),
        **road_events_of(report),
    }


def road_events_of(report: Report) -> Mapping[str, datetime]:
    """Return the events since arrival, from which deadlines may still run.

    The arrival stands at the moment that counts, which an officer may have chosen.
    The day of learning of the act is left out: what ran from it was met by the report,
    and it may lie before the procedure that is in force on the day of submission.
    """
    events = true_events_of(report)
    if report.counted_at is None:
        return events
    arrived = road.arrival_events(report) & events.keys()
    return {**events, **dict.fromkeys(arrived, report.counted_at)}


def true_events_of(report: Report) -> Mapping[str, datetime]:
    """Return the events since arrival at the moments at which they truly happened."""
    return {event.key: event.at for event in report.events.all()}


def midday(day: date, region: str) -> datetime:
    """Return noon of a local day in the zone of a place."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=zone_of(region))


def deadlines_of(report: Report) -> tuple[Deadline, ...]:
    """Return the running deadlines of a report, soonest first."""
    running = running_deadlines(
        law(),
        road.procedure_of(report),
        road_events_of(report),
        report.place_region,
        current_calendar(),
    )
    return with_choice(report, running)


def open_reports() -> QuerySet[Report]:
    """Return the reports whose road has not ended and which are no cases yet."""
    return Report.objects.exclude(step=road.END).filter(case__isnull=True)


def missing_items(report: Report) -> list[CheckItem]:
    """Return what the newest check found missing."""
    newest = report.checks.order_by("-round").first()
    if newest is None:
        return []
    missing = set(
        report.checks.filter(round=newest.round, present=False).values_list(
            "item", flat=True
        )
    )
    procedure = road.procedure_of(report)
    items = (*procedure.formal_items, *procedure.material_items)
    return [item for item in items if item.key in missing]


def findings_of(report: Report, round_: CheckResult.Round) -> dict[str, CheckResult]:
    """Return what one check found, by the key of the requirement."""
    return {row.item: row for row in report.checks.filter(round=round_)}


def report_by_code(number: str, code: str) -> Report:
    """Return the report of a receipt.

    Raises:
        UnknownCodeError: number and code do not belong together.
    """
    digest = digest_of(code)
    plain = number.replace(" ", "").replace("\u200b", "")
    for report in Report.objects.filter(number__iexact=plain):
        if hmac.compare_digest(report.code_digest, digest):
            return report
    raise UnknownCodeError


def _case_event(key: str) -> Max:
    return Max("case__events__at", filter=Q(case__events__key=key))


def announced_reports(number: str = "") -> QuerySet[Report]:
    """Return what may be announced, newest first: by number, office, status and day.

    Registered matters, and reports that were not registered once their status was
    told. Each row carries `shown_number`, `told_at` and `referred_at` (`None` while it
    has not happened) and `announced_at`, the day of its newest status.

    Args:
        number: Only numbers that contain it.
    """
    rows = Report.objects.select_related("office", "case").annotate(
        shown_number=Coalesce("case__number", "number"),
        own_told_at=Max("events__at", filter=Q(events__key="status_told")),
        told_at=Coalesce(_case_event("status_told"), "own_told_at"),
        referred_at=_case_event("referral_sent"),
        announced_at=Coalesce("told_at", "case__registered_at"),
    )
    may_be = Q(case__isnull=False) | Q(own_told_at__isnull=False)
    return rows.filter(may_be, shown_number__icontains=number).order_by(
        F("announced_at").desc(), "-pk"
    )
