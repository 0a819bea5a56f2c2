"""Reading keys: the newest of an office, its holders, and opening a copy."""

from django.conf import settings
from django.db.models import QuerySet

from netra.domain import sealing
from netra.domain.access import Actor
from netra.records.accounts.models import Office
from netra.records.custody.errors import (
    NoHolderError,
    NoOfficeKeyError,
    NotAHolderError,
    WrongPhraseError,
)
from netra.records.custody.models import HolderCopy, KeyHolder, OfficeKey
from netra.records.custody.opened import OpenedKey


def pepper() -> bytes:
    """Return the secret that phrases stand under beside the database."""
    return f"netra key phrases v1 {settings.IDENTITY_KEY}".encode()


def newest_key(office: Office) -> OfficeKey:
    """Return the key that arriving text is sealed to.

    Raises:
        NoOfficeKeyError: the office has none yet.
    """
    key = OfficeKey.objects.filter(office=office).order_by("-version").first()
    if key is None:
        raise NoOfficeKeyError(office.pk)
    return key


def has_key(office: Office) -> bool:
    """Say whether information can be sealed to the office."""
    return OfficeKey.objects.filter(office=office).exists()


def holder_of(actor: Actor) -> KeyHolder:
    """Return the pair of the person behind an actor.

    Raises:
        NoHolderError: they have set no phrase yet.
    """
    holder = KeyHolder.objects.filter(user_id=int(actor.account_id)).first()
    if holder is None:
        raise NoHolderError
    return holder


def holders_of(office: Office) -> QuerySet[HolderCopy]:
    """Return the copies of the newest key of an office, with their people."""
    newest = OfficeKey.objects.filter(office=office).order_by("-version")[:1]
    return HolderCopy.objects.filter(key__in=newest.values("pk")).select_related(
        "holder__user", "key"
    )


def holds_key(actor: Actor, office: Office) -> bool:
    """Say whether the person holds a copy of the office's newest key."""
    return holders_of(office).filter(holder__user_id=int(actor.account_id)).exists()


def open_key(*, office: Office, actor: Actor, phrase: str) -> OpenedKey:
    """Open the key of an office with a person's phrase, and every older version.

    Slow on purpose; callers limit attempts.

    Raises:
        NoOfficeKeyError: the office has no key yet.
        NoHolderError: the person has set no phrase yet.
        NotAHolderError: the person holds no copy.
        WrongPhraseError: the phrase does not open their pair.
    """
    key, holder = newest_key(office), holder_of(actor)
    copy = HolderCopy.objects.filter(key=key, holder=holder).first()
    if copy is None:
        raise NotAHolderError
    try:
        own = sealing.unwrap(bytes(holder.wrapped), phrase, pepper())
        private = sealing.open_box(own, bytes(copy.sealed))
    except sealing.WrongKeyError as error:
        raise WrongPhraseError from error
    return opened_from(key, sealing.PrivateKey(private), actor)


def opened_from(key: OfficeKey, private: sealing.PrivateKey, actor: Actor) -> OpenedKey:
    """Return the opened key of a newest version, walking back to the first one."""
    pairs = {key.version: sealing.pair_of(private)}
    older = OfficeKey.objects.filter(
        office=key.office_id, version__lt=key.version
    ).order_by("-version")
    for row in older:
        under = pairs[row.version + 1]
        found = sealing.open_box(under, bytes(row.onward))
        pairs[row.version] = sealing.pair_of(sealing.PrivateKey(found))
    return OpenedKey(office_id=key.office_id, account_id=actor.account_id, pairs=pairs)
