"""Asking for a pack, covering what must not stand in it, and taking it away."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from netra.domain.access import Action
from netra.records.documents.errors import DocumentsError
from netra.records.jobs import moment
from netra.records.packs import actions
from netra.records.packs.checking import FoundPlace, open_places
from netra.records.packs.errors import PacksError
from netra.records.packs.models import Pack, Redaction
from netra.records.packs.queries import exhibits_of, receivers_of, usable_key
from netra.records.packs.store import verified_path
from netra.records.referrals.models import Referral
from netra.web.desk.case_access import posted
from netra.web.desk.packs.access import (
    REFUSED,
    ActForm,
    carried_out,
    open_pack,
    open_referral,
    ready,
)
from netra.web.desk.packs.forms import (
    ButtonForm,
    PackForm,
    PassageForm,
    SpareForm,
)
from netra.web.desk.packs.letter_pages import pack_line
from netra.web.desk.packs.words import MARKS
from netra.web.routes import StaffRequest

__all__ = ["pack", "pack_ask", "pack_download", "pack_redact"]

GONE = 410


def pack_ask(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask for the open part for one body."""
    row = open_referral(request, pk, Action.MAKE_PACK)
    bodies = receivers_of(row)
    form = PackForm(
        posted(request),
        bodies=bodies,
        people=row.respondents.all(),
        exhibits=exhibits_of(row),
    )
    if ready(form):
        told = form.cleaned_data
        made = carried_out(
            form,
            lambda: actions.ask_pack(
                referral=row,
                body=told["body"],
                respondents=list(told["respondents"]),
                exhibits=told.get("exhibits", []),
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if made is not None:
            messages.success(request, _("Berkas sedang disusun."))
            return redirect("pack", pk=made.pk)
    places, trouble = _places(row)
    context = {
        "referral": row,
        "form": form,
        "keys": [(body, usable_key(body)) for body in bodies],
        "found": len(places),
        "trouble": trouble,
    }
    return render(request, "desk/packs/ask.html", context, status=form.status)


def _places(row: Referral) -> tuple[tuple[FoundPlace, ...], str]:
    """Return what still names somebody, or why that cannot be said yet."""
    try:
        return open_places(row, list(row.respondents.all())), ""
    except (PacksError, DocumentsError) as error:
        return (), error.reader_message


def pack_redact(request: StaffRequest, pk: int) -> HttpResponse:
    """Show where identities stand, masked, and cover or spare them."""
    row = open_referral(request, pk, Action.MAKE_PACK)
    asked = request.POST.get("do", "")
    forms: dict[str, ActForm] = {
        "all": ButtonForm(posted(request) if asked == "all" else None),
        "passage": PassageForm(
            posted(request) if asked == "passage" else None, auto_id="tutup_%s"
        ),
        "spare": SpareForm(
            posted(request) if asked == "spare" else None, auto_id="biar_%s"
        ),
    }
    form = forms.get(asked)
    if form is not None and ready(form) and _redacted(request, row, asked, form):
        messages.success(request, _("Dicatat. Naskah salinan diperiksa lagi."))
        return redirect("pack_redact", pk=row.pk)
    places, trouble = _places(row)
    covers = row.redactions.filter(kind=Redaction.Kind.COVER)
    context = {
        "referral": row,
        "places": [(place, MARKS[place.kind]) for place in places],
        "trouble": trouble,
        "covered": covers.count(),
        "spared": row.redactions.filter(kind=Redaction.Kind.SPARE).select_related(
            "made_by"
        ),
        "forms": forms,
    }
    status = form.status if form else 200
    return render(request, "desk/packs/redact.html", context, status=status)


def _redacted(request: StaffRequest, row: Referral, asked: str, form: ActForm) -> bool:
    told: dict[str, Any] = form.cleaned_data
    by: dict[str, Any] = {"actor": request.actor, "at": moment.now()}
    acts = {
        "all": lambda: actions.cover_found(
            referral=row, respondents=list(row.respondents.all()), **by
        ),
        "passage": lambda: actions.cover_passage(
            referral=row, passage=told["passage"], **by
        ),
        "spare": lambda: actions.spare_word(
            referral=row, word=told["passage"], reason=told["reason"], **by
        ),
    }
    return carried_out(form, acts[asked]) is not None


def pack(request: StaffRequest, pk: int) -> HttpResponse:
    """Show how far a pack is, what it holds, and who took it away."""
    return _shown(request, open_pack(request, pk))


def _shown(
    request: StaffRequest, row: Pack, refusal: str = "", status: int = 200
) -> HttpResponse:
    ended = row.state in (Pack.State.READY, Pack.State.FAILED)
    context = {
        **pack_line(row),
        "referral": row.referral,
        "refusal": refusal,
        "ended": ended,
        "downloads": row.downloads.select_related("account"),
        "fingerprint": row.key.fingerprint,
    }
    return render(request, "desk/packs/pack.html", context, status=status)


@require_POST
def pack_download(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Hand out a pack; every time is entered in the ledger."""
    row = open_pack(request, pk)
    form = ButtonForm(request.POST)
    form.is_valid()
    taken = carried_out(
        form,
        lambda: actions.download_pack(pack=row, actor=request.actor, at=moment.now()),
    )
    if taken is None:
        return _shown(request, row, str(form.non_field_errors()[0]), REFUSED)
    try:
        path = verified_path(row)
    except PacksError as error:
        return _shown(request, row, error.reader_message, GONE)
    response = FileResponse(
        path.open("rb"),
        content_type="application/octet-stream",
        as_attachment=True,
        filename=row.file_name,
    )
    response["Cache-Control"] = "private, no-store"
    return response
