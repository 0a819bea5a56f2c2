"""Reading when it happened: which phases, and what depends on it."""

from dataclasses import dataclass

from netra.domain.law import Hinge, StageFinding, hinge
from netra.records.contests.queries import stage_of
from netra.records.law.queries import law
from netra.records.parties.models import EventTime


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPhases:
    """The phases of the first and the last day an act can have happened.

    `hinges` are the norms that change in between, each with both sides; none where both
    days lie in one phase.
    """

    ends: tuple[StageFinding, StageFinding]
    hinges: tuple[Hinge, ...]

    @property
    def is_split(self) -> bool:
        """Whether the norm depends on which day it was."""
        return self.ends[0].phase != self.ends[1].phase


def event_phases(row: EventTime) -> EventPhases:
    """Return what the uncertainty of a day means for the norms.

    Of the whole catalogue, or of what is alleged in the case if anything is.

    Raises:
        UnknownContestError: the law data no longer know this contest.
    """
    contest = row.case.contest
    first, last = stage_of(contest, row.earliest_on), stage_of(contest, row.latest_on)
    if first.phase == last.phase:
        return EventPhases(ends=(first, last), hinges=())
    alleged = set(row.case.allegations.values_list("norm", flat=True))
    return EventPhases(ends=(first, last), hinges=_hinges(row, first, alleged))


def _hinges(
    row: EventTime, first: StageFinding, alleged: set[str]
) -> tuple[Hinge, ...]:
    found: dict[str, Hinge] = {}
    for norm in alleged or set(law().violations):
        pair = hinge(law(), norm, row.earliest_on, first.determination_on)
        if pair is not None:
            found[pair.before.id] = pair
    order = list(law().violations)
    return tuple(found[key] for key in sorted(found, key=order.index))
