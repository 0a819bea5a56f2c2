"""Writing down what somebody told an officer, with or without a code to hand out."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from netra.domain import sealing
from netra.domain.access import Action
from netra.records.access import NotAllowedError
from netra.records.information import actions
from netra.records.information.models import Information
from netra.records.jobs import moment
from netra.web.desk.information_access import acted, unstored
from netra.web.desk.information_forms import ToldForm
from netra.web.desk.supervision.access import offices_where, posted, today_of
from netra.web.portal.information_files import Arrived, InMemoryHandler, arrived_files
from netra.web.routes import StaffRequest

__all__ = ["information_new"]

_CAPITAL = "31"


@csrf_exempt
def information_new(request: StaffRequest) -> HttpResponse:
    """Write down what was told; files stay in memory, as on the anonymous way."""
    request.upload_handlers = [InMemoryHandler(request)]
    answer: HttpResponse = _guarded(request)
    return answer


@csrf_protect
def _guarded(request: HttpRequest) -> HttpResponse:
    return _new(request)  # type: ignore[arg-type] # the door has set the actor


def _new(request: StaffRequest) -> HttpResponse:
    offices = offices_where(request.actor, Action.RECEIVE_ITEM)
    if not offices:
        raise PermissionDenied(NotAllowedError(Action.RECEIVE_ITEM).reader_message)
    at = moment.now()
    today = today_of(offices[0].region or _CAPITAL, at)
    form = ToldForm(posted(request), offices=offices, today=today)
    arrived = arrived_files(request, None) if form.is_bound else None
    if arrived is not None and form.is_valid():
        for problem in arrived.problems:
            form.add_error(None, problem)
        given = _given(request, form, arrived) if not form.errors else None
        if given is not None:
            return _handed_over(request, *given)
    context = {
        "form": form,
        "held": arrived.held(at) if arrived and arrived.files else [],
    }
    page = "desk/information/told.html"
    return unstored(render(request, page, context, status=form.status))


def _given(
    request: StaffRequest, form: ToldForm, arrived: Arrived
) -> tuple[Information, str] | None:
    given = acted(
        form,
        lambda: actions.give_information(
            content=form.content(),
            files=arrived.files,
            actor=request.actor,
            at=moment.now(),
            office=form.cleaned_data["office"],
            via=Information.Via.DESK,
            code=None if form.cleaned_data["with_code"] else "",
        ),
    )
    if given is not None:
        actions.discard_held(tokens=arrived.tokens)
    return given


def _handed_over(request: StaffRequest, row: Information, code: str) -> HttpResponse:
    """Show the number, and the code once, to be written down for the source."""
    context = {"row": row, "code": sealing.grouped(code) if code else ""}
    return unstored(render(request, "desk/information/handed.html", context))
