"""Which report this visit may read: opened by number and code, or by its own draft.

The key lives in the session and runs out by itself; no code is ever in an address.
"""

from datetime import datetime, timedelta

from django.http import HttpRequest

from netra.records.reports.models import Report

__all__ = ["forget_status", "open_status", "opened_report"]

_KEY = "status"
_LASTS = timedelta(minutes=60)


def open_status(request: HttpRequest, report: Report, at: datetime) -> None:
    """Let this visit read a report for a while."""
    request.session[_KEY] = {"report": report.pk, "at": at.isoformat()}


def opened_report(request: HttpRequest, at: datetime) -> Report | None:
    """Return the report of this visit, `None` when none is open or time ran out."""
    held = request.session.get(_KEY)
    if not isinstance(held, dict):
        return None
    if at - datetime.fromisoformat(held["at"]) > _LASTS:
        forget_status(request)
        return None
    return Report.objects.select_related("office").filter(pk=held["report"]).first()


def forget_status(request: HttpRequest) -> None:
    """Close the report for this visit."""
    request.session.pop(_KEY, None)
