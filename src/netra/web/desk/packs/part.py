"""The way of the letters of a case, as a part of its page."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy

from netra.domain.access import Action
from netra.domain.law import StepKind
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.packs.models import LegalNeed, Pack, Redaction
from netra.records.referrals.models import Answer, FollowUpEnd, Hop
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


def _subjects(case: Case) -> Iterable[str]:
    ids = list(case.referrals.values_list("pk", flat=True))
    kinds = (
        (Hop, "hop"),
        (Answer, "answer"),
        (LegalNeed, "need"),
        (Redaction, "redaction"),
        (Pack, "pack"),
    )
    for model, word in kinds if ids else ():
        found = model.objects.filter(referral__in=ids).values_list("pk", flat=True)
        yield from (f"{word}:{pk}" for pk in found)
    ends = FollowUpEnd.objects.filter(case=case).values_list("pk", flat=True)
    yield from (f"follow_up_end:{pk}" for pk in ends)


PART = CasePart(
    key="tindak-lanjut",
    title=gettext_lazy("Tindak lanjut"),
    template="desk/packs/_part.html",
    context=_context,
    subjects=_subjects,
    entries=ENTRIES,
)
