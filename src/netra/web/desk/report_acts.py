"""What is done on the page of a report: every act answers with that page again."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models.fields import Field
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Actor
from netra.domain.law import Paper
from netra.records.cases.actions import register_report
from netra.records.cases.models import Case
from netra.records.documents.actions import issue_paper
from netra.records.evidence.actions import receive_blob
from netra.records.evidence.models import Blob
from netra.records.jobs import moment
from netra.records.reports import actions
from netra.records.reports.models import Attorney, Report, Reporter
from netra.web.desk.case_words import paper_words
from netra.web.desk.report_access import attempt, open_report
from netra.web.desk.report_forms import AssignForm, NotifyForm, ReasonForm, ReceiveForm
from netra.web.desk.report_pages import show_report
from netra.web.desk.report_reading import receive_form
from netra.web.routes import StaffRequest
from netra.web.templatetags.moments import local_date

__all__ = [
    "report_assign",
    "report_issue_paper",
    "report_lapse",
    "report_notify",
    "report_open_identity",
    "report_receive",
    "report_register",
    "report_tell",
]


def _carry_out(
    request: StaffRequest,
    report: Report,
    act: Callable[[], object],
    done: str,
    **bound: forms.Form,
) -> HttpResponse:
    """Do what a valid form or a button asks for, and go back to the report."""
    if not all(form.is_valid() for form in bound.values()):
        return show_report(request, report, bound=bound)
    refusal = attempt(act)
    if refusal is not None:
        report.refresh_from_db()
        return show_report(request, report, refusal=refusal, bound=bound)
    messages.success(request, done)
    return redirect("report", pk=report.pk)


@require_POST
def report_notify(request: StaffRequest, pk: int) -> HttpResponse:
    """Record when the reporter was told what is missing."""
    report, now = open_report(request, pk), moment.now()
    form = NotifyForm(request.POST, report=report, now=now)
    return _carry_out(
        request,
        report,
        lambda: actions.notify_missing(
            report=report,
            received_at=form.cleaned_data["received_at"],
            actor=request.actor,
            at=now,
        ),
        _("Tercatat: pelapor sudah diberi tahu. Sekarang menunggu pelapor."),
        notify_form=form,
    )


@require_POST
def report_receive(request: StaffRequest, pk: int) -> HttpResponse:
    """Take in at the office what was missing, with a file if there is one."""
    report = open_report(request, pk)
    form = receive_form(report, request.POST, request.FILES)
    return _carry_out(
        request,
        report,
        lambda: _receive(report, form, request.actor),
        _("Yang diserahkan sudah dicatat."),
        receive_form=form,
    )


def _receive(report: Report, form: ReceiveForm, actor: Actor) -> None:
    now, file = moment.now(), form.cleaned_data["file"]
    blob = receive_blob(chunks=file.chunks(), at=now) if file else None
    with transaction.atomic():
        if blob is not None:
            _add_file(report, form, blob, actor)
        actions.hand_in_item(
            report=report,
            item=form.cleaned_data["item"],
            note=form.cleaned_data["note"],
            via=Report.Via.OFFICE,
            actor=actor,
            at=now,
        )
        if form.cleaned_data.get("complete"):
            actions.complete_report(report=report, actor=actor, at=now)


def _add_file(report: Report, form: ReceiveForm, blob: Blob, actor: Actor) -> None:
    actions.add_exhibit(
        report=report,
        blob=blob,
        kind=form.file_kind,
        name=form.cleaned_data["file"].name,
        actor=actor,
        at=moment.now(),
    )


@require_POST
def report_lapse(request: StaffRequest, pk: int) -> HttpResponse:
    """Close the completion because the reporter's time ran out."""
    report = open_report(request, pk)
    return _carry_out(
        request,
        report,
        lambda: actions.lapse_completion(
            report=report, actor=request.actor, at=moment.now()
        ),
        _("Waktu melengkapi ditutup. Periksa apa yang sudah diserahkan."),
    )


