"""Opening what is sealed: every time a recorded act."""

from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.ledger.entries import moment_text
from netra.records.access import require
from netra.records.accounts.models import User
from netra.records.custody.opened import OpenedKey
from netra.records.information.actions.touching import touch
from netra.records.information.content import FileHead, InformationContent
from netra.records.information.errors import ReasonMissingError
from netra.records.information.models import (
    Information,
    InformationFile,
    InformationOpening,
)
from netra.records.information.queries import (
    bytes_of,
    content_of,
    head_of,
    local_day_of,
)
from netra.records.ledger import actions as ledger

_UNREAD = (Information.State.QUEUED, Information.State.RECEIVED)


@transaction.atomic
def open_information(
    *, information: Information, opened: OpenedKey, actor: Actor, at: datetime
) -> InformationContent:
    """Open what the source said; what they wrote later counts as seen.

    Args:
        information: Read through `visible_to(actor)`.
        opened: The key of the office, opened by the actor.
        actor: Needs `OPEN_INFORMATION` in the region of the office.
        at: Moment of opening.

    Raises:
        NotAllowedError: the actor has no need to know.
        WrongKeyError: the key does not open it, or it was altered; nothing was written.
    """
    require(actor, Action.OPEN_INFORMATION, information.region)
    content = content_of(information, opened)
    _record(information, InformationOpening.What.CONTENT, "", actor=actor, at=at)
    information.messages.filter(from_source=True, seen=False).update(seen=True)
    if information.state in _UNREAD:
        on = local_day_of(information.office, at)
        touch(information, on=on)
        unread = Information.objects.filter(pk=information.pk, state__in=_UNREAD)
        unread.update(state=Information.State.OPENED, state_on=on)
        information.refresh_from_db()
    return content


@transaction.atomic
def open_derivative(
    *, file: InformationFile, opened: OpenedKey, actor: Actor, at: datetime
) -> tuple[FileHead, bytes]:
    """Open the derivative of a file: no metadata is left in it.

    Raises:
        NotAllowedError: the actor has no need to know.
        WrongKeyError: the key does not open it, or it was altered; nothing was written.
        ReasonMissingError: the file is an original.
    """
    if file.kind != InformationFile.Kind.DERIVATIVE:
        raise ReasonMissingError
    return _open(file, opened, "", actor=actor, at=at)


@transaction.atomic
def open_original(
    *,
    file: InformationFile,
    reason: str,
    opened: OpenedKey,
    actor: Actor,
    at: datetime,
) -> tuple[FileHead, bytes]:
    """Open the original of a file, for a reason that is recorded.

    Raises:
        NotAllowedError: the actor has no need to know.
        ReasonMissingError: no reason was given.
        WrongKeyError: the key does not open it, or it was altered; nothing was written.
    """
    if not reason.strip():
        raise ReasonMissingError
    return _open(file, opened, reason, actor=actor, at=at)


def _open(
    file: InformationFile,
    opened: OpenedKey,
    reason: str,
    *,
    actor: Actor,
    at: datetime,
) -> tuple[FileHead, bytes]:
    row = file.information
    require(actor, Action.OPEN_INFORMATION, row.region)
    head = head_of(file, opened)
    data = bytes_of(file, head)
    original = file.kind == InformationFile.Kind.ORIGINAL
    whats = InformationOpening.What
    what = whats.ORIGINAL if original else whats.DERIVATIVE
    _record(row, what, reason, actor=actor, at=at)
    return head, data


def _record(
    row: Information,
    what: InformationOpening.What,
    reason: str,
    *,
    actor: Actor,
    at: datetime,
) -> None:
    opening = InformationOpening.objects.create(
        information=row,
        account=User.objects.get(pk=int(actor.account_id)),
        at=at,
        what=what,
        reason=reason,
    )
    base = f"opening/{opening.pk}"
    ledger.append(
        "information.opened",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts={
            f"{base}/account": actor.account_id,
            f"{base}/at": moment_text(at),
            f"{base}/what": what.value,
            f"{base}/reason": ledger.commit_text(reason),
        },
    )
