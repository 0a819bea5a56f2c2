"""Rows about who is in a case, when it happened, and which reports it joins."""

from netra.records.parties.models.events import EventTime
from netra.records.parties.models.joining import JoinedPerson, JoinedReport
from netra.records.parties.models.people import Party, PartyOpening
from netra.records.parties.models.sides import TouchedSide, sides_subject

__all__ = [
    "EventTime",
    "JoinedPerson",
    "JoinedReport",
    "Party",
    "PartyOpening",
    "TouchedSide",
    "sides_subject",
]
