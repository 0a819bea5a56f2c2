"""What officers do with information besides tracing it."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from netra.domain import sealing
from netra.domain.access import Action, Actor
from netra.records.access import require
from netra.records.accounts.models import Office, User
from netra.records.custody.queries import newest_key
from netra.records.information.actions.arriving import (
    LONGEST_TEXT,
    next_position,
)
from netra.records.information.actions.touching import touch
from netra.records.information.errors import (
    EmptyInformationError,
    InformationMovedError,
    NoMailboxError,
    TooLongError,
)
from netra.records.information.models import Information, Message
from netra.records.information.queries import local_day_of, queued_information


@transaction.atomic
def post_to_source(
    *, information: Information, text: str, actor: Actor, at: datetime
) -> Message:
    """Write to the source of a mailbox.

    Args:
        information: With a mailbox.
        text: Sealed to the mailbox, and to the office for its own file.
        actor: Needs `OPEN_INFORMATION` in the region of the office.
        at: Moment of writing; only its day is kept.

    Raises:
        NotAllowedError: the actor has no need to know.
        NoMailboxError: there is no way back to this source.
        EmptyInformationError: there is no text.
        TooLongError: longer than is taken.
    """
    require(actor, Action.OPEN_INFORMATION, information.region)
    if not information.has_mailbox:
        raise NoMailboxError
    on = local_day_of(information.office, at)
    touch(information, on=on)
    return write_message(information, text, on)


def write_message(row: Information, text: str, on: date) -> Message:
    """Seal a message of the office to source and office; runs inside an action.

    Raises:
        EmptyInformationError: there is no text.
        TooLongError: longer than is taken.
    """
    if not text.strip():
        raise EmptyInformationError
    if len(text) > LONGEST_TEXT:
        raise TooLongError(LONGEST_TEXT)
    key = newest_key(row.office)
    mailbox = sealing.PublicKey(bytes(row.mailbox_key))
    plain = text.encode()
    return Message.objects.create(
        information=row,
        position=next_position(row),
        from_source=False,
        on=on,
        key=key,
        to_office=sealing.seal_box(sealing.PublicKey(bytes(key.public_key)), plain),
        to_source=sealing.seal_box(mailbox, plain) if row.has_mailbox else b"",
    )


@transaction.atomic
def end_information(
    *,
    information: Information,
    ended_as: Information.End,
    text: str,
    actor: Actor,
    at: datetime,
) -> Information:
    """End information that is not traced, with a reason the source can read.

    Raises:
        NotAllowedError: the actor has no need to know.
        InformationMovedError: it has ended, or is being traced.
        EmptyInformationError: there is no reason.
        TooLongError: longer than is taken.
    """
    require(actor, Action.OPEN_INFORMATION, information.region)
    on = local_day_of(information.office, at)
    touch(information, on=on)
    write_message(information, text, on)
    closed = (Information.State.TRACED, Information.State.ENDED)
    here = Information.objects.filter(pk=information.pk).exclude(state__in=closed)
    if not here.update(state=Information.State.ENDED, state_on=on, ended_as=ended_as):
        raise InformationMovedError
    information.refresh_from_db()
    return information


@transaction.atomic
def assign_information(
    *, information: Information, holder: User, actor: Actor, at: datetime
) -> Information:
    """Give information to an officer.

    Raises:
        NotAllowedError: the actor does not divide the work of this office.
    """
    require(actor, Action.ASSIGN_WORK, information.region)
    touch(information, on=local_day_of(information.office, at))
    Information.objects.filter(pk=information.pk).update(assigned_to=holder)
    information.refresh_from_db()
    return information


@transaction.atomic
def release_queued(*, office: Office, count: int, actor: Actor, at: datetime) -> int:
    """Take the oldest from the queue onto the table; say how many.

    Raises:
        NotAllowedError: the actor has no need to know.
    """
    require(actor, Action.OPEN_INFORMATION, office.region)
    on, taken = local_day_of(office, at), 0
    for row in list(queued_information(office)[: max(count, 0)]):
        touch(row, on=on)
        queued = Information.objects.filter(pk=row.pk, state=Information.State.QUEUED)
        taken += queued.update(state=Information.State.RECEIVED, state_on=on)
    return taken


@transaction.atomic
def group_information(
    *, rows: Sequence[Information], actor: Actor, at: datetime
) -> uuid.UUID:
    """Put what tells of one event side by side; a person decides, nobody is told.

    Raises:
        NotAllowedError: the actor has no need to know.
    """
    for row in rows:
        require(actor, Action.OPEN_INFORMATION, row.region)
    group = next((row.group for row in rows if row.group), None) or uuid.uuid4()
    merged = [row.group for row in rows if row.group]
    for row in rows:
        touch(row, on=local_day_of(row.office, at))
    Information.objects.filter(group__in=merged).update(group=group)
    Information.objects.filter(pk__in=[row.pk for row in rows]).update(group=group)
    return group


@transaction.atomic
def ungroup_information(
    *, information: Information, actor: Actor, at: datetime
) -> Information:
    """Take one out of its group.

    Raises:
        NotAllowedError: the actor has no need to know.
    """
    require(actor, Action.OPEN_INFORMATION, information.region)
    touch(information, on=local_day_of(information.office, at))
    Information.objects.filter(pk=information.pk).update(group=None)
    information.refresh_from_db()
    return information
