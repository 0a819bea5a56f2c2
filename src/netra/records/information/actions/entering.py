"""The daily batch that enters information in the ledger, without moments."""

import logging
from datetime import datetime

from django.db import transaction

from netra.records.accounts.models import Office
from netra.records.accounts.queries import INSTALLATION
from netra.records.information.models import HeldFile, Information
from netra.records.information.queries import local_day_of
from netra.records.information.sealed_facts import facts_of
from netra.records.jobs import moment
from netra.records.ledger import actions as ledger

_log = logging.getLogger(__name__)


def sweep() -> None:
    """Enter what changed on earlier days, forget held files; the worker calls this."""
    at = moment.now()
    entered = enter_days(at=at)
    gone, _rows = HeldFile.objects.filter(until_on__lt=at.date()).delete()
    _log.info("information swept", extra={"event": f"entered {entered}, forgot {gone}"})


def enter_days(*, at: datetime) -> int:
    """Enter every row that changed before today, in random order; say how many.

    An entry carries the state of the end of its day. Whoever reads the ledger learns
    the day and nothing about the order or the moment.
    """
    count = 0
    for office in Office.objects.filter(information__entered=False).distinct():
        today = local_day_of(office, at)
        waiting = office.information.filter(entered=False, changed_on__lt=today)
        for row in waiting.order_by("?"):
            count += _enter(row, at)
    return count


@transaction.atomic
def _enter(row: Information, at: datetime) -> bool:
    unchanged = Information.objects.filter(
        pk=row.pk, entered=False, changed_on=row.changed_on
    )
    if not unchanged.update(entered=True):
        return False
    fresh = Information.objects.get(pk=row.pk)
    facts = facts_of(fresh)
    gone = {name: None for name in fresh.entered_facts if name not in facts}
    ledger.append(
        "information.entered",
        fresh.ledger_subject,
        actor=INSTALLATION,
        at=at,
        facts={**facts, **gone},
    )
    return True
