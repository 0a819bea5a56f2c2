"""Invented sides for every contest of the demonstration's province."""

from datetime import datetime
from typing import Any

from netra.cli.demonstration.offices import read
from netra.domain.law import Law
from netra.records.accounts.queries import INSTALLATION
from netra.records.contests import actions as contests
from netra.records.contests.models import Contest, Side

PROVINCE = "19"


def add_sides(law: Law, *, at: datetime) -> int:
    """Give every contest of the province and the nation its invented sides.

    Args:
        law: Its notes name the contests with a single candidate, which get an empty
            box.
        at: Moment of entering.

    Returns:
        How many sides were entered.
    """
    single = {
        f"{note.election}/{region}"
        for note in law.region_notes
        for region in note.single_candidate
    }
    count = 0
    for contest in Contest.objects.order_by("pk"):
        if contest.region and not contest.region.startswith(PROVINCE):
            continue
        for row in _rows(contest, alone=contest.pk in single):
            contests.add_side(
                contest=contest,
                kind=Side.Kind(row["kind"]),
                name=row["name"],
                number=row.get("number"),
                actor=INSTALLATION,
                at=at,
            )
            count += 1
    return count


def _rows(contest: Contest, *, alone: bool) -> list[dict[str, Any]]:
    sides = read("sides.toml")
    tickets = sides["alone"] if alone else sides["several"]
    if contest.kind == "legislatif":
        tickets = []
    return [*tickets, *sides["everywhere"]]
