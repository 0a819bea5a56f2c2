"""Adding, ending and dropping tasks; closing a file and opening it again."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.cases.models import Case
from netra.records.closing import actions
from netra.records.closing.models import Task
from netra.records.closing.open_items import open_items
from netra.records.closing.queries import closure_of, open_tasks
from netra.records.jobs import moment
from netra.web.desk.case_access import (
    FormPage,
    answer_form,
    attempt,
    back_to,
    open_case,
    posted,
    today_of,
)
from netra.web.desk.case_page import show_case
from netra.web.desk.closing.forms import NoteForm, TaskForm, WhyForm
from netra.web.routes import StaffRequest

_ANCHOR = "penutupan"
PER_PAGE = 25


def tasks(request: StaffRequest) -> HttpResponse:
    """List the open tasks the reader may see, those with the nearest day first."""
    mine = request.GET.get("milik") == "saya"
    rows = open_tasks(request.actor, mine=mine)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "mine": mine}
    return render(request, "desk/closing/tasks.html", context)


def add(request: StaffRequest, pk: int) -> HttpResponse:
    """Add a task to a case."""
    case = open_case(request, pk, Action.KEEP_TASKS)
    at = moment.now()
    form = TaskForm(posted(request), case=case, day=today_of(case, at))
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/closing/task.html",
            done=_("Tugas dicatat."),
            anchor=_ANCHOR,
        ),
        form,
        lambda: actions.add_task(
            case=case, **form.cleaned_data, actor=request.actor, at=at
        ),
    )


def _task(case: Case, pk: int) -> Task:
    return get_object_or_404(case.tasks.select_related("case"), pk=pk)


@require_POST
def done(request: StaffRequest, pk: int, task: int) -> HttpResponse:
    """Note that a task is done, or take it up again."""
    case = open_case(request, pk, Action.KEEP_TASKS)
    row = _task(case, task)
    again = "lagi" in request.POST
    act = actions.take_task_up_again if again else actions.finish_task
    refusal = attempt(lambda: act(task=row, actor=request.actor, at=moment.now()))
    if refusal:
        return show_case(request, case, refusal)
    said = _("Tugas dibuka lagi.") if again else _("Tugas selesai.")
    messages.success(request, said)
    return back_to(case, _ANCHOR)


def drop(request: StaffRequest, pk: int, task: int) -> HttpResponse:
    """Drop a task that is not needed any more, with the reason."""
    case = open_case(request, pk, Action.KEEP_TASKS)
    row = _task(case, task)
    form = WhyForm(posted(request))
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/closing/drop.html",
            done=_("Tugas dihapus dari daftar; alasannya tetap tercatat."),
            anchor=_ANCHOR,
        ),
        form,
        lambda: actions.drop_task(
            task=row,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
        task=row,
    )


def close(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what is still open; close the file when nothing is."""
    case = open_case(request, pk, Action.CLOSE_FILE)
    form = NoteForm(posted(request))
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/closing/close.html",
            done=_("Berkas ditutup. Tidak ada yang dapat ditambahkan lagi."),
            anchor=_ANCHOR,
        ),
        form,
        lambda: actions.close_file(
            case=case,
            note=form.cleaned_data["note"],
            actor=request.actor,
            at=moment.now(),
        ),
        **_standing(case),
    )


def _standing(case: Case) -> dict[str, Any]:
    return {"items": open_items(case), "closure": closure_of(case)}


def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """Open a closed file again, with the reason."""
    case = open_case(request, pk, Action.CLOSE_FILE)
    form = WhyForm(posted(request))
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/closing/reopen.html",
            done=_("Berkas dibuka kembali; putusannya tidak berubah."),
            anchor=_ANCHOR,
        ),
        form,
        lambda: actions.reopen_file(
            case=case,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
        closure=closure_of(case),
    )
