"""What runs out first: the deadlines of the open reports and cases of an office.

Which deadline runs and what is to be done next comes from the data of the procedures.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from netra.domain.access import Actor
from netra.domain.law import (
    Deadline,
    LawError,
    Procedure,
    Step,
    WorkCalendar,
    running_deadlines,
)
from netra.records.cases import queries as cases
from netra.records.cases.models import Case
from netra.records.law.errors import CalendarError
from netra.records.law.queries import current_calendar, law
from netra.records.regions.queries import name_of
from netra.records.reports import queries as reports
from netra.records.reports.models import Report
from netra.records.reports.reception import with_choice
from netra.web.templatetags.moments import in_place

__all__ = [
    "DueList",
    "DueRow",
    "OpenWork",
    "due_list",
    "next_deadlines",
    "open_work",
    "step_now",
]

File = Report | Case


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWork:
    """The open reports and cases of the offices somebody serves."""

    reports: tuple[Report, ...]
    cases: tuple[Case, ...]

    @property
    def files(self) -> tuple[File, ...]:
        """Return reports, then cases."""
        return (*self.reports, *self.cases)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """One deadline of one report or case.

    Attributes:
        deadline: In the zone of the place of the act.
        kind: *Laporan* or *Perkara*, in the language of the page.
        what: What is to be done now, as the procedure says it.
        holder: Name of who holds it, empty when it was not given to anybody.
        law_key: Key of the deadline in the law data, for its source.
        state: `is-late-row`, `is-today-row` or nothing.
        warns_early: The day before is warned of, as the rule of counting is not sure.
    """

    deadline: Deadline
    kind: str
    number: str
    url: str
    title: str
    place: str
    what: str
    holder: str
    is_mine: bool
    law_key: str
    state: str
    warns_early: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DueList:
    """The rows, what runs out first at the top, and what could not be counted."""

    rows: tuple[DueRow, ...]
    problems: tuple[str, ...]

    def of(self, *, mine: bool) -> tuple[DueRow, ...]:
        """Return the rows of the whole office, or only those the reader holds."""
        return tuple(row for row in self.rows if row.is_mine or not mine)


def open_work(actor: Actor) -> OpenWork:
    """Return what is open in the own offices; queries the database five times."""
    offices = {grant.office_id for grant in actor.grants}
    own_reports = reports.open_reports().filter(
        pk__in=Report.objects.visible_to(actor).order_by(), office_id__in=offices
    )
    own_cases = cases.open_cases().filter(
        pk__in=Case.objects.visible_to(actor).order_by(), office_id__in=offices
    )
    return OpenWork(
        reports=tuple(
            own_reports.select_related("assigned_to").prefetch_related("events")
        ),
        cases=tuple(
            own_cases.select_related("assigned_to").prefetch_related(
                "events", "referrals"
            )
        ),
    )


def due_list(work: OpenWork, actor: Actor, now: datetime) -> DueList:
    """Return the running deadlines of open work, soonest first.

    A deadline that no step of the road can meet belongs to another road and is left
    out.
    """
    if not work.files:
        return DueList(rows=(), problems=())
    try:
        calendar = current_calendar()
    except CalendarError as error:
        return DueList(rows=(), problems=(error.reader_message,))
    rows: list[DueRow] = []
    problems: list[str] = []
    for file in work.files:
        try:
            found = next_deadlines(file, calendar)
        except LawError as error:
            problems.append(f"{file.number}: {error.reader_message}")
            continue
        rows += [_row(file, deadline, actor, now) for deadline in found]
    rows.sort(key=lambda row: (row.deadline.due_at, row.number))
    return DueList(rows=tuple(rows), problems=tuple(problems))


def next_deadlines(file: File, calendar: WorkCalendar) -> tuple[Deadline, ...]:
    """Return the running deadlines of a report or case, soonest first.

    Raises:
        LawError: one of them cannot be counted.
    """
    procedure = law().procedure(file.procedure)
    found = running_deadlines(
        law(), procedure, _events(file), file.place_region, calendar
    )
    if isinstance(file, Report):
        found = with_choice(file, found)
    on_the_road = _on_the_road(procedure)
    return tuple(deadline for deadline in found if deadline.key in on_the_road)


def _events(file: File) -> Mapping[str, datetime]:
    if isinstance(file, Report):
        return reports.road_events_of(file)
    return cases.events_of(file)


def _on_the_road(procedure: Procedure) -> frozenset[str]:
    """Return the keys of the deadlines that some step of the road brings to an end."""
    events = set(_emitted(procedure.steps.values()))
    return frozenset(
        term.key
        for term in procedure.deadlines.values()
        if events & {term.met_by, *term.also_ended_by}
    )


def _emitted(steps: Iterable[Step]) -> Iterator[str]:
    for step in steps:
        for events in step.emits.values():
            yield from events


def step_now(file: File) -> Step | None:
    """Return the step a report or case stands on, `None` at the end of its road."""
    return law().procedure(file.procedure).steps.get(file.step)


def _row(file: File, deadline: Deadline, actor: Actor, now: datetime) -> DueRow:
    step = step_now(file)
    is_report = isinstance(file, Report)
    today = now.astimezone(deadline.due_at.tzinfo).date()
    return DueRow(
        deadline=deadline,
        kind=_("Laporan") if is_report else _("Perkara"),
        number=file.number,
        url=reverse("report" if is_report else "case", args=[file.pk]),
        title=file.event if isinstance(file, Report) else file.title,
        place=name_of(file.place_region),
        what=step.label_now if step else "",
        holder=str(file.assigned_to) if file.assigned_to else "",
        is_mine=str(file.assigned_to_id) == actor.account_id,
        law_key=f"{file.procedure}.{deadline.key}",
        state=_state(deadline, now, today),
        warns_early=deadline.warn_on <= today < deadline.due_on,
    )


def _state(deadline: Deadline, now: datetime, today: date) -> str:
    if in_place(deadline.due_at) < now:
        return "is-late-row"
    return "is-today-row" if today == deadline.due_on else ""


def held_by(actor: Actor) -> Q:
    """Return the filter of what somebody holds; matches nothing for the public."""
    known = actor.account_id.isdigit()
    return Q(assigned_to_id=int(actor.account_id)) if known else Q(pk__in=[])
