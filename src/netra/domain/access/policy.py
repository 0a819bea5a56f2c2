"""The one table of permissions; a pair that is not listed is refused."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from netra.domain.access.roles import Action, Actor, RegionCode, Role, covers


class Scope(StrEnum):
    """How far a permission reaches from the region of the office."""

    OWN = "own"  # objects of exactly this region
    BELOW = "below"  # this region and every region beneath it
    EVERYWHERE = "everywhere"


_OFFICER_OWN = (
    Action.STUDY_REPORT,
    Action.NOTIFY_REPORTER,
    Action.RECEIVE_ITEM,
    Action.REGISTER_REPORT,
    Action.ASSIGN_WORK,
    Action.OPEN_IDENTITY,
    Action.WRITE_STUDY,
    Action.APPROVE_STUDY,
    Action.CONVENE_PLENARY,
    Action.REFER_CASE,
    Action.ANNOUNCE_STATUS,
    Action.ISSUE_PAPER,
    Action.EDIT_CONTEST,
    Action.REPLAY_LEDGER,
    Action.VIEW_INFORMATION,
    Action.OPEN_INFORMATION,
    Action.KEEP_KEYS,
    Action.WRITE_OBSERVATION,
    Action.TRACE,
    Action.PROPOSE_FINDING,
    Action.REGISTER_FINDING,
    Action.NAME_PARTY,
    Action.HEAR_PARTY,
    Action.REVIEW_STUDY,
    Action.DECLARE_TIE,
    Action.RECORD_TURN,
    Action.DELEGATE_CASE,
    Action.FOLLOW_TRACK,
    Action.HOLD_HEARING,
    Action.MAKE_PACK,
    Action.RECORD_HOP,
    Action.SEND_NOTICE,
    Action.KEEP_AGENDA,
    Action.KEEP_TASKS,
    Action.CLOSE_FILE,
)
_MEMBER_OWN = (
    Action.HEAR_PARTY,
    Action.REVIEW_STUDY,
    Action.DECLARE_TIE,
    Action.REOPEN_CASE,
    Action.HOLD_HEARING,
    Action.CLEAR_PERSON,
    Action.KEEP_TASKS,
    Action.ASSIGN_WORK,
    Action.OPEN_IDENTITY,
    Action.APPROVE_STUDY,
    Action.CONVENE_PLENARY,
    Action.VOTE,
    Action.CLOSE_PLENARY,
    Action.REPLAY_LEDGER,
    Action.VIEW_INFORMATION,
    Action.OPEN_INFORMATION,
    Action.KEEP_KEYS,
)
_SEEN_BELOW = (
    Action.VIEW_REPORT,
    Action.VIEW_EXHIBIT,
    Action.VIEW_OBSERVATION,
    Action.VIEW_TRACING,
    Action.VIEW_FINDING,
    Action.VIEW_CASE,
    Action.VIEW_PAPER,
    Action.VIEW_PEOPLE,
    Action.TAKE_OVER_CASE,
    Action.VIEW_AGENDA,
    Action.VIEW_REGISTERS,
)
_ADMINISTERED = (
    Action.MANAGE_PEOPLE,
    Action.MANAGE_OFFICE,
    Action.EDIT_CONTEST,
    Action.KEEP_BODY_KEYS,
    Action.MANAGE_PAPERS,
)


def _rows() -> dict[tuple[Role, Action], Scope]:
    rows: dict[tuple[Role, Action], Scope] = {}
    for role in Role:
        rows[role, Action.VIEW_DESK] = Scope.OWN
        rows[role, Action.VIEW_CALENDAR] = Scope.EVERYWHERE
        rows[role, Action.VIEW_CONTEST] = Scope.EVERYWHERE
    for role in (Role.OFFICER, Role.MEMBER):
        rows |= {(role, action): Scope.BELOW for action in _SEEN_BELOW}
    for own in (Action.VIEW_OBSERVATION, Action.WRITE_OBSERVATION):
        rows[Role.FIELD, own] = Scope.OWN
    rows |= {(Role.OFFICER, action): Scope.OWN for action in _OFFICER_OWN}
    rows |= {(Role.MEMBER, action): Scope.OWN for action in _MEMBER_OWN}
    rows |= {(Role.ADMINISTRATOR, action): Scope.BELOW for action in _ADMINISTERED}
    rows[Role.ADMINISTRATOR, Action.VIEW_PEOPLE] = Scope.BELOW
    rows[Role.ADMINISTRATOR, Action.EDIT_CALENDAR] = Scope.EVERYWHERE
    rows[Role.ADMINISTRATOR, Action.REPLAY_LEDGER] = Scope.BELOW
    rows[Role.AUDITOR, Action.VIEW_REPORT] = Scope.BELOW
    rows[Role.AUDITOR, Action.VIEW_FINDING] = Scope.BELOW
    rows[Role.AUDITOR, Action.VIEW_CASE] = Scope.BELOW
    rows[Role.AUDITOR, Action.VIEW_PEOPLE] = Scope.BELOW
    rows[Role.AUDITOR, Action.REPLAY_LEDGER] = Scope.BELOW
    rows[Role.AUDITOR, Action.VIEW_REGISTERS] = Scope.BELOW
    return rows


POLICY: Mapping[tuple[Role, Action], Scope] = MappingProxyType(_rows())


def _reaches(scope: Scope, own: RegionCode, asked: RegionCode) -> bool:
    if scope is Scope.EVERYWHERE:
        return True
    return asked == own if scope is Scope.OWN else covers(own, asked)


def is_allowed(actor: Actor, action: Action, region: RegionCode | None) -> bool:
    """Say whether `actor` may do `action` on an object of `region`.

    Args:
        actor: With the grants in force at the moment of asking.
        action: What is asked for.
        region: Region of the object; `None` asks "anywhere at all", for a door.
    """
    scopes = ((POLICY.get((g.role, action)), g) for g in actor.grants)
    return any(
        scope is not None and (region is None or _reaches(scope, grant.region, region))
        for scope, grant in scopes
    )


def reach_of(actor: Actor, action: Action) -> tuple[tuple[Scope, RegionCode], ...]:
    """Return the scopes within which `actor` may do `action`, for filtering lists."""
    found = ((POLICY.get((g.role, action)), g.region) for g in actor.grants)
    return tuple((scope, region) for scope, region in found if scope is not None)
