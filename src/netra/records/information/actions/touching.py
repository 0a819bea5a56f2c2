"""Changing a row whose entry in the ledger follows by the day."""

from datetime import date

from django.db.models import F

from netra.records.information.models import Information
from netra.records.information.sealed_facts import facts_of


def touch(row: Information, *, on: date) -> None:
    """Note that the row changes on a day; runs first in the action that changes it.

    Queues behind the daily batch and behind other writers. What the ledger knew last is
    put aside, so that the replay goes on being compared until the next batch.
    """
    held = Information.objects.filter(pk=row.pk)
    held.update(number=F("number"))
    fresh = held.get()
    known = facts_of(fresh) if fresh.entered else fresh.entered_facts
    held.update(entered=False, entered_facts=known, changed_on=on)
