"""The legal need of a body: recorded by one, approved by another, then made."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.records.jobs import moment
from netra.records.packs import actions
from netra.records.packs.models import LegalNeed
from netra.records.packs.queries import bodies_near, usable_key
from netra.web.desk.case_access import posted
from netra.web.desk.packs.access import carried_out, may, open_referral, ready
from netra.web.desk.packs.forms import ButtonForm, NeedForm, ReasonForm
from netra.web.routes import StaffRequest

__all__ = ["need", "need_record"]


def need_record(request: StaffRequest, pk: int) -> HttpResponse:
    """Record that a body asked for identities."""
    row = open_referral(request, pk, Action.MAKE_PACK)
    form = NeedForm(posted(request), bodies=bodies_near(row))
    if ready(form):
        made = carried_out(
            form,
            lambda: actions.record_need(
                referral=row,
                **form.cleaned_data,
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if made is not None:
            messages.success(request, _("Dicatat. Orang kedua harus menyetujuinya."))
            return redirect("referral", pk=row.pk)
    context = {"referral": row, "form": form}
    return render(request, "desk/packs/need_record.html", context, status=form.status)


def need(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a need; approve it, or make the sealed part for it."""
    rows = LegalNeed.objects.select_related("body", "recorded_by", "approved_by")
    row = get_object_or_404(rows, pk=pk)
    row.referral = open_referral(request, row.referral_id, Action.OPEN_IDENTITY)
    approving = request.POST.get("do") == "approve"
    approve = ButtonForm(posted(request) if approving else None)
    seal = ReasonForm(None if approving else posted(request))
    if ready(approve):
        approved = carried_out(
            approve,
            lambda: actions.approve_need(
                need=row, actor=request.actor, at=moment.now()
            ),
        )
        if approved is not None:
            messages.success(request, _("Disetujui. Bagian tersegel dapat dibuat."))
            return redirect("need", pk=row.pk)
    if ready(seal):
        made = carried_out(
            seal,
            lambda: actions.ask_sealed_part(
                need=row,
                reason=seal.cleaned_data["reason"],
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if made is not None:
            messages.success(request, _("Bagian tersegel sedang disusun."))
            return redirect("pack", pk=made.pk)
    context = {
        "need": row,
        "referral": row.referral,
        "approve": approve,
        "seal": seal,
        "key": usable_key(row.body),
        "may_make": may(request, Action.MAKE_PACK, row.referral.region),
        "is_own": str(row.recorded_by_id) == request.actor.account_id,
    }
    status = max(approve.status, seal.status)
    return render(request, "desk/packs/need.html", context, status=status)
