"""Clearing a person, opening the sealed name, and ending a clearance."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.records.cases.models import Case
from netra.records.documents.models import IssuedPaper
from netra.records.documents.queries import papers_of_case
from netra.records.documents.store import verified_bytes
from netra.records.jobs import moment
from netra.records.notices import actions
from netra.records.notices.models import Clearance
from netra.records.notices.queries import clearances_of
from netra.records.reports.content import PersonContent
from netra.records.reports.models import Respondent
from netra.web.desk.case_access import (
    REFUSED,
    FormPage,
    answer_form,
    attempt,
    open_case,
    posted,
    put_beside,
)
from netra.web.desk.notices.forms import ClearForm, ReasonForm
from netra.web.routes import StaffRequest

ANCHOR = "pemberitahuan"


def _field_of(error: Exception) -> str:
    return str(getattr(error, "field", ""))


def _named_in(case: Case, respondent: int) -> Respondent:
    """Return who is or was a respondent of the case, also one taken out of it."""
    rows = Respondent.every.filter(report=case.report_id)
    if case.finding_id:
        rows = Respondent.every.filter(findings=case.finding_id)
    return get_object_or_404(rows, pk=respondent)


def clear(request: StaffRequest, pk: int, respondent: int) -> HttpResponse:
    """Clear a respondent of a case."""
    case = open_case(request, pk, Action.CLEAR_PERSON)
    person = _named_in(case, respondent)
    form = ClearForm(posted(request))
    page = FormPage(
        template="desk/notices/clear.html",
        done=_("Nama sudah dipulihkan dan tersegel. Suratnya dapat diterbitkan."),
        field_of=_field_of,
        anchor=ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.clear_person(
            case=case,
            respondent=person,
            ground=Clearance.Ground(form.cleaned_data["ground"]),
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
        person=person,
    )


def lift(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """End a clearance whose ground has fallen."""
    case = open_case(request, pk, Action.CLEAR_PERSON)
    clearance = get_object_or_404(clearances_of(case), pk=key)
    form = ReasonForm(posted(request))
    page = FormPage(
        template="desk/notices/lift.html",
        done=_("Penyegelan diakhiri; namanya tampil lagi."),
        field_of=_field_of,
        anchor=ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.lift_clearance(
            clearance=clearance,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
        clearance=clearance,
    )


def sealed(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Open a sealed name, or a paper that bears it, for a recorded reason."""
    case = open_case(request, pk, Action.OPEN_IDENTITY)
    clearance = get_object_or_404(clearances_of(case), pk=key)
    paper = _paper(case, request.GET.get("surat", ""))
    form = ReasonForm(posted(request))
    opened: list[PersonContent] = []
    status = REFUSED if form.is_bound else 200
    if form.is_bound and form.is_valid():
        refusal = attempt(
            lambda: opened.append(
                actions.open_sealed(
                    clearance=clearance,
                    reason=form.cleaned_data["reason"],
                    actor=request.actor,
                    at=moment.now(),
                )
            )
        )
        status = refusal.status if refusal else 200
        if refusal:
            put_beside(form, refusal, _field_of(refusal.error))
        elif paper is not None:
            return _handed_out(paper)
    shown = {
        "case": case,
        "clearance": clearance,
        "paper": paper,
        "form": form,
        "opened": opened[0] if opened else None,
        "openings": clearance.openings.select_related("account"),
    }
    page = render(request, "desk/notices/sealed.html", shown, status=status)
    page["Cache-Control"] = "private, no-store"
    return page


def _paper(case: Case, asked: str) -> IssuedPaper | None:
    if not asked.isdecimal():
        return None
    return get_object_or_404(papers_of_case(case), pk=int(asked))


def _handed_out(paper: IssuedPaper) -> HttpResponse:
    return HttpResponse(
        verified_bytes(paper),
        content_type=paper.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{paper.file_name}"',
            "Cache-Control": "private, no-store",
        },
    )
