"""Writing contests, their stages and sides."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor
from netra.records.access import require
from netra.records.contests.errors import (
    ContestOpenedError,
    SideTwiceError,
    StageDatesError,
)
from netra.records.contests.models import Contest, ContestStage, Side
from netra.records.ledger import actions as ledger


@transaction.atomic
def open_contest(*, contest: Contest, actor: Actor, at: datetime) -> Contest:
    """Enter a contest of an election of the law data.

    Args:
        contest: Not yet saved; its id names election and region.
        actor: Needs `EDIT_CONTEST` over the region of the contest.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor does not keep the contests of this region.
        ContestOpenedError: it is there already.
    """
    require(actor, Action.EDIT_CONTEST, contest.region)
    if Contest.objects.filter(pk=contest.pk).exists():
        raise ContestOpenedError(contest.pk)
    contest.save(force_insert=True)
    ledger.append(
        "contest.opened",
        contest.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "election": contest.election,
            "region": contest.region,
            "kind": contest.kind,
        },
    )
    return contest


@transaction.atomic
def add_side(
    *,
    contest: Contest,
    kind: Side.Kind,
    name: str,
    number: int | None,
    actor: Actor,
    at: datetime,
) -> Side:
    """Enter a ticket, the empty box, a party or a prospective candidate.

    Raises:
        NotAllowedError: the actor does not keep the contests of this region.
        SideTwiceError: the side or its number is there already.
    """
    require(actor, Action.EDIT_CONTEST, contest.region)
    try:
        with transaction.atomic():
            side = Side.objects.create(
                contest=contest, kind=kind, name=name, number=number
            )
    except IntegrityError as error:
        raise SideTwiceError from error
    ledger.append(
        "contest.side_added",
        contest.ledger_subject,
        actor=actor,
        at=at,
        facts={
            f"side/{side.pk}/kind": kind.value,
            f"side/{side.pk}/name": ledger.commit_text(name),
            f"side/{side.pk}/number": number,
        },
    )
    return side


@transaction.atomic
def date_stage(
    *,
    contest: Contest,
    key: str,
    start_on: date,
    end_on: date,
    basis: str,
    actor: Actor,
    at: datetime,
) -> ContestStage:
    """Enter the dates of a stage that differ by region, with their basis.

    Raises:
        NotAllowedError: the actor does not keep the contests of this region.
        StageDatesError: the stage would end before it begins.
    """
    require(actor, Action.EDIT_CONTEST, contest.region)
    if end_on < start_on:
        raise StageDatesError
    stage, _made = ContestStage.objects.update_or_create(
        contest=contest,
        key=key,
        defaults={"start_on": start_on, "end_on": end_on, "basis": basis},
    )
    ledger.append(
        "contest.stage_dated",
        contest.ledger_subject,
        actor=actor,
        at=at,
        facts={
            f"stage/{key}/start_on": start_on.isoformat(),
            f"stage/{key}/end_on": end_on.isoformat(),
            f"stage/{key}/basis": basis,
        },
    )
    return stage
