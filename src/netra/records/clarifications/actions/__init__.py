"""Every write of a clarification."""

from netra.records.clarifications.actions.ending import (
    finish_clarifications,
    keep_questions,
)
from netra.records.clarifications.actions.finishing import (
    add_note,
    correct_answer,
    finish_hearing,
    hand_over_copy,
    note_refusal,
    read_back,
    sign_minutes,
)
from netra.records.clarifications.actions.hearing import (
    begin_hearing,
    pause_hearing,
    record_identity,
    record_oath,
    record_opinion,
    resume_hearing,
)
from netra.records.clarifications.actions.inviting import invite, record_service
from netra.records.clarifications.actions.planning import (
    ask_lower_office,
    call_off,
    plan_clarification,
    record_absence,
    replan_clarification,
)
from netra.records.clarifications.actions.writing import save_answers

__all__ = [
    "add_note",
    "ask_lower_office",
    "begin_hearing",
    "call_off",
    "correct_answer",
    "finish_clarifications",
    "finish_hearing",
    "hand_over_copy",
    "invite",
    "keep_questions",
    "note_refusal",
    "pause_hearing",
    "plan_clarification",
    "read_back",
    "record_absence",
    "record_identity",
    "record_oath",
    "record_opinion",
    "record_service",
    "replan_clarification",
    "resume_hearing",
    "save_answers",
    "sign_minutes",
]
