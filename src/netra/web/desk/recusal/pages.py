"""Declaring and recording ties, naming who steps in, ending a recusal."""

from datetime import datetime

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from netra.domain.access import Action, Role
from netra.records.accounts.models import User
from netra.records.accounts.queries import roles_on
from netra.records.cases import actions
from netra.records.cases.models import Case, Recusal
from netra.records.cases.ties import bench_of, open_recusals, tied_to
from netra.records.jobs import moment
from netra.web.desk.case_access import (
    REFUSED,
    FormPage,
    answer_form,
    attempt,
    open_case,
    posted,
    put_beside,
    today_of,
)
from netra.web.desk.recusal.forms import DeclareForm, EndForm, RecordForm, ReplaceForm
from netra.web.routes import StaffRequest

_HANDLERS = (Role.OFFICER.value, Role.MEMBER.value)
_ANCHOR = "benturan"


def declare(request: StaffRequest, pk: int) -> HttpResponse:
    """Step back from a case because of one's own tie."""
    case = open_case(request, pk, Action.DECLARE_TIE)
    form = DeclareForm(posted(request))
    refusal = None
    if form.is_bound and form.is_valid():
        refusal = attempt(
            lambda: actions.declare_tie(
                case=case, **form.cleaned_data, actor=request.actor, at=moment.now()
            )
        )
        if refusal is None:
            told = _("Dicatat: Anda tidak ikut menangani perkara %(number)s.")
            messages.success(request, told % {"number": case.number})
            return redirect("desk")
        put_beside(form, refusal)
    status = refusal.status if refusal else REFUSED if form.is_bound else 200
    context = {"case": case, "form": form, "refusal": refusal}
    return render(request, "desk/recusal/declare.html", context, status=status)


def record(request: StaffRequest, pk: int) -> HttpResponse:
    """Record the tie of somebody else."""
    case, at = open_case(request, pk, Action.DECLARE_TIE), moment.now()
    people = _serving(case, at).exclude(pk=int(request.actor.account_id))
    form = RecordForm(posted(request), people=list(_untied(case, people)))
    page = FormPage(
        template="desk/recusal/record.html",
        done=_("Benturan kepentingan dicatat dan langsung berlaku."),
        anchor=_ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.record_tie(
            case=case, **form.cleaned_data, actor=request.actor, at=at
        ),
    )


def replace(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Name who steps in for a tied person."""
    case, at = open_case(request, pk, Action.ASSIGN_WORK), moment.now()
    recusal = _open_recusal(case, key)
    form = ReplaceForm(posted(request), people=list(_replacements(case, recusal, at)))
    page = FormPage(
        template="desk/recusal/replace.html",
        done=_("Pengganti dicatat."),
        field_of=lambda _error: "replacement",
        anchor=_ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.name_replacement(
            recusal=recusal, **form.cleaned_data, actor=request.actor, at=at
        ),
        recusal=recusal,
        bench=bench_of(case, today_of(case, at)),
    )


def end(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """End a recusal that does not stand, as a third person."""
    case = open_case(request, pk, Action.VOTE)
    recusal = _open_recusal(case, key)
    form = EndForm(posted(request))
    page = FormPage(
        template="desk/recusal/end.html",
        done=_("Catatan benturan kepentingan dicabut."),
        anchor=_ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.withdraw_recusal(
            recusal=recusal,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
        recusal=recusal,
        is_third=request.actor.account_id
        not in (str(recusal.officer_id), str(recusal.recorded_by_id)),
    )


def _open_recusal(case: Case, key: int) -> Recusal:
    rows = open_recusals().select_related("officer", "recorded_by", "case__office")
    return get_object_or_404(rows, case=case, pk=key)


def _serving(case: Case, at: datetime) -> QuerySet[User]:
    rows = roles_on(today_of(case, at)).filter(office=case.office, role__in=_HANDLERS)
    people = User.objects.filter(pk__in=rows.order_by().values("user"), is_active=True)
    return people.order_by("name", "pk")


def _untied(case: Case, people: QuerySet[User]) -> QuerySet[User]:
    return people.exclude(pk__in=tied_to(case))


def _replacements(case: Case, recusal: Recusal, at: datetime) -> QuerySet[User]:
    rows = roles_on(today_of(case, at)).filter(office=case.office, role__in=_HANDLERS)
    own = rows.filter(user=recusal.officer_id).order_by().values("role")
    same = rows.filter(role__in=own).order_by().values("user")
    return _untied(case, _serving(case, at).filter(pk__in=same))
