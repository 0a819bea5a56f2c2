"""Rows of a case."""

from netra.records.cases.models.case import Allegation, Case, CaseEvent
from netra.records.cases.models.deciding import (
    Attendance,
    Plenary,
    RespondentOutcome,
    Vote,
)
from netra.records.cases.models.study import Study, StudyApproval

__all__ = [
    "Allegation",
    "Attendance",
    "Case",
    "CaseEvent",
    "Plenary",
    "RespondentOutcome",
    "Study",
    "StudyApproval",
    "Vote",
]
