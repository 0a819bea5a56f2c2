"""The panel of letters and calls on the page of a case."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.access import Action
from netra.domain.law import Paper
from netra.records.cases.models import Case
from netra.records.correspondence.models import AgendaEntry
from netra.records.correspondence.queries import agenda_of_case, counterpart_shown
from netra.records.documents.models import IssuedPaper
from netra.records.documents.queries import FOR_REPORTER, papers_of_case
from netra.web.desk.case_access import may
from netra.web.desk.case_part import CasePart
from netra.web.desk.case_words import paper_words
from netra.web.desk.correspondence.forms import QuickForm
from netra.web.desk.correspondence.words import ENTRIES, WAYS_IN, kind_words
from netra.web.routes import StaffRequest

NEWEST = 5


def _shown(request: StaffRequest, case: Case) -> dict[str, Any] | None:
    if not may(request, Action.VIEW_AGENDA, case):
        return None
    rows = agenda_of_case(case)
    may_keep = may(request, Action.KEEP_AGENDA, case)
    return {
        "rows": [
            (row, kind_words(row), counterpart_shown(row)) for row in rows[:NEWEST]
        ],
        "count": rows.count(),
        "may_keep": may_keep,
        "quick": QuickForm() if may_keep else None,
        "ways_in": WAYS_IN.values(),
        "papers": _without_number(case) if may_keep else [],
        "referrals": _unsent(case) if may_keep else [],
    }


def _standing() -> Any:
    return AgendaEntry.objects.filter(
        direction=AgendaEntry.Direction.OUT,
        corrects__isnull=True,
        voided_at__isnull=True,
    )


def _without_number(case: Case) -> list[dict[str, Any]]:
    """Return the papers of a case that have no number in the agenda yet.

    The letter of a referral has the number of its referral.
    """
    held = _standing().filter(paper__isnull=False).values("paper")
    papers = papers_of_case(case).filter(format=IssuedPaper.Format.PDF)
    rows = papers.exclude(pk__in=held).exclude(kind=Paper.REFERRAL_LETTER.value)
    return [
        {
            "row": row,
            "name": paper_words(row.kind),
            "to": _("Pelapor") if row.kind in FOR_REPORTER else "",
        }
        for row in rows
    ]


def _unsent(case: Case) -> list[Any]:
    held = _standing().filter(referral__isnull=False).values("referral")
    return list(case.referrals.exclude(pk__in=held))


def _subjects(case: Case) -> Iterable[str]:
    return (f"agenda:{pk}" for pk in agenda_of_case(case).values_list("pk", flat=True))


PART = CasePart(
    key="agenda",
    title=gettext_lazy("Surat-menyurat"),
    template="desk/correspondence/_part.html",
    context=_shown,
    subjects=_subjects,
    entries=ENTRIES,
)
