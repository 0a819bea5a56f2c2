"""The door to a report: what it needs, the draft, and its screens."""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from netra.records.jobs import moment
from netra.records.law.queries import law
from netra.records.reports.actions import discard_draft, forget_device
from netra.records.reports.devices import DRAFTS_PER_DEVICE
from netra.records.reports.errors import DraftHandedInError, TooManyDraftsError
from netra.records.reports.models import ReportDraft
from netra.web.limits import is_limited
from netra.web.portal import drafts
from netra.web.portal.first_look import first_look, taken_along
from netra.web.portal.home import report_windows
from netra.web.portal.reporting_sending import check_and_send
from netra.web.portal.steps import STEPS, ReportStep, step_named
from netra.web.portal.steps_answering import answer, name_people, pick_place
from netra.web.portal.steps_files import send_evidence, send_proofs
from netra.web.portal.steps_frame import limited

__all__ = ["report_discard", "report_start", "report_step"]

_NEW, _ALL = "baru", "semua"
Screen = Callable[[HttpRequest, ReportDraft, ReportStep, datetime], HttpResponse]

_SCREENS: Mapping[str, Screen] = {
    "waktu": answer,
    "tempat": pick_place,
    "terlapor": name_people,
    "peristiwa": answer,
    "saksi": name_people,
    "bukti": send_evidence,
    "pelapor": answer,
    "tanda-tangan": send_proofs,
    "periksa": check_and_send,
}


@cache_control(no_store=True, private=True)
def report_start(request: HttpRequest) -> HttpResponse:
    """Say what a report needs and what secrecy covers; open a draft on request."""
    at = moment.now()
    if request.method == "POST":
        return _begin(request, at)
    unsent, sent = drafts.unsent(request), drafts.sent(request)
    today = timezone.localtime(at).date()
    windows = list(report_windows(law(), today))
    context = {
        "section": "report",
        "draft": unsent[0] if unsent else (sent[0] if sent else None),
        "unsent": [(one, drafts.first_words(one)) for one in unsent],
        "sent": sent,
        "has_room": len(unsent) < DRAFTS_PER_DEVICE,
        "most": DRAFTS_PER_DEVICE,
        "which": drafts.WHICH,
        "real_now": moment.real_now(),
        "at": at,
        "windows": windows,
        "who": _who_may_report((windows and windows[0].key.partition(".")[0]) or ""),
        "first_step": STEPS[0],
        "look": first_look(request, at),
    }
    return render(request, "portal/report/start.html", context)


def _begin(request: HttpRequest, at: datetime) -> HttpResponse:
    """Go on with a draft, or open one; an untouched one is never left behind."""
    draft = drafts.current_draft(request)
    is_open = draft is not None and draft.report is None
    if (
        draft is not None
        and is_open
        and (_NEW not in request.POST or not draft.content)
    ):
        return redirect("report_step", step=_unanswered(draft).key)
    if is_limited(request, "draft"):
        return limited(request)
    try:
        started = redirect("report_step", step=STEPS[0].key)
        return drafts.begin(request, started, at, taken_along(request, at))
    except TooManyDraftsError as error:
        messages.warning(request, error.reader_message)
        return redirect("report_start")


def _unanswered(draft: ReportDraft) -> ReportStep:
    """Return the first screen that was never answered, else the last one."""
    typed = drafts.read(draft)
    seen = typed.fields.keys() | typed.people.keys()
    return next((step for step in STEPS if step.key not in seen), STEPS[-1])


def _who_may_report(procedure_id: str) -> tuple[str, ...]:
    procedure = law().procedures.get(procedure_id)
    return procedure.who_may_report if procedure else ()


def report_discard(request: HttpRequest) -> HttpResponse:
    """Erase a draft of this device, or all of them; a sent report stays where it is."""
    if request.method != "POST":
        return redirect("report_start")
    started = redirect("report_start")
    if _ALL in request.POST:
        forget_device(device=drafts.device_of(request))
        messages.success(
            request,
            _("Perangkat ini dilupakan: semua isian yang belum dikirim dihapus."),
        )
        return drafts.forget(started)
    draft = drafts.current_draft(request)
    if draft is not None and discard_draft(draft=draft):
        messages.success(request, _("Isian Anda sudah dihapus dari sini."))
    return drafts.forget_if_empty(request, started)


@cache_control(no_store=True, private=True)
def report_step(request: HttpRequest, step: str) -> HttpResponse:
    """Show or save one screen of the draft of this device.

    Raises:
        Http404: there is no such screen.
    """
    shown = step_named(step)
    if shown is None:
        raise Http404
    draft = drafts.current_draft(request)
    if draft is None:
        messages.warning(
            request,
            _(
                "Tidak ada isian yang tersimpan di peramban ini. Mulai dari sini; bila "
                "peramban menolak kuki, isian tidak dapat disimpan."
            ),
        )
        return redirect("report_start")
    if draft.report is not None:
        return redirect("report_sent")
    try:
        return _SCREENS[step](request, draft, shown, moment.now())
    except DraftHandedInError:
        return redirect("report_sent")
