"""The list of information: what waits, since when, with whom; never what it says."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, Count, IntegerField, Q, QuerySet, When
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.accounts.models import Office, OfficeSetting
from netra.records.accounts.queries import setting_of
from netra.records.custody.queries import has_key
from netra.records.information import actions
from netra.records.information.models import Information
from netra.records.information.queries import local_day_of
from netra.records.jobs import moment
from netra.web.desk.information_access import acted
from netra.web.desk.information_forms import InformationFilter, PlainForm, ReleaseForm
from netra.web.desk.supervision.access import offices_where
from netra.web.fragments import render_page
from netra.web.routes import StaffRequest

__all__ = [
    "InformationRow",
    "in_order",
    "information_group",
    "information_list",
    "information_release",
    "row_of",
]

PER_PAGE = 25
NEXT = 20
"""How many the button takes from the queue where nothing else was typed."""
_CHOSEN = "pilih"
_LEAST_GROUP = 2
_States = Information.State


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationRow:
    """One piece of information in the list.

    Attributes:
        days: Whole local days since it came, or until it ended.
        together: How many tell of the same event; 0 outside a group.
        has_reply: The source wrote something nobody has opened yet.
    """

    row: Information
    days: int
    together: int
    has_reply: bool
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """What waits behind the threshold of an office."""

    office: Office
    count: int
    threshold: str


def in_order(rows: QuerySet[Information]) -> QuerySet[Information]:
    """Sort: unread first, then read, then traced, ended last; oldest day on top."""
    ranks = (_States.RECEIVED, _States.OPENED, _States.QUEUED, _States.TRACED)
    whens = [When(state=state, then=rank) for rank, state in enumerate(ranks)]
    rank = Case(*whens, default=len(ranks), output_field=IntegerField())
    return rows.order_by(rank, "received_on", "number").select_related(
        "office", "assigned_to"
    )


def row_of(
    row: Information, account: str, today: date, together: int
) -> InformationRow:
    """Return a row as the list shows it; `row` carries `replies`."""
    end = row.state_on if row.state == _States.ENDED else today
    return InformationRow(
        row=row,
        days=max((end - row.received_on).days, 0),
        together=together,
        has_reply=bool(getattr(row, "replies", 0)),
        is_mine=str(row.assigned_to_id) == account,
    )


def with_replies(rows: QuerySet[Information]) -> QuerySet[Information]:
    """Return the rows with the number of messages nobody has opened yet."""
    unseen = Q(messages__from_source=True, messages__seen=False)
    return rows.annotate(replies=Count("messages", filter=unseen))


def information_list(request: StaffRequest) -> HttpResponse:
    """List the information of the reader's offices, 25 to a page."""
    return _list_page(request)


def _list_page(request: StaffRequest, problem: str = "") -> HttpResponse:
    form = InformationFilter(request.GET)
    visible = Information.objects.visible_to(request.actor)
    found = with_replies(in_order(form.found(visible, request.actor)))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    offices = offices_where(request.actor, Action.VIEW_INFORMATION)
    handled = offices_where(request.actor, Action.OPEN_INFORMATION)
    context = {
        "form": form,
        "page_obj": page,
        "rows": _rows(list(page.object_list), request.actor.account_id),
        "is_filtered": any(request.GET.get(name) for name in form.fields),
        "in_group": bool(form.cleaned_data.get("kelompok")),
        "queues": _queues(handled),
        "without_key": [office for office in offices if not has_key(office)],
        "may_handle": bool(handled),
        "may_write": bool(offices_where(request.actor, Action.RECEIVE_ITEM)),
        "release_form": ReleaseForm(initial={"count": NEXT}),
        "problem": problem,
    }
    template = "desk/information/list.html"
    status = 422 if problem else 200
    return render_page(request, template, "_rows.html", context, status=status)


def _rows(found: Sequence[Information], account: str) -> list[InformationRow]:
    groups = {row.group for row in found if row.group}
    told = Information.objects.filter(group__in=groups).values_list("group", flat=True)
    together = Counter(told)
    now = moment.now()
    return [
        row_of(row, account, local_day_of(row.office, now), together.get(row.group, 0))
        for row in found
    ]


def _queues(offices: list[Office]) -> list[Queue]:
    """Return the queues of offices that set a threshold or have something waiting."""
    found = []
    for office in offices:
        waiting = office.information.filter(state=_States.QUEUED).count()
        threshold = setting_of(office, OfficeSetting.Key.INTAKE_THRESHOLD)
        if waiting or threshold:
            found.append(Queue(office=office, count=waiting, threshold=threshold or ""))
    return found


@require_POST
def information_release(request: StaffRequest) -> HttpResponse:
    """Take the oldest from the queue onto the table."""
    form = ReleaseForm(request.POST)
    offices = {o.pk: o for o in offices_where(request.actor, Action.OPEN_INFORMATION)}
    asked = request.POST.get("office", "")
    office = offices.get(int(asked)) if asked.isdecimal() else None
    if not form.is_valid() or office is None:
        return _list_page(request, _("Tulis berapa yang diambil, misalnya 20."))
    taken = acted(
        form,
        lambda: actions.release_queued(
            office=office,
            count=form.cleaned_data["count"],
            actor=request.actor,
            at=moment.now(),
        ),
    )
    said = ngettext(
        "%(count)s informasi diambil dari antrean.",
        "%(count)s informasi diambil dari antrean.",
        taken or 0,
    )
    messages.success(request, said % {"count": taken or 0})
    return redirect("information_list")


@require_POST
def information_group(request: StaffRequest) -> HttpResponse:
    """Put what an officer ticked side by side as one event."""
    rows = _chosen(request)
    if len(rows) < _LEAST_GROUP or len({row.office_id for row in rows}) != 1:
        return _list_page(
            request,
            _("Centang sekurang-kurangnya dua informasi dari kantor yang sama."),
        )
    group = acted(
        PlainForm(request.POST),
        lambda: actions.group_information(
            rows=rows, actor=request.actor, at=moment.now()
        ),
    )
    messages.success(request, _("Ditandai sebagai satu peristiwa."))
    return redirect(f"{reverse('information_list')}?kelompok={group}")


def _chosen(request: StaffRequest) -> list[Information]:
    """Return what was ticked, as far as the reader sees it."""
    names = []
    for text in request.POST.getlist(_CHOSEN)[:100]:
        try:
            names.append(UUID(text))
        except ValueError:
            continue
    rows = Information.objects.visible_to(request.actor, Action.OPEN_INFORMATION)
    return list(rows.filter(pk__in=names).select_related("office"))
