"""What of supervision waits: deadlines for the due list, votes for the members."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor, is_allowed
from netra.domain.law import Deadline, LawError
from netra.records.law.errors import CalendarError
from netra.records.law.queries import current_calendar
from netra.records.observations.models import (
    Finding,
    FindingPlenary,
    FindingVote,
    Observation,
    Tracing,
)
from netra.records.observations.queries import (
    open_findings,
    open_tracings,
    suspicions,
)
from netra.records.regions.queries import name_of
from netra.web.desk.due import DueList, DueRow
from netra.web.desk.supervision.clocks import own_deadline, running_on
from netra.web.templatetags.moments import in_place

__all__ = [
    "Standing",
    "awaiting_finding_vote",
    "finding_votes_of",
    "standing_of",
    "with_supervision",
]


def with_supervision(found: DueList, actor: Actor, now: datetime) -> DueList:
    """Return the due list with the tracings and findings of the own offices."""
    offices = {grant.office_id for grant in actor.grants}
    proposed, problems = _found(actor, offices, now)
    rows = [*found.rows, *_traced(actor, offices, now), *proposed]
    rows.sort(key=lambda row: (row.deadline.due_at, row.number))
    said = dict.fromkeys((*found.problems, *problems))
    return replace(found, rows=tuple(rows), problems=tuple(said))


def _found(
    actor: Actor, offices: set[str], now: datetime
) -> tuple[list[DueRow], list[str]]:
    """Return the rows of findings, and what could not be counted."""
    findings = list(_own_findings(actor, offices))
    rows: list[DueRow] = []
    problems: list[str] = []
    if not findings:
        return rows, problems
    try:
        calendar = current_calendar()
    except CalendarError as error:
        return rows, [error.reader_message]
    for finding in findings:
        try:
            running = running_on(finding, calendar)
        except LawError as error:
            problems.append(f"{finding.number}: {error.reader_message}")
            continue
        rows += [_finding_row(finding, deadline, actor, now) for deadline in running]
    return rows, problems


def _own_findings(actor: Actor, offices: set[str]) -> Iterator[Finding]:
    seen = Finding.objects.visible_to(actor).order_by().values("pk")
    own = open_findings().filter(pk__in=seen, office_id__in=offices)
    yield from own.select_related("assigned_to").prefetch_related("events")


def _traced(actor: Actor, offices: set[str], now: datetime) -> Iterator[DueRow]:
    seen = Tracing.objects.visible_to(actor).order_by().values("pk")
    own = open_tracings().filter(pk__in=seen, office_id__in=offices)
    for tracing in own.select_related("assigned_to"):
        deadline = own_deadline(tracing)
        if deadline is not None:
            yield _tracing_row(tracing, deadline, actor, now)


def _tracing_row(
    tracing: Tracing, deadline: Deadline, actor: Actor, now: datetime
) -> DueRow:
    return DueRow(
        deadline=deadline,
        kind=_("Penelusuran"),
        number=tracing.number,
        url=reverse("tracing", args=[tracing.pk]),
        title=tracing.event,
        place=name_of(tracing.place_region),
        what=_("Selesaikan penelusuran"),
        holder=str(tracing.assigned_to or ""),
        is_mine=str(tracing.assigned_to_id) == actor.account_id,
        law_key="",
        state=_state(deadline, now),
        warns_early=False,
    )


def _finding_row(
    finding: Finding, deadline: Deadline, actor: Actor, now: datetime
) -> DueRow:
    is_set = finding.state == Finding.State.SET
    today = now.astimezone(deadline.due_at.tzinfo).date()
    return DueRow(
        deadline=deadline,
        kind=_("Temuan"),
        number=finding.number,
        url=reverse("finding", args=[finding.pk]),
        title=finding.event,
        place=name_of(finding.place_region),
        what=_("Registrasi temuan") if is_set else _("Putuskan temuan dalam pleno"),
        holder=str(finding.assigned_to or ""),
        is_mine=str(finding.assigned_to_id) == actor.account_id,
        law_key=f"{finding.procedure}.{deadline.key}",
        state=_state(deadline, now),
        warns_early=deadline.warn_on <= today < deadline.due_on,
    )


def _state(deadline: Deadline, now: datetime) -> str:
    if in_place(deadline.due_at) < now:
        return "is-late-row"
    today = now.astimezone(deadline.due_at.tzinfo).date()
    return "is-today-row" if today == deadline.due_on else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How much of supervision waits in the own offices."""

    suspicions: int
    tracings: int
    without_holder: int
    proposed: int
    to_register: int
    sees_tracings: bool
    writes: bool


def standing_of(actor: Actor) -> Standing | None:
    """Return what waits in the own offices, `None` for who supervises nothing.

    A suspicion counts where the finding would be proposed: also those of the
    sub-districts.
    """
    if not is_allowed(actor, Action.VIEW_OBSERVATION, None):
        return None
    own = {grant.office_id for grant in actor.grants}
    seen = Observation.objects.visible_to(actor).order_by().values("pk")
    tracings = open_tracings().filter(
        pk__in=Tracing.objects.visible_to(actor).order_by().values("pk"),
        office_id__in=own,
    )
    findings = open_findings().filter(
        pk__in=Finding.objects.visible_to(actor).order_by().values("pk"),
        office_id__in=own,
    )
    states = Counter(findings.values_list("state", flat=True))
    holders = list(tracings.values_list("assigned_to", flat=True))
    return Standing(
        suspicions=suspicions().filter(pk__in=seen).count(),
        tracings=len(holders),
        without_holder=sum(holder is None for holder in holders),
        proposed=states[Finding.State.PROPOSED.value],
        to_register=states[Finding.State.SET.value],
        sees_tracings=is_allowed(actor, Action.VIEW_TRACING, None),
        writes=is_allowed(actor, Action.WRITE_OBSERVATION, None),
    )


def awaiting_finding_vote(actor: Actor) -> tuple[FindingPlenary, ...]:
    """Return the open plenaries on findings in which an actor has yet to vote."""
    if not actor.account_id.isdigit():
        return ()
    account = int(actor.account_id)
    seen = Finding.objects.visible_to(actor, Action.VOTE).order_by().values("pk")
    rows = FindingPlenary.objects.filter(
        closed_at__isnull=True, attendance__member=account, finding__in=seen
    ).exclude(votes__member=account)
    return tuple(rows.select_related("finding").order_by("convened_at", "pk"))


def finding_votes_of(actor: Actor) -> QuerySet[FindingVote]:
    """Return the votes of an actor on findings they may still see, newest first."""
    account = int(actor.account_id) if actor.account_id.isdigit() else 0
    seen = Finding.objects.visible_to(actor).order_by().values("pk")
    return (
        FindingVote.objects.filter(member_id=account, plenary__finding__in=seen)
        .select_related("plenary__finding")
        .order_by("-at", "-pk")
    )
