"""Rows of the turns a case can take."""

from netra.records.turns.models.hearings import Hearing, HearingMember, HearingSession
from netra.records.turns.models.moves import Move
from netra.records.turns.models.records import (
    Correction,
    InformationRequest,
    LateEvidence,
    Reopening,
    Withdrawal,
)
from netra.records.turns.models.tracks import TrackEvent

__all__ = [
    "Correction",
    "Hearing",
    "HearingMember",
    "HearingSession",
    "InformationRequest",
    "LateEvidence",
    "Move",
    "Reopening",
    "TrackEvent",
    "Withdrawal",
]
