"""Doors: every route says who may come in, and nothing is open by accident.

`site/urls.py` is the door list. `public` opens a page to everybody, `staff` to people
whose roles hold an action somewhere; what they then see is filtered by region.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor, is_allowed

View = Callable[..., HttpResponse]


class StaffRequest(HttpRequest):
    """A request of somebody who has signed in, with the actor they are."""

    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Who may come in: everybody, everybody signed in, or roles with an action."""

    name: str
    needs: Action | None = None
    signed_in: bool = False

    @property
    def is_public(self) -> bool:
        """Whether nobody has to sign in."""
        return self.needs is None and not self.signed_in


def public(route: str, view: View, *, name: str) -> URLPattern:
    """Open a route to everybody."""
    opened = login_not_required(_passing(view))
    opened.door = Door(name=name)  # type: ignore[attr-defined] # read by the door test
    return path(route, opened, name=name)


def staff(route: str, view: View, *, name: str, needs: Action) -> URLPattern:
    """Open a route to people whose roles hold `needs` somewhere.

    Where the installation demands two steps, those who have not set up the second are
    led there first.
    """

    @wraps(view)
    def guarded(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if settings.REQUIRE_TOTP and not is_mfa_enabled(request.user):
            return redirect("mfa_activate_totp")
        if not is_allowed(request.actor, needs, None):
            raise PermissionDenied(
                _("Peran Anda tidak mencakup halaman ini. Hubungi pengelola kantor.")
            )
        return view(request, *args, **kwargs)

    guarded.door = Door(name=name, needs=needs)  # type: ignore[attr-defined] # as above
    return path(route, guarded, name=name)


def signed_in(route: str, view: View, *, name: str) -> URLPattern:
    """Open a route to everybody who has signed in, whatever the role."""
    opened = _passing(view)
    opened.door = Door(name=name, signed_in=True)  # type: ignore[attr-defined] # as above
    return path(route, opened, name=name)


def _passing(view: View) -> View:
    @wraps(view)
    def passed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs)

    return passed
