"""The counter: a report that comes in person, by letter or by voice, on one page."""

import logging

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST

from netra.domain.access import Action, RegionCode, is_allowed
from netra.records.accounts.models import Office
from netra.records.accounts.queries import office_for
from netra.records.documents.actions import issue_receipt
from netra.records.documents.errors import DocumentsError
from netra.records.jobs import moment
from netra.records.law.errors import CalendarError
from netra.records.reports import actions
from netra.records.reports.errors import DraftHandedInError
from netra.records.reports.models import CounterEntry, Exhibit, Report
from netra.records.reports.reception import reception_of
from netra.web.desk.reception_entry import (
    ARRIVAL,
    FILES,
    Entry,
    EntryForms,
    content_of,
    forms_of,
    read_entry,
    with_sent,
)
from netra.web.desk.reception_forms import FILE_KINDS
from netra.web.desk.report_access import REFUSED, Refusal, attempt
from netra.web.portal import drafts
from netra.web.portal.forms_files import END_MARK
from netra.web.portal.reporting_clock import contest_meant, window_of
from netra.web.portal.reporting_coach import coach_of
from netra.web.portal.steps import ATTORNEY, MOST_PEOPLE
from netra.web.portal.uploads import add_files, was_cut_off
from netra.web.routes import StaffRequest

__all__ = ["discard", "done", "entry", "leaflet", "start"]

_log = logging.getLogger("netra.desk")
_RECORD = "catat"


def own_entries(request: StaffRequest) -> QuerySet[CounterEntry]:
    """Return the entries this officer has opened; they name reporters."""
    rows = CounterEntry.objects.visible_to(request.actor)
    return rows.filter(opened_by_id=int(request.actor.account_id)).select_related(
        "draft__report__office"
    )


def _offices(request: StaffRequest) -> list[Office]:
    """Return the offices that handle reports and for which this officer receives."""
    serving = {grant.office_id for grant in request.actor.grants}
    rows = Office.objects.filter(pk__in=serving).order_by("region")
    return [
        office
        for office in rows
        if is_allowed(request.actor, Action.RECEIVE_ITEM, RegionCode(office.region))
        and office_for(office.region) == office
    ]


@cache_control(no_store=True, private=True)
def start(request: StaffRequest) -> HttpResponse:
    """List the own entries under way; open another on request."""
    offices = _offices(request)
    if request.method == "POST":
        return _begin(request, offices)
    context = {
        "offices": offices,
        "entries": own_entries(request).filter(draft__report__isnull=True),
    }
    return render(request, "desk/reception/start.html", context)


def _begin(request: StaffRequest, offices: list[Office]) -> HttpResponse:
    asked = request.POST.get("kantor", "")
    chosen = next((o for o in offices if str(o.pk) == asked), None)
    if chosen is None:
        raise Http404
    row = actions.open_counter_entry(
        region=chosen.region, actor=request.actor, at=moment.now()
    )
    return redirect("reception_entry", pk=row.pk)


@cache_control(no_store=True, private=True)
def entry(request: StaffRequest, pk: object) -> HttpResponse:
    """Show or save the one long page; record the report when asked to."""
    row = get_object_or_404(own_entries(request), pk=pk)
    if row.draft.report is not None:
        return redirect("reception_done", pk=row.pk)
    held = read_entry(row, moment.now())
    if request.method != "POST":
        return _show(request, held, forms_of(held, checked=False))
    held = with_sent(request, held)
    if was_cut_off(request):
        return _cut_off(request, held)
    try:
        drafts.keep(row.draft, held.typed, held.now)
        refused = _keep_files(request, held)
    except DraftHandedInError:
        return redirect("reception_done", pk=row.pk)
    if _RECORD in request.POST or refused:
        return _record(request, held, refused)
    return redirect(f"{reverse('reception_entry', args=[row.pk])}{_anchor(request)}")


def _cut_off(request: StaffRequest, held: Entry) -> HttpResponse:
    """Show what arrived of a request that broke off; nothing was saved of it."""
    broken = Refusal(
        message=_(
            "Kiriman terputus sebelum selesai. Yang tampil di bawah belum disimpan; "
            "pilih berkasnya lagi, lalu simpan."
        ),
        status=400,
    )
    return _show(request, held, forms_of(held, checked=False), broken)


def _keep_files(request: StaffRequest, held: Entry) -> dict[str, list[str]]:
    """Keep what was uploaded; return what was refused, by the field."""
    gone = request.POST.get("hapus-berkas", "")
    if gone.isdecimal():
        actions.drop_draft_file(draft=held.row.draft, file_id=int(gone))
    refused = {}
    for kind in FILE_KINDS:
        sent = request.FILES.getlist(f"{FILES}-{kind.value}")
        texts = add_files(held.row.draft, sent, Exhibit.Kind(kind), held.now)
        if texts:
            refused[kind.value] = texts
    return refused


