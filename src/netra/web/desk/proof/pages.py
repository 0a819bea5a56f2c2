"""The table of elements and evidence, and the pages on which it is filled."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.cases import road
from netra.records.cases.conditions import open_plenary
from netra.records.cases.models import Case
from netra.records.jobs import moment
from netra.records.proof import actions
from netra.records.proof.models import ElementFinding, ProofTie
from netra.records.proof.queries import (
    ProvenAllegation,
    ProvenElement,
    exhibits_in,
    proof_table,
    statements_in,
)
from netra.web.desk.case_access import (
    REFUSED,
    Refusal,
    attempt,
    may,
    open_case,
    put_beside,
)
from netra.web.desk.parties.part import is_undecided
from netra.web.desk.proof.forms import JudgeForm, OwnElementForm, TieForm
from netra.web.routes import StaffRequest


def table(request: StaffRequest, pk: int) -> HttpResponse:
    """Show every allegation with its elements and what proves them."""
    case = open_case(request, pk, Action.VIEW_EXHIBIT)
    return _table(request, case)


def _table(
    request: StaffRequest, case: Case, refusal: Refusal | None = None
) -> HttpResponse:
    context = {
        "case": case,
        "refusal": refusal,
        "table": proof_table(case),
        "exhibits": exhibits_in(case),
        "may_write": is_writable(request, case),
    }
    status = refusal.status if refusal else 200
    return render(request, "desk/proof/table.html", context, status=status)


def is_writable(request: StaffRequest, case: Case) -> bool:
    """Say whether the reader may fill the table now."""
    if not may(request, Action.WRITE_STUDY, case) or not is_undecided(case):
        return False
    return road.step_of(case) is not None and open_plenary(case) is None


def _found(
    case: Case, allegation: int, key: str
) -> tuple[ProvenAllegation, ProvenElement]:
    for row in proof_table(case):
        for one in row.elements:
            if row.allegation.pk == allegation and one.element.key == key:
                return row, one
    raise Http404


def element(request: StaffRequest, pk: int, allegation: int, key: str) -> HttpResponse:
    """Judge an element, and see what speaks to it."""
    case = open_case(request, pk, Action.WRITE_STUDY)
    row, one = _found(case, allegation, key)
    sent = request.POST if request.method == "POST" else None
    form = JudgeForm(sent, known=one.finding)
    return _act(
        request,
        case,
        (row, one),
        form,
        lambda: actions.judge_element(
            allegation=row.allegation,
            element=key,
            judgement=ElementFinding.Judgement(form.cleaned_data["judgement"]),
            why=form.cleaned_data["why"],
            actor=request.actor,
            at=moment.now(),
        ),
        _("Penilaian unsur disimpan."),
    )


@require_POST
def tie(request: StaffRequest, pk: int, allegation: int, key: str) -> HttpResponse:
    """Tie an exhibit or a statement to an element."""
    case = open_case(request, pk, Action.WRITE_STUDY)
    row, one = _found(case, allegation, key)
    form = _tie_form(case, request)
    return _act(
        request,
        case,
        (row, one),
        form,
        lambda: actions.tie_exhibit(
            allegation=row.allegation,
            element=key,
            source=form.cleaned_data["source"],
            speaks=ProofTie.Speaks(form.cleaned_data["speaks"]),
            note=form.cleaned_data["note"],
            actor=request.actor,
            at=moment.now(),
        ),
        _("Bukti dikaitkan dengan unsur."),
    )


def _tie_form(case: Case, request: StaffRequest | None = None) -> TieForm:
    return TieForm(
        request.POST if request else None,
        exhibits=exhibits_in(case),
        people=statements_in(case),
    )


def _act(
    request: StaffRequest,
    case: Case,
    found: tuple[ProvenAllegation, ProvenElement],
    form: forms.Form,
    act: Callable[[], object],
    done: str,
) -> HttpResponse:
    row, one = found
    refusal = None
    if form.is_bound and form.is_valid():
        refusal = attempt(act)
        if refusal is None:
            messages.success(request, done)
            return _to_element(case, row.allegation.pk, one.element.key)
        put_beside(form, refusal, str(getattr(refusal.error, "field", "")))
    status = refusal.status if refusal else REFUSED if form.is_bound else 200
    context: dict[str, Any] = {
        "case": case,
        "row": row,
        "one": one,
        "refusal": refusal,
        "form": form if form.is_bound else None,
        "judge": form
        if isinstance(form, JudgeForm)
        else JudgeForm(None, known=one.finding),
        "tie": form if isinstance(form, TieForm) else _tie_form(case),
        "may_write": is_writable(request, case),
    }
    return render(request, "desk/proof/element.html", context, status=status)


def _to_element(case: Case, allegation: int, key: str) -> HttpResponse:
    return redirect(reverse("proof_element", args=[case.pk, allegation, key]))


@require_POST
def untie(request: StaffRequest, pk: int) -> HttpResponse:
    """Loosen a tie."""
    visible = Case.objects.visible_to(request.actor).order_by()
    rows = ProofTie.objects.filter(allegation__case__in=visible)
    row = get_object_or_404(rows.select_related("allegation"), pk=pk)
    case = open_case(request, row.allegation.case_id, Action.WRITE_STUDY)
    row.allegation.case = case
    allegation, key = row.allegation_id, row.element
    refusal = attempt(
        lambda: actions.untie_exhibit(tie=row, actor=request.actor, at=moment.now())
    )
    if refusal:
        return _table(request, case, refusal)
    messages.success(request, _("Kaitan dilepas. Catatannya tetap di jejak."))
    return _to_element(case, allegation, key)


def own_element(request: StaffRequest, pk: int, allegation: int) -> HttpResponse:
    """Let the office check an element of its own for a norm."""
    case = open_case(request, pk, Action.WRITE_STUDY)
    found = get_object_or_404(case.allegations, pk=allegation)
    form = OwnElementForm(request.POST if request.method == "POST" else None)
    refusal = None
    if form.is_bound and form.is_valid():
        refusal = attempt(
            lambda: actions.add_element(
                case=case,
                norm=found.norm,
                text=form.cleaned_data["text"],
                actor=request.actor,
                at=moment.now(),
            )
        )
        if refusal is None:
            messages.success(request, _("Unsur kantor ditambahkan."))
            return redirect("case_proof", case.pk)
        put_beside(form, refusal, "text")
    status = refusal.status if refusal else REFUSED if form.is_bound else 200
    row = next(one for one in proof_table(case) if one.allegation.pk == allegation)
    context = {"case": case, "form": form, "refusal": refusal, "row": row}
    return render(request, "desk/proof/own.html", context, status=status)
