"""Observations, tracings and findings of the cast, walked by the real actions."""

from collections.abc import Sequence

from netra.records.cases import actions as cases
from netra.records.cases.models import Case
from netra.records.observations import actions as supervision
from netra.records.observations.content import ObservationContent, TracingPlan
from netra.records.observations.models import Finding as Found
from netra.records.observations.models import FindingPlenary, Observation, Tracing
from tests.matters import walk_case
from tests.offices import (
    FINDING,
    FINDING_CONVENED_AT,
    FINDING_SET_AT,
    FOUND,
    OBSERVED_AT,
    PROPOSED_AT,
    REGISTERED_AT,
    TRACED_AT,
    Cast,
    as_actor,
    observed,
    planned,
)

FINDING_STATES = ("proposed", "set", "dropped", "registered")


def observation_on(
    cast: Cast, *, content: ObservationContent | None = None
) -> Observation:
    """Return Lia's supervision report from the sub-district, with a suspicion."""
    return supervision.record_observation(
        office=cast.subdistrict,
        content=content or observed(cast.contest),
        actor=as_actor(cast.lia),
        at=OBSERVED_AT,
    )


def tracing_on(
    cast: Cast,
    *,
    plan: TracingPlan | None = None,
    mailboxes: Sequence[str] = (),
    walked: bool = True,
) -> Tracing:
    """Return Budi's open tracing.

    Args:
        cast: Who acts.
        plan: What is traced.
        mailboxes: Sealed tokens of those who gave the information.
        walked: With one finished step and one person found; else fresh.
    """
    budi = as_actor(cast.budi)
    tracing = supervision.begin_tracing(
        office=cast.city,
        plan=plan or planned(cast.contest),
        mailboxes=mailboxes,
        actor=budi,
        at=TRACED_AT,
    )
    if walked:
        step = supervision.plan_step(
            tracing=tracing,
            what="Meminta keterangan pengurus balai",
            asked="Pengurus Contohbalai",
            planned_on=TRACED_AT.date(),
            actor=budi,
            at=TRACED_AT,
        )
        supervision.name_found(tracing=tracing, person=FOUND, actor=budi, at=TRACED_AT)
        supervision.finish_step(
            step=step,
            done_on=TRACED_AT.date(),
            result="DATA CONTOH. Pengurus membenarkan pembagian selebaran.",
            actor=budi,
            at=TRACED_AT,
        )
    return tracing


def finding_on(
    cast: Cast, state: str = "proposed", *, origin: Observation | Tracing | None = None
) -> Found:
    """Return a finding walked to a state by the real actions.

    Args:
        cast: Who acts.
        state: One of `FINDING_STATES`.
        origin: What it comes from; Lia's supervision report when none is given.
    """
    finding = supervision.propose_finding(
        origin=origin or observation_on(cast),
        content=FINDING,
        actor=as_actor(cast.budi),
        at=PROPOSED_AT,
    )
    if state == "proposed":
        return finding
    plenary = finding_convened(finding, cast)
    finding_voted(plenary, cast, agrees=state != "dropped")
    decided = supervision.close_finding_plenary(
        plenary=plenary,
        decision_text="DATA CONTOH. Putusan pleno atas temuan.",
        late_reason="",
        actor=as_actor(cast.sari),
        at=FINDING_SET_AT,
    )
    if state == "registered":
        cases.register_finding(
            finding=decided, actor=as_actor(cast.budi), at=REGISTERED_AT
        )
        decided.refresh_from_db()
    return decided


def finding_convened(finding: Found, cast: Cast) -> FindingPlenary:
    """Open the plenary on a finding with the three members of 33.74."""
    return supervision.convene_finding_plenary(
        finding=finding,
        members=cast.members,
        place="Ruang pleno",
        actor=as_actor(cast.sari),
        at=FINDING_CONVENED_AT,
    )


def finding_voted(plenary: FindingPlenary, cast: Cast, *, agrees: bool) -> None:
    """Let every member vote the same on a finding."""
    for member in cast.members:
        supervision.cast_finding_vote(
            plenary=plenary,
            agrees=agrees,
            reason="DATA CONTOH. Alasan suara atas temuan.",
            actor=as_actor(member),
            at=FINDING_CONVENED_AT,
        )


def case_of_finding(
    cast: Cast,
    step: str = "study",
    *,
    origin: Observation | Tracing | None = None,
    outcome: str = "other_law_asn",
) -> Case:
    """Return a case registered from a finding, walked to a step of `CASE_STEPS`.

    Args:
        cast: Who acts.
        step: Where it stands.
        origin: What the finding comes from; Lia's supervision report by default.
        outcome: What every member votes on the case.
    """
    finding = finding_on(cast, "registered", origin=origin)
    return walk_case(Case.objects.get(finding=finding), cast, step, outcome)
