"""The panel about notices, replies and clearances on the page of a case."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.cases.models import Case
from netra.records.notices.actions.clearing import holds
from netra.records.notices.models import Clearance
from netra.records.notices.queries import clearances_of, notices_of, replies_of
from netra.records.reports.models import Respondent
from netra.web.desk.case_access import may
from netra.web.desk.case_part import CasePart
from netra.web.routes import StaffRequest

_ENTRIES = {
    "notice.prepared": _("Pemberitahuan disiapkan"),
    "notice.sent": _("Pemberitahuan dikirim"),
    "notice.delivered": _("Pemberitahuan sampai kepada penerima"),
    "notice.withdrawn": _("Pemberitahuan ditarik sebelum dikirim"),
    "reply.invited": _("Terlapor diberi hak jawab"),
    "reply.invitation_withdrawn": _("Undangan hak jawab dicabut"),
    "reply.received": _("Jawaban terlapor diterima"),
    "person.cleared": _("Nama seorang terlapor dipulihkan"),
    "person.clearance_lifted": _("Pemulihan nama diakhiri"),
    "person.sealed_name_opened": _("Nama yang tersegel dibuka dengan alasan"),
    "report.retitled": _("Nama dikeluarkan dari judul laporan"),
    "finding.retitled": _("Nama dikeluarkan dari judul temuan"),
    "tracing.retitled": _("Nama dikeluarkan dari judul penelusuran"),
    "observation.retitled": _("Nama dikeluarkan dari judul hasil pengawasan"),
}


def _context(request: StaffRequest, case: Case) -> dict[str, Any]:
    reads = may(request, Action.VIEW_EXHIBIT, case)
    clears = may(request, Action.CLEAR_PERSON, case)
    invitations = case.reply_invitations.select_related("respondent")
    return {
        "notices": notices_of(case).select_related("respondent", "delivery_proof"),
        "invitations": invitations.prefetch_related("replies"),
        "replies": replies_of(case),
        "clearances": clearances_of(case).select_related("respondent", "cleared_by"),
        "clearable": _clearable(case) if clears else [],
        "reads": reads,
        "may_clear": clears,
        "may_send": may(request, Action.SEND_NOTICE, case),
        "may_receive": may(request, Action.RECEIVE_ITEM, case),
        "may_issue": may(request, Action.ISSUE_PAPER, case),
        "may_open": may(request, Action.OPEN_IDENTITY, case),
    }


def _clearable(case: Case) -> list[Respondent]:
    """Return who could be cleared now and is not."""
    rows = Respondent.every.filter(report=case.report_id)
    if case.finding_id:
        rows = Respondent.every.filter(findings=case.finding_id)
    return [
        person
        for person in rows.filter(cleared_at__isnull=True)
        if any(holds(case, person, ground) for ground in Clearance.Ground)
    ]


def _subjects(case: Case) -> Iterable[str]:
    for rows in (
        case.notices,
        case.reply_invitations,
        case.replies,
        case.clearances,
    ):
        yield from (row.ledger_subject for row in rows.all())


PART = CasePart(
    key="pemberitahuan",
    title=_("Pemberitahuan"),
    template="desk/notices/_part.html",
    context=_context,
    subjects=_subjects,
    entries=_ENTRIES,
)
