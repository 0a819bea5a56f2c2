"""How report pages open a report, what the reader may do, and how refusals answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from netra.domain.access import Action, RegionCode, Role, is_allowed
from netra.domain.law import LawError, zone_of
from netra.records.access import NotAllowedError
from netra.records.accounts.errors import AccountError
from netra.records.accounts.models import User
from netra.records.accounts.queries import roles_on
from netra.records.cases.errors import CaseError
from netra.records.documents.errors import DocumentsError
from netra.records.evidence.errors import EvidenceError
from netra.records.law.errors import CalendarError
from netra.records.reports.errors import ReportError, StepPassedError
from netra.records.reports.models import Report
from netra.web.desk.tied import refuse_tied
from netra.web.routes import StaffRequest

__all__ = [
    "CONFLICT",
    "REFUSED",
    "Refusal",
    "attempt",
    "handlers_of",
    "may",
    "open_report",
]

CONFLICT = 409
REFUSED = 422
_REFUSALS = (
    ReportError,
    CaseError,
    EvidenceError,
    AccountError,
    CalendarError,
    DocumentsError,
    LawError,
)
_HANDLERS = (Role.OFFICER.value, Role.MEMBER.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What an action answered instead of acting: words for the reader, and a status."""

    message: str
    status: int


def open_report(request: StaffRequest, pk: int) -> Report:
    """Return a report the reader may see.

    Raises:
        Http404: it belongs to another region, or there is none.
        PermissionDenied: the reader is tied to a party of what it became.
    """
    rows = Report.objects.visible_to(request.actor).select_related(
        "office", "contest", "assigned_to", "case"
    )
    report = get_object_or_404(rows, pk=pk)
    refuse_tied(request, report)
    return report


def may(request: StaffRequest, action: Action, report: Report) -> bool:
    """Say whether the reader may do `action` with this report."""
    return is_allowed(request.actor, action, RegionCode(report.region))


def attempt(act: Callable[[], object]) -> Refusal | None:
    """Do it; return what was refused when the reader can do something about it.

    Raises:
        PermissionDenied: the reader's roles do not include it.
    """
    try:
        act()
    except NotAllowedError as error:
        raise PermissionDenied(error.reader_message) from error
    except StepPassedError as error:
        return Refusal(message=error.reader_message, status=CONFLICT)
    except _REFUSALS as error:
        return Refusal(message=error.reader_message, status=REFUSED)
    return None


def handlers_of(report: Report, now: datetime) -> QuerySet[User]:
    """Return who handles reports in the office of a report on the day of `now`."""
    day = now.astimezone(zone_of(report.place_region)).date()
    serving = roles_on(day).filter(office_id=report.office_id, role__in=_HANDLERS)
    return User.objects.filter(
        pk__in=serving.order_by().values("user_id"), is_active=True
    ).order_by("name", "pk")
