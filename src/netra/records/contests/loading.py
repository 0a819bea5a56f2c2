"""Opening the contests that the law data name, once for an installation."""

from collections.abc import Iterator
from datetime import datetime

from netra.domain.access import Actor
from netra.domain.law import Election, Law, stage_on
from netra.records.contests.actions import open_contest
from netra.records.contests.models import Contest
from netra.records.regions.models import Region
from netra.records.regions.queries import require_code

_KINDS = {
    Region.Kind.PROVINCE: "gubernur",
    Region.Kind.REGENCY: "bupati",
    Region.Kind.CITY: "walikota",
}
_NAMED = {"presiden": "Presiden dan Wakil Presiden", "legislatif": "DPR, DPD, dan DPRD"}


def contest_of(election: Election, region: Region) -> Contest:
    """Return the contest, not yet saved, of an election in a region.

    Raises:
        KeyError: the region is a sub-district, which elects no head.
    """
    return Contest(
        id=f"{election.id}/{region.code}",
        election=election.id,
        region=region.code,
        kind=_KINDS[Region.Kind(region.kind)],
        title=f"{_short(election)}: {region.full_name}",
    )


def load_contests(law: Law, *, actor: Actor, at: datetime) -> int:
    """Open every contest the law data name; can run twice. Return how many are new.

    Args:
        law: Its elections and notes on single provinces.
        actor: Needs `EDIT_CONTEST` over every region.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor does not keep the contests of a region.
    """
    there = set(Contest.objects.values_list("pk", flat=True))
    new = [contest for contest in _named_by(law) if contest.pk not in there]
    for contest in new:
        open_contest(contest=contest, actor=actor, at=at)
    return len(new)


def open_named(law: Law, contest_id: str, *, actor: Actor, at: datetime) -> bool:
    """Open a contest the law data leave open, where a region is known to have had it.

    Args:
        law: Its elections.
        contest_id: Such as `pilkada-2024/33.74`.
        actor: Needs `EDIT_CONTEST` over the region.
        at: Moment of entering.

    Returns:
        Whether it is new; one that is there stays as it is.

    Raises:
        UnknownContestError: no such election, or the region had no such contest.
        UnknownRegionError: no region has this code.
        NotAllowedError: the actor does not keep the contests of the region.
    """
    election = stage_on(law, contest_id, at.date()).election
    if Contest.objects.filter(pk=contest_id).exists():
        return False
    name = contest_id.partition("/")[2]
    if name in election.named_contests:
        contest = _of_nation(election, name)
    else:
        region = Region.objects.filter(pk=require_code(name)).get()
        contest = contest_of(election, region)
    open_contest(contest=contest, actor=actor, at=at)
    return True


def _named_by(law: Law) -> Iterator[Contest]:
    for election in law.elections.values():
        for name in election.named_contests:
            yield _of_nation(election, name)
        codes = set(election.regions)
        for note in law.region_notes:
            if note.election == election.id and not election.regions:
                codes |= set(note.contests)
        for region in Region.objects.filter(pk__in=codes):
            yield contest_of(election, region)


def _of_nation(election: Election, name: str) -> Contest:
    return Contest(
        id=f"{election.id}/{name}",
        election=election.id,
        region="",
        kind=name,
        title=f"{_short(election)}: {_NAMED.get(name, name)}",
    )


def _short(election: Election) -> str:
    """Return the title up to a colon, behind which some titles list their regions."""
    return election.title.partition(":")[0]
