"""Rows of the ledger. Triggers refuse to change or delete an entry."""

import json
from datetime import UTC, datetime

from django.db import models

from netra.domain import ledger


class LedgerEntry(models.Model):
    """One entry, kept as the canonical bytes that were hashed.

    Invariant: numbers run from 1 without a gap; `previous` is the leaf hash of the
    entry before; the other columns repeat what the bytes say, to be searched by.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    previous = models.CharField(max_length=64)
    leaf = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=80, db_index=True)
    actor = models.CharField(max_length=40)
    office = models.CharField(max_length=40, blank=True)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    canonical = models.BinaryField()

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"entry {self.number} {self.kind}"

    def facts(self) -> dict[str, ledger.Fact]:
        """Return the facts from the kept bytes."""
        content = json.loads(bytes(self.canonical))
        facts: dict[str, ledger.Fact] = content["facts"]
        return facts

    def as_entry(self) -> ledger.Entry:
        """Return the entry as the domain reads it, from the columns and the facts."""
        return ledger.Entry(
            number=self.number,
            previous=self.previous,
            kind=self.kind,
            subject=self.subject,
            actor=self.actor,
            office=self.office,
            happened_at=_utc(self.happened_at),
            recorded_at=_utc(self.recorded_at),
            facts=self.facts(),
        )


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


class LedgerHead(models.Model):
    """The newest entry; its one row is what writers queue for."""

    number = models.PositiveBigIntegerField(default=0)
    leaf = models.CharField(max_length=64, default=ledger.GENESIS)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="ledger_one_head")
        ]

    def __str__(self) -> str:
        return f"head at {self.number}"


class Opening(models.Model):
    """The salt under which a commitment opens; erased together with the value.

    Invariant: a row without salt says when it was erased.
    """

    commitment = models.CharField(max_length=71, primary_key=True)
    salt = models.BinaryField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(salt__isnull=True, erased_at__isnull=False)
                | models.Q(salt__isnull=False, erased_at__isnull=True),
                name="opening_has_salt_or_was_erased",
            )
        ]

    def __str__(self) -> str:
        return self.commitment
