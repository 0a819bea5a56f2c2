"""Rows of a case."""

from netra.records.cases.models.case import Allegation, Case, CaseEvent
from netra.records.cases.models.deciding import (
    Attendance,
    Plenary,
    RespondentOutcome,
    Vote,
)
from netra.records.cases.models.meeting import Absence, Dissent, PlenaryNotice
from netra.records.cases.models.recusal import Recusal
from netra.records.cases.models.review import StudyRemark, StudyReturn
from netra.records.cases.models.study import Study, StudyApproval

__all__ = [
    "Absence",
    "Allegation",
    "Attendance",
    "Case",
    "CaseEvent",
    "Dissent",
    "Plenary",
    "PlenaryNotice",
    "Recusal",
    "RespondentOutcome",
    "Study",
    "StudyApproval",
    "StudyRemark",
    "StudyReturn",
    "Vote",
]
