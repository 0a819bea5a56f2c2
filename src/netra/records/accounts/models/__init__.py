"""Rows about who serves where."""

from netra.records.accounts.models.offices import (
    NumberSeries,
    Office,
    OfficeSetting,
    OutsideBody,
)
from netra.records.accounts.models.people import RoleAssignment, User

__all__ = [
    "NumberSeries",
    "Office",
    "OfficeSetting",
    "OutsideBody",
    "RoleAssignment",
    "User",
]