def _anchor(request: StaffRequest) -> str:
    if "tambah" in request.POST:
        return f"#akhir-{request.POST['tambah']}"
    return "#berkas" if "unggah" in request.POST else ""


def _record(
    request: StaffRequest, held: Entry, refused: dict[str, list[str]]
) -> HttpResponse:
    """Hand the entry in when everything a report needs is right."""
    shown = forms_of(held, checked=True)
    is_right = shown.are_right()
    for name, texts in refused.items():
        for text in texts:
            shown.single[FILES].add_error(name, text)
    content = content_of(held, shown) if is_right and not refused else None
    if content is None:
        return _show(request, held, shown)
    arrival = shown.single[ARRIVAL].cleaned_data
    made: list[Report] = []
    refusal = attempt(
        lambda: made.append(
            actions.receive_report(
                draft=held.row.draft,
                content=content,
                contest=contest_meant(held.typed),
                received_at=arrival["received_at"],
                letter_on=arrival["letter_on"],
                actor=request.actor,
                at=held.now,
            )
        )
    )
    if refusal is not None:
        return _show(request, held, shown, refusal)
    _issue(request, made[0])
    return redirect("reception_done", pk=held.row.pk)


def _issue(request: StaffRequest, report: Report) -> None:
    """Issue the receipt; a report stays received even if its paper cannot be made."""
    try:
        issue_receipt(report=report, actor=request.actor, at=moment.now())
    except DocumentsError:
        _log.exception("receipt of report %s could not be issued", report.pk)


def _show(
    request: StaffRequest,
    held: Entry,
    shown: EntryForms,
    refusal: Refusal | None = None,
) -> HttpResponse:
    window = window_of(held.typed, held.received_at)
    listed = shown.listed()
    status = refusal.status if refusal else REFUSED if listed else 200
    context = {
        "entry": held.row,
        "forms": shown,
        "arrival": shown.single[ARRIVAL],
        "time": shown.single["waktu"],
        "story": shown.single["peristiwa"],
        "reporter": shown.single["pelapor"],
        "attorney": shown.single[ATTORNEY],
        "files_form": shown.single[FILES],
        "files": held.row.draft.files.select_related("blob"),
        "listed": listed,
        "refusal": refusal,
        "most": MOST_PEOPLE,
        "window": window,
        "coach": coach_of(held.row.draft, held.typed, window),
        "rule": window.procedure.attorney if window.procedure else None,
        "law_key": f"{window.procedure.id}.attorney" if window.procedure else "",
        "at": held.received_at,
        "end_mark": END_MARK,
    }
    return render(request, "desk/reception/entry.html", context, status=status)


@require_POST
def discard(request: StaffRequest, pk: object) -> HttpResponse:
    """Erase an entry that was not recorded."""
    row = get_object_or_404(own_entries(request), pk=pk)
    if actions.discard_draft(draft=row.draft):
        messages.success(request, _("Isian itu sudah dihapus."))
    return redirect("reception")


def _received(request: StaffRequest, pk: object) -> tuple[CounterEntry, Report]:
    row = get_object_or_404(own_entries(request), pk=pk)
    if row.draft.report is None:
        raise Http404
    return row, row.draft.report


@cache_control(no_store=True, private=True)
def done(request: StaffRequest, pk: object) -> HttpResponse:
    """Show number, code and receipt until the code was handed over."""
    row, report = _received(request, pk)
    if request.method == "POST":
        actions.forget_code(draft=row.draft)
        messages.success(request, _("Kode tidak ditampilkan lagi di sini."))
        return redirect("report", pk=report.pk)
    _issue(request, report)
    context = {
        "entry": row,
        "report": report,
        "code": drafts.read(row.draft).code,
        "receipt": report.papers.filter(kind="receipt").order_by("id").first(),
        "outside": _outside(report),
    }
    return render(request, "desk/reception/done.html", context)


def _outside(report: Report) -> str:
    """Return why the report lies outside the hours, empty when it does not."""
    try:
        found = reception_of(report)
    except CalendarError:
        return ""
    return found.why if found is not None and found.is_outside else ""


@cache_control(no_store=True, private=True)
def leaflet(request: StaffRequest, pk: object) -> HttpResponse:
    """Show the page that is printed and handed to whoever reported."""
    row, report = _received(request, pk)
    context = {
        "entry": row,
        "report": report,
        "code": drafts.read(row.draft).code,
        "status_url": f"{settings.PUBLIC_URL}{reverse('status')}",
    }
    return render(request, "desk/reception/leaflet.html", context)
