"""From information to tracing and back, without a key that names either."""

import uuid
from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from netra.domain import sealing
from netra.domain.access import Action, Actor
from netra.domain.ledger import Fact
from netra.records.access import require
from netra.records.accounts.models import Office
from netra.records.custody.models import OfficeKey
from netra.records.custody.opened import OpenedKey
from netra.records.custody.queries import newest_key
from netra.records.information.actions.handling import write_message
from netra.records.information.actions.touching import touch
from netra.records.information.errors import InformationMovedError
from netra.records.information.models import Information
from netra.records.information.queries import local_day_of
from netra.records.ledger import actions as ledger
from netra.records.observations.actions import begin_tracing
from netra.records.observations.actions.tracing import hold_open
from netra.records.observations.content import TracingPlan
from netra.records.observations.models import Tracing

_ENDS = {
    Tracing.End.FINDING.value: Information.End.FINDING,
    Tracing.End.REFERRAL.value: Information.End.REFERRAL,
}
_VERSION_BYTES = 2


def _token(row: Information, key: OfficeKey) -> str:
    public = sealing.PublicKey(bytes(key.public_key))
    sealed = sealing.seal_box(public, row.pk.bytes)
    version = key.version.to_bytes(_VERSION_BYTES, "big")
    return b64encode(version + sealed).decode()


def _named(token: str, opened: OpenedKey) -> Information:
    raw = b64decode(token)
    version = int.from_bytes(raw[:_VERSION_BYTES], "big")
    name = opened.open(version, raw[_VERSION_BYTES:])
    return Information.objects.get(pk=uuid.UUID(bytes=name))


@transaction.atomic
def begin_tracing_from(
    *,
    office: Office,
    rows: Sequence[Information],
    plan: TracingPlan,
    actor: Actor,
    at: datetime,
) -> Tracing:
    """Begin to trace what one or more sources told.

    The tracing keeps a sealed token each and their number; the rows keep only that they
    are being traced. Only the tracing's side is entered in the ledger now.

    Args:
        office: Which traces, and received the information.
        rows: Of this office, neither traced nor ended.
        plan: In words that name no source.
        actor: Needs `TRACE` and `OPEN_INFORMATION` in the region of the office.
        at: Moment of beginning.

    Raises:
        NotAllowedError: the actor traces nothing for this office.
        InformationMovedError: one of them is traced already, or ended.
        ObservationError: as `begin_tracing`.
    """
    require(actor, Action.OPEN_INFORMATION, office.region)
    key = newest_key(office)
    _mark_traced(office, rows, at)
    return begin_tracing(
        office=office,
        plan=plan,
        mailboxes=[_token(row, key) for row in rows],
        actor=actor,
        at=at,
    )


def _mark_traced(office: Office, rows: Sequence[Information], at: datetime) -> None:
    closed = (Information.State.TRACED, Information.State.ENDED)
    on = local_day_of(office, at)
    for row in rows:
        touch(row, on=on)
        here = Information.objects.filter(pk=row.pk, office=office)
        if not here.exclude(state__in=closed).update(
            state=Information.State.TRACED, state_on=on
        ):
            raise InformationMovedError


@transaction.atomic
def join_tracing(
    *, tracing: Tracing, information: Information, actor: Actor, at: datetime
) -> Tracing:
    """Add one more source to an open tracing of the same office.

    Raises:
        NotAllowedError: the actor traces nothing for this office.
        MovedError: the tracing has ended.
        InformationMovedError: it is traced already, or ended.
    """
    require(actor, Action.TRACE, tracing.region)
    require(actor, Action.OPEN_INFORMATION, information.region)
    hold_open(tracing)
    tracing.refresh_from_db()
    _mark_traced(tracing.office, [information], at)
    tokens = [*tracing.mailboxes, _token(information, newest_key(tracing.office))]
    Tracing.objects.filter(pk=tracing.pk).update(
        mailboxes=tokens, source_count=F("source_count") + 1
    )
    tracing.refresh_from_db()
    ledger.append(
        "tracing.source_joined",
        tracing.ledger_subject,
        actor=actor,
        at=at,
        facts={"source_count": tracing.source_count},
    )
    return tracing


@transaction.atomic
def tell_sources(
    *,
    tracing: Tracing,
    opened: OpenedKey,
    text: str,
    actor: Actor,
    at: datetime,
) -> int:
    """Write to everybody who gave the information of a tracing; a recorded opening.

    While it is open this asks or tells something; once it has ended, the information
    ends with it, in the way the tracing did.

    Args:
        tracing: Of the office whose key is open.
        opened: The key of the office, opened by the actor.
        text: What the sources read.
        actor: Needs `OPEN_INFORMATION` and `TRACE` in the region of the office.
        at: Moment of writing.

    Returns:
        How many mailboxes were written to.

    Raises:
        NotAllowedError: the actor has no need to know.
        EmptyInformationError: there is no text.
        WrongKeyError: a token does not open; nothing was written.
    """
    require(actor, Action.TRACE, tracing.region)
    require(actor, Action.OPEN_INFORMATION, tracing.region)
    on = local_day_of(tracing.office, at)
    rows = [_named(token, opened) for token in tracing.mailboxes]
    for row in rows:
        _tell(row, tracing, text, on)
    facts: dict[str, Fact] = {}
    if not tracing.is_open:
        Tracing.objects.filter(pk=tracing.pk).update(told_on=on)
        facts["told_on"] = on.isoformat()
    ledger.append(
        "tracing.mailboxes_opened",
        tracing.ledger_subject,
        actor=actor,
        at=at,
        facts=facts,
    )
    tracing.refresh_from_db()
    return sum(row.has_mailbox for row in rows)


def _tell(row: Information, tracing: Tracing, text: str, on: date) -> None:
    touch(row, on=on)
    write_message(row, text, on)
    if tracing.is_open or row.state == Information.State.ENDED:
        return
    ended_as = _ENDS.get(tracing.ended_as, Information.End.OTHER)
    if tracing.ended_as == Tracing.End.CLOSED:
        ended_as = Information.End(tracing.end_reason)
    Information.objects.filter(pk=row.pk).update(
        state=Information.State.ENDED, state_on=on, ended_as=ended_as
    )
