"""One office: its data, letter, customs, people, and the offices beneath it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from netra.domain.access import Action
from netra.records.access import NotAllowedError
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import Office, OfficeSetting
from netra.records.accounts.queries import settings_of
from netra.records.jobs import moment
from netra.records.regions.queries import name_of
from netra.web.desk.acting import carried_out
from netra.web.desk.office_forms import (
    AuthorisationForm,
    OfficeForm,
    SettingForm,
    tiers_beneath,
)
from netra.web.desk.office_words import custom_of, customs_of, is_number
from netra.web.desk.people import manages, shown_roles, today
from netra.web.routes import StaffRequest


def _seen(request: StaffRequest, pk: int) -> Office:
    seen = Office.objects.visible_to(request.actor).select_related("parent")
    found: Office = get_object_or_404(seen, pk=pk)
    return found


def _managed(request: StaffRequest, pk: int) -> Office:
    """Return an office the actor sees and manages.

    Raises:
        PermissionDenied: the actor sees it but does not manage it.
    """
    found = _seen(request, pk)
    if not manages(request.actor, Action.MANAGE_OFFICE, found.region):
        raise PermissionDenied(NotAllowedError(Action.MANAGE_OFFICE).reader_message)
    return found


def _about(request: StaffRequest, found: Office) -> dict[str, Any]:
    can_manage = manages(request.actor, Action.MANAGE_OFFICE, found.region)
    return {
        "office_shown": found,
        "region_name": name_of(found.region),
        "customs": customs_of(found),
        "history": found.settings.select_related("set_by").order_by("-id")[:25],
        "roles": shown_roles(found, today()),
        "beneath": found.children.order_by("region", "name")[:100],
        "can_manage": can_manage,
        "can_grant": manages(request.actor, Action.MANAGE_PEOPLE, found.region),
        "sees_parent": found.parent is not None
        and manages(request.actor, Action.VIEW_PEOPLE, found.parent.region),
        "can_open": can_manage and bool(tiers_beneath(found)),
    }


def office(request: StaffRequest, pk: int) -> HttpResponse:
    """Show an office with everything known about it."""
    found = _seen(request, pk)
    return render(request, "desk/offices/office.html", _about(request, found))


def office_authorise(request: StaffRequest, pk: int) -> HttpResponse:
    """Record the letter that makes an office an official channel."""
    found = _managed(request, pk)
    initial = {"letter": found.authorisation, "letter_on": found.authorised_on}
    form = AuthorisationForm(
        request.POST if request.method == "POST" else None, initial=initial
    )
    if form.is_valid():
        told, at = form.cleaned_data, moment.now()
        done = carried_out(
            form,
            lambda: accounts.authorise_office(
                office=found, **told, actor=request.actor, at=at
            ),
        )
        if done is not None:
            messages.success(request, _("Surat penetapan tercatat."))
            return redirect("office", pk)
    context = {"form": form, "office_shown": found}
    return render(request, "desk/offices/authorise.html", context, status=form.status)


def office_settle(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """Settle one custom of an office."""
    if key not in OfficeSetting.Key.values:
        raise Http404
    found, known = _managed(request, pk), OfficeSetting.Key(key)
    row = settings_of(found).get(key)
    form = SettingForm(
        request.POST if request.method == "POST" else None,
        office=found,
        key=key,
        initial={"value": row.value if row else ""},
    )
    if form.is_valid() and _settled(request, found, key, form):
        messages.success(request, _("Kebiasaan kantor tercatat."))
        return redirect("office", pk)
    custom = custom_of(found, known, row)
    context = {
        "form": form,
        "office_shown": found,
        "custom": custom,
        "is_number": is_number(key),
    }
    return render(request, "desk/offices/settle.html", context, status=form.status)


def _settled(request: StaffRequest, found: Office, key: str, form: SettingForm) -> bool:
    value, at = form.cleaned_data["value"], moment.now()
    row = carried_out(
        form,
        lambda: accounts.settle(
            office=found, key=key, value=value, actor=request.actor, at=at
        ),
    )
    return row is not None


def office_open(request: StaffRequest, pk: int) -> HttpResponse:
    """Enter an office beneath another one."""
    above = _managed(request, pk)
    if not tiers_beneath(above):
        raise Http404
    form = OfficeForm(request.POST if request.method == "POST" else None, above=above)
    if form.is_valid():
        opened = carried_out(
            form,
            lambda: accounts.open_office(
                office=form.made(), actor=request.actor, at=moment.now()
            ),
        )
        if opened is not None:
            messages.success(request, _("Kantor tercatat."))
            return redirect("office", opened.pk)
    context = {"form": form, "office_shown": above}
    return render(request, "desk/offices/open.html", context, status=form.status)
