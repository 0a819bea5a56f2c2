"""The parts of the page of a case, each made by the room it belongs to.

A part is a panel with a heading of its own, reached by the tabs of the page. What a
room writes to the ledger about a case, and the words for it, come with its part, so the
trail of the case tells all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from netra.records.cases.models import Case
from netra.web.desk.case_part import CasePart
from netra.web.desk.clarifications import part as clarifications
from netra.web.desk.closing import part as closing
from netra.web.desk.correspondence import part as correspondence
from netra.web.desk.meeting import part as meeting
from netra.web.desk.notices import part as notices
from netra.web.desk.packs import part as packs
from netra.web.desk.parties import part as parties
from netra.web.desk.proof import part as proof
from netra.web.desk.recusal import part as recusal
from netra.web.desk.study import part as study
from netra.web.desk.turns import part as turns
from netra.web.routes import StaffRequest

AFTER: Mapping[str, tuple[CasePart, ...]] = {
    "pihak": (parties.PEOPLE, parties.EVENT),
    "bukti": (proof.PART, clarifications.PART),
    "kajian": (study.PART, meeting.PART),
    "penerusan": (packs.PART, notices.PART, turns.PART),
    "surat": (correspondence.PART, closing.PART, recusal.PART),
}
"""The parts after each panel that every case has, as the work goes on; by anchor."""
PARTS: tuple[CasePart, ...] = tuple(part for place in AFTER.values() for part in place)
"""All parts in the order of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPart:
    """A part with what it shows to this reader."""

    part: CasePart
    shown: dict[str, Any]


def parts_of(request: StaffRequest, case: Case) -> dict[str, list[ShownPart]]:
    """Return the parts this reader sees of a case, by the panel they come after."""
    return {
        anchor: [
            ShownPart(part=part, shown=shown)
            for part in parts
            if (shown := part.context(request, case)) is not None
        ]
        for anchor, parts in AFTER.items()
    }


def part_subjects(case: Case) -> tuple[str, ...]:
    """Return the ledger's subjects of what the rooms hold about a case."""
    return tuple(subject for part in PARTS for subject in part.subjects(case))


def part_words(kind: str) -> Promise | None:
    """Return the words of an entry that a room makes, `None` if none knows it."""
    return next((part.entries[kind] for part in PARTS if kind in part.entries), None)
