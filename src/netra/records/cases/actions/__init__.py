"""Every write of a case."""

from netra.records.cases.actions.alleging import allege, withdraw_allegation
from netra.records.cases.actions.deciding import (
    cast_vote,
    close_plenary,
    convene_plenary,
    correct_attendance,
)
from netra.records.cases.actions.meeting import (
    call_plenary,
    note_absence,
    write_dissent,
)
from netra.records.cases.actions.recusing import (
    declare_tie,
    name_replacement,
    record_tie,
    withdraw_recusal,
)
from netra.records.cases.actions.registering import (
    assign_case,
    register_finding,
    register_report,
    take_extension,
    tell_status,
)
from netra.records.cases.actions.reviewing import (
    remark_study,
    resolve_remark,
    return_study,
)
from netra.records.cases.actions.studying import (
    approve_study,
    save_study,
    submit_study,
)

__all__ = [
    "allege",
    "approve_study",
    "assign_case",
    "call_plenary",
    "cast_vote",
    "close_plenary",
    "convene_plenary",
    "correct_attendance",
    "declare_tie",
    "name_replacement",
    "note_absence",
    "record_tie",
    "register_finding",
    "register_report",
    "remark_study",
    "resolve_remark",
    "return_study",
    "save_study",
    "submit_study",
    "take_extension",
    "tell_status",
    "withdraw_allegation",
    "withdraw_recusal",
    "write_dissent",
]
