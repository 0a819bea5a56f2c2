"""What is done on the page of a tracing; every act answers with that page again."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.jobs import moment
from netra.records.observations import actions
from netra.records.observations.models import Tracing
from netra.web.desk.supervision.access import (
    MatterForm,
    carried_out,
    open_observation,
    open_tracing,
    posted,
    today_of,
)
from netra.web.desk.supervision.files import gather
from netra.web.desk.supervision.observation_pages import show_observation
from netra.web.desk.supervision.people import PeopleRows
from netra.web.desk.supervision.tracing_forms import (
    HolderForm,
    PlainForm,
    StepForm,
    StepResultForm,
)
from netra.web.desk.supervision.tracing_pages import show_tracing
from netra.web.routes import StaffRequest

__all__ = [
    "observation_files",
    "tracing_assign",
    "tracing_files",
    "tracing_person",
    "tracing_step_add",
    "tracing_step_drop",
    "tracing_step_finish",
]


def _act(
    request: StaffRequest,
    row: Tracing,
    name: str,
    form: MatterForm,
    act: Callable[[], object],
    done: str,
    *,
    step: int | None = None,
) -> HttpResponse:
    """Do what a valid form asks for and go back to the tracing."""
    if form.is_valid() and carried_out(form, lambda: (act(),)) is not None:
        messages.success(request, done)
        return redirect("tracing", pk=row.pk)
    row.refresh_from_db()
    return show_tracing(request, row, bound={name: form}, step=step)


@require_POST
def tracing_step_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Add a step to the plan."""
    row, form = open_tracing(request, pk, Action.TRACE), StepForm(request.POST)
    return _act(
        request,
        row,
        "step_form",
        form,
        lambda: actions.plan_step(
            tracing=row, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
        _("Langkah ditambahkan."),
    )


@require_POST
def tracing_step_finish(request: StaffRequest, pk: int, step: int) -> HttpResponse:
    """Record what came of a step."""
    row = open_tracing(request, pk, Action.TRACE)
    found = get_object_or_404(row.steps, pk=step)
    form = StepResultForm(request.POST, auto_id=f"hasil{step}_%s")
    return _act(
        request,
        row,
        "result_form",
        form,
        lambda: actions.finish_step(
            step=found, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
        _("Hasil langkah disimpan."),
        step=step,
    )


@require_POST
def tracing_step_drop(request: StaffRequest, pk: int, step: int) -> HttpResponse:
    """Take a step without result out of the plan."""
    row = open_tracing(request, pk, Action.TRACE)
    found = get_object_or_404(row.steps, pk=step)
    return _act(
        request,
        row,
        "drop_form",
        PlainForm(request.POST),
        lambda: actions.drop_step(step=found, actor=request.actor, at=moment.now()),
        _("Langkah dihapus dari rencana."),
    )


@require_POST
def tracing_assign(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the tracing to somebody of the office."""
    row, at = open_tracing(request, pk, Action.ASSIGN_WORK), moment.now()
    form = HolderForm(
        request.POST, office=row.office, day=today_of(row.region, at), holder=None
    )
    return _act(
        request,
        row,
        "assign_form",
        form,
        lambda: actions.assign_tracing(
            tracing=row,
            holder=form.cleaned_data["holder"],
            actor=request.actor,
            at=at,
        ),
        _("Penelusuran sudah dibagikan."),
    )


@require_POST
def tracing_files(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep files the tracing gathered."""
    row = open_tracing(request, pk, Action.TRACE)
    refused = gather(request, row, moment.now())
    if refused is None:
        return redirect("tracing", pk=row.pk)
    return show_tracing(request, row, bound={"files_form": refused})


@require_POST
def observation_files(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep files the supervision gathered."""
    row = open_observation(request, pk, Action.WRITE_OBSERVATION)
    refused = gather(request, row, moment.now())
    if refused is None:
        return redirect("observation", pk=row.pk)
    return show_observation(request, row, refused)


def tracing_person(request: StaffRequest, pk: int) -> HttpResponse:
    """Record people the tracing found."""
    row = open_tracing(request, pk, Action.TRACE)
    people, form = PeopleRows(posted(request)), PlainForm(posted(request))
    if form.is_bound and not people.is_reshaped and _people_are_right(form, people):
        named = carried_out(form, lambda: _name(request, row, people))
        if named is not None:
            messages.success(request, _("Orang yang ditemukan dicatat."))
            return redirect("tracing", pk=row.pk)
    context = {"tracing": row, "people": people, "form": form}
    status = 200 if people.is_reshaped or not form.is_bound else form.status
    wrong = status == 200 and form.is_bound and not people.is_reshaped
    page = "desk/supervision/person.html"
    return render(request, page, context, status=422 if wrong else status)


def _people_are_right(form: PlainForm, people: PeopleRows) -> bool:
    form.is_valid()
    if people.is_blank:
        form.add_error(None, _("Tulis nama, atau paling sedikit tempat kerjanya."))
        return False
    return people.is_valid()


def _name(request: StaffRequest, row: Tracing, people: PeopleRows) -> int:
    """Record everybody, or nobody."""
    at = moment.now()
    with transaction.atomic():
        for person in people.content():
            actions.name_found(tracing=row, person=person, actor=request.actor, at=at)
    return len(people.content())
