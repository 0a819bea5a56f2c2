"""The way of the letters of a case, as a part of its page."""

from typing import Any

from django.utils.translation import gettext_lazy

from netra.domain.access import Action
from netra.domain.law import StepKind
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.packs.queries import letter_subjects
from netra.web.desk.case_access import may
from netra.web.desk.case_part import CasePart
from netra.web.desk.packs.words import ENTRIES
from netra.web.routes import StaffRequest


def _context(request: StaffRequest, case: Case) -> dict[str, Any] | None:
    letters = case.referrals.filter(superseded=False).prefetch_related(
        "hops", "answers"
    )
    if not letters:
        return None
    step = road.step_of(case)
    waits = step is not None and step.kind is StepKind.FOLLOW_UP
    return {
        "letters": [
            (letter, list(letter.hops.all()), list(letter.answers.all()))
            for letter in letters
        ],
        "may_end": waits and may(request, Action.RECORD_HOP, case),
        "ends": case.follow_up_ends.all(),
    }


PART = CasePart(
    key="tindak-lanjut",
    title=gettext_lazy("Tindak lanjut"),
    template="desk/packs/_part.html",
    context=_context,
    subjects=letter_subjects,
    entries=ENTRIES,
)
