"""Passing a case or report on, taking it over, giving it back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action, RegionCode, is_allowed
from netra.records.access import NotAllowedError
from netra.records.cases.models import Case
from netra.records.documents.actions import issue_move_letter
from netra.records.jobs import moment
from netra.records.reports.models import Report
from netra.records.turns import actions
from netra.records.turns.models import Move
from netra.records.turns.queries import (
    last_arrival,
    moves_of,
    office_of_place,
    offices_above,
    rule_of,
)
from netra.web.desk.case_access import attempt, open_case, posted
from netra.web.desk.report_access import open_report
from netra.web.desk.turns.answering import Act, answer, refused
from netra.web.desk.turns.forms import MoveForm, TakeOverForm
from netra.web.routes import StaffRequest

Opens = Callable[[StaffRequest, int, Action], Case | Report]


def opened_report(request: StaffRequest, pk: int, needs: Action) -> Report:
    """Return a report the reader may do `needs` with.

    Raises:
        Http404: it belongs to another region, or there is none.
        PermissionDenied: the reader sees it but may not do `needs` with it.
    """
    report = open_report(request, pk)
    if not is_allowed(request.actor, needs, RegionCode(report.region)):
        raise PermissionDenied(NotAllowedError(needs).reader_message)
    return report


def delegate_case(request: StaffRequest, pk: int) -> HttpResponse:
    """Pass a case on to the office of the place."""
    return _delegate(request, open_case(request, pk, Action.DELEGATE_CASE))


def delegate_report(request: StaffRequest, pk: int) -> HttpResponse:
    """Pass a report on to the office of the place."""
    return _delegate(request, opened_report(request, pk, Action.DELEGATE_CASE))


def _delegate(request: StaffRequest, matter: Case | Report) -> HttpResponse:
    to = office_of_place(matter)
    note = (
        _("Diteruskan ke %(office)s, kantor tempat kejadian.") % {"office": to.name}
        if to
        else _("Kantor ini sudah kantor tempat kejadian.")
    )
    form = MoveForm(posted(request))
    page = Act(
        title=_("Limpahkan"),
        button=_("Limpahkan"),
        done=_("Dilimpahkan. Kantor tujuan langsung melihatnya."),
        after=lambda move: _issue_letter(request, move),
        notes=(note, *_kept()),
        rule=rule_of(matter, "delegation"),
        needs_rule=True,
    )

    def act() -> Move:
        given = _given(request, form.cleaned_data["reason"])
        if isinstance(matter, Case):
            return actions.delegate_case(case=matter, **given)
        return actions.delegate_report(report=matter, **given)

    return answer(request, matter, page, form, act)


def _given(request: StaffRequest, reason: str) -> dict[str, Any]:
    return {"reason": reason, "actor": request.actor, "at": moment.now()}


def _issue_letter(request: StaffRequest, move: Move) -> None:
    """Issue the letter by who made the move; the move stands without it, too."""
    refusal = attempt(
        lambda: issue_move_letter(move=move, actor=request.actor, at=moment.now())
    )
    if refusal is not None:
        messages.warning(request, refusal.message)


def _kept() -> tuple[str, ...]:
    return (
        _(
            "Tenggat tidak mulai lagi: semua tetap dihitung dari peristiwa yang sudah "
            "tercatat. Nomor yang sudah diberikan tetap berlaku."
        ),
        _("Sesudah ini kantor yang tidak lagi menangani tidak melihat perkaranya."),
    )


def take_over_case(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a case over from an office below."""
    return _take_over(request, open_case(request, pk, Action.TAKE_OVER_CASE))


def take_over_report(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a report over from an office below."""
    return _take_over(request, opened_report(request, pk, Action.TAKE_OVER_CASE))


def _take_over(request: StaffRequest, matter: Case | Report) -> HttpResponse:
    offices = offices_above(matter, {g.office_id for g in request.actor.grants})
    by_pk = {str(office.pk): office for office in offices}
    form = TakeOverForm(
        posted(request), offices=[(pk, office.name) for pk, office in by_pk.items()]
    )
    none = _("Kantor Anda tidak berada di atas kantor yang menangani.")
    ends = _(
        "Pleno yang sedang dibuka berakhir tanpa hasil; suara yang sudah masuk tetap "
        "tercatat."
    )
    page = Act(
        title=_("Ambil alih"),
        button=_("Ambil alih"),
        done=_("Diambil alih. Kantor Anda sekarang yang menangani."),
        after=lambda move: _issue_letter(request, move),
        notes=(*((none,) if not offices else ()), *_kept(), ends),
        rule=rule_of(matter, "takeover"),
        needs_rule=True,
    )

    def act() -> Move:
        given = _given(request, form.cleaned_data["reason"])
        office = by_pk[form.cleaned_data["office"]]
        if isinstance(matter, Case):
            return actions.take_over_case(case=matter, office=office, **given)
        return actions.take_over_report(report=matter, office=office, **given)

    return answer(request, matter, page, form, act)


def return_case(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a case back to the office it came from."""
    return _return(request, open_case(request, pk, Action.DELEGATE_CASE))


def return_report(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a report back to the office it came from."""
    return _return(request, opened_report(request, pk, Action.DELEGATE_CASE))


def _return(request: StaffRequest, matter: Case | Report) -> HttpResponse:
    came = last_arrival(matter)
    note = (
        _("Kembali ke %(office)s.") % {"office": came.from_office.name}
        if came
        else _("Perkara ini tidak datang dari kantor lain.")
    )
    form = MoveForm(posted(request))
    page = Act(
        title=_("Kembalikan"),
        button=_("Kembalikan"),
        done=_("Dikembalikan ke kantor asalnya."),
        after=lambda move: _issue_letter(request, move),
        notes=(note, *_kept()),
    )

    def act() -> Move:
        given = _given(request, form.cleaned_data["reason"])
        if isinstance(matter, Case):
            return actions.return_case(case=matter, **given)
        return actions.return_report(report=matter, **given)

    return answer(request, matter, page, form, act)


@require_POST
def accept_case(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Say that the office has the case that was passed on to it."""
    case = open_case(request, pk, Action.DELEGATE_CASE)
    return _accept(request, case, get_object_or_404(moves_of(case), pk=key))


@require_POST
def accept_report(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Say that the office has the report that was passed on to it."""
    report = opened_report(request, pk, Action.DELEGATE_CASE)
    rows = Move.objects.filter(report=report)
    return _accept(request, report, get_object_or_404(rows, pk=key))


def _accept(request: StaffRequest, matter: Case | Report, move: Move) -> HttpResponse:
    return refused(
        request,
        matter,
        lambda: actions.accept_delegation(
            move=move, actor=request.actor, at=moment.now()
        ),
        _("Dicatat: kantor ini sudah menerima pelimpahannya."),
    )
