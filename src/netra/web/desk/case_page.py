"""The case on one page, and the small acts that are done from it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.domain.law import Paper
from netra.records.cases import actions
from netra.records.cases.conditions import newest_study
from netra.records.cases.models import Case
from netra.records.cases.ties import recusal_of
from netra.records.closing.queries import closure_of
from netra.records.contests.queries import stage_of
from netra.records.documents.actions import issue_paper
from netra.records.jobs import moment
from netra.records.referrals.models import Referral
from netra.records.reports.actions import describe_respondent
from netra.web.desk import case_reading as reading
from netra.web.desk import case_words
from netra.web.desk.case_access import (
    FormPage,
    Refusal,
    answer_form,
    attempt,
    back_to,
    may,
    open_case,
    posted,
    seen_case,
    today_of,
)
from netra.web.desk.case_forms import AssignForm, ReasonForm, RespondentForm
from netra.web.desk.case_parts import parts_of
from netra.web.desk.case_steps import next_step
from netra.web.desk.case_tallies import decided_tallies
from netra.web.desk.case_trail import subjects_of, trail_of
from netra.web.routes import StaffRequest


def case(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a case; who is tied to a party of it reads only that it is there."""
    found = seen_case(request, pk)
    recusal = recusal_of(found, int(request.actor.account_id))
    if recusal is not None:
        state = case_words.step_words(found)
        context = {"case": found, "recusal": recusal, "state": state}
        return render(request, "desk/cases/tied.html", context, status=403)
    return show_case(request, open_case(request, pk))


def show_case(
    request: StaffRequest, case: Case, refusal: Refusal | None = None
) -> HttpResponse:
    """Render the page of a case, with what was refused if something was."""
    context = {
        "case": case,
        "refusal": refusal,
        **_standing(request, case),
        **_matter(request, case),
        **_work(request, case),
        "parts": parts_of(request, case),
    }
    status = refusal.status if refusal else 200
    return render(request, "desk/cases/case.html", context, status=status)


def _standing(request: StaffRequest, case: Case) -> dict[str, Any]:
    return {
        "closure": closure_of(case),
        "next": next_step(case, request.actor),
        "state": case_words.step_words(case),
        "due": reading.due_times(case),
        "extension_terms": reading.extension_terms(case),
        "may_study": may(request, Action.WRITE_STUDY, case),
        "may_vote": may(request, Action.VOTE, case),
        "may_convene": may(request, Action.CONVENE_PLENARY, case),
        "may_issue": may(request, Action.ISSUE_PAPER, case),
        "may_see_exhibits": may(request, Action.VIEW_EXHIBIT, case),
    }


def _matter(request: StaffRequest, case: Case) -> dict[str, Any]:
    masked = not may(request, Action.VIEW_EXHIBIT, case)
    opens = may(request, Action.OPEN_IDENTITY, case)
    happened = case.origin.happened_on
    return {
        "report": case.report,
        "origin": case.origin,
        "finder": reading.finder_of(case, masked=masked),
        "respondents": reading.respondents_of(case, masked=masked),
        "witnesses": reading.witness_count(case),
        "exhibits": reading.exhibits_of(case, masked=masked),
        "stage": stage_of(case.contest, happened) if happened else None,
        "masked": masked,
        "reason_form": ReasonForm() if opens and case.report else None,
    }


def _work(request: StaffRequest, case: Case) -> dict[str, Any]:
    issued = reading.papers_issued(case)
    can_assign = may(request, Action.ASSIGN_WORK, case)
    masked = not may(request, Action.VIEW_EXHIBIT, case)
    day = today_of(case, moment.now())
    return {
        "study": newest_study(case),
        "studies": case.studies.select_related("author").prefetch_related(
            "approvals__approver"
        ),
        "plenaries": reading.plenaries_of(case),
        "tallies": [] if masked else decided_tallies(case),
        "referrals": case.referrals.all(),
        "papers": issued if may(request, Action.VIEW_PAPER, case) else [],
        "papers_due": reading.papers_to_issue(case, issued),
        "trail": trail_of(subjects_of(case)),
        "assign_form": AssignForm(None, case=case, day=day) if can_assign else None,
    }


@require_POST
def tell(request: StaffRequest, pk: int) -> HttpResponse:
    """Record that the status was announced and those concerned were told."""
    case = open_case(request, pk, Action.ANNOUNCE_STATUS)
    refusal = attempt(
        lambda: actions.tell_status(
            case=case,
            follow_up=case.referrals.exists(),
            actor=request.actor,
            at=moment.now(),
        )
    )
    if refusal:
        return show_case(request, case, refusal)
    messages.success(request, _("Dicatat: status sudah diumumkan dan diberitahukan."))
    return back_to(case)


@require_POST
def assign(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the case to somebody of the office."""
    case = open_case(request, pk, Action.ASSIGN_WORK)
    at = moment.now()
    form = AssignForm(request.POST, case=case, day=today_of(case, at))
    if not form.is_valid():
        messages.error(request, str(form.errors["holder"][0]))
        return back_to(case, "bagi")
    holder = form.cleaned_data["holder"]
    refusal = attempt(
        lambda: actions.assign_case(
            case=case, holder=holder, actor=request.actor, at=at
        )
    )
    if refusal:
        return show_case(request, case, refusal)
    messages.success(
        request, _("Perkara ini sekarang dipegang %(name)s.") % {"name": holder.name}
    )
    return back_to(case)


def extend(request: StaffRequest, pk: int) -> HttpResponse:
    """Take the longer time the law gives, with the reason."""
    case = open_case(request, pk, Action.WRITE_STUDY)
    form = ReasonForm(posted(request))
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/cases/extend.html",
            done=_("Waktu penanganan ditambah. Tenggat baru sudah dihitung."),
        ),
        form,
        lambda: actions.take_extension(
            case=case,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
        terms=reading.extension_terms(case),
    )


def respondent(request: StaffRequest, pk: int, respondent: int) -> HttpResponse:
    """Enter what a respondent was on the day of the act."""
    case = open_case(request, pk, Action.WRITE_STUDY)
    people = case.respondents.select_related("report")
    person = get_object_or_404(people, pk=respondent)
    form = RespondentForm(posted(request), respondent=person)
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/cases/respondent.html",
            done=_("Keterangan terlapor disimpan."),
            anchor="pihak",
        ),
        form,
        lambda: describe_respondent(
            respondent=person, **form.cleaned_data, actor=request.actor, at=moment.now()
        ),
        person=person,
    )


@require_POST
def issue(request: StaffRequest, pk: int) -> HttpResponse:
    """Issue a paper about the case or about one of its referrals."""
    case = open_case(request, pk, Action.ISSUE_PAPER)
    kind = _paper_kind(request.POST.get("kind", ""))
    referral = _referral(case, request.POST.get("referral", ""))
    at = moment.now()
    refusal = attempt(
        lambda: issue_paper(
            kind, case=case, referral=referral, actor=request.actor, at=at
        )
    )
    if refusal:
        return show_case(request, case, refusal)
    name = case_words.paper_words(kind)
    messages.success(request, _("Surat diterbitkan: %(name)s.") % {"name": name})
    return back_to(case, "surat")


def _paper_kind(asked: str) -> Paper:
    try:
        return Paper(asked)
    except ValueError:
        raise Http404 from None


def _referral(case: Case, asked: str) -> Referral | None:
    if not asked.isdecimal():
        return None
    return get_object_or_404(case.referrals, pk=int(asked))
