"""The agenda of an office as a file: for a spreadsheet, or as a register book."""

import csv
import io

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action, Actor
from netra.domain.law import zone_of
from netra.records.accounts.models import Office
from netra.records.correspondence import queries
from netra.records.correspondence.books import FULL_BOOK
from netra.records.documents.actions import export_register
from netra.records.documents.errors import DocumentsError
from netra.records.documents.models import RegisterExport
from netra.records.documents.registers.books import Period
from netra.records.jobs import moment
from netra.web.desk.due_pages import plain_cell
from netra.web.desk.papers.access import as_file
from netra.web.portal.forms_story import day_field
from netra.web.routes import StaffRequest
from netra.web.templatetags.moments import local_moment, plain_date

__all__ = ["agenda_file", "read_offices"]

_CSV = "csv"
_MEDIA = {
    _CSV: "text/csv; charset=utf-8",
    RegisterExport.Format.PDF: "application/pdf",
    RegisterExport.Format.XLSX: (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
}


def read_offices(actor: Actor) -> QuerySet[Office]:
    """Return the offices whose agenda and registers somebody reads."""
    registers = Office.objects.visible_to(actor, Action.VIEW_REGISTERS)
    agendas = Office.objects.visible_to(actor, Action.VIEW_AGENDA)
    return agendas.filter(pk__in=registers.order_by().values("pk"))


class _BookForm(forms.Form):
    """Of which office, and from which to which day."""

    kantor = forms.IntegerField()
    dari = day_field("", "")
    sampai = day_field("", "")
    bentuk = forms.ChoiceField(choices=[(kind, kind) for kind in _MEDIA])


@require_POST
def agenda_file(request: StaffRequest) -> HttpResponse:
    """Hand out the agenda of an office; a register book is recorded as taken."""
    form = _BookForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    told = form.cleaned_data
    office = get_object_or_404(read_offices(request.actor), pk=told["kantor"])
    period = Period(office=office, from_on=told["dari"], to_on=told["sampai"])
    kind = told["bentuk"]
    if kind == _CSV:
        return as_file(_csv(period), _MEDIA[_CSV], "buku-agenda.csv")
    try:
        _row, content = export_register(
            book=FULL_BOOK,
            period=period,
            format_=RegisterExport.Format(kind),
            actor=request.actor,
            at=moment.now(),
        )
    except DocumentsError as error:
        return HttpResponse(error.reader_message, status=422, content_type="text/plain")
    return as_file(content, _MEDIA[kind], f"buku-agenda.{kind}")


def _csv(period: Period) -> bytes:
    """Return the lines for a spreadsheet; what begins like a formula is text."""
    rows = queries.agenda_rows(period.office, period.from_on, period.to_on)
    out = io.StringIO()
    out.write("\ufeff")  # else spreadsheets take UTF-8 for something older
    writer = csv.writer(out)
    writer.writerow(_head())
    for row in rows:
        writer.writerow([plain_cell(text) for text in _cells(row, period.office)])
    return out.getvalue().encode()


def _head() -> tuple[str, ...]:
    return (
        _("Nomor agenda"),
        _("Arah"),
        _("Jenis"),
        _("Waktu"),
        _("Dicatat"),
        _("Oleh"),
        _("Nomor surat"),
        _("Tanggal surat"),
        _("Dari atau kepada"),
        _("Perihal"),
        _("Perkara"),
        _("Menjawab"),
        _("Pindaian"),
        _("Keterangan"),
    )


def _cells(row: queries.AgendaRow, office: Office) -> tuple[str, ...]:
    zone = zone_of(office.region)
    return (
        row.number,
        row.direction,
        row.kind,
        local_moment(row.happened_at, zone),
        local_moment(row.recorded_at, zone),
        row.recorded_by,
        row.letter_number,
        plain_date(row.letter_on) if row.letter_on else "",
        row.counterpart,
        row.subject,
        row.case,
        row.answers,
        str(row.scans),
        row.state,
    )
