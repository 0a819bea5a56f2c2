"""What the screens of a report share: the frame around a question, and the way on."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from netra.records.jobs import moment
from netra.records.reports.models import ReportDraft
from netra.web.portal import drafts
from netra.web.portal.drafts import Typed
from netra.web.portal.reporting_clock import states_by_day, window_of
from netra.web.portal.reporting_coach import coach_of
from netra.web.portal.steps import STEPS, ReportStep, states_of

__all__ = ["LATER", "cut_off", "limited", "show_step", "way_on"]

LATER = "nanti"


def show_step(
    request: HttpRequest,
    draft: ReportDraft,
    step: ReportStep,
    typed: Typed,
    at: datetime,
    parts: Mapping[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """Render a screen with its steps, the days left and the coach.

    Args:
        request: For the template.
        draft: Of this device.
        step: The screen; its template is named after it.
        typed: What the draft holds now.
        at: Moment of reading.
        parts: What the screen itself shows.
        status: 422 when something must be mended.
    """
    place = STEPS.index(step)
    window = window_of(typed, at)
    context = {
        "section": "report",
        "step": step,
        "number": place + 1,
        "count": len(STEPS),
        "states": list(states_of(step)),
        "before": STEPS[place - 1] if place else None,
        "window": window,
        "draft": draft,
        "which": drafts.WHICH,
        "named": drafts.part_of_address(request, draft),
        "real_now": moment.real_now(),
        "coach": coach_of(
            draft,
            typed,
            window,
            step.key,
            states_by_day(typed, at) if step.key == "waktu" else {},
        ),
        "at": at,
        **parts,
    }
    return render(request, f"portal/report/{step.key}.html", context, status=status)


def way_on(request: HttpRequest, step: ReportStep) -> HttpResponse:
    """Go to the screen that follows, or leave and say that all is kept."""
    if LATER in request.POST:
        messages.success(
            request,
            _("Tersimpan di peramban ini. Lanjutkan kapan saja dari halaman ini."),
        )
        return redirect("report_start")
    place = STEPS.index(step)
    return redirect("report_step", step=STEPS[place + 1].key)


def limited(request: HttpRequest) -> HttpResponse:
    """Say that this was too often, and that the draft is kept."""
    return render(request, "portal/report/limited.html", status=429)


def cut_off(request: HttpRequest, step: str) -> HttpResponse:
    """Say that the request broke off, and that what was saved before is safe."""
    return render(request, "portal/report/cut_off.html", {"step": step}, status=400)
