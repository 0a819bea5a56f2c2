"""Words of the pages of supervision: how a tracing stands, what a phase means."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from netra.domain.law import Hinge, LawError, StageFinding, hinge
from netra.records.contests.models import Contest
from netra.records.contests.queries import stage_of
from netra.records.law.queries import law
from netra.records.observations.models import Finding, Tracing
from netra.web.desk.case_words import phase_words

__all__ = ["PhaseHint", "finding_tone", "phase_hint", "tracing_state"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseHint:
    """Where the day of an act lies in the contest, and what hangs on it.

    `hinge` explains the phase on an example of the catalogue, named by `example`.
    """

    finding: StageFinding
    words: str
    hinge: Hinge | None
    example: str


def phase_hint(contest: Contest, happened_on: date | None) -> PhaseHint | None:
    """Return the hint for the day of an act; `None` when it cannot be placed."""
    if happened_on is None:
        return None
    try:
        found = stage_of(contest, happened_on)
    except LawError:
        return None
    titles = {stage.key: stage.title for stage in found.election.stages}
    parts = (titles.get(found.main or ""), phase_words(found.phase))
    example = next((v for v in law().violations.values() if v.counterpart), None)
    shown = (
        hinge(law(), example.id, happened_on, found.determination_on)
        if example
        else None
    )
    return PhaseHint(
        finding=found,
        words=" · ".join(filter(None, parts)),
        hinge=shown,
        example=shown.applies.title if shown else "",
    )


def tracing_state(tracing: Tracing) -> str:
    """Return in words where a tracing stands."""
    if tracing.is_open:
        return _("Sedang ditelusuri")
    return tracing.get_ended_as_display().capitalize()


def finding_tone(finding: Finding) -> tuple[str, str]:
    """Return tone and drawing of the state of a finding."""
    return {
        Finding.State.PROPOSED: ("warn", "wait"),
        Finding.State.SET: ("info", "clock"),
        Finding.State.DROPPED: ("", "cross"),
        Finding.State.REGISTERED: ("good", "check"),
    }[Finding.State(finding.state)]
