"""Putting a potential finding before the plenary, with the window it opens."""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.access import Action
from netra.domain.law import LawError, Procedure
from netra.records.access import NotAllowedError
from netra.records.accounts.queries import office_for
from netra.records.jobs import moment
from netra.records.law.queries import law
from netra.records.observations import actions
from netra.records.observations.content import FindingContent
from netra.records.observations.models import Observation, Tracing
from netra.records.regions.queries import name_of
from netra.web.desk.supervision.access import (
    MatterForm,
    carried_out,
    may,
    open_observation,
    open_tracing,
    posted,
    today_of,
)
from netra.web.desk.supervision.clocks import Window, window_from
from netra.web.desk.supervision.observation_forms import long_field, must
from netra.web.desk.supervision.people import shown_people
from netra.web.portal.forms_people import text_field
from netra.web.portal.forms_story import day_field
from netra.web.routes import StaffRequest

__all__ = ["ProposeForm", "observation_propose", "tracing_propose"]

_PREVIEW = "lihat"


class ProposeForm(MatterForm):
    """What the plenary is to decide on."""

    found_on = day_field(
        gettext_lazy("Tanggal ditemukan"),
        gettext_lazy(
            "Hari kantor ini menemukan dugaan pelanggaran. Batas waktu menetapkan "
            "temuan dihitung dari hari itu."
        ),
    )
    event = must(
        gettext_lazy("Peristiwa"),
        gettext_lazy("Perbuatannya dalam satu kalimat, tanpa nama orang."),
        length=200,
    )
    account = long_field(gettext_lazy("Uraian kejadian"), required=True, rows=8)
    place = text_field(gettext_lazy("Tempat"), length=200)
    happened_on = day_field(gettext_lazy("Tanggal peristiwa"), "", required=False)
    happened_time = text_field(gettext_lazy("Jam peristiwa"), length=80)


def observation_propose(request: StaffRequest, pk: int) -> HttpResponse:
    """Propose what was observed."""
    row = open_observation(request, pk)
    initial = {
        "found_on": row.observed_on,
        "event": row.event,
        "account": row.account,
        "place": row.event_place or row.place,
        "happened_on": row.happened_on,
        "happened_time": row.happened_time,
    }
    return _propose(request, row, initial)


def tracing_propose(request: StaffRequest, pk: int) -> HttpResponse:
    """Propose what was traced."""
    row = open_tracing(request, pk)
    done = row.steps.filter(done_on__isnull=False).order_by("-done_on").first()
    initial = {
        "found_on": done.done_on if done else None,
        "event": row.event,
        "place": row.place,
        "happened_on": row.happened_on,
        "happened_time": row.happened_time,
    }
    return _propose(request, row, initial)


def _propose(
    request: StaffRequest, origin: Observation | Tracing, initial: dict[str, Any]
) -> HttpResponse:
    office = office_for(origin.region) or origin.office
    if not may(request, Action.PROPOSE_FINDING, office.region):
        raise PermissionDenied(NotAllowedError(Action.PROPOSE_FINDING).reader_message)
    at = moment.now()
    form = ProposeForm(posted(request), initial=initial)
    is_sent = form.is_bound and form.is_valid()
    if is_sent and _PREVIEW not in request.POST:
        finding = carried_out(
            form,
            lambda: actions.propose_finding(
                origin=origin,
                content=_content(form, origin),
                actor=request.actor,
                at=at,
            ),
        )
        if finding is not None:
            messages.success(
                request, _("Dugaan temuan diajukan. Sekarang menunggu pleno.")
            )
            return redirect("finding", pk=finding.pk)
    context = {
        "form": form,
        "origin": origin,
        "office": office,
        "place_name": name_of(origin.place_region),
        "people": shown_people(origin.respondents.all()),
        "back_url_name": _name_of(origin),
        "is_tracing": isinstance(origin, Tracing),
        **_window(origin, _found_on(form, initial), at),
    }
    page = "desk/supervision/propose.html"
    return render(request, page, context, status=form.status)


def _name_of(origin: Observation | Tracing) -> str:
    return "tracing" if isinstance(origin, Tracing) else "observation"


def _content(form: ProposeForm, origin: Observation | Tracing) -> FindingContent:
    return FindingContent(**form.cleaned_data, place_region=origin.place_region)


def _found_on(form: ProposeForm, initial: dict[str, Any]) -> date | None:
    if form.is_bound:
        return (
            form.cleaned_data.get("found_on") if hasattr(form, "cleaned_data") else None
        )
    found: date | None = initial["found_on"]
    return found


def _window(
    origin: Observation | Tracing, found_on: date | None, at: datetime
) -> dict[str, Any]:
    """Return the procedure of today and the window from the day of finding."""
    today = today_of(origin.place_region, at)
    try:
        procedure: Procedure = law().procedure_for(origin.contest.election, today)
    except LawError as error:
        window = Window(deadline=None, trouble=error.reader_message)
        return {"procedure": None, "window": window}
    window = window_from(procedure, found_on or today, origin.place_region)
    return {"procedure": procedure, "window": window, "counted_from": found_on or today}
