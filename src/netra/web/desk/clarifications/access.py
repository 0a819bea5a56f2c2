"""Opening a hearing, by the case or by the office that was asked to hold it."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from netra.domain.access import Action, RegionCode, is_allowed
from netra.records.access import is_tied
from netra.records.clarifications.models import Clarification, Minutes
from netra.records.parties.hearable import label_of
from netra.web.desk.case_access import may, open_case
from netra.web.routes import StaffRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenHearing:
    """A hearing somebody may read; `label` names nobody.

    `sees_case` is false for the office below that was asked to hold it.
    """

    row: Clarification
    label: str
    may_hear: bool
    sees_case: bool

    @property
    def minutes(self) -> Minutes | None:
        """The minutes, once the hearing has begun."""
        return getattr(self.row, "minutes", None)


def open_hearing(
    request: StaffRequest, pk: int, needs: Action = Action.VIEW_EXHIBIT
) -> OpenHearing:
    """Return a hearing the reader may read.

    Raises:
        Http404: it belongs to another region, or there is none.
        PermissionDenied: the reader sees the case but may not do `needs` with it, or is
            tied to a party of it.
    """
    rows = Clarification.objects.select_related("case", "asked_office", "minutes")
    row = get_object_or_404(rows, pk=pk)
    if _was_asked(request, row):
        return _opened(row, may_hear=True, sees_case=False)
    case = open_case(request, row.case_id, needs)
    row.case = case
    return _opened(row, may_hear=may(request, Action.HEAR_PARTY, case), sees_case=True)


def _was_asked(request: StaffRequest, row: Clarification) -> bool:
    asked = row.asked_office
    if asked is None or is_tied(row.case, request.actor):
        return False
    return is_allowed(request.actor, Action.HEAR_PARTY, RegionCode(asked.region))


def _opened(row: Clarification, *, may_hear: bool, sees_case: bool) -> OpenHearing:
    return OpenHearing(
        row=row,
        label=label_of(row.case, row.who),
        may_hear=may_hear,
        sees_case=sees_case,
    )


def back_to_hearing(row: Clarification, anchor: str = "") -> HttpResponse:
    """Lead to the minutes while they are taken, else to the page of the hearing."""
    row.refresh_from_db(fields=["state"])
    name = "clarification_minutes" if row.is_under_way else "clarification"
    response = redirect(name, row.pk)
    if anchor:
        response["Location"] += f"#{anchor}"
    return response
