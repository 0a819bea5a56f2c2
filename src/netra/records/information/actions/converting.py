"""A report that fails formally is not thrown away: it becomes information."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.ledger.entries import moment_text
from netra.records.access import require
from netra.records.information.actions.arriving import give_information
from netra.records.information.content import InformationContent
from netra.records.information.errors import NotFormallyFailedError
from netra.records.information.models import Information
from netra.records.ledger import actions as ledger
from netra.records.reports.models import Report, ReportEvent

NOT_REGISTERED = "report_not_registered"
KEPT = "kept_as_information"


@transaction.atomic
def inform_from_report(*, report: Report, actor: Actor, at: datetime) -> Information:
    """Keep a report that was not registered as information of the same office.

    The report learns only that it was kept; the information holds the report's number
    in its sealed part. The status page tells the reporter why and how.

    Args:
        report: Was not registered for form, and not kept before.
        actor: Needs `STUDY_REPORT` and `OPEN_INFORMATION` in the region of the report.
        at: Moment of keeping.

    Raises:
        NotAllowedError: the actor does not study for this office.
        NotFormallyFailedError: it was not refused, or was kept before.
        NoOfficeKeyError: the office has no key to seal to.
    """
    require(actor, Action.STUDY_REPORT, report.region)
    require(actor, Action.OPEN_INFORMATION, report.region)
    if not report.events.filter(key=NOT_REGISTERED).exists():
        raise NotFormallyFailedError(report.number)
    try:
        with transaction.atomic():
            ReportEvent.objects.create(report=report, key=KEPT, at=at)
    except IntegrityError as error:
        raise NotFormallyFailedError(report.number) from error
    ledger.append(
        "report.kept_as_information",
        report.ledger_subject,
        actor=actor,
        at=at,
        facts={f"event/{KEPT}": moment_text(at)},
    )
    row, _none = give_information(
        content=_content(report),
        actor=actor,
        at=at,
        office=report.office,
        via=Information.Via.REPORT,
        code="",
    )
    return row


def _content(report: Report) -> InformationContent:
    people = [
        ", ".join(part for part in (row.name, row.post, row.workplace) if part)
        for row in report.respondents.all()
    ]
    when = report.happened_on.isoformat() if report.happened_on else ""
    return InformationContent(
        text="\n\n".join(part for part in (report.event, report.account) if part),
        place_region=report.place_region,
        place=report.place,
        when=" ".join(part for part in (when, report.happened_time) if part),
        who="; ".join(people),
        links=report.links,
        origin=_("Laporan %(number)s") % {"number": report.number},
    )
