"""The side navigation of the desk: today, the work, what one looks up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

__all__ = ["NavGroup", "NavItem", "grouped"]

_TODAY = frozenset({"desk", "inbox", "my_decisions"})
_WORK = frozenset({"cases", "referrals", "contests"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NavItem:
    """One link: name of its route, words, icon, and how much is waiting there."""

    route: str
    label: str
    icon: str
    count: int
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NavGroup:
    """Links under one heading."""

    heading: str
    items: tuple[NavItem, ...]


def grouped(
    nav: Iterable[tuple[str, str, str, int | None]], *, here: str | None
) -> tuple[NavGroup, ...]:
    """Return the links a reader may use, under their headings, empty groups left out.

    Args:
        nav: Route name, label, icon and count of what waits, in order.
        here: Name of the route that is open.
    """
    items = [
        NavItem(
            route=route,
            label=label,
            icon=icon,
            count=count or 0,
            is_here=route == here,
        )
        for route, label, icon, count in nav
    ]
    others = [item for item in items if item.route not in _TODAY | _WORK]
    groups = (
        (_("Hari ini"), [item for item in items if item.route in _TODAY]),
        (_("Pekerjaan"), [item for item in items if item.route in _WORK]),
        (_("Rujukan"), others),
    )
    return tuple(
        NavGroup(heading=heading, items=tuple(found))
        for heading, found in groups
        if found
    )
