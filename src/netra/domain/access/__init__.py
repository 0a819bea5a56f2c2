"""Who may do what, where: roles, actions, scopes and the one table of permissions.

A pair of role and action that `POLICY` does not list is refused. Jurisdiction goes by
region code: an office of `19` covers `19.06`, the national office (code `""`) covers
all. The same table answers one question (`is_allowed`) and filters a list
(`reach_of`), so a page and its list can never disagree.
"""

from netra.domain.access.policy import POLICY, Scope, is_allowed, reach_of
from netra.domain.access.roles import (
    NATION,
    Action,
    Actor,
    Grant,
    RegionCode,
    Role,
    covers,
)

__all__ = [
    "NATION",
    "POLICY",
    "Action",
    "Actor",
    "Grant",
    "RegionCode",
    "Role",
    "Scope",
    "covers",
    "is_allowed",
    "reach_of",
]
