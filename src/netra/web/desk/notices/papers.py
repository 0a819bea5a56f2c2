"""Issuing the letters of this room from the page of a case."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.domain.law import Paper
from netra.records.cases.models import Case
from netra.records.documents.actions import issue_paper
from netra.records.jobs import moment
from netra.records.notices.queries import clearances_of, notices_of
from netra.web.desk.case_access import attempt, back_to, open_case
from netra.web.desk.case_page import show_case
from netra.web.routes import StaffRequest


@require_POST
def issue(request: StaffRequest, pk: int) -> HttpResponse:
    """Issue the letter that belongs to a notice, an invitation or a clearance.

    Raises:
        Http404: the case has no such row.
    """
    case = open_case(request, pk, Action.ISSUE_PAPER)
    about = request.POST.get("about", "")
    kind = _kind_of(case, about)
    refusal = attempt(
        lambda: issue_paper(
            kind, case=case, about=about, actor=request.actor, at=moment.now()
        )
    )
    if refusal:
        return show_case(request, case, refusal)
    messages.success(request, _("Surat diterbitkan; ada di bagian Surat."))
    return back_to(case, "surat")


def _kind_of(case: Case, about: str) -> Paper:
    for row in notices_of(case).filter(case=case):
        if row.ledger_subject == about:
            return Paper.RESPONDENT_NOTICE if row.respondent_id else Paper.NOTICE
    if any(row.ledger_subject == about for row in case.reply_invitations.all()):
        return Paper.REPLY_LETTER
    if any(row.ledger_subject == about for row in clearances_of(case)):
        return Paper.EXONERATION_LETTER
    raise Http404
