"""Everything that is written into the agenda."""

from netra.records.correspondence.actions.changing import (
    answer_entry,
    correct_entry,
    link_entry,
    void_entry,
)
from netra.records.correspondence.actions.entering import (
    enter_in,
    enter_out,
    note_call,
    note_visit,
)
from netra.records.correspondence.actions.keeping import (
    add_scan,
    enter_paper,
    enter_referral,
    open_sealed,
)
from netra.records.correspondence.actions.mailing import Dropped, drop_email

__all__ = [
    "Dropped",
    "add_scan",
    "answer_entry",
    "correct_entry",
    "drop_email",
    "enter_in",
    "enter_out",
    "enter_paper",
    "enter_referral",
    "link_entry",
    "note_call",
    "note_visit",
    "open_sealed",
    "void_entry",
]
