"""Every write of supervision."""

from netra.records.observations.actions.finding import (
    assign_finding,
    propose_finding,
)
from netra.records.observations.actions.people import name_found
from netra.records.observations.actions.plenary import (
    cast_finding_vote,
    close_finding_plenary,
    convene_finding_plenary,
    correct_finding_attendance,
)
from netra.records.observations.actions.recording import (
    gather_exhibit,
    record_observation,
)
from netra.records.observations.actions.tracing import (
    assign_tracing,
    begin_tracing,
    close_tracing,
    drop_step,
    finish_step,
    plan_step,
)

__all__ = [
    "assign_finding",
    "assign_tracing",
    "begin_tracing",
    "cast_finding_vote",
    "close_finding_plenary",
    "close_tracing",
    "convene_finding_plenary",
    "correct_finding_attendance",
    "drop_step",
    "finish_step",
    "gather_exhibit",
    "name_found",
    "plan_step",
    "propose_finding",
    "record_observation",
]
