"""Reading people, roles, offices and their settings."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q, QuerySet

from netra.domain.access import NATION, Actor, Grant, RegionCode, Role
from netra.records.accounts.errors import UnknownAccountError
from netra.records.accounts.models import (
    Office,
    OfficeSetting,
    OutsideBody,
    RoleAssignment,
    User,
)

PUBLIC = Actor(account_id="public")
"""A citizen without an account."""

INSTALLATION = Actor(
    account_id="installation",
    grants=(Grant(role=Role.ADMINISTRATOR, office_id="", region=NATION),),
)
"""The commands that set an installation up, before any account exists."""


def roles_on(day: date) -> QuerySet[RoleAssignment]:
    """Return the roles in force on a local day."""
    return RoleAssignment.objects.filter(from_on__lte=day).filter(
        Q(to_on__isnull=True) | Q(to_on__gte=day)
    )


def actor_of(user: User, at: datetime) -> Actor:
    """Return the actor with the roles in force at `at`; queries the database once."""
    day = at.astimezone(ZoneInfo(settings.TIME_ZONE)).date()
    rows = roles_on(day).filter(user=user).select_related("office").order_by("id")
    return Actor(
        account_id=str(user.pk),
        grants=tuple(
            Grant(
                role=Role(row.role),
                office_id=str(row.office_id),
                region=RegionCode(row.office.region),
            )
            for row in rows
        ),
    )


def actor_named(username: str, at: datetime) -> Actor:
    """Return the actor of an account, for commands that act for one.

    Raises:
        UnknownAccountError: there is no active account of that name.
    """
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise UnknownAccountError(username)
    return actor_of(user, at)


def user_of(actor: Actor) -> User | None:
    """Return the person behind an actor; `None` for a citizen or the installation."""
    if not actor.account_id.isdigit():
        return None
    return User.objects.get(pk=int(actor.account_id))


def name_of_account(account_id: str) -> str:
    """Return the name for a timeline; a citizen is "Pelapor atau sistem"."""
    if not account_id.isdigit():
        return ""
    user = User.objects.filter(pk=int(account_id)).first()
    return user.name if user else ""


def office_for(region: str) -> Office | None:
    """Return the office that handles matters of a place, or the nearest above it.

    A place in a sub-district is handled by the regency or city office; where that is
    not in the installation, by the province, then by the nation.
    """
    codes = [region[:5], region[:2], ""] if len(region) >= 5 else [region, ""]
    handling = Office.objects.exclude(
        tier__in=[
            Office.Tier.SUBDISTRICT,
            Office.Tier.VILLAGE,
            Office.Tier.POLLING_STATION,
        ]
    ).filter(region__in=codes)
    return max(handling, key=lambda office: len(office.region), default=None)


def setting_of(office: Office, key: str) -> str | None:
    """Return the value in force, or `None` when the office has settled nothing."""
    row = office.settings.filter(key=key).order_by("-id").first()
    return row.value if row else None


def settings_of(office: Office) -> dict[str, OfficeSetting]:
    """Return the newest row of every key the office has settled."""
    rows: dict[str, OfficeSetting] = {}
    for row in office.settings.select_related("set_by").order_by("id"):
        rows[row.key] = row
    return rows


def members_of(office: Office, day: date) -> QuerySet[RoleAssignment]:
    """Return the members of the plenary of an office on a day."""
    return (
        roles_on(day)
        .filter(office=office, role=Role.MEMBER.value)
        .select_related("user")
        .order_by("id")
    )


def an_office_is_authorised() -> bool:
    """Say whether the installation serves an office authorised as official channel."""
    return Office.objects.exclude(authorisation="").exists()


def body_for(authority: str, region: str) -> OutsideBody | None:
    """Return the body of an authority nearest to a region."""
    codes = [region, region[:5], region[:2], ""]
    found = OutsideBody.objects.filter(authority=authority, region__in=codes)
    return max(found, key=lambda body: len(body.region), default=None)
