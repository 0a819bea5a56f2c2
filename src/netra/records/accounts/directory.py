"""Reading offices with their people, for the pages that list them."""

from django.db.models import Prefetch, Q, QuerySet

from netra.domain.access import Actor
from netra.records.accounts.models import Office, RoleAssignment, User

_PEOPLE = Prefetch(
    "roles", RoleAssignment.objects.select_related("user").order_by("user__name", "id")
)


def offices_listed(actor: Actor, words: str = "") -> QuerySet[Office]:
    """Return the offices in reach with their people, by region.

    Args:
        actor: Sees offices of its reach only.
        words: Every word must stand in the name or region code of the office, or in
            the name of somebody who has a role there.
    """
    found = Office.objects.visible_to(actor)
    for word in words.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(region__startswith=word)
            | Q(roles__user__name__icontains=word)
        )
    return found.distinct().order_by("region", "name").prefetch_related(_PEOPLE)


def accounts_without_role() -> QuerySet[User]:
    """Return the active accounts that never had a role: opened, not yet placed."""
    return User.objects.filter(is_active=True, roles__isnull=True).order_by("name")
