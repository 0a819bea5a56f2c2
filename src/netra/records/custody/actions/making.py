"""Making, changing and recovering the key of an office."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction

from netra.domain import sealing
from netra.domain.access import Action, Actor
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.access import require
from netra.records.accounts.models import Office
from netra.records.custody.actions.holding import drop_copy, set_phrase
from netra.records.custody.errors import KeyExistsError, WrongRecoveryCodeError
from netra.records.custody.models import HolderCopy, KeyHolder, OfficeKey
from netra.records.custody.opened import OpenedKey
from netra.records.custody.queries import (
    has_key,
    holder_of,
    newest_key,
    opened_from,
)
from netra.records.ledger import actions as ledger


@transaction.atomic
def make_office_key(
    *, office: Office, actor: Actor, at: datetime
) -> tuple[OfficeKey, str]:
    """Make the first key of an office; the actor becomes its first holder.

    Args:
        office: Has no key yet.
        actor: Needs `KEEP_KEYS` in the region of the office, and a phrase.
        at: Moment of making.

    Returns:
        The key, and the recovery code for the envelope, kept nowhere.

    Raises:
        NotAllowedError: the actor keeps no keys of this office.
        NoHolderError: the actor has set no phrase yet.
        KeyExistsError: the office has a key.
    """
    require(actor, Action.KEEP_KEYS, office.region)
    holder = holder_of(actor)
    if has_key(office):
        raise KeyExistsError
    return _make(
        office, 1, sealing.new_pair(), [holder], kind="made", actor=actor, at=at
    )


@transaction.atomic
def change_office_key(
    *, office: Office, opened: OpenedKey, actor: Actor, at: datetime
) -> tuple[OfficeKey, str]:
    """Make a new version; whoever holds the present one holds the new one.

    Args:
        office: Whose key it is.
        opened: The present key as the actor has opened it.
        actor: Needs `KEEP_KEYS` in the region of the office.
        at: Moment of changing.

    Returns:
        The new key, and its recovery code; the old code opens nothing newer.

    Raises:
        NotAllowedError: the actor keeps no keys of this office.
        KeyExistsError: somebody changed it first.
    """
    require(actor, Action.KEEP_KEYS, office.region)
    old = newest_key(office)
    holders = [copy.holder for copy in old.copies.select_related("holder")]
    return _follow(old, opened, holders, kind="changed", actor=actor, at=at)


@transaction.atomic
def recover_office_key(
    *, office: Office, code: str, actor: Actor, at: datetime, phrase: str = ""
) -> tuple[OfficeKey, str]:
    """Open the key with the code from the envelope, and change it at once.

    Args:
        office: Whose holders have lost their phrases.
        code: Recovery code of the newest version.
        actor: Needs `KEEP_KEYS` in the region of the office, and a phrase.
        at: Moment of recovering.
        phrase: A new one for an actor who has none or forgot theirs, even where they
            are the last holder; empty keeps their pair.

    Returns:
        The new key, held by the actor and by whoever held the old one, and its code.

    Raises:
        NotAllowedError: the actor keeps no keys of this office.
        NoHolderError: the actor has set no phrase yet.
        WrongRecoveryCodeError: the code opens nothing.
        WeakPhraseError: the new phrase is too short.
    """
    require(actor, Action.KEEP_KEYS, office.region)
    old = newest_key(office)
    if not phrase:
        holder_of(actor)
    try:
        pair = sealing.pair_of_recovery(code)
        private = sealing.open_box(pair, bytes(old.recovery_copy))
    except sealing.SealingError as error:
        raise WrongRecoveryCodeError from error
    opened = opened_from(old, sealing.PrivateKey(private), actor)
    if phrase:
        _begin_anew(old, phrase, actor=actor, at=at)
    own = holder_of(actor)
    holders = {copy.holder_id: copy.holder for copy in old.copies.all()}
    holders[own.pk] = own
    return _follow(old, opened, holders.values(), kind="recovered", actor=actor, at=at)


def _begin_anew(old: OfficeKey, phrase: str, *, actor: Actor, at: datetime) -> None:
    """Replace the pair of who recovers; the copy under the old one opens nothing."""
    mine = HolderCopy.objects.filter(
        key=old, holder__user_id=int(actor.account_id)
    ).select_related("holder", "key")
    for copy in mine:
        drop_copy(copy, actor=actor, at=at)
    set_phrase(office=old.office, phrase=phrase, actor=actor, at=at)


def _follow(
    old: OfficeKey,
    opened: OpenedKey,
    holders: Iterable[KeyHolder],
    *,
    kind: str,
    actor: Actor,
    at: datetime,
) -> tuple[OfficeKey, str]:
    pair = sealing.new_pair()
    onward = sealing.seal_box(pair.public, opened.pairs[old.version].private)
    unchanged = OfficeKey.objects.filter(pk=old.pk, onward=b"")
    if not unchanged.update(onward=onward):
        raise KeyExistsError
    held = HolderCopy.objects.filter(key=old)
    gone: dict[str, Fact] = {
        f"holder/{pk}": None for pk in held.values_list("holder__user_id", flat=True)
    }
    held.delete()
    ledger.append(
        "office_key.retired",
        old.ledger_subject,
        actor=actor,
        at=at,
        facts={"retired_at": moment_text(at), **gone},
    )
    OfficeKey.objects.filter(pk=old.pk).update(retired_at=at)
    return _make(
        old.office, old.version + 1, pair, holders, kind=kind, actor=actor, at=at
    )


def _make(
    office: Office,
    version: int,
    pair: sealing.KeyPair,
    holders: Iterable[KeyHolder],
    *,
    kind: str,
    actor: Actor,
    at: datetime,
) -> tuple[OfficeKey, str]:
    code = sealing.new_recovery_code()
    recovery = sealing.pair_of_recovery(code)
    try:
        with transaction.atomic():
            key = OfficeKey.objects.create(
                office=office,
                version=version,
                public_key=pair.public,
                recovery_copy=sealing.seal_box(recovery.public, pair.private),
                made_at=at,
            )
    except IntegrityError as error:
        raise KeyExistsError from error
    facts: dict[str, Fact] = {
        "office": str(office.pk),
        "version": version,
        "public_key": hashlib.sha256(pair.public).hexdigest(),
        "made_at": moment_text(at),
    }
    for holder in holders:
        public = sealing.PublicKey(bytes(holder.public_key))
        HolderCopy.objects.create(
            key=key,
            holder=holder,
            sealed=sealing.seal_box(public, pair.private),
            given_at=at,
        )
        facts[f"holder/{holder.user_id}"] = True
    ledger.append(
        f"office_key.{kind}", key.ledger_subject, actor=actor, at=at, facts=facts
    )
    return key, code
