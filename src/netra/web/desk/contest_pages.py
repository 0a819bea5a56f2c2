"""Contests with their stages, today's phase, and the sides an act may favour."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from netra.domain.access import Action, RegionCode, is_allowed
from netra.domain.law import LawError, Phase, Stage, StageFinding, zone_of
from netra.records.access import NotAllowedError
from netra.records.contests import actions as contests_actions
from netra.records.contests.models import Contest, ContestStage, Side
from netra.records.contests.queries import contests_listed, overrides_of, stage_of
from netra.records.jobs import moment
from netra.records.law.queries import law
from netra.records.regions.queries import name_of
from netra.web.context import local_zone
from netra.web.desk.acting import carried_out
from netra.web.desk.contest_forms import SideForm, StageForm
from netra.web.routes import StaffRequest

PER_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownContest:
    """A contest with what is on today; without a finding the law does not know it."""

    contest: Contest
    region_name: str
    finding: StageFinding | None
    main_title: str
    phase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStage:
    """A stage of a contest: of the election, or as entered with its basis."""

    stage: Stage
    is_on: bool
    entered: ContestStage | None
    law_key: str


def _phases() -> dict[Phase, str]:
    return {
        Phase.BEFORE_CANDIDACY: _("Sebelum calon ditetapkan"),
        Phase.CANDIDATE: _("Sejak calon ditetapkan sampai pemungutan suara"),
        Phase.AFTER: _("Sesudah pemungutan suara"),
    }


def _today(contest: Contest) -> date:
    zone = zone_of(contest.region) if contest.region else local_zone(None)[0]
    return moment.now().astimezone(zone).date()


def _shown(contest: Contest) -> ShownContest:
    try:
        finding: StageFinding | None = stage_of(contest, _today(contest))
    except LawError:
        finding = None
    titles = {stage.key: stage.title for stage in finding.stages} if finding else {}
    return ShownContest(
        contest=contest,
        region_name=name_of(contest.region),
        finding=finding,
        main_title=titles.get(finding.main or "", "") if finding else "",
        phase=_phases()[finding.phase] if finding else "",
    )


def contests(request: StaffRequest) -> HttpResponse:
    """List the contests of the installation, newest election first."""
    query = request.GET.get("q", "").strip()[:200]
    found = contests_listed(request.actor, query)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "rows": [_shown(contest) for contest in page],
        "query_contests": query,
    }
    return render(request, "desk/contests/contests.html", context)


def _seen(request: StaffRequest, pk: str) -> Contest:
    seen = Contest.objects.visible_to(request.actor)
    found: Contest = get_object_or_404(seen, pk=pk)
    return found


def _edits(request: StaffRequest, contest: Contest) -> bool:
    region = RegionCode(contest.region)
    return is_allowed(request.actor, Action.EDIT_CONTEST, region)


def _edited(request: StaffRequest, pk: str) -> Contest:
    """Return a contest the actor keeps.

    Raises:
        PermissionDenied: the actor sees it but does not keep it.
    """
    found = _seen(request, pk)
    if not _edits(request, found):
        raise PermissionDenied(NotAllowedError(Action.EDIT_CONTEST).reader_message)
    return found


def _stages(contest: Contest) -> list[ShownStage]:
    election = law().elections.get(contest.election)
    entered = {row.key: row for row in contest.stages.all()}
    told = {stage.key: stage for stage in election.stages} if election else {}
    told |= {stage.key: stage for stage in overrides_of(contest)}
    on = _today(contest)
    shown = [
        ShownStage(
            stage=stage,
            is_on=stage.holds(on),
            entered=entered.get(stage.key),
            law_key=f"{contest.election}.{stage.key}",
        )
        for stage in told.values()
    ]
    return sorted(shown, key=_by_day)


def _by_day(shown: ShownStage) -> tuple[date, date]:
    end = shown.stage.end or shown.stage.start or date.max
    return shown.stage.start or end, end


def contest(request: StaffRequest, pk: str) -> HttpResponse:
    """Show a contest: phase of today, stages in order of time, sides."""
    found = _seen(request, pk)
    context = {
        "shown": _shown(found),
        "stages": _stages(found),
        "sides": found.sides.all(),
        "can_edit": _edits(request, found),
    }
    return render(request, "desk/contests/contest.html", context)


def contest_stage(request: StaffRequest, pk: str, key: str) -> HttpResponse:
    """Enter the dates of a stage that differ in this region."""
    found = _edited(request, pk)
    shown = next((row for row in _stages(found) if row.stage.key == key), None)
    if shown is None:
        raise Http404
    form = StageForm(
        request.POST if request.method == "POST" else None, initial=_known(shown)
    )
    if form.is_valid():
        dated = carried_out(
            form,
            lambda: contests_actions.date_stage(
                contest=found,
                key=key,
                **form.cleaned_data,
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if dated is not None:
            messages.success(request, _("Tanggal tahapan tercatat."))
            return redirect("contest", pk)
    context = {"form": form, "contest": found, "shown": shown}
    return render(request, "desk/contests/stage.html", context, status=form.status)


def _known(shown: ShownStage) -> dict[str, Any]:
    return {
        "start_on": shown.stage.start,
        "end_on": shown.stage.end,
        "basis": shown.entered.basis if shown.entered else "",
    }


def contest_side(request: StaffRequest, pk: str) -> HttpResponse:
    """Enter a ticket, the empty box, a party or a prospective candidate."""
    found = _edited(request, pk)
    form = SideForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        side = carried_out(
            form,
            lambda: contests_actions.add_side(
                contest=found,
                kind=Side.Kind(told["kind"]),
                name=told["name"],
                number=told["number"],
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if side is not None:
            messages.success(request, _("Pihak tercatat."))
            return redirect("contest", pk)
    context = {"form": form, "contest": found}
    return render(request, "desk/contests/side.html", context, status=form.status)
