"""The page of a hearing and the forms that act on it."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action, reach_of
from netra.domain.law import LawError, Paper
from netra.records.access import is_tied
from netra.records.cases.models import Case
from netra.records.clarifications import actions
from netra.records.clarifications.models import Clarification
from netra.records.clarifications.queries import (
    answers_of,
    invitation_deadline,
    office_questions,
    rule_of,
)
from netra.records.documents.actions import issue_paper
from netra.records.documents.models import IssuedPaper
from netra.records.jobs import moment
from netra.records.law.queries import law
from netra.web.desk.case_access import (
    REFUSED,
    FormPage,
    Refusal,
    answer_form,
    attempt,
    back_to,
    open_case,
    posted,
    put_beside,
)
from netra.web.desk.case_page import show_case
from netra.web.desk.case_words import PAPERS
from netra.web.desk.clarifications import forms
from netra.web.desk.clarifications.access import (
    OpenHearing,
    back_to_hearing,
    open_hearing,
)
from netra.web.desk.clarifications.acts import ACTS, Act, Asked, offered
from netra.web.desk.clarifications.words import label_rows, papers_due
from netra.web.routes import StaffRequest

_ANCHOR = "klarifikasi"
_CONFLICT = 409


def clarifications(request: StaffRequest) -> HttpResponse:
    """List the hearings that are planned or under way, the soonest first."""
    seen = Case.objects.visible_to(request.actor, Action.HEAR_PARTY).order_by()
    regions = [region for _scope, region in reach_of(request.actor, Action.HEAR_PARTY)]
    rows = Clarification.objects.filter(
        Q(case__in=seen.values("pk")) | Q(asked_office__region__in=regions)
    ).exclude(state__in=["finished", "called_off"])
    open_rows = [
        row
        for row in rows.select_related("case", "asked_office")
        if not is_tied(row.case, request.actor)
    ]
    shown = label_rows(open_rows)
    return render(request, "desk/clarifications/list.html", {"rows": shown})


def plan(request: StaffRequest, pk: int) -> HttpResponse:
    """Plan to hear somebody of a case."""
    case = open_case(request, pk, Action.HEAR_PARTY)
    who = request.GET.get("who", "")
    form = forms.NewHearingForm(posted(request), case, initial={"who": who})
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/clarifications/plan.html",
            done=_("Klarifikasi direncanakan. Berikutnya: kirim undangan."),
            field_of=_field_of,
            anchor=_ANCHOR,
        ),
        form,
        lambda: actions.plan_clarification(
            case=case,
            who=form.cleaned_data["who"],
            capacity=form.capacity_chosen(),
            plan=form.plan(),
            actor=request.actor,
            at=moment.now(),
        ),
        rule=rule_of(case),
    )


def _field_of(error: Exception) -> str:
    return str(getattr(error, "field", ""))


@require_POST
def finish(request: StaffRequest, pk: int) -> HttpResponse:
    """End the step of clarification where the procedure has one on its main road."""
    case = open_case(request, pk, Action.HEAR_PARTY)
    refusal = attempt(
        lambda: actions.finish_clarifications(
            case=case, actor=request.actor, at=moment.now()
        )
    )
    if refusal:
        return show_case(request, case, refusal)
    messages.success(request, _("Tahap klarifikasi selesai."))
    return back_to(case)


def questions(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep the office's own questions for the norms of a case."""
    case = open_case(request, pk, Action.HEAR_PARTY)
    keys = sorted(set(case.allegations.values_list("norm", flat=True)))
    norms = [(key, law().violation(key).title) for key in keys]
    form = forms.QuestionsForm(posted(request), case, norms=norms)
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/clarifications/questions.html",
            done=_("Daftar pertanyaan kantor disimpan."),
            anchor=_ANCHOR,
        ),
        form,
        lambda: actions.keep_questions(
            office=case.office,
            **form.cleaned_data,
            actor=request.actor,
            at=moment.now(),
        ),
        lists=office_questions(case.office, keys),
    )


