"""Accounts of the demonstration, one for every role."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from netra.cli.demonstration.offices import read
from netra.domain.access import Role
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import Office, RoleAssignment, User
from netra.records.accounts.queries import INSTALLATION

PASSWORD = "contoh-netra-2024"  # noqa: S105 # shown on purpose; only with NETRA_DEMO
"""The one password of every demonstration account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """The people of one office who handle its matters, by user name.

    `officers` begins with the one who studies; the second approves. `members` begins
    with the chair.
    """

    officers: tuple[str, ...]
    members: tuple[str, ...]


def add_people(offices: Mapping[str, Office], *, at: datetime) -> Mapping[str, User]:
    """Open every account with its role; return the people by user name."""
    users = {}
    for row in read("people.toml")["person"]:
        user = accounts.add_person(
            username=row["username"],
            name=row["name"],
            password=PASSWORD,
            actor=INSTALLATION,
            at=at,
        )
        accounts.grant_role(
            user=user,
            office=offices[row["office"]],
            role=Role(row["role"]),
            post=row["post"],
            from_on=at.date(),
            actor=INSTALLATION,
            at=at,
        )
        users[user.username] = user
    return users


def staff_of(office: Office) -> Staff:
    """Return who handles the matters of an office."""
    rows = RoleAssignment.objects.filter(office=office).order_by("id")
    pairs = list(rows.values_list("role", "user__username"))
    return Staff(
        officers=tuple(name for role, name in pairs if role == Role.OFFICER),
        members=tuple(name for role, name in pairs if role == Role.MEMBER),
    )


def account_lines() -> Iterator[str]:
    """Yield one line an account: user name, role or post, and office, in columns."""
    labels = dict(RoleAssignment.ROLES)
    rows = RoleAssignment.objects.select_related("user", "office").order_by("id")
    for row in rows:
        what = row.post if row.role == Role.MEMBER else str(labels[row.role])
        yield f"  {row.user.username:<26} {what:<20} {row.office.name}"
