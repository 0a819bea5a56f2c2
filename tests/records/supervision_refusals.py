"""What Anton tries on supervision of 33.74: reports, tracings and findings."""

from collections.abc import Callable

from netra.domain.access import Actor
from netra.records.cases import actions as cases
from netra.records.evidence.actions import receive_blob
from netra.records.observations import actions as supervision
from netra.records.observations.models import FindingPlenary, Tracing, TracingStep
from netra.records.referrals import actions as referrals
from tests.people import (
    FINDING,
    FINDING_CONVENED_AT,
    FOUND,
    OBSERVED_AT,
    PNG,
    PROPOSED_AT,
    REGISTERED_AT,
    TRACED_AT,
    Cast,
    as_actor,
    finding_convened,
    finding_on,
    finding_voted,
    observation_on,
    observed,
    planned,
    tracing_on,
)

Attempt = Callable[[Cast, Actor], object]
_TRACED = {"at": TRACED_AT}
_PLENARY = {"at": FINDING_CONVENED_AT}


def _step(cast: Cast) -> TracingStep:
    return supervision.plan_step(
        tracing=tracing_on(cast),
        what="Melihat lokasi",
        asked="",
        planned_on=None,
        actor=as_actor(cast.budi),
        at=TRACED_AT,
    )


def _plenary(cast: Cast) -> FindingPlenary:
    return finding_convened(finding_on(cast), cast)


def _close(cast: Cast, actor: Actor) -> None:
    plenary = _plenary(cast)
    finding_voted(plenary, cast, agrees=True)
    supervision.close_finding_plenary(
        plenary=plenary,
        decision_text="putusan",
        late_reason="",
        actor=actor,
        **_PLENARY,
    )


def _gather(cast: Cast, actor: Actor) -> object:
    return supervision.gather_exhibit(
        matter=observation_on(cast),
        blob=receive_blob(chunks=[PNG], at=OBSERVED_AT),
        name="catatan.png",
        actor=actor,
        at=OBSERVED_AT,
    )


SUPERVISED: dict[str, Attempt] = {
    "cases.register_finding": lambda cast, actor: cases.register_finding(
        finding=finding_on(cast, "set"), actor=actor, at=REGISTERED_AT
    ),
    "observations.assign_finding": lambda cast, actor: supervision.assign_finding(
        finding=finding_on(cast), holder=cast.anton, actor=actor, at=PROPOSED_AT
    ),
    "observations.assign_tracing": lambda cast, actor: supervision.assign_tracing(
        tracing=tracing_on(cast), holder=cast.anton, actor=actor, **_TRACED
    ),
    "observations.begin_tracing": lambda cast, actor: supervision.begin_tracing(
        office=cast.city, plan=planned(cast.contest), actor=actor, **_TRACED
    ),
    "observations.cast_finding_vote": lambda cast, actor: supervision.cast_finding_vote(
        plenary=_plenary(cast), agrees=True, reason="ya", actor=actor, **_PLENARY
    ),
    "observations.close_finding_plenary": _close,
    "observations.close_tracing": lambda cast, actor: supervision.close_tracing(
        tracing=tracing_on(cast),
        reason=Tracing.Reason.NOT_TRUE,
        text="hasil",
        actor=actor,
        **_TRACED,
    ),
    "observations.convene_finding_plenary": lambda cast, actor: (
        supervision.convene_finding_plenary(
            finding=finding_on(cast),
            members=cast.members,
            place="",
            actor=actor,
            **_PLENARY,
        )
    ),
    "observations.correct_finding_attendance": lambda cast, actor: (
        supervision.correct_finding_attendance(
            plenary=_plenary(cast), members=cast.members, actor=actor, **_PLENARY
        )
    ),
    "observations.drop_step": lambda cast, actor: supervision.drop_step(
        step=_step(cast), actor=actor, **_TRACED
    ),
    "observations.finish_step": lambda cast, actor: supervision.finish_step(
        step=_step(cast),
        done_on=TRACED_AT.date(),
        result="hasil",
        actor=actor,
        **_TRACED,
    ),
    "observations.gather_exhibit": _gather,
    "observations.name_found": lambda cast, actor: supervision.name_found(
        tracing=tracing_on(cast), person=FOUND, actor=actor, **_TRACED
    ),
    "observations.plan_step": lambda cast, actor: supervision.plan_step(
        tracing=tracing_on(cast),
        what="langkah",
        asked="",
        planned_on=None,
        actor=actor,
        **_TRACED,
    ),
    "observations.propose_finding": lambda cast, actor: supervision.propose_finding(
        origin=observation_on(cast), content=FINDING, actor=actor, at=PROPOSED_AT
    ),
    "observations.record_observation": lambda cast, actor: (
        supervision.record_observation(
            office=cast.subdistrict,
            content=observed(cast.contest),
            actor=actor,
            at=OBSERVED_AT,
        )
    ),
    "referrals.refer_tracing": lambda cast, actor: referrals.refer_tracing(
        tracing=tracing_on(cast), text="hasil", actor=actor, at=PROPOSED_AT
    ),
}
