"""A file that comes with evidence after registration."""

from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.records.cases.conditions import open_plenary
from netra.records.cases.standing import require_on
from netra.records.evidence.models import Blob
from netra.records.observations.actions.recording import enter_gathered
from netra.records.observations.models import Finding, GatheredExhibit
from netra.records.reports.actions.completing import enter_exhibit
from netra.records.reports.models import Exhibit
from netra.records.turns.errors import PlenaryRunningError
from netra.records.turns.models import LateEvidence


@transaction.atomic
def add_evidence_file(
    *, evidence: LateEvidence, blob: Blob, name: str, actor: Actor, at: datetime
) -> Exhibit | GatheredExhibit:
    """Put a file of new evidence among the exhibits of the case.

    Args:
        evidence: Recorded before, with who brought it and why so late.
        blob: The file as received.
        name: As it was called; sealed.
        actor: Needs `RECORD_TURN` in the region of the case.
        at: Moment of adding.

    Returns:
        An exhibit of the report, or one gathered for the finding, the case came from.

    Raises:
        NotAllowedError: the actor records nothing for this office.
        PlenaryRunningError: the plenary has the exhibits on the table.
        TooManyFilesError: the report is full.
        FileTwiceError: the case has the same bytes already.
    """
    case = evidence.case
    require_on(case, Action.RECORD_TURN, actor)
    if open_plenary(case) is not None:
        raise PlenaryRunningError
    origin = case.origin
    if isinstance(origin, Finding):
        return enter_gathered(
            matter=origin.origin, blob=blob, name=name, actor=actor, at=at
        )
    return enter_exhibit(
        report=origin,
        blob=blob,
        kind=Exhibit.Kind.EVIDENCE,
        name=name,
        actor=actor,
        at=at,
    )
