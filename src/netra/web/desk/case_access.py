"""How case pages open a case, and how they answer what an action refuses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render

from netra.domain.access import Action, RegionCode, is_allowed
from netra.domain.law import LawError, zone_of
from netra.records.access import NotAllowedError
from netra.records.accounts.errors import AccountError
from netra.records.cases.errors import (
    CaseError,
    CaseMovedError,
    PlenaryClosedError,
    PlenaryOpenError,
    TextMissingError,
)
from netra.records.cases.models import Case
from netra.records.closing.queries import closure_of
from netra.records.documents.errors import DocumentsError
from netra.records.evidence.errors import EvidenceError
from netra.records.law.errors import CalendarError
from netra.records.notices.errors import (
    ClearedAlreadyError,
    InvitedAlreadyError,
    NoticeError,
    NoticeMovedError,
    ToldAlreadyError,
)
from netra.records.observations.errors import ObservationError
from netra.records.referrals.errors import NothingToReferError, ReferralError
from netra.records.reports.errors import ReportError
from netra.records.turns.errors import (
    AcceptedAlreadyError,
    AnsweredAlreadyError,
    CorrectedAlreadyError,
    HearingStateError,
    MoveConflictError,
    NotLastEventError,
    TurnError,
    WithdrawnAlreadyError,
)
from netra.web.desk.tied import refuse_tied
from netra.web.routes import StaffRequest

CONFLICT = 409
REFUSED = 422
_REFUSALS = (
    CaseError,
    ReferralError,
    ReportError,
    AccountError,
    CalendarError,
    DocumentsError,
    EvidenceError,
    LawError,
    ObservationError,
    NoticeError,
    TurnError,
)
_CONFLICTS = (
    CaseMovedError,
    PlenaryClosedError,
    PlenaryOpenError,
    NothingToReferError,
    NoticeMovedError,
    ToldAlreadyError,
    InvitedAlreadyError,
    ClearedAlreadyError,
    MoveConflictError,
    AcceptedAlreadyError,
    WithdrawnAlreadyError,
    AnsweredAlreadyError,
    CorrectedAlreadyError,
    NotLastEventError,
    HearingStateError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What an action answered instead of acting: words, status, field if one is meant.

    `error` is what was raised, for pages that put it beside a certain field.
    """

    message: str
    status: int
    error: Exception

    @property
    def field(self) -> str:
        """Name of the field a missing text belongs to, or an empty text."""
        return self.error.field if isinstance(self.error, TextMissingError) else ""


_ON_A_CLOSED_FILE = frozenset(
    {action for action in Action if action.startswith("view_")}
    | {Action.OPEN_IDENTITY, Action.CLOSE_FILE}
)


def _allowed(request: StaffRequest, action: Action, case: Case) -> bool:
    return is_allowed(request.actor, action, RegionCode(case.region))


def may(request: StaffRequest, action: Action, case: Case) -> bool:
    """Say whether the reader may do `action` on this case as it stands.

    A closed file is only read; whoever goes to a page of it all the same is told so.
    """
    if not _allowed(request, action, case):
        return False
    return action in _ON_A_CLOSED_FILE or not _is_closed(case)


def _is_closed(case: Case) -> bool:
    """Ask once a page: every panel wants to know."""
    known: dict[str, object] = vars(case)
    if "file_is_closed" not in known:
        known["file_is_closed"] = closure_of(case) is not None
    return bool(known["file_is_closed"])


def seen_case(request: StaffRequest, pk: int) -> Case:
    """Return a case of which the reader may know that it exists.

    Raises:
        Http404: it belongs to another region, or there is none.
    """
    rows = Case.objects.visible_to(request.actor).select_related(
        "report",
        "finding__observation",
        "finding__tracing",
        "office",
        "contest",
        "assigned_to",
    )
    return get_object_or_404(rows, pk=pk)


def open_case(request: StaffRequest, pk: int, needs: Action | None = None) -> Case:
    """Return a case the reader may see.

    Raises:
        Http404: it belongs to another region, or there is none.
        PermissionDenied: the reader sees it but may not do `needs` with it, or is
            tied to a party of it.
    """
    case = seen_case(request, pk)
    refuse_tied(request, case, needs)
    if needs is not None and not _allowed(request, needs, case):
        raise PermissionDenied(NotAllowedError(needs).reader_message)
    return case


def posted(request: StaffRequest) -> QueryDict | None:
    """Return what was sent, `None` when the page is only opened."""
    return request.POST if request.method == "POST" else None


def today_of(case: Case, at: datetime) -> date:
    """Return the local day at the place of the case."""
    return at.astimezone(zone_of(case.place_region)).date()


def attempt(act: Callable[[], object]) -> Refusal | None:
    """Do it; return what was refused when the reader can do something about it.

    Raises:
        PermissionDenied: the reader's roles do not include it.
    """
    try:
        act()
    except NotAllowedError as error:
        raise PermissionDenied(error.reader_message) from error
    except _REFUSALS as error:
        status = CONFLICT if isinstance(error, _CONFLICTS) else REFUSED
        return Refusal(message=error.reader_message, status=status, error=error)
    return None


def put_beside(form: forms.BaseForm, refusal: Refusal, field: str = "") -> None:
    """Show a refusal beside the field it is about, or above the form."""
    name = field or refusal.field
    form.add_error(name if name in form.fields else None, refusal.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A page with one form that does one thing to a case.

    `field_of` names the field beside which a refusal is shown.
    """

    template: str
    done: str
    field_of: Callable[[Exception], str] = lambda _error: ""
    anchor: str = ""


def answer_form(
    request: StaffRequest,
    case: Case,
    page: FormPage,
    form: forms.Form,
    act: Callable[[], object],
    **context: Any,
) -> HttpResponse:
    """Show the form, or act and lead back; what was typed stays after a refusal."""
    refusal = None
    if form.is_bound and form.is_valid():
        refusal = attempt(act)
        if refusal is None:
            messages.success(request, page.done)
            return back_to(case, page.anchor)
        put_beside(form, refusal, page.field_of(refusal.error))
    status = refusal.status if refusal else REFUSED if form.is_bound else 200
    shown = {"case": case, "form": form, "refusal": refusal, **context}
    return render(request, page.template, shown, status=status)


def back_to(case: Case, anchor: str = "") -> HttpResponse:
    """Lead back to the page of the case."""
    response = redirect("case", case.pk)
    if anchor:
        response["Location"] += f"#{anchor}"
    return response
