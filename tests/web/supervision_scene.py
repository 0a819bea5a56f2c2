"""One supervision report, one tracing, and findings on every state, of 33.74."""

from dataclasses import dataclass

from netra.domain.law import Paper
from netra.records.documents import actions as documents
from netra.records.documents.models import IssuedPaper
from netra.records.evidence.actions import receive_blob
from netra.records.observations import actions
from netra.records.observations.models import (
    Finding,
    GatheredExhibit,
    Observation,
    Tracing,
    TracingStep,
)
from tests import supervision
from tests.offices import OBSERVED_AT, TRACED_AT, Cast, as_actor, observed
from tests.records.refusals import PNG


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionScene:
    """What the matrix walks through; `step` has no result yet."""

    observation: Observation
    exhibit: GatheredExhibit
    paper: IssuedPaper
    tracing: Tracing
    step: TracingStep
    findings: dict[str, Finding]


def set_supervision(cast: Cast) -> SupervisionScene:
    """Walk a matter of supervision to every state by the real actions."""
    budi = as_actor(cast.budi)
    observation = actions.record_observation(
        office=cast.city, content=observed(cast.contest), actor=budi, at=OBSERVED_AT
    )
    exhibit = actions.gather_exhibit(
        matter=observation,
        blob=receive_blob(chunks=[PNG], at=OBSERVED_AT),
        name="foto.png",
        actor=budi,
        at=OBSERVED_AT,
    )
    paper = documents.issue_paper(
        Paper.OBSERVATION_REPORT, observation=observation, actor=budi, at=OBSERVED_AT
    )
    tracing = supervision.tracing_on(cast)
    step = actions.plan_step(
        tracing=tracing,
        what="Memeriksa unggahan",
        asked="",
        planned_on=None,
        actor=budi,
        at=TRACED_AT,
    )
    return SupervisionScene(
        observation=observation,
        exhibit=exhibit,
        paper=paper,
        tracing=tracing,
        step=step,
        findings=_findings(cast),
    )


def _findings(cast: Cast) -> dict[str, Finding]:
    states = ("proposed", "set", "dropped", "registered")
    found = {state: supervision.finding_on(cast, state) for state in states}
    found["voting"] = supervision.finding_on(cast)
    supervision.finding_convened(found["voting"], cast)
    found["closing"] = supervision.finding_on(cast)
    plenary = supervision.finding_convened(found["closing"], cast)
    supervision.finding_voted(plenary, cast, agrees=True)
    return found
