"""Reading contests and the stage of a day in one of them."""

from datetime import date

from django.db.models import Q, QuerySet

from netra.domain.access import Actor
from netra.domain.law import Stage, StageFinding, Status, stage_on
from netra.records.contests.models import Contest
from netra.records.law.queries import law


def overrides_of(contest: Contest) -> tuple[Stage, ...]:
    """Return the stages entered for this contest as the domain reads them."""
    election = law().elections.get(contest.election)
    titles = {stage.key: stage.title for stage in election.stages} if election else {}
    return tuple(
        Stage(
            key=row.key,
            title=titles.get(row.key, row.key),
            start=row.start_on,
            end=row.end_on,
            status=Status.CONFIRMED,
        )
        for row in contest.stages.all()
    )


def stage_of(contest: Contest, on: date) -> StageFinding:
    """Return stages, main stage and phase of a local day in a contest.

    Raises:
        UnknownContestError: the law data no longer know this contest.
    """
    return stage_on(law(), contest.pk, on, overrides_of(contest))


def contest_on(region: str, on: date) -> Contest | None:
    """Return the contest a report about a day most likely means.

    The next one to be voted on, or, when all are past, the last; of several on one
    day that of the smallest region.
    """
    found = list(contests_for(region))
    if not found:
        return None
    voting = {c.pk: law().election(c.election).voting_on for c in found}
    ahead = [c for c in found if voting[c.pk] >= on]
    day = min(voting[c.pk] for c in ahead) if ahead else max(voting.values())
    same_day = (c for c in found if voting[c.pk] == day)
    return max(same_day, key=lambda contest: len(contest.region))


def contests_for(region: str) -> QuerySet[Contest]:
    """Return the contests voters of a place take part in, newest election first."""
    codes = {"", region[:2], region[:5]}
    return Contest.objects.filter(Q(region__in=codes)).order_by("-election", "-region")


def contests_listed(actor: Actor, words: str = "") -> QuerySet[Contest]:
    """Return the contests in reach that carry every word, with their entered stages."""
    found = Contest.objects.visible_to(actor)
    for word in words.split():
        found = found.filter(
            Q(title__icontains=word)
            | Q(region__startswith=word)
            | Q(id__icontains=word)
        )
    return found.prefetch_related("stages")
