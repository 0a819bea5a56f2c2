"""Calling a plenary, noting absences, writing a dissent."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.domain.law import zone_of
from netra.records.accounts.models import OfficeSetting, User
from netra.records.accounts.queries import setting_of
from netra.records.cases import actions
from netra.records.cases.conditions import open_plenary
from netra.records.cases.errors import NoticePastError, PlenaryClosedError
from netra.records.cases.models import Case, Dissent, Plenary
from netra.records.cases.ties import Bench, bench_of
from netra.records.jobs import moment
from netra.web.desk.case_access import (
    FormPage,
    answer_form,
    open_case,
    posted,
    today_of,
)
from netra.web.desk.meeting.forms import AbsenceForm, CallForm, DissentForm
from netra.web.routes import StaffRequest

_ANCHOR = "undangan-pleno"


def call(request: StaffRequest, pk: int) -> HttpResponse:
    """Call the untied members to a plenary."""
    case, at = open_case(request, pk, Action.CONVENE_PLENARY), moment.now()
    bench = bench_of(case, today_of(case, at))
    agenda = _("Pembahasan dan putusan perkara nomor %(number)s") % {
        "number": case.number
    }
    form = CallForm(posted(request), people=bench.untied, initial={"agenda": agenda})
    page = FormPage(
        template="desk/meeting/call.html",
        done=_("Undangan pleno dicatat."),
        field_of=lambda error: "day" if isinstance(error, NoticePastError) else "",
        anchor=_ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.call_plenary(
            case=case,
            meets_at=form.meets_at(_clock_of(case)),
            place=form.cleaned_data["place"],
            is_online=form.cleaned_data["is_online"],
            agenda=form.cleaned_data["agenda"],
            invited=_chosen(bench, form),
            actor=request.actor,
            at=at,
        ),
        bench=bench,
        lead_hours=setting_of(case.office, OfficeSetting.Key.PLENARY_NOTICE_HOURS),
    )


def _clock_of(case: Case) -> ZoneInfo:
    return zone_of(case.place_region)


def _chosen(bench: Bench, form: CallForm) -> list[User]:
    chosen = set(form.cleaned_data["members"])
    return [user for user in bench.untied if str(user.pk) in chosen]


def absences(request: StaffRequest, pk: int) -> HttpResponse:
    """Note why members are not there."""
    case, at = open_case(request, pk, Action.CONVENE_PLENARY), moment.now()
    plenary = open_plenary(case)
    form = AbsenceForm(posted(request), people=_missing(case, plenary, at))
    page = FormPage(
        template="desk/meeting/absences.html",
        done=_("Alasan ketidakhadiran dicatat."),
        anchor=_ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: _note(request, plenary, form, at),
        plenary=plenary,
    )


def _missing(case: Case, plenary: Plenary | None, at: datetime) -> list[User]:
    if plenary is None:
        return []
    there = set(plenary.attendance.values_list("member_id", flat=True))
    bench = bench_of(case, today_of(case, at))
    return [user for user in bench.untied if user.pk not in there]


@transaction.atomic
def _note(
    request: StaffRequest, plenary: Plenary | None, form: AbsenceForm, at: datetime
) -> None:
    if plenary is None:
        raise PlenaryClosedError
    for member, reason in form.reasons():
        actions.note_absence(
            plenary=plenary, member=member, reason=reason, actor=request.actor, at=at
        )


def dissent(request: StaffRequest, pk: int) -> HttpResponse:
    """Write one's dissent, or change it while the plenary is open."""
    case = open_case(request, pk, Action.VOTE)
    plenary = open_plenary(case)
    form = DissentForm(posted(request), initial={"text": _own(request, plenary)})
    page = FormPage(
        template="desk/meeting/dissent.html",
        done=_("Pendapat berbeda disimpan."),
        anchor=_ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: _write(request, plenary, form.cleaned_data["text"]),
        plenary=plenary,
        is_member=plenary is not None
        and plenary.attendance.filter(member_id=int(request.actor.account_id)).exists(),
    )


def _own(request: StaffRequest, plenary: Plenary | None) -> str:
    row = Dissent.objects.filter(
        plenary=plenary, member_id=int(request.actor.account_id)
    ).first()
    return row.text if row and plenary else ""


def _write(request: StaffRequest, plenary: Plenary | None, text: str) -> Dissent:
    if plenary is None:
        raise PlenaryClosedError
    return actions.write_dissent(
        plenary=plenary, text=text, actor=request.actor, at=moment.now()
    )
