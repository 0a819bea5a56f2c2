"""What the votes of a plenary come to, and whether anything goes on after it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from netra.domain.law import LawError, NoRouteError, route, zone_of
from netra.records.cases import road
from netra.records.cases.errors import (
    ContradictingOutcomeError,
    TiedVoteError,
    UnknownOutcomeError,
    UnvotedError,
)
from netra.records.cases.models import Case, Plenary, RespondentOutcome, Vote
from netra.records.law.queries import law
from netra.records.reports.models import Respondent

_REPORTER = "reporter"
_NOT_REGISTERED = "not_registered"


def require_outcomes(
    case: Case, respondent: Respondent, outcome: str, also: str, at: datetime
) -> None:
    """Refuse what a vote cannot be for.

    Raises:
        UnknownOutcomeError: the procedure knows no such outcome.
        ContradictingOutcomeError: the same twice, or one after which nothing goes on
            beside one after which something does.
    """
    known = road.procedure_of(case).outcomes
    for key in (outcome, also) if also else (outcome,):
        if key == _NOT_REGISTERED or key not in known:
            raise UnknownOutcomeError(key)
    if not also:
        return
    both_go_on = all(_goes_on(case, respondent, key, at) for key in (outcome, also))
    if outcome == also or not both_go_on:
        raise ContradictingOutcomeError(outcome, also)


def enter_outcomes(case: Case, plenary: Plenary) -> list[RespondentOutcome]:
    """Write what each respondent gets: what most members voted for.

    Where one act has several sides, each outcome that more than half of the votes are
    for is entered.

    Raises:
        UnvotedError: nobody voted on a respondent.
        TiedVoteError: no outcome has more votes than every other, or half of the votes
            are for a second one.
    """
    rows = [
        RespondentOutcome(
            case=case, plenary=plenary, respondent=respondent, outcome=outcome
        )
        for respondent in case.respondents
        for outcome in _carried(
            respondent.pk, list(plenary.votes.filter(respondent=respondent))
        )
    ]
    return RespondentOutcome.objects.bulk_create(rows)


def _carried(respondent: int, votes: list[Vote]) -> list[str]:
    if not votes:
        raise UnvotedError(respondent)
    sides = Counter(key for vote in votes for key in vote.chosen)
    carried = sorted(key for key, count in sides.items() if 2 * count > len(votes))
    if carried:
        if any(2 * count == len(votes) for count in sides.values()):
            raise TiedVoteError(respondent)
        return carried
    tally = Counter(vote.outcome for vote in votes).most_common()
    if len(tally) > 1 and tally[0][1] == tally[1][1]:
        raise TiedVoteError(respondent)
    return [tally[0][0]]


def outcome_facts(outcomes: Iterable[RespondentOutcome]) -> Mapping[str, str]:
    """Return the facts about outcomes: several of one respondent in one fact."""
    found: dict[str, list[str]] = {}
    for row in outcomes:
        found.setdefault(f"outcome/{row.respondent_id}", []).append(row.outcome)
    return {name: ",".join(sorted(keys)) for name, keys in found.items()}


def result_of(case: Case, outcomes: list[RespondentOutcome], at: datetime) -> str:
    """Return `referable` when an outcome has an addressee beside the reporter."""
    goes_on = any(_has_addressee(case, o.respondent, o.outcome, at) for o in outcomes)
    return "referable" if goes_on else "closed"


def _has_addressee(
    case: Case, respondent: Respondent, outcome: str, at: datetime
) -> bool:
    on = at.astimezone(zone_of(case.place_region)).date()
    kind = road.procedure_of(case).election_kind
    try:
        found = route(law(), respondent.employment_class, outcome, on, kind)
    except NoRouteError:
        return True  # somebody must find an addressee; the step blocks
    return found.to != _REPORTER


def _goes_on(case: Case, respondent: Respondent, outcome: str, at: datetime) -> bool:
    try:
        return _has_addressee(case, respondent, outcome, at)
    except LawError:
        return True  # the class is not entered yet
