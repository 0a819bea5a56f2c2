"""Bodies outside and their keys: entered, compared by telephone, revoked."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from netra.records.jobs import moment
from netra.records.packs import actions
from netra.records.packs.models import BodyKey
from netra.records.packs.queries import bodies_kept_by
from netra.web.desk.case_access import posted
from netra.web.desk.packs.access import carried_out, open_body, ready
from netra.web.desk.packs.forms import BodyForm, ConfirmForm, KeyForm, ReasonForm
from netra.web.desk.referral_pages import body_names
from netra.web.routes import StaffRequest

__all__ = ["bodies", "body", "body_enter", "body_key"]

PER_PAGE = 50


def bodies(request: StaffRequest) -> HttpResponse:
    """List the bodies whose keys the reader keeps."""
    rows = bodies_kept_by(request.actor).prefetch_related("keys")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    shown = [
        (row, body_names([row.authority])[0], _standing(list(row.keys.all())))
        for row in page.object_list
    ]
    context = {"page_obj": page, "rows": shown}
    return render(request, "desk/packs/bodies.html", context)


def _standing(keys: list[BodyKey]) -> tuple[str, str]:
    """Return how a body stands with its keys, and the tone of that."""
    if any(key.is_usable for key in keys):
        return _("Kunci dikonfirmasi"), "good"
    if any(key.revoked_at is None for key in keys):
        return _("Menunggu konfirmasi orang kedua"), "warn"
    return _("Belum ada kunci"), ""


def body_enter(request: StaffRequest) -> HttpResponse:
    """Enter a body."""
    form = BodyForm(posted(request))
    if ready(form):
        made = carried_out(
            form,
            lambda: actions.enter_body(
                **form.cleaned_data, actor=request.actor, at=moment.now()
            ),
        )
        if made is not None:
            messages.success(request, _("Lembaga dicatat."))
            return redirect("body", pk=made.pk)
    context = {"form": form}
    return render(request, "desk/packs/body_enter.html", context, status=form.status)


def body(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a body with its keys, and register a key."""
    row, form = open_body(request, pk), KeyForm(posted(request))
    if ready(form):
        made = carried_out(
            form,
            lambda: actions.register_body_key(
                body=row,
                public=form.cleaned_data["public"],
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if made is not None:
            messages.success(request, _("Kunci dicatat. Orang kedua membandingkannya."))
            return redirect("body_key", pk=made.pk)
    context = {
        "body": row,
        "kind": body_names([row.authority])[0],
        "keys": row.keys.select_related("registered_by", "confirmed_by"),
        "form": form,
    }
    return render(request, "desk/packs/body.html", context, status=form.status)


def body_key(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a key with its fingerprint; confirm or revoke it."""
    rows = BodyKey.objects.select_related(
        "body", "registered_by", "confirmed_by", "revoked_by"
    )
    key = rows.filter(pk=pk).first()
    if key is None:
        raise Http404
    open_body(request, key.body_id)
    revoking = request.POST.get("do") == "revoke"
    confirm = ConfirmForm(None if revoking else posted(request), auto_id="cocok_%s")
    revoke = ReasonForm(posted(request) if revoking else None, auto_id="cabut_%s")
    if ready(confirm) and _confirmed(request, key, confirm):
        return redirect("body_key", pk=key.pk)
    if ready(revoke) and _revoked(request, key, revoke):
        return redirect("body_key", pk=key.pk)
    context = {
        "key": key,
        "confirm": confirm,
        "revoke": revoke,
        "is_own": str(key.registered_by_id) == request.actor.account_id,
    }
    status = max(confirm.status, revoke.status)
    return render(request, "desk/packs/body_key.html", context, status=status)


def _confirmed(request: StaffRequest, key: BodyKey, form: ConfirmForm) -> bool:
    done = carried_out(
        form,
        lambda: actions.confirm_body_key(
            key=key,
            how=form.cleaned_data["how"],
            actor=request.actor,
            at=moment.now(),
        ),
    )
    if done is not None:
        messages.success(request, _("Kunci dikonfirmasi dan mulai dipakai."))
    return done is not None


def _revoked(request: StaffRequest, key: BodyKey, form: ReasonForm) -> bool:
    done = carried_out(
        form,
        lambda: actions.revoke_body_key(
            key=key,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment.now(),
        ),
    )
    if done is not None:
        messages.success(request, _("Kunci dicabut; tidak dipakai lagi."))
    return done is not None
