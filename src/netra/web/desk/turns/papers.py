"""Issuing the papers of turns."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.domain.law import Paper
from netra.records.documents.actions import issue_paper
from netra.records.documents.composing.of_turns import TURN_PAPERS
from netra.records.jobs import moment
from netra.web.desk.case_access import open_case
from netra.web.desk.turns.answering import refused
from netra.web.routes import StaffRequest


@require_POST
def issue(request: StaffRequest, pk: int) -> HttpResponse:
    """Issue the paper of one turn of a case."""
    case = open_case(request, pk, Action.ISSUE_PAPER)
    kind = _kind(request.POST.get("kind", ""))
    return refused(
        request,
        case,
        lambda: issue_paper(
            kind,
            case=case,
            about=request.POST.get("about", "")[:60],
            actor=request.actor,
            at=moment.now(),
        ),
        _("Surat diterbitkan dan tersimpan di bagian Surat."),
    )


def _kind(asked: str) -> Paper:
    found = next((kind for kind in TURN_PAPERS if kind.value == asked), None)
    if found is None:
        raise Http404
    return found
