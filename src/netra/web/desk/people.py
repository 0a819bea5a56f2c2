"""Who serves where: offices in reach with their people and dated roles."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor, RegionCode, is_allowed
from netra.records.accounts import actions as accounts
from netra.records.accounts.directory import accounts_without_role, offices_listed
from netra.records.accounts.models import Office, RoleAssignment, User
from netra.records.jobs import moment
from netra.records.regions.queries import name_of
from netra.web.desk.acting import carried_out
from netra.web.desk.people_forms import (
    PasswordForm,
    PersonForm,
    RoleEndForm,
    RoleForm,
)
from netra.web.routes import StaffRequest

PER_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOffice:
    """An office with its people; `can_manage` lets the actor change roles here."""

    office: Office
    region_name: str
    roles: tuple["ShownRole", ...]
    can_manage: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRole:
    """A role and where the day of reading stands: `now`, `ended` or `ahead`."""

    row: RoleAssignment
    state: str


def today() -> date:
    """Return the day by which roles are in force, in the installation's zone."""
    return timezone.localtime(moment.now()).date()


def shown_roles(office: Office, on: date) -> tuple[ShownRole, ...]:
    """Return the roles of an office, those in force first."""
    order = ("now", "ahead", "ended")
    shown = (ShownRole(row=row, state=_state(row, on)) for row in office.roles.all())
    return tuple(sorted(shown, key=lambda role: order.index(role.state)))


def _state(row: RoleAssignment, on: date) -> str:
    if row.from_on > on:
        return "ahead"
    return "ended" if row.to_on is not None and row.to_on < on else "now"


def manages(actor: Actor, action: Action, region: str) -> bool:
    """Say whether the actor may do `action` in a region."""
    return is_allowed(actor, action, RegionCode(region))


def _shown(office: Office, actor: Actor, on: date) -> ShownOffice:
    return ShownOffice(
        office=office,
        region_name=name_of(office.region),
        roles=shown_roles(office, on),
        can_manage=manages(actor, Action.MANAGE_PEOPLE, office.region),
    )


def people(request: StaffRequest) -> HttpResponse:
    """List the offices in reach with their people."""
    query = request.GET.get("q", "").strip()[:200]
    found = offices_listed(request.actor, query)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    can_add = is_allowed(request.actor, Action.MANAGE_PEOPLE, None)
    waiting = accounts_without_role()[:PER_PAGE] if can_add else ()
    context = {
        "page_obj": page,
        "offices": [_shown(office, request.actor, today()) for office in page],
        "query_people": query,
        "can_add": can_add,
        "without_role": waiting,
    }
    return render(request, "desk/people/people.html", context)


def person_add(request: StaffRequest) -> HttpResponse:
    """Open an account; its roles follow on the next page."""
    form = PersonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        user = carried_out(
            form,
            lambda: accounts.add_person(
                **form.cleaned_data, actor=request.actor, at=moment.now()
            ),
        )
        if user is not None:
            messages.success(request, _("Akun dibuka. Sekarang beri perannya."))
            return redirect(f"{reverse('role_grant')}?orang={user.pk}")
    context = {"form": form}
    return render(request, "desk/people/person_add.html", context, status=form.status)


def role_grant(request: StaffRequest) -> HttpResponse:
    """Give a person a role in an office of the actor's reach."""
    if request.method == "POST":
        form = RoleForm(request.POST, actor=request.actor)
    else:
        form = RoleForm(initial=_asked_for(request), actor=request.actor)
    if form.is_valid() and _granted(request, form):
        messages.success(request, _("Peran tercatat."))
        return redirect("office", form.cleaned_data["office"].pk)
    context = {"form": form}
    return render(request, "desk/people/role_grant.html", context, status=form.status)


def _asked_for(request: StaffRequest) -> dict[str, object]:
    person, office = request.GET.get("orang", ""), request.GET.get("kantor", "")
    user = User.objects.filter(pk=person).first() if person.isdecimal() else None
    return {
        "username": user.username if user else "",
        "office": office if office.isdecimal() else None,
        "from_on": today(),
    }


def _granted(request: StaffRequest, form: RoleForm) -> bool:
    given = dict(form.cleaned_data)
    user = given.pop("username")
    made = carried_out(
        form,
        lambda: accounts.grant_role(
            user=user, **given, actor=request.actor, at=moment.now()
        ),
    )
    return made is not None


def role_end(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a role its last day."""
    seen = RoleAssignment.objects.visible_to(request.actor)
    row = get_object_or_404(seen.select_related("user", "office"), pk=pk)
    form = RoleEndForm(
        request.POST if request.method == "POST" else None,
        from_on=row.from_on,
        initial={"to_on": max(today(), row.from_on)},
    )
    if form.is_valid():
        to_on, at = form.cleaned_data["to_on"], moment.now()
        ended = carried_out(
            form,
            lambda: accounts.end_role(
                assignment=row, to_on=to_on, actor=request.actor, at=at
            ),
        )
        if ended is not None:
            messages.success(request, _("Hari terakhir peran tercatat."))
            return redirect("office", row.office_id)
    context = {"form": form, "row": row}
    return render(request, "desk/people/role_end.html", context, status=form.status)


def password_reset_by_admin(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a person who forgot theirs a new password."""
    person = get_object_or_404(User, pk=pk, is_active=True)
    _require_reach(request.actor, person)
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        password, at = form.cleaned_data["password"], moment.now()
        done = carried_out(
            form,
            lambda: accounts.replace_password(
                user=person, password=password, actor=request.actor, at=at
            ),
        )
        if done is not None:
            messages.success(request, _("Kata sandi diganti; sampaikan langsung."))
            return redirect("people")
    context = {"form": form, "person": person}
    return render(request, "desk/people/password.html", context, status=form.status)


def _require_reach(actor: Actor, person: User) -> None:
    """Let only those through who manage every region of the person.

    Raises:
        Http404: no office of the person lies within reach.
        PermissionDenied: one lies outside.
    """
    regions = set(person.roles.values_list("office__region", flat=True))
    managed = {r for r in regions if manages(actor, Action.MANAGE_PEOPLE, r)}
    if regions and not managed:
        raise Http404
    if managed != regions:
        text = _("Orang ini juga bertugas di luar wilayah Anda.")
        raise PermissionDenied(text)
