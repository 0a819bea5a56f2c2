"""The list of reports, narrowed by step, holder and words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor, is_allowed
from netra.domain.law import Deadline, LawError, WorkCalendar
from netra.records.accounts.models import User
from netra.records.law.errors import CalendarError
from netra.records.law.queries import current_calendar, law
from netra.records.regions.queries import name_of
from netra.records.reports import road
from netra.records.reports.models import Report
from netra.records.reports.queries import open_reports
from netra.web.desk.due import held_by, next_deadlines, step_now
from netra.web.desk.reception_day import is_outside
from netra.web.fragments import render_page
from netra.web.routes import StaffRequest

__all__ = ["InboxRow", "inbox", "inbox_page", "step_words"]

PER_PAGE = 25
_MINE, _NOBODY, _OPEN = "saya", "belum", "terbuka"


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """One report in the list, with what runs out first.

    `together` counts the reports of the same event, 0 outside a group.
    """

    report: Report
    place: str
    step: str
    is_open: bool
    deadline: Deadline | None
    law_key: str
    is_mine: bool
    is_outside: bool
    together: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the reader narrows the list to; empty texts narrow nothing."""

    words: str
    step: str
    holder: str
    group: UUID | None = None

    @classmethod
    def read(cls, given: Mapping[str, str]) -> "Asked":
        """Read it from the address."""
        return cls(
            words=given.get("q", "").strip()[:200],
            step=given.get("langkah", "")[:40],
            holder=given.get("pemegang", "")[:20],
            group=_group(given.get("kelompok", "")),
        )

    @property
    def is_narrow(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.words or self.step or self.holder or self.group)


def _group(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def narrowed(rows: QuerySet[Report], asked: Asked, actor: Actor) -> QuerySet[Report]:
    """Return the reports that fit everything asked for."""
    for word in asked.words.split():
        rows = rows.filter(
            Q(number__icontains=word)
            | Q(event__icontains=word)
            | Q(place__icontains=word)
        )
    if asked.group:
        rows = rows.filter(group=asked.group)
    return rows.filter(_by_step(asked.step), _by_holder(asked.holder, actor))


def _by_step(step: str) -> Q:
    if step == _OPEN:
        return Q(pk__in=open_reports().order_by().values("pk"))
    return Q(step=step) if step else Q()


def _by_holder(holder: str, actor: Actor) -> Q:
    if holder == _MINE:
        return held_by(actor)
    if holder == _NOBODY:
        return Q(assigned_to__isnull=True)
    return Q(assigned_to_id=int(holder)) if holder.isdecimal() else Q()


def step_words(report: Report) -> str:
    """Return where a report stands: what is to be done now, or how its road ended."""
    step = step_now(report)
    if step is not None:
        return step.label_now
    return _("Menjadi perkara") if hasattr(report, "case") else _("Selesai")


def step_choices(rows: QuerySet[Report]) -> list[tuple[str, str]]:
    """Return the steps on which reports stand, in the order of their procedures."""
    found = rows.order_by().values_list("procedure", "step").distinct()
    titles = {}
    for procedure_id, key in found:
        step = law().procedure(procedure_id).steps.get(key)
        titles[key] = (step.order, step.label_now) if step else (10_000, _("Selesai"))
    listed = sorted(titles.items(), key=lambda pair: pair[1])
    return [(_OPEN, _("Semua yang terbuka")), *((k, t) for k, (_o, t) in listed)]


def holder_choices(rows: QuerySet[Report]) -> list[tuple[str, str]]:
    """Return who holds reports, behind the reader and nobody."""
    held = rows.order_by().values("assigned_to_id")
    people = User.objects.filter(pk__in=held).order_by("name", "pk")
    return [
        (_MINE, _("Saya")),
        (_NOBODY, _("Belum dibagi")),
        *((str(person.pk), person.name) for person in people),
    ]


def inbox(request: StaffRequest) -> HttpResponse:
    """List the reports the reader may see, newest first, 25 to a page."""
    return inbox_page(request)


def inbox_page(request: StaffRequest, refused: str = "") -> HttpResponse:
    """Render the list; `refused` says why what was ticked was not put together."""
    asked = Asked.read(request.GET)
    visible = Report.objects.visible_to(request.actor)
    found = narrowed(visible, asked, request.actor).select_related(
        "assigned_to", "case", "contest"
    )
    gathered = found.prefetch_related("events", "contest__stages")
    page = Paginator(gathered, PER_PAGE).get_page(request.GET.get("page"))
    rows, problem = _rows(list(page.object_list), request.actor)
    context = {
        "asked": asked,
        "steps": step_choices(visible),
        "holders": holder_choices(visible),
        "page_obj": page,
        "rows": rows,
        "problem": problem,
        "last_arrival": _last_arrival(visible),
        "may_group": is_allowed(request.actor, Action.STUDY_REPORT, None),
        "refused": refused,
    }
    template = "desk/reports/inbox.html"
    status = 422 if refused else 200
    return render_page(request, template, "_inbox_rows.html", context, status=status)


def _last_arrival(visible: QuerySet[Report]) -> datetime | None:
    newest = visible.order_by("-submitted_at").values_list("submitted_at", flat=True)
    return newest.first()


def _rows(reports: list[Report], actor: Actor) -> tuple[list[InboxRow], str]:
    """Return the rows, and why deadlines cannot be counted if they cannot."""
    if not reports:
        return [], ""
    problem = ""
    calendar: WorkCalendar | None = None
    try:
        calendar = current_calendar()
    except CalendarError as error:
        problem = error.reader_message
    named = {report.group for report in reports if report.group}
    told = Report.objects.filter(group__in=named).values_list("group", flat=True)
    groups = Counter(told.order_by())
    return [_row(report, actor, calendar, groups) for report in reports], problem


def _row(
    report: Report,
    actor: Actor,
    calendar: WorkCalendar | None,
    groups: Mapping[UUID | None, int],
) -> InboxRow:
    is_open = report.step != road.END
    deadline = _soonest(report, calendar) if is_open and calendar else None
    return InboxRow(
        report=report,
        place=", ".join(filter(None, (report.place, name_of(report.place_region)))),
        step=step_words(report),
        is_open=is_open,
        deadline=deadline,
        law_key=f"{report.procedure}.{deadline.key}" if deadline else "",
        is_mine=str(report.assigned_to_id) == actor.account_id,
        is_outside=calendar is not None and is_outside(report, calendar),
        together=groups.get(report.group, 0) if report.group else 0,
    )


def _soonest(report: Report, calendar: WorkCalendar) -> Deadline | None:
    try:
        return next(iter(next_deadlines(report, calendar)), None)
    except LawError:
        return None  # the page of the report says why
