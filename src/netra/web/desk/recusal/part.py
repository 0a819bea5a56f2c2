"""The panel about ties on the page of a case."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.cases.models import Case
from netra.records.cases.ties import bench_of
from netra.records.jobs import moment
from netra.web.desk.case_access import may, today_of
from netra.web.desk.case_part import CasePart
from netra.web.routes import StaffRequest

_ENTRIES = {
    "recusal.recorded": _("Benturan kepentingan dicatat"),
    "recusal.replacement_named": _("Pengganti karena benturan kepentingan ditunjuk"),
    "recusal.ended": _("Catatan benturan kepentingan dicabut"),
    "plenary.member_recused": _("Anggota mundur dari pleno; kursi dan suaranya gugur"),
}


def _context(request: StaffRequest, case: Case) -> dict[str, Any]:
    rows = case.recusals.select_related(
        "officer", "recorded_by", "replacement", "ended_by"
    )
    return {
        "recusals": list(rows),
        "bench": bench_of(case, today_of(case, moment.now())),
        "may_declare": may(request, Action.DECLARE_TIE, case),
        "may_replace": may(request, Action.ASSIGN_WORK, case),
        "may_end": may(request, Action.VOTE, case),
    }


def _subjects(case: Case) -> Iterable[str]:
    return (f"recusal:{pk}" for pk in case.recusals.values_list("pk", flat=True))


PART = CasePart(
    key="benturan",
    title=_("Benturan kepentingan"),
    template="desk/recusal/_part.html",
    context=_context,
    subjects=_subjects,
    entries=_ENTRIES,
)
