"""The screens with files: evidence, and what shows who reports."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from netra.records.reports.actions import drop_draft_file
from netra.records.reports.models import Exhibit, ReportDraft
from netra.web.limits import is_limited
from netra.web.portal import drafts
from netra.web.portal.drafts import Typed
from netra.web.portal.forms_files import EvidenceForm, SignatureForm
from netra.web.portal.steps import ATTORNEY, ReportStep
from netra.web.portal.steps_frame import LATER, cut_off, limited, show_step, way_on
from netra.web.portal.upload_targets import give_up, waiting
from netra.web.portal.uploads import add_files, was_cut_off

__all__ = ["send_evidence", "send_proofs"]

_REMOVE, _CANCEL, _UPLOAD = "hapus", "batal", "unggah"
_PROOFS = {
    "signed_page": Exhibit.Kind.SIGNED_PAGE,
    "identity_card": Exhibit.Kind.IDENTITY_CARD,
    "power_of_attorney": Exhibit.Kind.POWER_OF_ATTORNEY,
}
_PROMISES = ("signed_at_office", "card_at_office")


def _too_often(request: HttpRequest) -> bool:
    return bool(request.FILES) and is_limited(request, "upload")


def send_evidence(
    request: HttpRequest, draft: ReportDraft, step: ReportStep, at: datetime
) -> HttpResponse:
    """Take files and links; show what is there, refuse one by one."""
    typed = drafts.read(draft)
    if request.method != "POST":
        form = EvidenceForm(initial=dict(typed.of(step.key)))
        return _show_evidence(request, draft, step, typed, at, form)
    if was_cut_off(request):
        return cut_off(request, step.key)
    if _too_often(request):
        return limited(request)
    form = EvidenceForm({"links": request.POST.get("links", "")})
    typed = typed.with_fields(step.key, {"links": request.POST.get("links", "")})
    drafts.keep(draft, typed, at)
    sent = request.FILES.getlist("uploads")
    refused = add_files(draft, sent, Exhibit.Kind.EVIDENCE, at)
    is_right = form.is_valid() and not refused
    for text in refused:
        form.add_error("uploads", text)
    return _after(request, draft, step, is_right=is_right) or _show_evidence(
        request, draft, step, typed, at, form, status=422
    )


def _after(
    request: HttpRequest, draft: ReportDraft, step: ReportStep, *, is_right: bool
) -> HttpResponse | None:
    """Return the way on, `None` when the screen must be shown with its errors."""
    removed = request.POST.get(_REMOVE, "")
    if removed.isdecimal():
        drop_draft_file(draft=draft, file_id=int(removed))
        return redirect("report_step", step=step.key)
    if _CANCEL in request.POST:
        give_up(draft.upload_target, request.POST[_CANCEL])
        return redirect("report_step", step=step.key)
    if not is_right and LATER not in request.POST:
        return None
    if _UPLOAD in request.POST:
        return redirect("report_step", step=step.key)
    return way_on(request, step)


def _show_evidence(
    request: HttpRequest,
    draft: ReportDraft,
    step: ReportStep,
    typed: Typed,
    at: datetime,
    form: EvidenceForm,
    *,
    status: int = 200,
) -> HttpResponse:
    kept = draft.files.filter(kind=Exhibit.Kind.EVIDENCE).select_related("blob")
    parts = {
        "form": form,
        "files": list(kept),
        "waiting": waiting("isian", draft.upload_target, at),
        "upload_limit": settings.RESUMABLE_LIMIT_BYTES,
        "upload_limit_mb": settings.RESUMABLE_LIMIT_BYTES // 2**20,
    }
    return show_step(request, draft, step, typed, at, parts, status=status)


def send_proofs(
    request: HttpRequest, draft: ReportDraft, step: ReportStep, at: datetime
) -> HttpResponse:
    """Take the signed page and the identity card, or the promise to bring them."""
    typed = drafts.read(draft)
    if request.method != "POST":
        form = SignatureForm(initial=dict(typed.of(step.key)))
        return _show_proofs(request, draft, step, typed, at, form)
    if was_cut_off(request):
        return cut_off(request, step.key)
    if _too_often(request):
        return limited(request)
    row = {name: request.POST.get(name, "") for name in _PROMISES}
    form = SignatureForm(row)
    typed = typed.with_fields(step.key, row)
    drafts.keep(draft, typed, at)
    is_right = form.is_valid()
    for name, kind in _PROOFS.items():
        for text in add_files(draft, request.FILES.getlist(name), kind, at):
            form.add_error(name, text)
            is_right = False
    return _after(request, draft, step, is_right=is_right) or _show_proofs(
        request, draft, step, typed, at, form, status=422
    )


def _show_proofs(
    request: HttpRequest,
    draft: ReportDraft,
    step: ReportStep,
    typed: Typed,
    at: datetime,
    form: SignatureForm,
    *,
    status: int = 200,
) -> HttpResponse:
    kept = draft.files.exclude(kind=Exhibit.Kind.EVIDENCE).select_related("blob")
    has_attorney = bool(typed.of(ATTORNEY).get("name", "").strip())
    parts = {"form": form, "files": list(kept), "has_attorney": has_attorney}
    return show_step(request, draft, step, typed, at, parts, status=status)
