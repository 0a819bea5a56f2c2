"""Hearings of 33.74: planned with a letter, under way, finished."""

from dataclasses import dataclass

from netra.records.clarifications import actions
from netra.records.clarifications.models import (
    Clarification,
    Invitation,
    Minutes,
    Service,
)
from netra.records.evidence.actions import receive_blob
from tests import clarifying, people
from tests.offices import Cast, as_actor


@dataclass(frozen=True, slots=True, kw_only=True)
class ClarificationScene:
    """What the matrix walks through; the service has a proof."""

    planned: Clarification
    invitation: Invitation
    service: Service
    minutes: Minutes


def set_clarifications(cast: Cast) -> ClarificationScene:
    """Walk the hearings of one case by the real actions."""
    case = people.case_on(cast, "study")
    planned = clarifying.planned(case, cast)
    invitation = clarifying.invited(planned, cast)
    service = actions.record_service(
        invitation=invitation,
        served=clarifying.SERVED,
        proof=receive_blob(chunks=[people.PNG], at=clarifying.SERVED_AT),
        actor=as_actor(cast.budi),
        at=clarifying.SERVED_AT,
    )
    reporter = f"reporter:{case.report.reporter.pk}"
    heard = clarifying.planned(case, cast, who=reporter, capacity="reporter")
    minutes = clarifying.typed(clarifying.begun(heard, cast), cast)
    return ClarificationScene(
        planned=planned, invitation=invitation, service=service, minutes=minutes
    )
