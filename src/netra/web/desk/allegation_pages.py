"""Choosing the norms that are held against a respondent."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.domain.law import (
    Hinge,
    LawError,
    OfferedNorm,
    StageFinding,
    UnknownClassError,
    hinge,
)
from netra.records.cases import actions
from netra.records.cases.actions.alleging import offered_norms
from netra.records.cases.errors import (
    AllegedTwiceError,
    NormNotOfferedError,
    PhaseReasonNeededError,
)
from netra.records.cases.models import Case
from netra.records.contests.queries import stage_of
from netra.records.jobs import moment
from netra.records.law.queries import law
from netra.records.reports.models import Respondent
from netra.web.desk import case_words
from netra.web.desk.case_access import (
    REFUSED,
    FormPage,
    answer_form,
    open_case,
    posted,
    today_of,
)
from netra.web.desk.case_forms import ActForm, AllegeForm
from netra.web.desk.case_reading import shown_allegation
from netra.web.routes import StaffRequest

_FIELDS: dict[type[Exception], str] = {
    NormNotOfferedError: "norm",
    AllegedTwiceError: "norm",
    PhaseReasonNeededError: "phase_reason",
}
"""Beside which field a refusal stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The norms of the catalogue for one act, sorted by how they may be chosen.

    `fitting` may be alleged, `outside` only with a reason for its phase, `closed`
    not at all; `hinge` explains the phase where an item has a counterpart.
    """

    finding: StageFinding
    stage: str
    fitting: tuple[OfferedNorm, ...]
    outside: tuple[OfferedNorm, ...]
    closed: tuple[OfferedNorm, ...]
    hinge: Hinge | None


def offer_for(case: Case, respondent: Respondent, act_on: date) -> Offer:
    """Return the norms for the act of a respondent on a day.

    Raises:
        UnknownClassError: the class of the respondent is not entered yet.
        LawError: the day cannot be placed in the contest.
    """
    finding = stage_of(case.contest, act_on)
    offered = offered_norms(case, respondent, act_on)
    fitting = tuple(norm for norm in offered if norm.fits)
    outside = tuple(norm for norm in offered if _only_phase(norm, finding))
    chosen = {norm.violation.id for norm in (*fitting, *outside)}
    return Offer(
        finding=finding,
        stage=_stage(case, finding),
        fitting=fitting,
        outside=outside,
        closed=tuple(norm for norm in offered if norm.violation.id not in chosen),
        hinge=_hinge(fitting, finding),
    )


def _only_phase(norm: OfferedNorm, finding: StageFinding) -> bool:
    return len(norm.reasons) == 1 and finding.phase not in norm.violation.applies


def _stage(case: Case, finding: StageFinding) -> str:
    phase = case_words.phase_words(finding.phase)
    if finding.main is None:
        return phase
    return f"{case_words.stage_words(case, finding.main)} · {phase}"


def _hinge(norms: tuple[OfferedNorm, ...], finding: StageFinding) -> Hinge | None:
    twins = (norm for norm in norms if norm.violation.counterpart)
    first = next(twins, None)
    if first is None:
        return None
    return hinge(law(), first.violation.id, finding.on, finding.determination_on)


def allege(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose respondent and day, then a norm, and hold it against the respondent."""
    case = open_case(request, pk, Action.WRITE_STUDY)
    act = _act_form(request, case)
    context: dict[str, Any] = {"asked": act}
    if not act.is_bound or not act.is_valid():
        status = REFUSED if request.method == "POST" else 200
        return _page(request, case, status, **context)
    person, act_on = act.cleaned_data["respondent"], act.cleaned_data["act_on"]
    context |= {"person": person, "act_on": act_on}
    try:
        offer = offer_for(case, person, act_on)
    except UnknownClassError:
        return _page(request, case, REFUSED, **context, class_missing=True)
    except LawError as error:
        return _page(request, case, REFUSED, **context, trouble=error.reader_message)
    form = AllegeForm(posted(request), sides=case.contest.sides.all())
    return _choose(request, case, form, person, act_on, {**context, "offer": offer})


def _choose(
    request: StaffRequest,
    case: Case,
    form: AllegeForm,
    person: Respondent,
    act_on: date,
    context: dict[str, Any],
) -> HttpResponse:
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/cases/allege.html",
            done=_("Dugaan ditambahkan."),
            field_of=lambda error: _FIELDS.get(type(error), ""),
            anchor="dugaan",
        ),
        form,
        lambda: actions.allege(
            case=case,
            respondent=person,
            norm=form.cleaned_data["norm"],
            act_on=act_on,
            side=form.cleaned_data["side"],
            phase_reason=form.cleaned_data["phase_reason"],
            actor=request.actor,
            at=moment.now(),
        ),
        **context,
    )


def _page(
    request: StaffRequest, case: Case, status: int, **context: Any
) -> HttpResponse:
    shown = {"case": case, **context}
    return render(request, "desk/cases/allege.html", shown, status=status)


def _act_form(request: StaffRequest, case: Case) -> ActForm:
    """Return what was asked; without a question, the act the origin tells of."""
    people = case.respondents
    today = today_of(case, moment.now())
    if request.method == "POST":
        return ActForm(request.POST, people=people, today=today)
    if "act_on" in request.GET:
        return ActForm(request.GET, people=people, today=today)
    told = case.origin.happened_on
    first = people.filter(allegations__isnull=True).first() or people.first()
    asked = request.GET.get("respondent", "") or (str(first.pk) if first else "")
    if told and asked:
        act = {"respondent": asked, "act_on": told.isoformat()}
        return ActForm(act, people=people, today=today)
    return ActForm(None, people=people, today=today, initial={"respondent": asked})


def withdraw(request: StaffRequest, pk: int, allegation: int) -> HttpResponse:
    """Take an allegation back, after asking once."""
    case = open_case(request, pk, Action.WRITE_STUDY)
    rows = case.allegations.select_related("side", "respondent")
    row = get_object_or_404(rows, pk=allegation)
    row.case = case
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/cases/withdraw.html",
            done=_("Dugaan ditarik. Catatannya tetap ada di jejak perkara."),
            anchor="dugaan",
        ),
        forms.Form(posted(request)),
        lambda: actions.withdraw_allegation(
            allegation=row, actor=request.actor, at=moment.now()
        ),
        shown=shown_allegation(row),
    )
