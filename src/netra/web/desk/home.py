"""The desk: what runs out first, what waits for me, for others, and what came in."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from netra.domain.access import Action, is_allowed
from netra.domain.law import LawError, Stage, StageFinding, WaitsFor
from netra.records.accounts.models import Office
from netra.records.contests.models import Contest
from netra.records.contests.queries import contest_on, stage_of
from netra.records.jobs import moment
from netra.web.context import local_zone, office_of
from netra.web.desk.decisions import waiting_for
from netra.web.desk.due import OpenWork, open_work, step_now
from netra.web.desk.due_pages import asked_due
from netra.web.desk.supervision.waiting import standing_of
from netra.web.routes import StaffRequest

__all__ = ["StageLine", "Waiting", "desk", "stage_line", "waiting_for_others"]

FIRST_ROWS = 8
NEWEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class StageLine:
    """Where the newest contest of the office stands today."""

    contest: Contest
    finding: StageFinding
    stage: Stage | None
    day: int | None
    days: int | None
    following: Stage | None
    to_voting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A report or case on which somebody outside the office has the next move."""

    who: str
    number: str
    url: str
    title: str
    since: datetime
    days: int


def stage_line(office: Office | None, today: date) -> StageLine | None:
    """Return where the contest at hand of an office stands; `None` without one."""
    contest = contest_on(office.region, today) if office else None
    if contest is None:
        return None
    try:
        finding = stage_of(contest, today)
    except LawError:
        return None
    stage = next((s for s in finding.stages if s.key == finding.main), None)
    start, end = (stage.start, stage.end) if stage else (None, None)
    later = [s for s in finding.election.stages if s.start and s.start > today]
    return StageLine(
        contest=contest,
        finding=finding,
        stage=stage,
        day=(today - start).days + 1 if start else None,
        days=(end - start).days + 1 if start and end else None,
        following=min(later, key=lambda s: s.start or today, default=None),
        to_voting=(finding.voting_on - today).days,
    )


def waiting_for_others(work: OpenWork, now: datetime) -> list[Waiting]:
    """Return who outside the office has the next move, longest first."""
    rows = []
    for report in work.reports:
        step = step_now(report)
        if step and step.waits_for is WaitsFor.REPORTER:
            url = reverse("report", args=[report.pk])
            who, since = _("Pelapor"), report.step_since
            rows.append(_waiting(who, report.number, url, report.event, since, now))
    for case in work.cases:
        step = step_now(case)
        if step and step.waits_for is WaitsFor.BODY:
            url = reverse("case", args=[case.pk])
            rows += [
                _waiting(r.addressee, case.number, url, case.title, r.sent_at, now)
                for r in case.referrals.all()
            ]
    return sorted(rows, key=lambda row: row.since)


def _waiting(
    who: str, number: str, url: str, title: str, since: datetime, now: datetime
) -> Waiting:
    return Waiting(
        who=who,
        number=number,
        url=url,
        title=title,
        since=since,
        days=(now - since).days,
    )


def desk(request: StaffRequest) -> HttpResponse:
    """Show the desk of the reader's office."""
    now, office = moment.now(), office_of(request.actor)
    zone, _label = local_zone(office)
    work = open_work(request.actor)
    due = asked_due(request, work, now)
    waiting = waiting_for_others(work, now)
    fresh = [report for report in work.reports if report.assigned_to_id is None]
    context = {
        "due": due,
        "rows": due.rows[:FIRST_ROWS],
        "stage": stage_line(office, now.astimezone(zone).date()),
        "decisions": waiting_for(request.actor),
        "supervision": standing_of(request.actor),
        "waiting": waiting[:FIRST_ROWS],
        "waiting_count": len(waiting),
        "fresh": fresh[:NEWEST],
        "fresh_count": len(fresh),
        "last_arrival": max((r.submitted_at for r in work.reports), default=None),
        "zone_region": office.region if office else "",
        "sees_reports": is_allowed(request.actor, Action.VIEW_REPORT, None),
    }
    return render(request, "desk/home.html", context)
