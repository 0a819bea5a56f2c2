"""What is done with keys: every page says first what follows from it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from netra.records.accounts.models import Office
from netra.records.custody import actions
from netra.records.custody.models import HolderCopy, KeyHolder, OfficeKey
from netra.records.custody.queries import has_key, holders_of, holds_key
from netra.records.jobs import moment
from netra.web.desk import key_session
from netra.web.desk.information_access import acted, key_page, opened_for, unstored
from netra.web.desk.keys_forms import (
    ButtonForm,
    ChangePhraseForm,
    GiveForm,
    PhraseForm,
    RecoverForm,
)
from netra.web.desk.keys_pages import (
    NATION_PLACE,
    limited,
    may_receive,
    own_office,
    too_often,
)
from netra.web.desk.supervision.access import MatterForm, posted
from netra.web.routes import StaffRequest

__all__ = [
    "keys_change",
    "keys_give",
    "keys_make",
    "keys_phrase",
    "keys_phrase_change",
    "keys_recover",
    "keys_withdraw",
]

_Shown = dict[str, Any]


def _page(
    request: StaffRequest, office: Office, name: str, form: MatterForm, **more: Any
) -> HttpResponse:
    context = {"office": office, "form": form, **more}
    page = render(request, f"desk/keys/{name}.html", context, status=form.status)
    return unstored(page)


def _ready(form: MatterForm) -> bool:
    return form.is_bound and form.is_valid()


def keys_phrase(request: StaffRequest, pk: int) -> HttpResponse:
    """Set a phrase; who forgot an earlier one begins anew, without copies."""
    office, form = own_office(request, pk), PhraseForm(posted(request))
    earlier = KeyHolder.objects.filter(user_id=int(request.actor.account_id)).first()
    if _ready(form):
        made = acted(
            form,
            lambda: actions.set_phrase(
                office=office,
                phrase=form.cleaned_data["baru"],
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if made is not None:
            answer = redirect("keys_office", pk=office.pk)
            key_session.forget(request, answer)
            messages.success(request, _("Kalimat kunci Anda disimpan."))
            return answer
    more: _Shown = {"earlier": earlier, "holds_key": holds_key(request.actor, office)}
    return _page(request, office, "phrase", form, **more)


def keys_phrase_change(request: StaffRequest, pk: int) -> HttpResponse:
    """Put the reader's pair under another phrase; the copies stay."""
    office, form = own_office(request, pk), ChangePhraseForm(posted(request))
    if form.is_bound and too_often(request):
        return limited(request, office)
    if _ready(form):
        changed = acted(
            form,
            lambda: actions.change_phrase(
                office=office,
                old=form.cleaned_data["lama"],
                new=form.cleaned_data["baru"],
                actor=request.actor,
            ),
        )
        if changed is not None:
            messages.success(request, _("Kalimat kunci Anda sudah diganti."))
            return redirect("keys_office", pk=office.pk)
    return _page(request, office, "phrase_change", form)


def _made(
    request: StaffRequest,
    office: Office,
    form: MatterForm,
    name: str,
    act: Callable[[], tuple[OfficeKey, str]],
    **more: Any,
) -> HttpResponse:
    """Make a version and show its code once, or the page again with the reason."""
    made = acted(form, act) if _ready(form) else None
    if made is None:
        return _page(request, office, name, form, **more)
    key, code = made
    context = {
        "office": office,
        "key": key,
        "code": code,
        "holders": [copy.holder.user for copy in holders_of(office)],
        "place": office.region or NATION_PLACE,
    }
    answer = unstored(render(request, "desk/keys/envelope.html", context))
    key_session.forget(request, answer)
    return answer


def keys_make(request: StaffRequest, pk: int) -> HttpResponse:
    """Make the first key of an office and show the code for the envelope once."""
    office, form = own_office(request, pk), ButtonForm(posted(request))
    has_phrase = KeyHolder.objects.filter(
        user_id=int(request.actor.account_id)
    ).exists()
    return _made(
        request,
        office,
        form,
        "make",
        lambda: actions.make_office_key(
            office=office, actor=request.actor, at=moment.now()
        ),
        has_phrase=has_phrase,
        exists=has_key(office),
    )


def keys_change(request: StaffRequest, pk: int) -> HttpResponse:
    """Make a new version; whoever holds the present one holds the new one."""
    office = own_office(request, pk)
    opened = opened_for(request, office)
    if opened is None:
        return key_page(request, office, reverse("keys_change", args=[office.pk]))
    return _made(
        request,
        office,
        ButtonForm(posted(request)),
        "change",
        lambda: actions.change_office_key(
            office=office, opened=opened, actor=request.actor, at=moment.now()
        ),
        holders=[copy.holder.user for copy in holders_of(office)],
    )


def keys_recover(request: StaffRequest, pk: int) -> HttpResponse:
    """Open the key with the code from the envelope, and change it at once."""
    office = own_office(request, pk)
    has_phrase = KeyHolder.objects.filter(
        user_id=int(request.actor.account_id)
    ).exists()
    form = RecoverForm(posted(request), has_phrase=has_phrase)
    if form.is_bound and too_often(request):
        return limited(request, office)
    return _made(
        request,
        office,
        form,
        "recover",
        lambda: actions.recover_office_key(
            office=office,
            code=form.cleaned_data["kode"],
            phrase=form.cleaned_data["baru"],
            actor=request.actor,
            at=moment.now(),
        ),
        has_phrase=has_phrase,
        exists=has_key(office),
    )


def keys_give(request: StaffRequest, pk: int) -> HttpResponse:
    """Give somebody of the office a copy."""
    office = own_office(request, pk)
    opened = opened_for(request, office)
    if opened is None:
        return key_page(request, office, reverse("keys_give", args=[office.pk]))
    people = may_receive(office)
    form = GiveForm(posted(request), people=people)
    if _ready(form):
        given = acted(
            form,
            lambda: actions.give_copy(
                office=office,
                to=form.cleaned_data["to"],
                opened=opened,
                actor=request.actor,
                at=moment.now(),
            ),
        )
        if given is not None:
            messages.success(request, _("Kunci sudah diberikan."))
            return redirect("keys_office", pk=office.pk)
    return _page(request, office, "give", form, people=list(people))


def keys_withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a copy away; a change of the key is due afterwards."""
    copies = HolderCopy.objects.select_related("key__office", "holder__user")
    copy = get_object_or_404(copies, pk=pk)
    office, form = own_office(request, copy.key.office_id), ButtonForm(posted(request))
    if _ready(form):
        done = acted(
            form,
            lambda: (
                actions.withdraw_copy(copy=copy, actor=request.actor, at=moment.now()),
            ),
        )
        if done is not None:
            messages.success(
                request,
                _("Salinan ditarik. Gantilah kuncinya: salinannya bisa tersimpan."),
            )
            return redirect("keys_office", pk=office.pk)
    return _page(request, office, "withdraw", form, copy=copy)
