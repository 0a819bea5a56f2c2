"""Reports of one event side by side: an officer judges, no reporter is told."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.records.access import require_for
from netra.records.ledger import actions as ledger
from netra.records.reports.errors import GroupError
from netra.records.reports.models import Report

_LEAST = 2


@transaction.atomic
def group_reports(*, rows: Sequence[Report], actor: Actor, at: datetime) -> uuid.UUID:
    """Put reports of one event together; each keeps its own road and deadlines.

    Args:
        rows: At least two, of one office. Their earlier groups become one.
        actor: Needs `STUDY_REPORT` in the region of every report.
        at: Moment of grouping.

    Raises:
        NotAllowedError: the actor does not study for this office.
        GroupError: fewer than two, or of several offices.
    """
    for row in rows:
        require_for(actor, Action.STUDY_REPORT, row, row.region)
    if len(rows) < _LEAST or len({row.office_id for row in rows}) != 1:
        raise GroupError
    earlier = {row.group for row in rows if row.group}
    group = min(earlier, default=None) or uuid.uuid4()
    named = Report.objects.filter(pk__in=[row.pk for row in rows])
    joined = Report.objects.filter(group__in=earlier)
    for report in (named | joined).exclude(group=group).order_by("pk"):
        _move(report, group, actor=actor, at=at)
    return group


@transaction.atomic
def ungroup_report(*, report: Report, actor: Actor, at: datetime) -> Report:
    """Take a report out of its group.

    Raises:
        NotAllowedError: the actor does not study for this office.
    """
    require_for(actor, Action.STUDY_REPORT, report, report.region)
    _move(report, None, actor=actor, at=at)
    report.refresh_from_db()
    return report


def _move(
    report: Report, group: uuid.UUID | None, *, actor: Actor, at: datetime
) -> None:
    Report.objects.filter(pk=report.pk).update(group=group)
    ledger.append(
        "report.grouped" if group else "report.ungrouped",
        report.ledger_subject,
        actor=actor,
        at=at,
        facts={"group": str(group) if group else None},
    )
