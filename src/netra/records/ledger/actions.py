"""Appending to the ledger; the only way anything is entered."""

import os
from datetime import datetime

from django.db import transaction
from django.db.models import F

from netra.domain import ledger
from netra.domain.access import Actor
from netra.domain.ledger.commitments import SALT_BYTES
from netra.records.access import revealed
from netra.records.ledger.models import LedgerEntry, LedgerHead, Opening


def append(
    kind: str,
    subject: str,
    *,
    actor: Actor,
    at: datetime,
    facts: ledger.Facts,
    happened_at: datetime | None = None,
) -> LedgerEntry:
    """Enter one act; must run inside the transaction of the act itself.

    Args:
        kind: `noun.verb` in the past, such as `report.registered`.
        subject: `noun:id` of what the facts belong to.
        actor: Who did it; only the ids of account and office are entered.
        at: Moment of recording.
        facts: Fields of the subject's state with their new values.
        happened_at: When it happened, if not at the moment of recording.

    Raises:
        TransactionManagementError: there is no surrounding transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("append needs a transaction")
    LedgerHead.objects.get_or_create(pk=1)
    LedgerHead.objects.filter(pk=1).update(number=F("number") + 1)  # others wait here
    head = LedgerHead.objects.get(pk=1)
    entry = ledger.Entry(
        number=head.number,
        previous=head.leaf,
        kind=kind,
        subject=subject,
        actor=actor.account_id,
        office=actor.office_id,
        happened_at=happened_at or at,
        recorded_at=at,
        facts=facts,
    )
    LedgerHead.objects.filter(pk=1).update(leaf=entry.leaf_hash())
    return LedgerEntry.objects.create(
        number=entry.number,
        previous=entry.previous,
        leaf=entry.leaf_hash(),
        kind=kind,
        subject=subject,
        actor=entry.actor,
        office=entry.office,
        happened_at=entry.happened_at,
        recorded_at=entry.recorded_at,
        canonical=entry.canonical(),
    )


def commit_text(text: str) -> str | None:
    """Keep a fresh salt for `text` and return its commitment; `None` for no text."""
    if not text:
        return None
    salt = os.urandom(SALT_BYTES)
    commitment = ledger.commit(revealed(text), salt)
    Opening.objects.create(commitment=commitment, salt=salt)
    return commitment


def erase_opening(*, commitment: str, at: datetime) -> None:
    """Forget the salt of a commitment; the caller erases the value with it."""
    Opening.objects.filter(commitment=commitment, salt__isnull=False).update(
        salt=None, erased_at=at
    )
