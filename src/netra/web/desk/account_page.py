"""The page of the person who has signed in: who they are here, and how they work."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from netra.domain.access import Action, is_allowed
from netra.records.accounts.models import RoleAssignment, User
from netra.records.accounts.queries import user_of
from netra.web.desk.people import today
from netra.web.routes import StaffRequest


def account_settings(request: StaffRequest) -> HttpResponse:
    """Show name, roles, and the ways to change what is one's own."""
    person = user_of(request.actor)
    context = {
        "person": person,
        "roles": _roles(person) if person else (),
        "may_see_offices": is_allowed(request.actor, Action.VIEW_PEOPLE, None),
        "shortcuts": _keys(),
    }
    return render(request, "desk/account/account.html", context)


def _roles(person: User) -> list[tuple[RoleAssignment, bool]]:
    """Return the roles, newest first, and whether each is in force."""
    on = today()
    rows = person.roles.select_related("office").order_by("-from_on", "-id")
    return [
        (row, row.from_on <= on and (row.to_on is None or row.to_on >= on))
        for row in rows
    ]


def _keys() -> list[tuple[str, str]]:
    return [
        ("Ctrl K", _("Ke kotak pencarian")),
        ("/", _("Ke kotak pencarian")),
        ("j", _("Baris berikutnya pada daftar")),
        ("k", _("Baris sebelumnya pada daftar")),
        ("Enter", _("Buka baris")),
        ("g m", _("Ke meja saya")),
    ]
