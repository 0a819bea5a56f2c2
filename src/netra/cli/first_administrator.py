"""The first office and its administrator, without whom nobody could open an account."""

import getpass
import sys
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from netra.domain.access import Role
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import Office, User
from netra.records.accounts.queries import INSTALLATION
from netra.records.regions.errors import UnknownRegionError
from netra.records.regions.models import Region

_TIERS = {
    Region.Kind.PROVINCE: Office.Tier.PROVINCE,
    Region.Kind.REGENCY: Office.Tier.REGENCY,
    Region.Kind.CITY: Office.Tier.CITY,
    Region.Kind.SUBDISTRICT: Office.Tier.SUBDISTRICT,
}


class FirstAdministratorError(Exception):
    """The first administrator cannot be made; nothing was written."""

    def __init__(self, reader_message: str) -> None:
        """Say why, to whoever runs the command."""
        super().__init__(reader_message)
        self.reader_message = reader_message


def read_password() -> str:
    """Return the password typed twice, or the first line of a piped input.

    Raises:
        FirstAdministratorError: the two differ, or the password is weak.
    """
    if sys.stdin.isatty():
        password = getpass.getpass("Kata sandi pertama: ")
        if getpass.getpass("Sekali lagi: ") != password:
            raise FirstAdministratorError("Kedua kata sandi tidak sama.")
    else:
        password = sys.stdin.readline().rstrip("\n")
    try:
        validate_password(password)
    except ValidationError as error:
        raise FirstAdministratorError(" ".join(error.messages)) from error
    return password


def require_empty() -> None:
    """Refuse where somebody has an account: from then on administrators open them.

    Raises:
        FirstAdministratorError: there are accounts already.
    """
    if User.objects.exists():
        raise FirstAdministratorError(
            "Pemasangan ini sudah punya akun. Pengelolanya membuka akun berikutnya."
        )


@transaction.atomic
def make_first_administrator(
    *,
    username: str,
    name: str,
    password: str,
    office_name: str,
    region: str,
    at: datetime,
) -> User:
    """Open the first office and an account that administers it from today on.

    Args:
        username: What the person signs in with.
        name: As the person writes it.
        password: First password; it is entered nowhere.
        office_name: Name of the office on pages and letters.
        region: Code of its region, empty for the whole country.
        at: Moment of opening.

    Raises:
        FirstAdministratorError: there are accounts already, or the name is no name to
            sign in with.
        UnknownRegionError: no region has this code.
    """
    require_empty()
    try:
        UnicodeUsernameValidator()(username)
    except ValidationError as error:
        raise FirstAdministratorError(" ".join(error.messages)) from error
    office = accounts.open_office(
        office=Office(name=office_name, tier=_tier_of(region), region=region),
        actor=INSTALLATION,
        at=at,
    )
    user = accounts.add_person(
        username=username, name=name, password=password, actor=INSTALLATION, at=at
    )
    accounts.grant_role(
        user=user,
        office=office,
        role=Role.ADMINISTRATOR,
        post="",
        from_on=timezone.localtime(at).date(),
        actor=INSTALLATION,
        at=at,
    )
    return user


def _tier_of(region: str) -> Office.Tier:
    if not region:
        return Office.Tier.NATIONAL
    found = Region.objects.filter(pk=region).first()
    if found is None:
        raise UnknownRegionError(region)
    return _TIERS[Region.Kind(found.kind)]
