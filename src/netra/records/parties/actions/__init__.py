"""Every write about who is in a case, when it happened, and what it joins."""

from netra.records.parties.actions.joining import join_report, split_report
from netra.records.parties.actions.people import (
    correct_party,
    drop_party,
    name_party,
    open_party,
)
from netra.records.parties.actions.replacing import replace_respondent
from netra.records.parties.actions.respondents import (
    add_respondent,
    identify_respondent,
    withdraw_respondent,
)
from netra.records.parties.actions.sides import touch_sides
from netra.records.parties.actions.timing import set_event_time

__all__ = [
    "add_respondent",
    "correct_party",
    "drop_party",
    "identify_respondent",
    "join_report",
    "name_party",
    "open_party",
    "replace_respondent",
    "set_event_time",
    "split_report",
    "touch_sides",
    "withdraw_respondent",
]
