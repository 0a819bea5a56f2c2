"""Rows about who is in a case, when it happened, and which reports it joins."""

from netra.records.parties.models.events import EventTime
from netra.records.parties.models.joining import JoinedPerson, JoinedReport
from netra.records.parties.models.people import Party, PartyOpening

__all__ = ["EventTime", "JoinedPerson", "JoinedReport", "Party", "PartyOpening"]