def hearing(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a hearing: plan, invitations, minutes."""
    return show_hearing(request, open_hearing(request, pk))


def show_hearing(
    request: StaffRequest, opened: OpenHearing, refusal: Refusal | None = None
) -> HttpResponse:
    """Render the page of a hearing, with what was refused if something was."""
    row, minutes = opened.row, opened.minutes
    context = {
        "case": row.case,
        "hearing": row,
        "opened": opened,
        "minutes": minutes,
        "answers": answers_of(minutes).prefetch_related("corrections")
        if minutes
        else [],
        "invitations": row.invitations.prefetch_related("services"),
        "acts": offered(row) if opened.may_hear else [],
        "rule": rule_of(row.case),
        "papers": _papers(row),
        "papers_due": papers_due(row) if opened.may_hear else [],
        "refusal": refusal,
        **_due(row),
    }
    status = refusal.status if refusal else 200
    return render(request, "desk/clarifications/hearing.html", context, status=status)


def _due(row: Clarification) -> dict[str, Any]:
    """Return until when the invitation must leave, or why that cannot be counted."""
    if row.invitations.filter(hearing_at=row.planned_at).exists():
        return {"is_invited": True}
    try:
        due = invitation_deadline(row.case, row.planned_at)
    except LawError as error:
        return {"due_trouble": error.reader_message}
    now = moment.now()
    return {"due": due, "now": now, "is_late": due is not None and now > due.due_at}


def _papers(row: Clarification) -> list[tuple[IssuedPaper, str]]:
    subjects = [one.ledger_subject for one in row.invitations.all()]
    issued = IssuedPaper.objects.filter(
        case=row.case, about__in=[row.ledger_subject, *subjects]
    )
    return [(paper, str(PAPERS[paper.kind])) for paper in issued]


def act(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """Ask what one act needs, and do it."""
    found = ACTS.get(key)
    if found is None:
        raise Http404("no such act")
    opened = open_hearing(request, pk, Action.HEAR_PARTY)
    if found.in_minutes and opened.minutes is None:
        return _moved(request, opened)
    form = found.form(
        posted(request),
        opened.row.case,
        initial=found.initial(opened.row),
        **found.options(opened.row),
    )
    refusal = _attempted(request, found, opened, form)
    if form.is_bound and refusal is None and form.is_valid():
        messages.success(request, str(found.done))
        return back_to_hearing(opened.row)
    return _asking(request, opened, found, form, refusal)


def _moved(request: StaffRequest, opened: OpenHearing) -> HttpResponse:
    refusal = Refusal(
        message=_("Klarifikasi ini belum dimulai."),
        status=_CONFLICT,
        error=LookupError("the hearing has no minutes"),
    )
    return show_hearing(request, opened, refusal)


def _attempted(
    request: StaffRequest, found: Act, opened: OpenHearing, form: forms.HearingForm
) -> Refusal | None:
    if not (form.is_bound and form.is_valid()):
        return None
    at = moment.now()
    asked = Asked(row=opened.row, form=form, actor=request.actor, at=at)
    refusal = attempt(lambda: found.do(asked))
    if refusal is not None:
        put_beside(form, refusal, _field_of(refusal.error))
    return refusal


def _asking(
    request: StaffRequest,
    opened: OpenHearing,
    found: Act,
    form: forms.HearingForm,
    refusal: Refusal | None,
) -> HttpResponse:
    status = refusal.status if refusal else REFUSED if form.is_bound else 200
    context = {
        "case": opened.row.case,
        "hearing": opened.row,
        "opened": opened,
        "act": found,
        "form": form,
        "shows_due": not {"sent_at", "planned_at"}.isdisjoint(form.fields),
        **_due(opened.row),
    }
    return render(request, "desk/clarifications/act.html", context, status=status)


@require_POST
def issue(request: StaffRequest, pk: int) -> HttpResponse:
    """Issue a paper of the hearing."""
    opened = open_hearing(request, pk, Action.ISSUE_PAPER)
    row = opened.row
    asked = (request.POST.get("kind", ""), request.POST.get("about", ""))
    if asked not in [(one.kind, one.about) for one in papers_due(row)]:
        raise Http404("no such paper")
    refusal = attempt(
        lambda: issue_paper(
            Paper(asked[0]),
            case=row.case,
            about=asked[1],
            actor=request.actor,
            at=moment.now(),
        )
    )
    if refusal:
        return show_hearing(request, opened, refusal)
    messages.success(request, _("Surat diterbitkan."))
    return redirect("clarification", row.pk)
