"""Writing people, roles, offices and their settings."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q

from netra.domain.access import Action, Actor, Role
from netra.records.access import require
from netra.records.accounts.errors import (
    NumberVoidError,
    OfficeTwiceError,
    RoleEndedError,
    RoleOverlapError,
)
from netra.records.accounts.models import (
    NumberSeries,
    Office,
    OfficeSetting,
    RoleAssignment,
    User,
    VoidedNumber,
)
from netra.records.accounts.patterns import check_setting
from netra.records.accounts.queries import user_of
from netra.records.ledger import actions as ledger


@transaction.atomic
def open_office(*, office: Office, actor: Actor, at: datetime) -> Office:
    """Enter a new office.

    Args:
        office: Not yet saved.
        actor: Needs `MANAGE_OFFICE` over the region of the office.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor does not manage this region.
        OfficeTwiceError: it is there already, or its tier and region do not fit.
    """
    require(actor, Action.MANAGE_OFFICE, office.region)
    try:
        with transaction.atomic():
            office.save(force_insert=True)
    except IntegrityError as error:
        raise OfficeTwiceError(office.region) from error
    ledger.append(
        "office.opened",
        office.ledger_subject,
        actor=actor,
        at=at,
        facts={"tier": office.tier, "region": office.region, "name": office.name},
    )
    return office


@transaction.atomic
def authorise_office(
    *, office: Office, letter: str, letter_on: date, actor: Actor, at: datetime
) -> Office:
    """Record the letter that makes the office an official channel.

    Raises:
        NotAllowedError: the actor does not manage this region.
    """
    require(actor, Action.MANAGE_OFFICE, office.region)
    Office.objects.filter(pk=office.pk).update(
        authorisation=letter, authorised_on=letter_on
    )
    ledger.append(
        "office.authorised",
        office.ledger_subject,
        actor=actor,
        at=at,
        facts={"authorisation": letter, "authorised_on": letter_on.isoformat()},
    )
    office.refresh_from_db()
    return office


@transaction.atomic
def settle(
    *, office: Office, key: str, value: str, actor: Actor, at: datetime
) -> OfficeSetting:
    """Settle a custom of the office; the value before stays visible.

    Raises:
        NotAllowedError: the actor does not manage this office.
        SettingValueError: the value cannot be used.
    """
    require(actor, Action.MANAGE_OFFICE, office.region)
    check_setting(key, value)
    row = OfficeSetting.objects.create(
        office=office, key=key, value=value, set_by=user_of(actor), set_at=at
    )
    ledger.append(
        "office.settled",
        office.ledger_subject,
        actor=actor,
        at=at,
        facts={f"setting/{key}": value},
    )
    return row


@transaction.atomic
def void_number(
    *, series: NumberSeries, seq: int, reason: str, actor: Actor, at: datetime
) -> VoidedNumber:
    """Say why a place of a series carries no letter; the number is never given again.

    Args:
        series: Of an office whose papers the actor manages.
        seq: Place in the series, given or missing.
        reason: Why; kept as a commitment beside the entry.
        actor: Needs `MANAGE_PAPERS` over the region of the office.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor does not manage the papers of this office.
        NumberVoidError: no reason, a place not reached yet, or void already.
    """
    require(actor, Action.MANAGE_PAPERS, series.office.region)
    if not reason.strip() or not 1 <= seq <= series.last:
        raise NumberVoidError(seq, is_void=False)
    try:
        with transaction.atomic():
            row = VoidedNumber.objects.create(
                series=series,
                seq=seq,
                reason=reason,
                voided_by=user_of(actor),
                voided_at=at,
            )
    except IntegrityError as error:
        raise NumberVoidError(seq, is_void=True) from error
    ledger.append(
        "number.voided",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "office": str(series.office_id),
            "series": series.name,
            "year": series.year,
            "seq": seq,
            "reason": ledger.commit_text(reason),
        },
    )
    return row


@transaction.atomic
def add_person(
    *, username: str, name: str, password: str, actor: Actor, at: datetime
) -> User:
    """Open an account without any role.

    Args:
        username: Not yet taken; the form has checked it.
        name: As the person writes it.
        password: First password, to be changed by the person.
        actor: Needs `MANAGE_PEOPLE` somewhere.
        at: Moment of opening.

    Raises:
        NotAllowedError: the actor manages nobody.
    """
    require(actor, Action.MANAGE_PEOPLE, _own_region(actor))
    user = User.objects.create_user(username=username, password=password, name=name)
    ledger.append(
        "account.opened",
        f"account:{user.pk}",
        actor=actor,
        at=at,
        facts={"active": True},
    )
    return user


@transaction.atomic
def replace_password(*, user: User, password: str, actor: Actor, at: datetime) -> User:
    """Give a person who forgot theirs a new password; open sessions of theirs end.

    Args:
        user: Whose roles, past ones too, all lie where the actor manages people.
        password: To be changed by the person; no trace of it is entered.
        actor: Needs `MANAGE_PEOPLE` over every region the person serves or served.
        at: Moment of replacing.

    Raises:
        NotAllowedError: the person has a role the actor does not manage.
    """
    regions = frozenset(user.roles.values_list("office__region", flat=True))
    for region in regions or {_own_region(actor)}:
        require(actor, Action.MANAGE_PEOPLE, region)
    user.set_password(password)
    user.save(update_fields=["password"])
    ledger.append(
        "account.password_replaced",
        f"account:{user.pk}",
        actor=actor,
        at=at,
        facts={},
    )
    return user


def _own_region(actor: Actor) -> str:
    regions = [g.region for g in actor.grants if g.role is Role.ADMINISTRATOR]
    return regions[0] if regions else "-"


@transaction.atomic
def grant_role(
    *,
    user: User,
    office: Office,
    role: Role,
    post: str,
    from_on: date,
    actor: Actor,
    at: datetime,
) -> RoleAssignment:
    """Give a person a role in an office from a day on.

    Raises:
        NotAllowedError: the actor does not manage the people of this office.
        RoleOverlapError: the person has the role already.
    """
    require(actor, Action.MANAGE_PEOPLE, office.region)
    held = RoleAssignment.objects.filter(user=user, office=office, role=role.value)
    if held.filter(Q(to_on__isnull=True) | Q(to_on__gte=from_on)).exists():
        raise RoleOverlapError
    try:
        with transaction.atomic():
            row = RoleAssignment.objects.create(
                user=user, office=office, role=role.value, post=post, from_on=from_on
            )
    except IntegrityError as error:
        raise RoleOverlapError from error
    ledger.append(
        "role.granted",
        f"role:{row.pk}",
        actor=actor,
        at=at,
        facts={
            "account": str(user.pk),
            "office": str(office.pk),
            "role": role.value,
            "from_on": from_on.isoformat(),
        },
    )
    return row


@transaction.atomic
def end_role(
    *, assignment: RoleAssignment, to_on: date, actor: Actor, at: datetime
) -> RoleAssignment:
    """Give a role its last day.

    Raises:
        NotAllowedError: the actor does not manage the people of this office.
        RoleEndedError: it has a last day already; nothing was written.
    """
    require(actor, Action.MANAGE_PEOPLE, assignment.office.region)
    changed = RoleAssignment.objects.filter(
        pk=assignment.pk, to_on__isnull=True, from_on__lte=to_on
    ).update(to_on=to_on)
    if not changed:
        raise RoleEndedError
    ledger.append(
        "role.ended",
        f"role:{assignment.pk}",
        actor=actor,
        at=at,
        facts={"to_on": to_on.isoformat()},
    )
    assignment.refresh_from_db()
    return assignment
