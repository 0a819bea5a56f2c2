"""Every write of the turns a case can take."""

from netra.records.turns.actions.correcting import (
    approve_correction,
    correct_clerically,
)
from netra.records.turns.actions.filing import add_evidence_file
from netra.records.turns.actions.hearing import (
    decide_hearing,
    note_session,
    open_hearing,
    plan_session,
)
from netra.records.turns.actions.moving import (
    accept_delegation,
    delegate_case,
    delegate_report,
    return_case,
    return_report,
    take_over_case,
    take_over_report,
)
from netra.records.turns.actions.recording import (
    add_new_evidence,
    answer_information,
    ask_information,
    decide_withdrawal,
    record_withdrawal,
)
from netra.records.turns.actions.reopening import reopen_case
from netra.records.turns.actions.tracking import note_track_event, strike_track_event

__all__ = [
    "accept_delegation",
    "add_evidence_file",
    "add_new_evidence",
    "answer_information",
    "approve_correction",
    "ask_information",
    "correct_clerically",
    "decide_hearing",
    "decide_withdrawal",
    "delegate_case",
    "delegate_report",
    "note_session",
    "note_track_event",
    "open_hearing",
    "plan_session",
    "record_withdrawal",
    "reopen_case",
    "return_case",
    "return_report",
    "strike_track_event",
    "take_over_case",
    "take_over_report",
]
