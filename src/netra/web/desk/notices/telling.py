"""Preparing a notice, sending it, and recording that it arrived."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.access import NotAllowedError
from netra.records.accounts.models import Office
from netra.records.evidence.errors import EvidenceError
from netra.records.evidence.models import Blob
from netra.records.jobs import moment
from netra.records.notices import actions
from netra.records.notices.models import Notice
from netra.records.notices.queries import notices_of
from netra.records.reports.models import Report
from netra.web.desk.case_access import (
    REFUSED,
    FormPage,
    answer_form,
    attempt,
    back_to,
    open_case,
    posted,
    put_beside,
)
from netra.web.desk.case_page import show_case
from netra.web.desk.notices.forms import DeliveryForm, NoticeForm, ReasonForm
from netra.web.desk.report_access import may as may_report
from netra.web.desk.report_access import open_report
from netra.web.portal.uploads import receive, was_cut_off
from netra.web.routes import StaffRequest

ANCHOR = "pemberitahuan"


def _field_of(error: Exception) -> str:
    """Return the field of the form a refusal belongs to."""
    field = str(getattr(error, "field", ""))
    return {"to": "addressee"}.get(field, field)


def _offices(region: str) -> list[Office]:
    """Return the offices above, and those right below."""
    above = {region[:length] for length in (0, 2) if len(region) > length}
    rows = Office.objects.exclude(region=region)
    near = rows.filter(region__in=above)
    below = rows.filter(region__regex=_right_below(region))
    return list((near | below).order_by("region", "pk"))


def _right_below(region: str) -> str:
    escaped = region.replace(".", r"\.")
    return rf"^{escaped}\.[0-9]+$" if region else r"^[0-9]+$"


def prepare(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a notice about a case; it is sent by a further press."""
    case = open_case(request, pk, Action.SEND_NOTICE)
    form = NoticeForm(
        posted(request),
        matter=case,
        people=case.respondents,
        offices=_offices(case.region),
    )
    page = FormPage(
        template="desk/notices/prepare.html",
        done=_("Pemberitahuan disiapkan. Baca naskahnya, lalu kirim."),
        field_of=_field_of,
        anchor=ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.prepare_notice(
            matter=case, **form.chosen(), actor=request.actor, at=moment.now()
        ),
    )


@require_POST
def send(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Record that a notice went out."""
    case = open_case(request, pk, Action.SEND_NOTICE)
    notice = get_object_or_404(notices_of(case), pk=key)
    refusal = attempt(
        lambda: actions.send_notice(notice=notice, actor=request.actor, at=moment.now())
    )
    if refusal:
        return show_case(request, case, refusal)
    messages.success(request, _("Dicatat: pemberitahuan dikirim."))
    return back_to(case, ANCHOR)


def deliver(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Record when and how a sent notice reached its addressee, with the proof."""
    case, at = open_case(request, pk, Action.SEND_NOTICE), moment.now()
    notice = get_object_or_404(notices_of(case), pk=key)
    form = DeliveryForm(
        posted(request), request.FILES or None, place=case.place_region, now=at
    )
    page = FormPage(
        template="desk/notices/deliver.html",
        done=_("Dicatat: pemberitahuan sampai."),
        field_of=_field_of,
        anchor=ANCHOR,
    )
    proof = _proof(request, form, at) if form.is_bound else None
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.record_delivery(
            notice=notice,
            delivered_at=form.cleaned_data["moment"],
            note=form.cleaned_data["note"],
            proof=proof,
            actor=request.actor,
            at=at,
        ),
        notice=notice,
    )


def _proof(request: StaffRequest, form: DeliveryForm, at: datetime) -> Blob | None:
    """Keep the proof that was sent; what cannot be kept is said beside the field."""
    sent = request.FILES.getlist("uploads")
    if was_cut_off(request):
        form.add_error("uploads", _("Kiriman terputus. Unggah sekali lagi."))
        return None
    if not sent:
        return None
    try:
        return receive(sent[0], at)
    except EvidenceError as error:
        form.add_error("uploads", error.reader_message)
        return None


def withdraw(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Take back a notice that was not sent."""
    case = open_case(request, pk, Action.SEND_NOTICE)
    notice = get_object_or_404(notices_of(case), pk=key)
    form = ReasonForm(posted(request))
    page = FormPage(
        template="desk/notices/withdraw.html",
        done=_("Pemberitahuan ditarik; dapat disiapkan lagi."),
        field_of=_field_of,
        anchor=ANCHOR,
    )
    return answer_form(
        request,
        case,
        page,
        form,
        lambda: actions.withdraw_notice(
            notice=notice,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
        notice=notice,
    )


def _open(request: StaffRequest, pk: int) -> Report:
    report = open_report(request, pk)
    if not may_report(request, Action.SEND_NOTICE, report):
        raise PermissionDenied(NotAllowedError(Action.SEND_NOTICE).reader_message)
    return report


def of_report(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the notices of a report without a case, and write another."""
    report = _open(request, pk)
    form = NoticeForm(posted(request), matter=report, people=(), offices=())
    status = REFUSED if form.is_bound else 200
    if form.is_bound and form.is_valid():
        refusal = attempt(
            lambda: actions.prepare_notice(
                matter=report, **form.chosen(), actor=request.actor, at=moment.now()
            )
        )
        if refusal is None:
            messages.success(
                request, _("Pemberitahuan disiapkan. Baca naskahnya, lalu kirim.")
            )
            return redirect("report_notices", pk)
        put_beside(form, refusal, _field_of(refusal.error))
        status = refusal.status
    context: dict[str, Any] = {
        "report": report,
        "notices": notices_of(report),
        "form": form,
    }
    return render(request, "desk/notices/of_report.html", context, status=status)


@require_POST
def send_of_report(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Record that a notice about a report went out."""
    report = _open(request, pk)
    notice = get_object_or_404(Notice, pk=key, report=report)
    refusal = attempt(
        lambda: actions.send_notice(notice=notice, actor=request.actor, at=moment.now())
    )
    if refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Dicatat: pemberitahuan dikirim."))
    return redirect("report_notices", pk)
