"""The panel about the review of the study on the page of a case."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.domain.law import StepKind
from netra.records.cases import road
from netra.records.cases.conditions import newest_study, open_plenary
from netra.records.cases.models import Case, StudyRemark, StudyReturn
from netra.web.desk.case_access import may
from netra.web.desk.case_part import CasePart
from netra.web.desk.study.words import ENTRIES, PARTS
from netra.web.routes import StaffRequest


def _context(request: StaffRequest, case: Case) -> dict[str, Any] | None:
    if not may(request, Action.VIEW_EXHIBIT, case):
        return None
    step, study = road.step_of(case), newest_study(case)
    under_review = (
        study is not None
        and study.submitted_at is not None
        and step is not None
        and step.kind is StepKind.PLENARY
        and open_plenary(case) is None
    )
    return {
        "study": study,
        "remarks": remarks_of(case),
        "returns": StudyReturn.objects.filter(study__case=case).select_related(
            "returned_by", "study"
        ),
        "may_review": under_review and may(request, Action.REVIEW_STUDY, case),
        "may_settle": may(request, Action.REVIEW_STUDY, case),
        "versions": case.studies.count(),
    }


def remarks_of(case: Case) -> list[tuple[StudyRemark, object]]:
    """Return the remarks on all versions with the titles of their parts."""
    rows = StudyRemark.objects.filter(study__case=case).select_related(
        "study", "author", "resolved_by"
    )
    return [(row, PARTS[row.part]) for row in rows.order_by("-id")]


PART = CasePart(
    key="telaah",
    title=_("Telaah kajian"),
    template="desk/study/_part.html",
    context=_context,
    entries=ENTRIES,
)