@require_POST
def report_register(request: StaffRequest, pk: int) -> HttpResponse:
    """Register the report and go on in its case."""
    report = open_report(request, pk)
    answer = _carry_out(
        request,
        report,
        lambda: register_report(report=report, actor=request.actor, at=moment.now()),
        _("Laporan diregistrasi dan menjadi perkara."),
    )
    case = Case.objects.visible_to(request.actor).filter(report=report).first()
    is_done = answer.status_code in {301, 302, 303}
    return redirect("case", pk=case.pk) if is_done and case else answer


@require_POST
def report_tell(request: StaffRequest, pk: int) -> HttpResponse:
    """Record that the status was announced and the reporter told."""
    report = open_report(request, pk)
    return _carry_out(
        request,
        report,
        lambda: actions.tell_status(
            report=report, actor=request.actor, at=moment.now()
        ),
        _("Tercatat: status sudah diumumkan dan diberitahukan kepada pelapor."),
    )


@require_POST
def report_assign(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the report to somebody of its office."""
    report, now = open_report(request, pk), moment.now()
    form = AssignForm(request.POST, report=report, now=now)
    return _carry_out(
        request,
        report,
        lambda: actions.assign_report(
            report=report,
            holder=form.cleaned_data["holder"],
            actor=request.actor,
            at=now,
        ),
        _("Laporan sudah dibagikan."),
        assign_form=form,
    )


@require_POST
def report_open_identity(request: StaffRequest, pk: int) -> HttpResponse:
    """Show once who reported and who saw it, for a reason that is recorded."""
    report, form = open_report(request, pk), ReasonForm(request.POST)
    if not form.is_valid():
        return show_report(request, report, bound={"reason_form": form})
    opened: list[Reporter] = []
    refusal = attempt(
        lambda: opened.append(
            actions.open_identity(
                report=report,
                reason=form.cleaned_data["reason"],
                actor=request.actor,
                at=moment.now(),
            )
        )
    )
    if refusal is not None:
        bound = {"reason_form": form}
        return show_report(request, report, refusal=refusal, bound=bound)
    return _identity_page(request, report, opened[0], form.cleaned_data["reason"])


def _identity_page(
    request: StaffRequest, report: Report, reporter: Reporter, reason: str
) -> HttpResponse:
    context = {
        "report": report,
        "fields": _named_fields(reporter),
        "attorney": _attorney_fields(report),
        "witnesses": report.witnesses.all(),
        "reason": reason,
    }
    response = render(request, "desk/reports/identity.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _named_fields(reporter: Reporter) -> list[tuple[str, str]]:
    """Return label and value of what the reporter filled in."""
    fields = {f.name: f for f in Reporter._meta.get_fields() if isinstance(f, Field)}
    return [
        (str(fields[name].verbose_name), getattr(reporter, name))
        for name in Reporter.FIELDS
        if getattr(reporter, name)
    ]


def _attorney_fields(report: Report) -> list[tuple[str, object]]:
    """Return label and value of what is known of the attorney, if there is one."""
    attorney: Attorney | None = getattr(report, "attorney", None)
    if attorney is None:
        return []
    fields = {f.name: f for f in Attorney._meta.get_fields() if isinstance(f, Field)}
    power_on = local_date(attorney.power_on) if attorney.power_on else ""
    return [
        *(
            (str(fields[name].verbose_name), getattr(attorney, name))
            for name in Attorney.FIELDS
        ),
        (str(fields["power_on"].verbose_name), power_on),
    ]


@require_POST
def report_issue_paper(request: StaffRequest, pk: int) -> HttpResponse:
    """Issue one paper of a step that was done.

    Raises:
        Http404: there is no such paper.
    """
    report = open_report(request, pk)
    try:
        kind = Paper(request.POST.get("jenis", ""))
    except ValueError:
        raise Http404 from None
    return _carry_out(
        request,
        report,
        lambda: issue_paper(kind, report=report, actor=request.actor, at=moment.now()),
        _("Surat terbit: %(paper)s.") % {"paper": paper_words(kind.value)},
    )
