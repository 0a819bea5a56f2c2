"""Rows of supervision: Form A, tracings, findings and their plenaries."""

from netra.records.observations.models.findings import (
    Finding,
    FindingAttendance,
    FindingEvent,
    FindingPlenary,
    FindingVote,
)
from netra.records.observations.models.observations import Observation
from netra.records.observations.models.proof import GatheredExhibit
from netra.records.observations.models.tracings import Tracing, TracingStep

__all__ = [
    "Finding",
    "FindingAttendance",
    "FindingEvent",
    "FindingPlenary",
    "FindingVote",
    "GatheredExhibit",
    "Observation",
    "Tracing",
    "TracingStep",
]
