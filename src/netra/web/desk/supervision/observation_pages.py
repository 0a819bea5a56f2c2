"""Form A at the desk: the list, writing and correcting it, and its page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.records.access import NotAllowedError
from netra.records.accounts.queries import office_for
from netra.records.jobs import moment
from netra.records.observations import actions
from netra.records.observations.models import Observation
from netra.records.regions.queries import name_of
from netra.web.desk.case_trail import trail_of
from netra.web.desk.supervision.access import (
    carried_out,
    may,
    offices_where,
    open_observation,
    posted,
    today_of,
)
from netra.web.desk.supervision.files import FilesForm
from netra.web.desk.supervision.observation_forms import (
    ObservationFilter,
    ObservationForm,
)
from netra.web.desk.supervision.papers import papers_context
from netra.web.desk.supervision.people import PeopleRows, shown_people
from netra.web.desk.supervision.words import phase_hint
from netra.web.fragments import render_page
from netra.web.routes import StaffRequest

__all__ = [
    "observation",
    "observation_correct",
    "observation_new",
    "observations",
    "show_observation",
]

PER_PAGE = 25


def observations(request: StaffRequest) -> HttpResponse:
    """List the supervision reports the reader may see, newest first."""
    form = ObservationFilter(request.GET)
    rows = form.found(Observation.objects.visible_to(request.actor))
    page = Paginator(
        rows.select_related("office", "finding", "corrected_by"), PER_PAGE
    ).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page_obj": page,
        "rows": page.object_list,
        "is_filtered": any(request.GET.get(name) for name in form.fields),
        "may_write": bool(offices_where(request.actor, Action.WRITE_OBSERVATION)),
    }
    return render_page(
        request,
        "desk/supervision/observations.html",
        "_observation_rows.html",
        context,
    )


def observation_new(request: StaffRequest) -> HttpResponse:
    """Write a Form A."""
    return _write(request, None)


def observation_correct(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a Form A that takes the place of an earlier one."""
    return _write(request, open_observation(request, pk, Action.WRITE_OBSERVATION))


def _write(request: StaffRequest, earlier: Observation | None) -> HttpResponse:
    people = PeopleRows(posted(request), earlier.respondents.all() if earlier else ())
    form = _form(request, earlier, people)
    if not form.is_bound:
        return _form_page(request, form, people, earlier)
    form.people_typed = not people.is_blank
    are_right = [form.is_valid(), people.is_valid()]
    row = (
        carried_out(form, lambda: _record(request, form, people, earlier))
        if all(are_right)
        else None
    )
    if row is None:
        return _form_page(request, form, people, earlier, form.status)
    messages.success(
        request, _("Laporan hasil pengawasan disimpan. Tambahkan berkasnya bila ada.")
    )
    return redirect("observation", pk=row.pk)


def _form(
    request: StaffRequest, earlier: Observation | None, people: PeopleRows
) -> ObservationForm:
    """Return the form: fresh, as it was sent, or as sent with other rows of people."""
    offices = (
        [earlier.office]
        if earlier
        else offices_where(request.actor, Action.WRITE_OBSERVATION)
    )
    if not offices:
        raise PermissionDenied(NotAllowedError(Action.WRITE_OBSERVATION).reader_message)
    today = today_of(offices[0].region, moment.now())
    data = posted(request)
    if people.is_reshaped and data is not None:
        return ObservationForm(None, offices=offices, today=today, initial=data.dict())
    initial = _initial(earlier) if earlier else None
    return ObservationForm(data, offices=offices, today=today, initial=initial)


def _initial(earlier: Observation) -> dict[str, Any]:
    told = {
        name: getattr(earlier, name)
        for name in ObservationForm.base_fields
        if hasattr(earlier, name)
    }
    return {**told, "has_dispute": bool(earlier.dispute)}


@transaction.atomic
def _record(
    request: StaffRequest,
    form: ObservationForm,
    people: PeopleRows,
    earlier: Observation | None,
) -> Observation:
    """Keep the row; the files of the one it corrects come along."""
    at = moment.now()
    row = actions.record_observation(
        office=form.cleaned_data["office"],
        content=form.content(people.content()),
        actor=request.actor,
        at=at,
        corrects=earlier,
    )
    for exhibit in earlier.exhibits.select_related("blob") if earlier else ():
        actions.gather_exhibit(
            matter=row,
            blob=exhibit.blob,
            name=exhibit.name,
            actor=request.actor,
            at=at,
        )
    return row


def _form_page(
    request: StaffRequest,
    form: ObservationForm,
    people: PeopleRows,
    earlier: Observation | None,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "people": people, "earlier": earlier}
    page = "desk/supervision/observation_form.html"
    wrong = form.is_bound and status == 200
    return render(request, page, context, status=422 if wrong else status)


def observation(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a supervision report."""
    return show_observation(request, open_observation(request, pk))


def _subjects(row: Observation) -> list[str]:
    issued = row.papers.values_list("pk", flat=True)
    return [row.ledger_subject, *(f"paper:{pk}" for pk in issued)]


def show_observation(
    request: StaffRequest, row: Observation, files_form: FilesForm | None = None
) -> HttpResponse:
    """Render the page of a supervision report, with files that were refused."""
    handling = office_for(row.region) or row.office
    may_write = may(request, Action.WRITE_OBSERVATION, row.region)
    finding = getattr(row, "finding", None)
    context = {
        "observation": row,
        "place_name": name_of(row.place_region),
        "people": shown_people(row.respondents.all()),
        "exhibits": row.exhibits.select_related("blob"),
        "finding": finding,
        "sees_finding": may(request, Action.VIEW_FINDING, handling.region),
        "correction": getattr(row, "corrected_by", None),
        "hint": phase_hint(row.contest, row.happened_on),
        "handling": handling,
        "may_write": may_write,
        "may_study": may(request, Action.WRITE_STUDY, row.region),
        "may_propose": finding is None
        and row.has_suspicion
        and not hasattr(row, "corrected_by")
        and may(request, Action.PROPOSE_FINDING, handling.region),
        "files_form": files_form or (FilesForm() if may_write else None),
        **papers_context(request, row),
        "trail": trail_of(_subjects(row)),
    }
    page = "desk/supervision/observation.html"
    status = files_form.status if files_form else 200
    return render(request, page, context, status=status)
