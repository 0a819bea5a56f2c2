"""Reading information: what waits, what a code opens, what an officer may open."""

import hashlib
from datetime import date, datetime

from django.conf import settings
from django.db.models import QuerySet

from netra.domain import sealing
from netra.domain.law import zone_of
from netra.records.accounts.models import Office
from netra.records.accounts.queries import office_for
from netra.records.custody.opened import OpenedKey
from netra.records.custody.queries import has_key
from netra.records.information.content import FileHead, InformationContent
from netra.records.information.errors import NoReceiverError, UnknownMailboxError
from netra.records.information.models import Information, InformationFile, Message

NATIONAL_ZONE_REGION = "31"
"""The national office sits in Jakarta; its local day is that of the capital region."""


def mailbox_salt() -> bytes:
    """Return the salt of codes: sixteen bytes out of the installation's secret."""
    secret = f"netra mailboxes v1 {settings.IDENTITY_KEY}".encode()
    return hashlib.sha256(secret).digest()[:16]


def mailbox_of(code: str) -> sealing.Mailbox:
    """Return the mailbox of sixteen digits; slow on purpose.

    Raises:
        CodeError: not sixteen digits.
    """
    return sealing.mailbox_of(sealing.read_code(code), mailbox_salt())


def information_by_code(code: str) -> tuple[Information, sealing.Mailbox]:
    """Return what a code leads to.

    Raises:
        UnknownMailboxError: no mailbox has this code, or it cannot be one.
    """
    try:
        mailbox = mailbox_of(code)
    except sealing.CodeError as error:
        raise UnknownMailboxError from error
    row = Information.objects.filter(lookup=mailbox.lookup).first()
    if row is None:
        raise UnknownMailboxError
    return row, mailbox


def receiver_of(place_region: str) -> Office:
    """Return the office that information about a place is sealed to.

    The office that handles the place, or the nearest one above it that has a key.

    Raises:
        NoReceiverError: none of them can receive.
    """
    codes = [place_region[:5], place_region[:2], ""]
    for code in dict.fromkeys(codes):
        office = office_for(code)
        if office is not None and has_key(office):
            return office
    raise NoReceiverError(place_region)


def local_day_of(office: Office, at: datetime) -> date:
    """Return the local day of an office."""
    return at.astimezone(zone_of(office.region or NATIONAL_ZONE_REGION)).date()


def answers_of(row: Information, mailbox: sealing.Mailbox) -> list[tuple[date, str]]:
    """Return what the office wrote, opened with the code of the source."""
    return [
        (message.on, sealing.open_box(mailbox.pair, bytes(message.to_source)).decode())
        for message in row.messages.filter(from_source=False)
    ]


def content_of(row: Information, opened: OpenedKey) -> InformationContent:
    """Return what the source said; the caller has recorded the opening."""
    plain = opened.open(row.key.version, bytes(row.content))
    return InformationContent.from_sealed(plain)


def text_of(message: Message, opened: OpenedKey) -> str:
    """Return a message, opened with the office's key."""
    return opened.open(message.key.version, bytes(message.to_office)).decode()


def head_of(file: InformationFile, opened: OpenedKey) -> FileHead:
    """Return what is known of a sealed file."""
    return FileHead.from_sealed(opened.open(file.key.version, bytes(file.head)))


def bytes_of(file: InformationFile, head: FileHead) -> bytes:
    """Return the file; the caller has recorded the opening.

    Raises:
        WrongKeyError: a part was altered, taken out or put in.
    """
    parts = [bytes(part.sealed) for part in file.parts.order_by("position")]
    return b"".join(sealing.open_parts(bytes.fromhex(head.file_key), parts))


def shown_information(office: Office) -> QuerySet[Information]:
    """Return what an office has on its table: neither queued nor ended."""
    hidden = (Information.State.QUEUED, Information.State.ENDED)
    return office.information.exclude(state__in=hidden)


def queued_information(office: Office) -> QuerySet[Information]:
    """Return what waits behind the threshold, oldest day first."""
    queued = office.information.filter(state=Information.State.QUEUED)
    return queued.order_by("received_on", "id")
