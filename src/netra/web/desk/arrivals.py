"""Everything that came in, side by side: information, reports, suspicions, by clock."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor, is_allowed
from netra.domain.law import Deadline, LawError, WorkCalendar
from netra.records.accounts.models import User
from netra.records.information.models import Information
from netra.records.information.queries import local_day_of
from netra.records.jobs import moment
from netra.records.law.errors import CalendarError
from netra.records.law.queries import current_calendar, law
from netra.records.observations.models import Observation
from netra.records.observations.queries import suspicions
from netra.records.reports.models import Report
from netra.records.reports.queries import open_reports
from netra.web.desk.due import next_deadlines
from netra.web.desk.inbox import step_words
from netra.web.desk.information_list import in_order
from netra.web.desk.supervision.access import today_of
from netra.web.desk.supervision.clocks import window_from
from netra.web.fragments import render_page
from netra.web.routes import StaffRequest

__all__ = ["KINDS", "ArrivalRow", "arrivals"]

PER_PAGE = 25
MOST = 500
"""Oldest of each kind that the one table holds; beyond it their own lists show all."""
KINDS = ("informasi", "laporan", "pengawasan")
_MINE, _NOBODY = "saya", "belum"
_CLOSED = (Information.State.QUEUED, Information.State.TRACED, Information.State.ENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalRow:
    """One thing that came in.

    Attributes:
        kind: One of `KINDS`.
        word: The kind in words.
        title: What it is about; empty for information, which is sealed.
        state: What is to be done with it.
        deadline: What dies first, `None` where the law gives none.
        law_key: Where the deadline stands in the law data.
        day: Local day on which it came.
        days: Whole days since then.
        together: How many tell of the same event; 0 outside a group.
    """

    kind: str
    word: str
    number: str
    url: str
    title: str
    state: str
    deadline: Deadline | None
    law_key: str
    day: date
    days: int
    holder: User | None
    is_mine: bool
    together: int = 0


def arrivals(request: StaffRequest) -> HttpResponse:
    """List what came in and is not yet decided on, what dies first at the top."""
    kind = request.GET.get("jenis", "")
    holder = request.GET.get("pemegang", "")
    now = moment.now()
    everything = list(_everything(request.actor, now))
    counts = Counter(row.kind for row in everything)
    rows = [row for row in everything if _fits(row, kind, holder)]
    rows.sort(key=_urgency)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "rows": page.object_list,
        "kind": kind,
        "holder": holder,
        "holders": [("", _("Siapa saja")), (_MINE, _("Saya")), (_NOBODY, _none())],
        "tabs": _tabs(counts),
        "is_filtered": bool(kind or holder),
        "most": MOST,
        "is_cut": any(count >= MOST for count in counts.values()),
    }
    template = "desk/arrivals/list.html"
    return render_page(request, template, "_rows.html", context)


def _none() -> str:
    return _("Belum dibagi")


def _tabs(counts: Counter[str]) -> list[tuple[str, str, int]]:
    words = {
        "informasi": _("Informasi"),
        "laporan": _("Laporan"),
        "pengawasan": _("Hasil pengawasan"),
    }
    named = [(kind, words[kind], counts[kind]) for kind in KINDS]
    return [("", _("Semua"), sum(counts.values())), *named]


def _fits(row: ArrivalRow, kind: str, holder: str) -> bool:
    if kind in KINDS and row.kind != kind:
        return False
    if holder == _MINE:
        return row.is_mine
    return holder != _NOBODY or row.holder is None


def _urgency(row: ArrivalRow) -> tuple[bool, float, date, str]:
    """Sort by the moment a deadline runs out; without one, what waits longest."""
    due = row.deadline.due_at.timestamp() if row.deadline else 0.0
    return row.deadline is None, due, row.day, row.number


def _everything(actor: Actor, now: datetime) -> Iterator[ArrivalRow]:
    if is_allowed(actor, Action.VIEW_INFORMATION, None):
        yield from _informed(actor, now)
    if is_allowed(actor, Action.VIEW_REPORT, None):
        yield from _reported(actor, now)
    if is_allowed(actor, Action.VIEW_OBSERVATION, None):
        yield from _observed(actor, now)


def _informed(actor: Actor, now: datetime) -> Iterator[ArrivalRow]:
    seen = Information.objects.visible_to(actor).exclude(state__in=_CLOSED)
    rows = list(in_order(seen)[:MOST])
    groups = Counter(row.group for row in rows if row.group)
    for row in rows:
        yield ArrivalRow(
            kind="informasi",
            word=_("Informasi"),
            number=row.number,
            url=reverse("information", args=[row.pk]),
            title="",
            state=row.get_state_display(),
            deadline=None,
            law_key="",
            day=row.received_on,
            days=(local_day_of(row.office, now) - row.received_on).days,
            holder=row.assigned_to,
            is_mine=str(row.assigned_to_id) == actor.account_id,
            together=groups[row.group] if row.group else 0,
        )


def _reported(actor: Actor, now: datetime) -> Iterator[ArrivalRow]:
    seen = Report.objects.visible_to(actor).order_by().values("pk")
    rows = open_reports().filter(pk__in=seen).select_related("assigned_to", "case")
    calendar = _calendar()
    for row in rows.order_by("submitted_at").prefetch_related("events")[:MOST]:
        deadline = _first(row, calendar)
        day = today_of(row.place_region, row.submitted_at)
        yield ArrivalRow(
            kind="laporan",
            word=_("Laporan"),
            number=row.number,
            url=reverse("report", args=[row.pk]),
            title=row.event,
            state=step_words(row),
            deadline=deadline,
            law_key=f"{row.procedure}.{deadline.key}" if deadline else "",
            day=day,
            days=(today_of(row.place_region, now) - day).days,
            holder=row.assigned_to,
            is_mine=str(row.assigned_to_id) == actor.account_id,
        )


def _observed(actor: Actor, now: datetime) -> Iterator[ArrivalRow]:
    seen = Observation.objects.visible_to(actor).order_by().values("pk")
    rows = suspicions().filter(pk__in=seen).select_related("contest")
    for row in rows.order_by("observed_on", "pk")[:MOST]:
        today = today_of(row.place_region, now)
        deadline, law_key = _window(row, today)
        yield ArrivalRow(
            kind="pengawasan",
            word=_("Hasil pengawasan"),
            number=row.number,
            url=reverse("observation", args=[row.pk]),
            title=row.event,
            state=_("Ajukan sebagai dugaan temuan, atau koreksi"),
            deadline=deadline,
            law_key=law_key,
            day=row.observed_on,
            days=(today - row.observed_on).days,
            holder=None,
            is_mine=False,
        )


def _window(row: Observation, today: date) -> tuple[Deadline | None, str]:
    """Return the window that proposing today would have to keep, and its source."""
    try:
        procedure = law().procedure_for(row.contest.election, today)
    except LawError:
        return None, ""
    deadline = window_from(procedure, row.observed_on, row.place_region).deadline
    return deadline, f"{procedure.id}.{deadline.key}" if deadline else ""


def _calendar() -> WorkCalendar | None:
    try:
        return current_calendar()
    except CalendarError:
        return None  # the list of reports says what is missing


def _first(report: Report, calendar: WorkCalendar | None) -> Deadline | None:
    if calendar is None:
        return None
    try:
        return next(iter(next_deadlines(report, calendar)), None)
    except LawError:
        return None  # the page of the report says why
