"""People and their phrases; who holds a copy."""

from datetime import datetime

from django.db import IntegrityError, transaction

from netra.domain import sealing
from netra.domain.access import Action, Actor
from netra.records.access import require
from netra.records.accounts.models import Office, User
from netra.records.custody.errors import (
    AlreadyHolderError,
    LastHolderError,
    NoHolderError,
    WeakPhraseError,
    WrongPhraseError,
)
from netra.records.custody.models import HolderCopy, KeyHolder
from netra.records.custody.opened import OpenedKey
from netra.records.custody.queries import holder_of, newest_key, pepper
from netra.records.ledger import actions as ledger

LEAST_PHRASE = 14
"""Signs of a phrase at least: a choice of ours beside a slow derivation."""


@transaction.atomic
def set_phrase(*, office: Office, phrase: str, actor: Actor, at: datetime) -> KeyHolder:
    """Give a person a pair under a new phrase.

    Who has forgotten an earlier phrase begins anew: their copies are gone and must be
    given again by another holder, or recovered.

    Args:
        office: Where the actor may keep keys.
        phrase: Known to the person alone.
        actor: Needs `KEEP_KEYS` in the region of the office.
        at: Moment of setting.

    Raises:
        NotAllowedError: the actor keeps no keys of this office.
        WeakPhraseError: the phrase is too short.
        LastHolderError: they are the only holder of a key that would be lost.
    """
    require(actor, Action.KEEP_KEYS, office.region)
    _check(phrase)
    user = User.objects.get(pk=int(actor.account_id))
    earlier = KeyHolder.objects.filter(user=user).first()
    if earlier is not None:
        for copy in earlier.copies.select_related("key"):
            _require_others(copy)
            drop_copy(copy, actor=actor, at=at)
        earlier.delete()
    pair = sealing.new_pair()
    return KeyHolder.objects.create(
        user=user,
        public_key=pair.public,
        wrapped=sealing.wrap(pair.private, phrase, pepper()),
        made_at=at,
    )


def _check(phrase: str) -> None:
    if len(phrase.strip()) < LEAST_PHRASE:
        raise WeakPhraseError(LEAST_PHRASE)


@transaction.atomic
def change_phrase(*, office: Office, old: str, new: str, actor: Actor) -> KeyHolder:
    """Put a person's pair under another phrase; their copies stay.

    Raises:
        NotAllowedError: the actor keeps no keys of this office.
        NoHolderError: they have no phrase yet.
        WrongPhraseError: the old phrase does not open their pair.
        WeakPhraseError: the new one is too short.
    """
    require(actor, Action.KEEP_KEYS, office.region)
    _check(new)
    holder = holder_of(actor)
    try:
        pair = sealing.unwrap(bytes(holder.wrapped), old, pepper())
    except sealing.WrongKeyError as error:
        raise WrongPhraseError from error
    wrapped = sealing.wrap(pair.private, new, pepper())
    KeyHolder.objects.filter(pk=holder.pk).update(wrapped=wrapped)
    holder.refresh_from_db()
    return holder


@transaction.atomic
def give_copy(
    *, office: Office, to: User, opened: OpenedKey, actor: Actor, at: datetime
) -> HolderCopy:
    """Give a person of the office a copy of its newest key.

    Args:
        office: Whose key it is.
        to: Has set a phrase.
        opened: The key as the actor has opened it.
        actor: Needs `KEEP_KEYS` in the region of the office.
        at: Moment of giving.

    Raises:
        NotAllowedError: the actor keeps no keys of this office.
        NoHolderError: the other person has set no phrase yet.
        AlreadyHolderError: they hold a copy already.
    """
    require(actor, Action.KEEP_KEYS, office.region)
    holder = KeyHolder.objects.filter(user=to).first()
    if holder is None:
        raise NoHolderError
    key = newest_key(office)
    private = opened.pairs[key.version].private
    public = sealing.PublicKey(bytes(holder.public_key))
    try:
        with transaction.atomic():
            copy = HolderCopy.objects.create(
                key=key,
                holder=holder,
                sealed=sealing.seal_box(public, private),
                given_at=at,
            )
    except IntegrityError as error:
        raise AlreadyHolderError from error
    ledger.append(
        "office_key.given",
        key.ledger_subject,
        actor=actor,
        at=at,
        facts={f"holder/{to.pk}": True},
    )
    return copy


@transaction.atomic
def withdraw_copy(*, copy: HolderCopy, actor: Actor, at: datetime) -> None:
    """Take a person's copy away; a change of the key is due afterwards.

    Raises:
        NotAllowedError: the actor keeps no keys of this office.
        LastHolderError: nobody would be left.
    """
    require(actor, Action.KEEP_KEYS, copy.key.office.region)
    _require_others(copy)
    drop_copy(copy, actor=actor, at=at)


def _require_others(copy: HolderCopy) -> None:
    if not HolderCopy.objects.filter(key=copy.key).exclude(pk=copy.pk).exists():
        raise LastHolderError


def drop_copy(copy: HolderCopy, *, actor: Actor, at: datetime) -> None:
    """Delete a copy and enter it; runs inside an action that knows who is left."""
    person = copy.holder.user_id
    HolderCopy.objects.filter(pk=copy.pk).delete()
    ledger.append(
        "office_key.withdrawn",
        copy.key.ledger_subject,
        actor=actor,
        at=at,
        facts={f"holder/{person}": None},
    )
