"""The list of cases."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpResponse

from netra.domain.law import Deadline, LawError, WorkCalendar, running_deadlines
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.cases.queries import events_of
from netra.records.law.errors import CalendarError
from netra.records.law.queries import current_calendar, law
from netra.web.desk.case_forms import CaseFilter
from netra.web.desk.case_words import step_words
from netra.web.fragments import render_page
from netra.web.routes import StaffRequest

PER_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case in the list: where it stands and what is due next."""

    case: Case
    state: str
    has_ended: bool
    deadline: Deadline | None


def next_deadline(case: Case, calendar: WorkCalendar | None) -> Deadline | None:
    """Return the deadline that is due first, `None` when none runs or can be counted.

    Args:
        case: With its events at hand.
        calendar: Of the installation; `None` when it has not been seeded.
    """
    if calendar is None:
        return None
    try:
        running = running_deadlines(
            law(),
            road.procedure_of(case),
            events_of(case),
            case.place_region,
            calendar,
        )
    except LawError:
        return None
    return running[0] if running else None


def calendar_or_none() -> WorkCalendar | None:
    """Return the calendar, `None` when it has not been seeded."""
    try:
        return current_calendar()
    except CalendarError:
        return None


def _rows(cases: list[Case]) -> list[CaseRow]:
    calendar = calendar_or_none()
    return [
        CaseRow(
            case=case,
            state=step_words(case),
            has_ended=case.step == road.END,
            deadline=next_deadline(case, calendar),
        )
        for case in cases
    ]


def cases(request: StaffRequest) -> HttpResponse:
    """List the cases the reader may see, searched and filtered."""
    form = CaseFilter(request.GET, Case.objects.visible_to(request.actor))
    found = form.found().select_related("assigned_to", "office")
    page = Paginator(found.prefetch_related("events"), PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "form": form,
        "page_obj": page,
        "rows": _rows(list(page.object_list)),
        "is_filtered": any(request.GET.get(name) for name in form.fields),
    }
    return render_page(request, "desk/cases/list.html", "_rows.html", context)
