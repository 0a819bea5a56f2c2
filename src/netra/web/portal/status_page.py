"""The page of one report, and the way in for who has opened it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from netra.records.documents.queries import papers_for_reporter
from netra.records.jobs import moment
from netra.records.notices.queries import notices_for_reporter
from netra.records.reports.models import Report
from netra.web.portal.checking import PAPER_WORDS
from netra.web.portal.forms_files import END_MARK
from netra.web.portal.forms_status import AddFilesForm, AddTextForm
from netra.web.portal.status_following import following_of
from netra.web.portal.status_items import Wanted, wanted_items
from netra.web.portal.status_key import opened_report
from netra.web.portal.status_meaning import can_do, meaning_of, next_date
from netra.web.portal.status_road import (
    Standing,
    kept_words,
    milestones,
    result_words,
    unmet_words,
)
from netra.web.portal.upload_targets import CompletionTarget, Waiting, waiting

__all__ = ["AddForm", "changing", "opened", "show_status"]

_PAGE = "portal/status/view.html"
AddForm = AddTextForm | AddFilesForm
OfReport = Callable[..., HttpResponse]


def opened(view: OfReport) -> OfReport:
    """Pass on the report this visit has opened, or ask for number and code."""

    @cache_control(no_store=True, private=True)
    def passed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        at = moment.now()
        report = opened_report(request, at)
        if report is None:
            messages.info(request, _("Tulis nomor dan kode untuk membuka status."))
            return redirect("status")
        return view(request, report, at, **kwargs)

    return passed


def changing(view: OfReport) -> OfReport:
    """Lead who reloads the address of a change back to the page it belongs to."""

    def passed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return redirect("status_view")
        return view(request, **kwargs)

    return passed


def show_status(
    request: HttpRequest,
    standing: Standing,
    at: datetime,
    *,
    wrong: tuple[str, AddForm] | None = None,
    following: Mapping[str, object] | None = None,
    code: int = 200,
) -> HttpResponse:
    """Show what the reporter must do, by when, and the road of the report.

    Args:
        request: Of who has opened the report.
        standing: Where the report stands.
        at: Moment of reading.
        wrong: A requirement by key, and the form for it that has errors.
        following: What was just asked for, over what the report has already.
        code: Status of the answer.
    """
    items = [
        (one, _form_for(one, wrong), _stopped(one, standing.report, at))
        for one in wanted_items(standing)
    ]
    context = {
        "section": "status",
        "standing": standing,
        "report": standing.report,
        "items": items,
        "upload_limit": settings.RESUMABLE_LIMIT_BYTES,
        "upload_limit_mb": settings.RESUMABLE_LIMIT_BYTES // 2**20,
        "asked_count": sum(1 for one, *_rest in items if one.is_missing),
        "missing_count": sum(1 for one, *_rest in items if one.is_still_missing),
        "road": milestones(standing),
        "result": result_words(standing),
        "kept": kept_words(standing),
        "unmet": unmet_words(standing),
        "meaning": meaning_of(standing),
        "can_do": can_do(standing),
        "next_date": next_date(standing, at),
        "papers": [
            (paper, PAPER_WORDS.get(paper.kind, paper.kind))
            for paper in papers_for_reporter(standing.report)
        ],
        "notices": notices_for_reporter(standing.report),
        "end_mark": END_MARK,
        "at": at,
        **following_of(standing.report),
        **(following or {}),
    }
    return render(request, _PAGE, context, status=code)


def _stopped(one: Wanted, report: Report, at: datetime) -> list[Waiting]:
    """Return the files for a requirement that stopped on their way."""
    if not one.is_upload:
        return []
    target = CompletionTarget(report=report, item=one.item)
    return waiting("tambahan", target.key, at)


def _form_for(one: Wanted, wrong: tuple[str, AddForm] | None) -> AddForm:
    if wrong is not None and wrong[0] == one.item.key:
        return wrong[1]
    form = AddFilesForm if one.is_upload else AddTextForm
    return form(auto_id=f"id_{one.item.key}_%s")
