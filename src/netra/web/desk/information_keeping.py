"""What the page of a report shows about keeping it as information."""

from netra.domain.access import Action
from netra.records.custody.queries import has_key
from netra.records.information.actions.converting import KEPT, NOT_REGISTERED
from netra.records.reports.models import Report
from netra.web.desk.report_access import may
from netra.web.routes import StaffRequest

__all__ = ["keeping_context"]


def keeping_context(request: StaffRequest, report: Report) -> dict[str, object]:
    """Return whether a report failed formally, was kept, and whether the reader may.

    Queries the events of the report.
    """
    events = dict(report.events.values_list("key", "at"))
    failed = NOT_REGISTERED in events
    return {
        "kept_at": events.get(KEPT),
        "may_keep": failed
        and KEPT not in events
        and may(request, Action.STUDY_REPORT, report)
        and may(request, Action.OPEN_INFORMATION, report),
        "can_keep": failed and has_key(report.office),
    }
