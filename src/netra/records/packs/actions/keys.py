"""Entering bodies and their keys: two people for each key."""

from datetime import datetime

from django.db import IntegrityError, transaction

from netra.domain import sealing
from netra.domain.access import Action, Actor
from netra.domain.ledger.entries import moment_text
from netra.records.access import require
from netra.records.accounts.models import OutsideBody, User
from netra.records.law.queries import law
from netra.records.ledger import actions as ledger
from netra.records.packs.errors import (
    BodyKnownError,
    FourEyesError,
    KeyKnownError,
    MovedOnError,
    NoPublicKeyError,
    PackTextMissingError,
    UnknownAuthorityError,
)
from netra.records.packs.facts import key_codes
from netra.records.packs.models import BodyKey


def _user(actor: Actor) -> User:
    return User.objects.get(pk=int(actor.account_id))


@transaction.atomic
def enter_body(
    *,
    authority: str,
    name: str,
    region: str,
    address: str,
    email: str,
    actor: Actor,
    at: datetime,
) -> OutsideBody:
    """Enter a body outside the supervisors, so that it can be addressed.

    Args:
        authority: Id of an authority of the law data.
        name: As letters address it.
        region: Code of its region; empty for a national body.
        address: May be empty.
        email: May be empty.
        actor: Needs `KEEP_BODY_KEYS` in that region.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor keeps no bodies there.
        UnknownAuthorityError: the law data know no such authority.
        PackTextMissingError: there is no name.
        BodyKnownError: it is entered already.
    """
    require(actor, Action.KEEP_BODY_KEYS, region)
    if authority not in law().authorities:
        raise UnknownAuthorityError(authority)
    if not name.strip():
        raise PackTextMissingError("name")
    try:
        with transaction.atomic():
            body = OutsideBody.objects.create(
                authority=authority,
                name=name.strip(),
                region=region,
                address=address.strip(),
                email=email.strip(),
            )
    except IntegrityError as error:
        raise BodyKnownError from error
    # A body is an address and no state of the office: the entry says who entered it.
    ledger.append("body.entered", f"body:{body.pk}", actor=actor, at=at, facts={})
    return body


@transaction.atomic
def register_body_key(
    *, body: OutsideBody, public: str, actor: Actor, at: datetime
) -> BodyKey:
    """Register the public key a body handed over; nothing is sealed to it yet.

    Args:
        body: Whose key it is.
        public: The line the body was shown when it made its key.
        actor: Needs `KEEP_BODY_KEYS` in the region of the body.
        at: Moment of registering.

    Raises:
        NotAllowedError: the actor keeps no keys there.
        NoPublicKeyError: it is no public key.
        KeyKnownError: the body has it already.
    """
    require(actor, Action.KEEP_BODY_KEYS, body.region)
    try:
        key = sealing.read_public_line(public)
    except sealing.SealingError as error:
        raise NoPublicKeyError from error
    newest = body.keys.first()
    try:
        with transaction.atomic():
            row = BodyKey.objects.create(
                body=body,
                version=newest.version + 1 if newest else 1,
                public_key=key,
                fingerprint=sealing.fingerprint_of(key),
                registered_by=_user(actor),
                registered_at=at,
            )
    except IntegrityError as error:
        raise KeyKnownError from error
    ledger.append(
        "body_key.registered",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts=key_codes(row),
    )
    return row


@transaction.atomic
def confirm_body_key(*, key: BodyKey, how: str, actor: Actor, at: datetime) -> BodyKey:
    """Confirm that the fingerprint is the one the body reads out.

    Args:
        key: Registered by somebody else, not revoked.
        how: With whom and by which way it was compared.
        actor: Needs `KEEP_BODY_KEYS` in the region of the body.
        at: Moment of confirming.

    Raises:
        NotAllowedError: the actor keeps no keys there.
        FourEyesError: the actor registered it.
        PackTextMissingError: it is not said how it was compared.
        MovedOnError: it was confirmed or revoked first.
    """
    require(actor, Action.KEEP_BODY_KEYS, key.body.region)
    if str(key.registered_by_id) == actor.account_id:
        raise FourEyesError
    if not how.strip():
        raise PackTextMissingError("how")
    waiting = BodyKey.objects.filter(
        pk=key.pk, confirmed_at__isnull=True, revoked_at__isnull=True
    )
    if not waiting.update(
        confirmed_by=_user(actor), confirmed_at=at, confirmed_how=how.strip()
    ):
        raise MovedOnError("key")
    ledger.append(
        "body_key.confirmed",
        key.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "confirmed_by": actor.account_id,
            "confirmed_at": moment_text(at),
            "confirmed_how": ledger.commit_text(how.strip()),
        },
    )
    key.refresh_from_db()
    return key


@transaction.atomic
def revoke_body_key(
    *, key: BodyKey, reason: str, actor: Actor, at: datetime
) -> BodyKey:
    """Revoke a key: nothing more is encrypted to it; what was sent stays readable.

    Raises:
        NotAllowedError: the actor keeps no keys there.
        PackTextMissingError: there is no reason.
        MovedOnError: it was revoked first.
    """
    require(actor, Action.KEEP_BODY_KEYS, key.body.region)
    if not reason.strip():
        raise PackTextMissingError("reason")
    standing = BodyKey.objects.filter(pk=key.pk, revoked_at__isnull=True)
    if not standing.update(
        revoked_by=_user(actor), revoked_at=at, revoke_reason=reason.strip()
    ):
        raise MovedOnError("key")
    ledger.append(
        "body_key.revoked",
        key.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "revoked_by": actor.account_id,
            "revoked_at": moment_text(at),
            "revoke_reason": ledger.commit_text(reason.strip()),
        },
    )
    key.refresh_from_db()
    return key
