"""Rows about who serves where."""

from netra.records.accounts.models.numbers import (
    GivenNumber,
    NumberSeries,
    VoidedNumber,
)
from netra.records.accounts.models.offices import Office, OfficeSetting, OutsideBody
from netra.records.accounts.models.people import RoleAssignment, User

__all__ = [
    "GivenNumber",
    "NumberSeries",
    "Office",
    "OfficeSetting",
    "OutsideBody",
    "RoleAssignment",
    "User",
    "VoidedNumber",
]
