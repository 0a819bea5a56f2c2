"""Checking the kept state against the ledger for an account, and recording that."""

from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.records.access import require
from netra.records.ledger.actions import append
from netra.records.ledger.replaying import ReplayReport, compare

SUBJECT = "ledger:replay"


@transaction.atomic
def check_state(
    *, region: str, subjects: frozenset[str] | None, actor: Actor, at: datetime
) -> ReplayReport:
    """Compare kept state and replay, then enter that it was done.

    Args:
        region: Where the subjects belong; empty for the whole installation.
        subjects: Only these are compared; `None` compares all.
        actor: Needs `REPLAY_LEDGER` over `region`.
        at: Moment of checking.

    Raises:
        NotAllowedError: the actor may not check the ledger there.
        ChainBrokenError: the entries do not hold together; nothing is entered.
    """
    require(actor, Action.REPLAY_LEDGER, region)
    found = compare(subjects)
    append("ledger.replayed", SUBJECT, actor=actor, at=at, facts={})
    return found
