"""Every write of information."""

from netra.records.information.actions.arriving import (
    discard_held,
    give_information,
    hold_file,
    reply_from_source,
    take_held,
)
from netra.records.information.actions.converting import inform_from_report
from netra.records.information.actions.entering import enter_days, sweep
from netra.records.information.actions.handling import (
    assign_information,
    end_information,
    group_information,
    post_to_source,
    release_queued,
    ungroup_information,
)
from netra.records.information.actions.opening import (
    open_derivative,
    open_information,
    open_original,
)
from netra.records.information.actions.tracing import (
    begin_tracing_from,
    join_tracing,
    tell_sources,
)

__all__ = [
    "assign_information",
    "begin_tracing_from",
    "discard_held",
    "end_information",
    "enter_days",
    "give_information",
    "group_information",
    "hold_file",
    "inform_from_report",
    "join_tracing",
    "open_derivative",
    "open_information",
    "open_original",
    "post_to_source",
    "release_queued",
    "reply_from_source",
    "sweep",
    "take_held",
    "tell_sources",
    "ungroup_information",
]
