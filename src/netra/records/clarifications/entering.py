"""Entering what was done to a hearing, and who may do it."""

from collections.abc import Mapping
from datetime import datetime

from netra.domain.access import Action, Actor, RegionCode, is_allowed
from netra.domain.ledger import Fact
from netra.records.access import require_untied
from netra.records.accounts.models import User
from netra.records.accounts.queries import user_of
from netra.records.cases.standing import require_on
from netra.records.clarifications.errors import FutureMomentError, HearingMovedError
from netra.records.clarifications.models import Clarification
from netra.records.ledger import actions as ledger
from netra.records.ledger.replaying import Kept, Text


def require_hearing(hearing: Clarification, actor: Actor) -> None:
    """Refuse who may not hear people in this case.

    The office that was asked to hold the hearing may; everybody else is judged by the
    case.

    Raises:
        NotAllowedError: the actor hears nobody for the office of the case.
        TiedError: the actor is tied to a party of the case.
    """
    asked = hearing.asked_office
    if asked is not None and is_allowed(
        actor, Action.HEAR_PARTY, RegionCode(asked.region)
    ):
        require_untied(hearing.case, Action.HEAR_PARTY, actor)
        return
    require_on(hearing.case, Action.HEAR_PARTY, actor)


def person_of(actor: Actor) -> User:
    """Return the person behind the actor.

    Raises:
        LookupError: nobody with an account acts.
    """
    user = user_of(actor)
    if user is None:
        raise LookupError("a hearing is held by somebody with an account")
    return user


def hold(hearing: Clarification, *states: Clarification.State) -> None:
    """Hold the row against other writers, in one of these states.

    Raises:
        HearingMovedError: it is in another; nothing was written.
    """
    rows = Clarification.objects.filter(pk=hearing.pk, state__in=states)
    if not rows.update(who=hearing.who):
        hearing.refresh_from_db(fields=["state"])
        raise HearingMovedError(hearing.state)
    hearing.refresh_from_db()


def require_past(field: str, moment: datetime, at: datetime) -> None:
    """Refuse what is said to have been done later than now.

    Raises:
        FutureMomentError: naming the field.
    """
    if moment > at:
        raise FutureMomentError(field)


def enter(
    kind: str,
    subject: str,
    facts: Mapping[str, Kept],
    *,
    actor: Actor,
    at: datetime,
    happened_at: datetime | None = None,
) -> None:
    """Append an entry; texts go in as commitments."""
    told: dict[str, Fact] = {
        name: ledger.commit_text(value.value) if isinstance(value, Text) else value
        for name, value in facts.items()
    }
    ledger.append(
        kind, subject, actor=actor, at=at, facts=told, happened_at=happened_at
    )
