"""Respondents of a running case: further, made known, replaced, taken out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from netra.domain.access import Action
from netra.records.cases.conditions import open_plenary
from netra.records.cases.models import Case
from netra.records.jobs import moment
from netra.records.parties import actions
from netra.records.parties.actions.replacing import Replaced
from netra.records.reports.models import Respondent
from netra.web.desk.case_access import FormPage, answer_form, open_case, posted
from netra.web.desk.parties.forms import (
    IdentifyForm,
    ReasonForm,
    ReplaceForm,
    RespondentForm,
)
from netra.web.desk.parties.people_pages import field_of
from netra.web.routes import StaffRequest

_ANCHOR = "saksi"


def _page(template: str, done: str) -> FormPage:
    return FormPage(template=template, done=done, field_of=field_of, anchor=_ANCHOR)


def _respondent(
    request: StaffRequest, pk: int, respondent: int
) -> tuple[Case, Respondent]:
    case = open_case(request, pk, Action.NAME_PARTY)
    people = case.respondents.select_related("report")
    return case, get_object_or_404(people, pk=respondent)


def add(request: StaffRequest, pk: int) -> HttpResponse:
    """Add a respondent, by name or by marks."""
    case = open_case(request, pk, Action.NAME_PARTY)
    form = RespondentForm(posted(request))
    done = _("Terlapor ditambahkan. Pilih normanya pada Dugaan.")
    return answer_form(
        request,
        case,
        _page("desk/parties/respondent_add.html", done),
        form,
        lambda: actions.add_respondent(
            case=case, content=form.content(), actor=request.actor, at=moment.now()
        ),
    )


def identify(request: StaffRequest, pk: int, respondent: int) -> HttpResponse:
    """Enter who somebody is who was described by marks only."""
    case, person = _respondent(request, pk, respondent)
    form = IdentifyForm(posted(request))
    return answer_form(
        request,
        case,
        _page("desk/parties/identify.html", _("Terlapor sekarang dikenal.")),
        form,
        lambda: actions.identify_respondent(
            case=case,
            respondent=person,
            content=form.content(),
            actor=request.actor,
            at=moment.now(),
        ),
        person=person,
    )


def replace(request: StaffRequest, pk: int, respondent: int) -> HttpResponse:
    """Put the right person in place of the wrong one."""
    case, person = _respondent(request, pk, respondent)
    form = ReplaceForm(posted(request))
    done: list[Replaced] = []
    answer = answer_form(
        request,
        case,
        _page("desk/parties/replace.html", _("Terlapor sudah diganti.")),
        form,
        lambda: done.append(
            actions.replace_respondent(
                case=case,
                respondent=person,
                content=form.content(),
                reason=form.cleaned_data["reason"],
                actor=request.actor,
                at=moment.now(),
            )
        ),
        person=person,
        plenary=open_plenary(case),
    )
    for sentence in _told(done):
        messages.info(request, sentence)
    return answer


def _told(done: list[Replaced]) -> list[str]:
    """Say what came of a correction, so that nobody has to look for it."""
    told = []
    for one in done:
        if one.taken_back:
            told.append(
                ngettext(
                    "%(count)s dugaan ditarik karena normanya tidak menjangkau orang "
                    "yang benar.",
                    "%(count)s dugaan ditarik karena normanya tidak menjangkau orang "
                    "yang benar.",
                    one.taken_back,
                )
                % {"count": one.taken_back}
            )
        if one.uncounted:
            told.append(
                _(
                    "Pleno sedang berlangsung: suara tentang orang yang keliru tetap "
                    "tersimpan tetapi tidak dihitung. Pleno baru dapat ditutup setelah "
                    "semua anggota bersuara tentang orang yang benar."
                )
            )
    return told


def withdraw(request: StaffRequest, pk: int, respondent: int) -> HttpResponse:
    """Take somebody out of the case before the plenary."""
    case, person = _respondent(request, pk, respondent)
    form = ReasonForm(posted(request))
    done = _("Dikeluarkan dari perkara. Namanya hanya ada di berkas tersegel.")
    return answer_form(
        request,
        case,
        _page("desk/parties/respondent_withdraw.html", done),
        form,
        lambda: actions.withdraw_respondent(
            case=case,
            respondent=person,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
        person=person,
    )
