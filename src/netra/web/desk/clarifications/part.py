"""The panel *Klarifikasi* on the page of a case."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.domain.law import StepKind
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.clarifications.queries import clarifications_of
from netra.web.desk.case_access import may
from netra.web.desk.case_part import CasePart
from netra.web.desk.clarifications.words import ENTRIES, label_rows
from netra.web.routes import StaffRequest


def _shown(request: StaffRequest, case: Case) -> dict[str, Any]:
    step = road.step_of(case)
    return {
        "rows": label_rows(clarifications_of(case)),
        "may_hear": may(request, Action.HEAR_PARTY, case) and step is not None,
        "may_read": may(request, Action.VIEW_EXHIBIT, case),
        "is_on_road": step is not None and step.kind is StepKind.CLARIFICATION,
    }


def _subjects(case: Case) -> Iterable[str]:
    for row in clarifications_of(case):
        yield row.ledger_subject
        for letter in row.invitations.all():
            yield letter.ledger_subject
            yield from (one.ledger_subject for one in letter.services.all())
        minutes = getattr(row, "minutes", None)
        if minutes is not None:
            yield minutes.ledger_subject


PART = CasePart(
    key="klarifikasi",
    title=_("Klarifikasi"),
    template="desk/clarifications/_panel.html",
    context=_shown,
    subjects=_subjects,
    entries=ENTRIES,
)
