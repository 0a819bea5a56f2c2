"""Every write of a report."""

from netra.records.reports.actions.arriving import (
    add_draft_file,
    drop_draft_file,
    hand_in_report,
    open_draft,
    save_draft,
)
from netra.records.reports.actions.checking import (
    finish_completion_check,
    finish_initial_study,
)
from netra.records.reports.actions.completing import (
    add_exhibit,
    complete_report,
    hand_in_item,
    lapse_completion,
    notify_missing,
)
from netra.records.reports.actions.drafting import (
    choose_draft,
    discard_draft,
    forget_code,
    forget_device,
    send_draft,
)
from netra.records.reports.actions.grouping import group_reports, ungroup_report
from netra.records.reports.actions.keeping import (
    assign_report,
    describe_respondent,
    open_identity,
    tell_status,
)
from netra.records.reports.actions.receiving import (
    choose_reception_day,
    open_counter_entry,
    receive_report,
)

__all__ = [
    "add_draft_file",
    "add_exhibit",
    "assign_report",
    "choose_draft",
    "choose_reception_day",
    "complete_report",
    "describe_respondent",
    "discard_draft",
    "drop_draft_file",
    "finish_completion_check",
    "finish_initial_study",
    "forget_code",
    "forget_device",
    "group_reports",
    "hand_in_item",
    "hand_in_report",
    "lapse_completion",
    "notify_missing",
    "open_counter_entry",
    "open_draft",
    "open_identity",
    "receive_report",
    "save_draft",
    "send_draft",
    "tell_status",
    "ungroup_report",
]
