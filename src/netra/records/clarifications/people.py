"""Whom a case can hear, by the keys the room of parties gives them."""

from netra.records.cases.models import Case
from netra.records.clarifications.models import Clarification
from netra.records.parties.hearable import HearableKind, hearable

_CAPACITIES = {
    HearableKind.REPORTER: Clarification.Capacity.REPORTER,
    HearableKind.ATTORNEY: Clarification.Capacity.REPORTER,
    HearableKind.FINDER: Clarification.Capacity.REPORTER,
    HearableKind.RESPONDENT: Clarification.Capacity.RESPONDENT,
    HearableKind.WITNESS: Clarification.Capacity.WITNESS,
    HearableKind.EXPERT: Clarification.Capacity.EXPERT,
    HearableKind.OTHER: Clarification.Capacity.WITNESS,
}


def is_hearable(case: Case, who: str) -> bool:
    """Say whether somebody of the case has this key."""
    return any(one.key == who for one in hearable(case))


def usual_capacity(kind: HearableKind) -> Clarification.Capacity:
    """Return what somebody of a kind is usually heard as; the officer may differ."""
    return _CAPACITIES[kind]
