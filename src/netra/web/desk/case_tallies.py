"""The votes of a plenary, counted for each respondent."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from netra.records.cases.models import Case, Plenary, Vote
from netra.records.reports.models import Respondent
from netra.web.desk.case_words import chosen_words, outcome_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVote:
    """A member's vote on a respondent."""

    member: str
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The votes on one respondent: how many for each outcome, and every vote."""

    name: str
    counts: tuple[tuple[str, int], ...]
    votes: tuple[ShownVote, ...]


def tallies_of(
    case: Case, plenary: Plenary, people: Sequence[Respondent]
) -> list[Tally]:
    """Return the votes of a plenary, one tally a respondent."""
    rows = list(plenary.votes.select_related("member"))
    return [
        _tally(person.called, [r for r in rows if r.respondent_id == person.pk], case)
        for person in people
    ]


def _tally(name: str, votes: Sequence[Vote], case: Case) -> Tally:
    shown = tuple(
        ShownVote(
            member=row.member.name,
            outcome=chosen_words(case, row.chosen),
            reason=row.reason,
        )
        for row in votes
    )
    sides = Counter(key for row in votes for key in row.chosen).most_common()
    counts = tuple((outcome_words(case, key), count) for key, count in sides)
    return Tally(name=name, counts=counts, votes=shown)


def decided_tallies(case: Case) -> list[Tally]:
    """Return the votes of the plenary that was closed; none before."""
    closed = case.plenaries.filter(closed_at__isnull=False, taken_over=False).first()
    people = list(case.respondents)
    return tallies_of(case, closed, people) if closed else []
