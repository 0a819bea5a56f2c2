"""The table of permissions as a refusal and as a filter."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q

from netra.domain.access import Action, Actor, RegionCode, Scope, is_allowed, reach_of
from netra.records.access.errors import NotAllowedError

_Row = TypeVar("_Row", bound=models.Model)


def require(actor: Actor, action: Action, region: str) -> None:
    """Refuse unless `actor` may do `action` in `region`.

    Raises:
        NotAllowedError: the table does not list it.
    """
    if not is_allowed(actor, action, RegionCode(region)):
        raise NotAllowedError(action)


def _within(scope: Scope, region: RegionCode, path: str) -> Q:
    if scope is Scope.EVERYWHERE or (scope is Scope.BELOW and region == ""):
        return Q()
    exactly = Q(**{path: region})
    if scope is Scope.OWN:
        return exactly
    return exactly | Q(**{f"{path}__startswith": f"{region}."})


class RegionQuerySet(models.QuerySet[_Row]):
    """Rows that belong to a region; subclasses name the path and the viewing action."""

    region_path = "region"
    view_action: Action

    def visible_to(self, actor: Actor, action: Action | None = None) -> Self:
        """Return the rows on which `actor` may do `action` (by default: see them)."""
        reach = reach_of(actor, action or self.view_action)
        if not reach:
            return self.none()
        allowed = Q()
        for scope, region in reach:
            part = _within(scope, region, self.region_path)
            if not part:
                return self.all()
            allowed |= part
        return self.filter(allowed)
