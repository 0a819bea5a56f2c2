"""Rows of clarifications."""

from netra.records.clarifications.models.hearing import Absence, Clarification
from netra.records.clarifications.models.inviting import Invitation, Service
from netra.records.clarifications.models.minutes import (
    Answer,
    Break,
    CopyHandover,
    Correction,
    LaterNote,
    Minutes,
)
from netra.records.clarifications.models.questions import OfficeQuestions

__all__ = [
    "Absence",
    "Answer",
    "Break",
    "Clarification",
    "CopyHandover",
    "Correction",
    "Invitation",
    "LaterNote",
    "Minutes",
    "OfficeQuestions",
    "Service",
]
