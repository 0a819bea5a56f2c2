"""The panel about proof on the page of a case: how far each allegation is."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.cases.models import Case
from netra.records.proof.queries import proof_subjects, proof_table
from netra.web.desk.case_access import may
from netra.web.desk.case_part import CasePart
from netra.web.routes import StaffRequest

_ENTRIES = {
    "proof.element_judged": _("Unsur norma dinilai"),
    "proof.tied": _("Bukti dikaitkan dengan unsur"),
    "proof.untied": _("Kaitan bukti dilepas"),
    "proof.taken_back": _("Pembuktian ditarik bersama dugaannya"),
}


def _context(request: StaffRequest, case: Case) -> dict[str, Any]:
    return {
        "table": proof_table(case),
        "may_read": may(request, Action.VIEW_EXHIBIT, case),
    }


PART = CasePart(
    key="pembuktian",
    title=_("Pembuktian"),
    template="desk/proof/_part.html",
    context=_context,
    subjects=proof_subjects,
    entries=_ENTRIES,
)
