"""The panel about calls, absences and dissents on the page of a case."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.domain.law import StepKind
from netra.records.cases import road
from netra.records.cases.conditions import open_plenary
from netra.records.cases.models import Absence, Case, Dissent, PlenaryNotice
from netra.web.desk.case_access import may
from netra.web.desk.case_part import CasePart
from netra.web.routes import StaffRequest

_ENTRIES = {
    "plenary_notice.sent": _("Undangan pleno dikirim"),
    "plenary_notice.followed": _("Pleno dibuka menurut undangan"),
    "plenary.absence_noted": _("Alasan ketidakhadiran anggota dicatat"),
    "plenary.dissent_written": _("Pendapat berbeda ditulis"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNotice:
    """A call with its people and whether the office's custom was kept.

    `keeps_custom` is `None` where the office has settled none.
    """

    row: PlenaryNotice
    names: str
    hours: int
    keeps_custom: bool | None


def shown_notice(row: PlenaryNotice) -> ShownNotice:
    """Return a call as it is shown; `hours` lie whole between sending and meeting."""
    hours = int((row.meets_at - row.sent_at).total_seconds() // 3600)
    custom = row.lead_hours
    return ShownNotice(
        row=row,
        names=", ".join(user.name for user in row.invited.order_by("name")),
        hours=hours,
        keeps_custom=None if custom is None else hours >= custom,
    )


def _context(request: StaffRequest, case: Case) -> dict[str, Any]:
    step, plenary = road.step_of(case), open_plenary(case)
    comes = step is not None and step.kind in (StepKind.STUDY, StepKind.PLENARY)
    reads = may(request, Action.VIEW_EXHIBIT, case)
    dissents = Dissent.objects.filter(plenary__case=case).select_related("member")
    return {
        "notices": [shown_notice(row) for row in case.plenary_notices.all()],
        "absences": Absence.objects.filter(plenary__case=case).select_related("member"),
        "dissents": dissents.exclude(plenary__closed_at=None) if reads else [],
        "plenary": plenary,
        "may_call": comes
        and plenary is None
        and may(request, Action.CONVENE_PLENARY, case),
        "may_note": plenary is not None and may(request, Action.CONVENE_PLENARY, case),
        "may_dissent": plenary is not None and may(request, Action.VOTE, case),
    }


def _subjects(case: Case) -> Iterable[str]:
    return (row.ledger_subject for row in case.plenary_notices.all())


PART = CasePart(
    key="undangan-pleno",
    title=_("Undangan pleno"),
    template="desk/meeting/_part.html",
    context=_context,
    subjects=_subjects,
    entries=_ENTRIES,
)
