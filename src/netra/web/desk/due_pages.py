"""The whole due list: as a page, and as a file for a spreadsheet."""

import csv
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from netra.records.jobs import moment
from netra.records.referrals.following import unacknowledged
from netra.web.desk.due import DueRow, OpenWork, due_list, open_work
from netra.web.desk.supervision.waiting import with_supervision
from netra.web.portal.law_words import status_words
from netra.web.routes import StaffRequest
from netra.web.templatetags.citations import citation_text
from netra.web.templatetags.countdowns import countdown_of
from netra.web.templatetags.moments import local_moment

__all__ = ["AskedDue", "asked_due", "due", "due_csv", "plain_cell"]

PER_PAGE = 25
_MINE = "saya"
_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedDue:
    """The due list as a reader asked for it: of the whole office, or only their own."""

    rows: tuple[DueRow, ...]
    problems: tuple[str, ...]
    mine: bool
    whole_count: int
    mine_count: int


def asked_due(request: StaffRequest, work: OpenWork, now: datetime) -> AskedDue:
    """Return the due list of open work, narrowed as the address asks."""
    found = with_supervision(due_list(work, request.actor, now), request.actor, now)
    mine = request.GET.get("milik") == _MINE
    return AskedDue(
        rows=found.of(mine=mine),
        problems=found.problems,
        mine=mine,
        whole_count=len(found.rows),
        mine_count=len(found.of(mine=True)),
    )


def due(request: StaffRequest) -> HttpResponse:
    """List every running deadline of the office, 25 to a page."""
    asked = asked_due(request, open_work(request.actor), moment.now())
    page = Paginator(asked.rows, PER_PAGE).get_page(request.GET.get("page"))
    letters = unacknowledged(request.actor)
    context = {
        "due": asked,
        "page_obj": page,
        "rows": page.object_list,
        "letters": letters.count(),
        "oldest_letter": letters.first(),
    }
    return render(request, "desk/due.html", context)


def due_csv(request: StaffRequest) -> HttpResponse:
    """Hand out the due list as a file for a spreadsheet."""
    now = moment.now()
    asked = asked_due(request, open_work(request.actor), now)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="tenggat.csv"'
    response["Cache-Control"] = "no-store"
    response.write("\ufeff")  # else spreadsheets take UTF-8 for something older
    writer = csv.writer(response)
    writer.writerow(_head())
    for row in asked.rows:
        writer.writerow([plain_cell(text) for text in _cells(row, now)])
    return response


def plain_cell(text: str) -> str:
    """Return a cell that a spreadsheet shows as text and never runs as a formula."""
    return f"'{text}" if text.startswith(_RUN_BY_SPREADSHEETS) else text


def _head() -> tuple[str, ...]:
    return (
        _("Tenggat"),
        _("Sisa waktu"),
        _("Jenis berkas"),
        _("Nomor"),
        _("Perihal"),
        _("Tempat"),
        _("Yang harus dilakukan"),
        _("Nama tenggat"),
        _("Dasar"),
        _("Kepastian"),
        _("Pemegang"),
    )


def _cells(row: DueRow, now: datetime) -> tuple[str, ...]:
    return (
        local_moment(row.deadline.due_at),
        countdown_of(row.deadline, now).words,
        row.kind,
        row.number,
        row.title,
        row.place,
        row.what,
        row.deadline.label,
        citation_text(row.deadline.article),
        status_words(row.deadline.status),
        row.holder,
    )
