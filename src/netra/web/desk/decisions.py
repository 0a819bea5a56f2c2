"""What waits for the decision of the reader, and how they voted last."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from netra.domain.access import Action, Actor
from netra.records.cases.models import Case, Plenary, Vote
from netra.records.cases.queries import awaiting_approval, awaiting_vote
from netra.records.observations.models import FindingPlenary
from netra.web.desk.case_words import chosen_words
from netra.web.desk.supervision.waiting import awaiting_finding_vote, finding_votes_of
from netra.web.routes import StaffRequest

__all__ = ["CastVote", "Decisions", "my_decisions", "waiting_for"]

PER_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Studies to approve and plenaries to vote in, by the reader."""

    approvals: tuple[Case, ...]
    plenaries: tuple[Plenary, ...]
    findings: tuple[FindingPlenary, ...] = ()

    @property
    def count(self) -> int:
        """Return how many decisions wait."""
        return len(self.approvals) + len(self.plenaries) + len(self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class CastVote:
    """A vote of the reader with its outcome in words."""

    vote: Vote
    case: Case
    outcome: str
    is_open: bool


def waiting_for(actor: Actor) -> Decisions:
    """Return what waits for the decision of an actor, in the regions they act in."""
    if not actor.account_id.isdigit():
        return Decisions(approvals=(), plenaries=())
    approvals = awaiting_approval(actor).filter(
        pk__in=_ids(Case.objects.visible_to(actor, Action.APPROVE_STUDY))
    )
    plenaries = awaiting_vote(actor).filter(
        case__in=_ids(Case.objects.visible_to(actor, Action.VOTE))
    )
    return Decisions(
        approvals=tuple(approvals.order_by("step_since", "pk")),
        plenaries=tuple(plenaries.order_by("convened_at", "pk")),
        findings=awaiting_finding_vote(actor),
    )


def _ids(rows: QuerySet[Case]) -> QuerySet[Case]:
    return rows.order_by()


def _cast(vote: Vote) -> CastVote:
    case = vote.plenary.case
    return CastVote(
        vote=vote,
        case=case,
        outcome=chosen_words(case, vote.chosen),
        is_open=vote.plenary.closed_at is None,
    )


def my_decisions(request: StaffRequest) -> HttpResponse:
    """Show what waits for the reader's decision, and their votes, newest first."""
    votes = votes_of(request.actor)
    page = Paginator(votes, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "decisions": waiting_for(request.actor),
        "votes": [_cast(vote) for vote in page.object_list],
        "page_obj": page,
        "finding_votes": finding_votes_of(request.actor)[:PER_PAGE],
    }
    return render(request, "desk/decisions.html", context)


def votes_of(actor: Actor) -> QuerySet[Vote]:
    """Return the votes of an actor in cases they may still see, newest first."""
    account = int(actor.account_id) if actor.account_id.isdigit() else 0
    return (
        Vote.objects.filter(
            member_id=account, plenary__case__in=_ids(Case.objects.visible_to(actor))
        )
        .select_related("plenary__case", "respondent")
        .order_by("-at", "-pk")
    )
