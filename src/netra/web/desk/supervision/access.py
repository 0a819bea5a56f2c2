"""How pages of supervision open a matter, and how they answer what is refused."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import QueryDict
from django.shortcuts import get_object_or_404

from netra.domain.access import Action, Actor, RegionCode, Role, is_allowed
from netra.domain.law import LawError, zone_of
from netra.records.access import NotAllowedError
from netra.records.accounts.errors import AccountError
from netra.records.accounts.models import Office, User
from netra.records.accounts.queries import roles_on
from netra.records.cases.errors import CaseError, CaseMovedError
from netra.records.documents.errors import DocumentsError
from netra.records.evidence.errors import EvidenceError
from netra.records.law.errors import CalendarError
from netra.records.observations.errors import MovedError, ObservationError
from netra.records.observations.models import Finding, Observation, Tracing
from netra.records.referrals.errors import ReferralError
from netra.records.reports.errors import ReportError
from netra.web.desk.tied import refuse_tied
from netra.web.routes import StaffRequest

__all__ = [
    "Matter",
    "MatterForm",
    "carried_out",
    "may",
    "offices_where",
    "open_finding",
    "open_observation",
    "open_tracing",
    "posted",
    "serving",
    "today_of",
]

Matter = Observation | Tracing | Finding
CONFLICT, REFUSED = 409, 422
_HANDLERS = (Role.OFFICER.value, Role.MEMBER.value)
_REFUSALS = (
    ObservationError,
    ReferralError,
    CaseError,
    ReportError,
    EvidenceError,
    DocumentsError,
    AccountError,
    CalendarError,
    LawError,
)
_CONFLICTS = (MovedError, CaseMovedError)
_Made = TypeVar("_Made")


class MatterForm(forms.Form):
    """A form whose act may be refused after its fields were found right."""

    refused_with = 0

    @property
    def status(self) -> int:
        """Status of the answer that shows this form: 200, 422 or what refused it."""
        if self.refused_with:
            return self.refused_with
        return REFUSED if self.is_bound and not self.is_valid() else 200


def carried_out(form: MatterForm, act: Callable[[], _Made]) -> _Made | None:
    """Do what a valid form asks for; `None` when it was refused and the form says why.

    Raises:
        PermissionDenied: the actor may not do this here.
    """
    try:
        return act()
    except NotAllowedError as error:
        raise PermissionDenied(error.reader_message) from error
    except _REFUSALS as error:
        form.refused_with = CONFLICT if isinstance(error, _CONFLICTS) else REFUSED
        field = getattr(error, "field", "")
        form.add_error(field if field in form.fields else None, error.reader_message)
        return None


def posted(request: StaffRequest) -> QueryDict | None:
    """Return what was sent, `None` when the page is only opened."""
    return request.POST if request.method == "POST" else None


def may(request: StaffRequest, action: Action, region: str) -> bool:
    """Say whether the reader may do `action` in a region."""
    return is_allowed(request.actor, action, RegionCode(region))


def _permitted(
    request: StaffRequest,
    needs: Action | None,
    matter: Observation | Tracing | Finding,
) -> None:
    refuse_tied(request, matter, needs)
    if needs is not None and not may(request, needs, matter.region):
        raise PermissionDenied(NotAllowedError(needs).reader_message)


def open_observation(
    request: StaffRequest, pk: int, needs: Action | None = None
) -> Observation:
    """Return a supervision report the reader may see.

    Raises:
        Http404: it belongs to another region, or there is none.
        PermissionDenied: the reader sees it but may not do `needs` with it, or is
            tied to a party of the case it became.
    """
    rows = Observation.objects.visible_to(request.actor).select_related(
        "office", "contest", "entered_by", "corrects", "corrected_by", "finding"
    )
    observation = get_object_or_404(rows, pk=pk)
    _permitted(request, needs, observation)
    return observation


def open_tracing(
    request: StaffRequest, pk: int, needs: Action | None = None
) -> Tracing:
    """Return a tracing the reader may see.

    Raises:
        Http404: it belongs to another region, or there is none.
        PermissionDenied: the reader sees it but may not do `needs` with it, or is
            tied to a party of the case it became.
    """
    rows = Tracing.objects.visible_to(request.actor).select_related(
        "office", "contest", "begun_by", "assigned_to", "finding"
    )
    tracing = get_object_or_404(rows, pk=pk)
    _permitted(request, needs, tracing)
    return tracing


def open_finding(
    request: StaffRequest, pk: int, needs: Action | None = None
) -> Finding:
    """Return a finding the reader may see.

    Raises:
        Http404: it belongs to another region, or there is none.
        PermissionDenied: the reader sees it but may not do `needs` with it, or is
            tied to a party of the case it became.
    """
    rows = Finding.objects.visible_to(request.actor).select_related(
        "office",
        "contest",
        "proposed_by",
        "assigned_to",
        "observation",
        "tracing",
        "plenary",
        "case",
    )
    finding = get_object_or_404(rows, pk=pk)
    _permitted(request, needs, finding)
    return finding


def today_of(region: str, at: datetime) -> date:
    """Return the local day at a place."""
    return at.astimezone(zone_of(region)).date()


def offices_where(actor: Actor, action: Action) -> list[Office]:
    """Return the offices for which somebody may do `action`; queries the database."""
    ids = [
        grant.office_id
        for grant in actor.grants
        if is_allowed(
            Actor(account_id=actor.account_id, grants=(grant,)), action, grant.region
        )
    ]
    return list(Office.objects.filter(pk__in=ids))


def serving(office: Office, day: date) -> QuerySet[User]:
    """Return the officers and members who serve an office on a day, by name."""
    rows = roles_on(day).filter(office=office, role__in=_HANDLERS)
    people = User.objects.filter(pk__in=rows.order_by().values("user"), is_active=True)
    return people.order_by("name", "pk")
