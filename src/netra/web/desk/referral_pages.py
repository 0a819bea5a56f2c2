"""Referrals: the preview with its argument, the sending, the list of what was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.domain.law import Alternative, LawError, StepKind
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.jobs import moment
from netra.records.law.queries import law
from netra.records.referrals.actions import refer_case
from netra.records.referrals.following import unacknowledged
from netra.records.referrals.models import Hop, Referral
from netra.records.referrals.queries import (
    ChosenAddressee,
    PlannedReferral,
    planned_referrals,
)
from netra.records.turns.queries import OWN_HEARING, goes_to
from netra.web.desk import case_words
from netra.web.desk.case_access import (
    FormPage,
    answer_form,
    open_case,
    posted,
    today_of,
)
from netra.web.routes import StaffRequest

PER_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlan:
    """A letter that is due, in words; `others` are addressees for other cases."""

    plan: PlannedReferral
    outcome: str
    copies: tuple[str, ...]
    channel: str
    instrument: str
    others: tuple[tuple[Alternative, str], ...]

    @property
    def letter(self) -> str:
        """Name of the letter in the form: authority and outcome."""
        return f"{self.plan.route.to}-{self.plan.outcome}"


class ReferForm(forms.Form):
    """For each letter with other addressees: the one of the table, or another."""

    def __init__(self, data: Any = None, *, plans: Sequence[ShownPlan]) -> None:
        """Offer what the table offers."""
        super().__init__(data)
        self._plans = [plan for plan in plans if plan.others]
        for plan in self._plans:
            offered = [
                (other.to, f"{other.to_label}\n{why}") for other, why in plan.others
            ]
            self.fields[f"to-{plan.letter}"] = forms.ChoiceField(
                label=_("Kirim kepada"),
                choices=[("", plan.plan.addressee), *offered],
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[f"why-{plan.letter}"] = forms.CharField(
                label=_("Alasan memakai alamat lain"),
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def fields_of(self, letter: str) -> list[forms.BoundField]:
        """Return the fields of one letter; none where the table offers no other."""
        names = (f"to-{letter}", f"why-{letter}")
        return [self[name] for name in names if name in self.fields]

    def chosen(self) -> tuple[ChosenAddressee, ...]:
        """Return the letters that go to another addressee than the first."""
        told = self.cleaned_data
        return tuple(
            ChosenAddressee(
                instead_of=plan.plan.route.to,
                outcome=plan.plan.outcome,
                authority=told[f"to-{plan.letter}"],
                reason=told[f"why-{plan.letter}"],
            )
            for plan in self._plans
            if told.get(f"to-{plan.letter}")
        )


def body_names(keys: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Return the names of bodies for readers; an unknown key stays as it is."""
    book = law()
    known = book.authorities
    return tuple(book.told(known[k].title) if k in known else k for k in keys)


def refer(request: StaffRequest, pk: int) -> HttpResponse:
    """Show to whom every outcome goes and why; sending enters the letters."""
    case = open_case(request, pk, Action.REFER_CASE)
    at = moment.now()
    shown = _preview(case, at)
    form = ReferForm(posted(request), plans=shown["plans"])
    shown["plans"] = [(plan, form.fields_of(plan.letter)) for plan in shown["plans"]]
    return answer_form(
        request,
        case,
        FormPage(
            template="desk/referrals/refer.html",
            done=_("Penerusan dicatat. Terbitkan suratnya di bagian Surat."),
            anchor="penerusan",
        ),
        form,
        lambda: refer_case(case=case, chosen=form.chosen(), actor=request.actor, at=at),
        **shown,
    )


def _preview(case: Case, at: datetime) -> dict[str, Any]:
    step = road.step_of(case)
    on_step = step is not None and step.kind is StepKind.REFERRAL
    context: dict[str, Any] = {
        "on_step": on_step,
        "on": today_of(case, at),
        "blockers": road.blockers_of(case) if on_step else (),
        "heard": goes_to(case, OWN_HEARING),
    }
    try:
        planned = planned_referrals(case, at)
    except LawError as error:
        return {**context, "plans": [], "trouble": error.reader_message}
    return {**context, "plans": [_shown(case, plan) for plan in planned]}


def _shown(case: Case, plan: PlannedReferral) -> ShownPlan:
    return ShownPlan(
        plan=plan,
        outcome=case_words.outcome_words(case, plan.outcome),
        copies=body_names(plan.route.copy_to),
        channel=case_words.route_words(plan.route.channel),
        instrument=case_words.route_words(plan.route.instrument),
        others=tuple(
            (other, case_words.route_words(other.only_if))
            for other in plan.route.alternatives
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SentRow:
    """A referral that was sent, in the list, with the matter it came from."""

    row: Referral
    matter: str
    url: str
    registered: bool
    outcome: str
    copies: tuple[str, ...]
    acknowledged: bool


def referrals(request: StaffRequest) -> HttpResponse:
    """List what was sent, newest first, and what nobody has acknowledged yet."""
    waiting = unacknowledged(request.actor)
    only_waiting = request.GET.get("tanda-terima") == "belum"
    everything = Referral.objects.visible_to(request.actor)
    rows = (
        (waiting if only_waiting else everything)
        .select_related("case", "tracing")
        .prefetch_related("respondents", "hops")
    )
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "rows": [_sent(row) for row in page.object_list],
        "waiting": waiting.count(),
        "only_waiting": only_waiting,
    }
    return render(request, "desk/referrals/list.html", context)


def _sent(row: Referral) -> SentRow:
    if row.case is not None:
        url = f"{reverse('case', args=[row.case.pk])}#penerusan"
        outcome = case_words.outcome_words(row.case, row.outcome)
    else:
        url = reverse("tracing", args=[row.tracing_id])
        outcome = _("Dugaan pelanggaran netralitas ASN")
    return SentRow(
        row=row,
        matter=str(row.case or row.tracing),
        url=url,
        registered=row.case is not None,
        outcome=outcome,
        copies=body_names(row.copies),
        acknowledged=any(h.kind == Hop.Kind.ACKNOWLEDGED for h in row.hops.all()),
    )
