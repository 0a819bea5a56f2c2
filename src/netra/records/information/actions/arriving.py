"""Information arrives: sealed before it is written, with the day and no moment."""

import hashlib
import json
import mimetypes
import uuid
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from netra.domain import sealing
from netra.domain.access import Action, Actor
from netra.records.access import require
from netra.records.accounts.models import Office, OfficeSetting
from netra.records.accounts.numbering import next_number
from netra.records.accounts.queries import PUBLIC, setting_of
from netra.records.custody.models import OfficeKey
from netra.records.custody.queries import newest_key
from netra.records.information.actions.touching import touch
from netra.records.information.content import (
    ArrivedFile,
    FileHead,
    InformationContent,
)
from netra.records.information.errors import (
    EmptyInformationError,
    GivenTwiceError,
    InformationFileTooLargeError,
    TooLongError,
    TooManyFilesError,
)
from netra.records.information.models import (
    FilePart,
    HeldFile,
    Information,
    InformationFile,
    Message,
)
from netra.records.information.queries import local_day_of, mailbox_of, receiver_of

NUMBER = "{seq:04}/INFO/{region_code}/{year}"
"""A register of ours: no rule names one."""

LONGEST_TEXT = 20_000
MOST_FILES = 5
LARGEST_FILE_MB = 25
"""Limits of the anonymous way: what a phone sends in minutes and memory holds well."""

_HELD_FOR = timedelta(days=1)


@transaction.atomic
def give_information(
    *,
    content: InformationContent,
    files: Sequence[ArrivedFile] = (),
    actor: Actor,
    at: datetime,
    office: Office | None = None,
    via: Information.Via = Information.Via.WEB,
    code: str | None = None,
) -> tuple[Information, str]:
    """Seal what somebody says to the office of the place, and give a code.

    Nothing is entered in the ledger now: an entry would carry the moment. The daily
    batch enters it.

    Args:
        content: What is said; the moment of arrival is put into its sealed part.
        files: With their derivatives, at most `MOST_FILES`.
        actor: The public, or an officer who writes down what was told.
        at: Moment of arrival.
        office: Which receives; `None` takes the office of the place.
        via: How it came.
        code: Sixteen digits to come back with; `None` makes them, an empty text goes
            without a mailbox.

    Returns:
        The row, and the sixteen digits, kept nowhere.

    Raises:
        NotAllowedError: an officer who receives nothing for this office.
        EmptyInformationError: neither text nor file.
        TooLongError: longer than `LONGEST_TEXT`.
        TooManyFilesError: more files than are taken.
        InformationFileTooLargeError: a file is too large.
        GivenTwiceError: the code leads to a mailbox already; nothing was written.
        NoReceiverError: no office of the place has a key.
    """
    _check(content, files)
    receiver = office or receiver_of(content.place_region)
    if actor != PUBLIC:
        require(actor, Action.RECEIVE_ITEM, receiver.region)
    key, on = newest_key(receiver), local_day_of(receiver, at)
    code = sealing.new_code() if code is None else code
    mailbox = mailbox_of(code) if code else None
    if mailbox and Information.objects.filter(lookup=mailbox.lookup).exists():
        raise GivenTwiceError
    told = replace(content, moment=at.isoformat())
    row = Information.objects.create(
        office=receiver,
        region=receiver.region,
        number=next_number(
            receiver,
            "information",
            on,
            template=NUMBER,
            fields={"region_code": receiver.region or "00"},
        ),
        received_on=on,
        via=via,
        lookup=mailbox.lookup if mailbox else None,
        mailbox_key=mailbox.pair.public if mailbox else b"",
        key=key,
        content=sealing.seal_box(_public(key), told.sealed_form()),
        state=_first_state(receiver),
        state_on=on,
        changed_on=on,
    )
    for place, file in enumerate(files, start=1):
        _seal_file(row, None, key, file, place)
    return row, code


def _public(key: OfficeKey) -> sealing.PublicKey:
    return sealing.PublicKey(bytes(key.public_key))


def _check(content: InformationContent, files: Sequence[ArrivedFile]) -> None:
    if not content.text.strip() and not files:
        raise EmptyInformationError
    if len(content.text) > LONGEST_TEXT:
        raise TooLongError(LONGEST_TEXT)
    check_files(files)


def check_files(files: Sequence[ArrivedFile]) -> None:
    """Refuse more or larger files than are taken.

    Raises:
        TooManyFilesError: more than `MOST_FILES`.
        InformationFileTooLargeError: one larger than `LARGEST_FILE_MB`.
    """
    if len(files) > MOST_FILES:
        raise TooManyFilesError(MOST_FILES)
    largest = LARGEST_FILE_MB * 2**20
    if any(len(file.original) > largest for file in files):
        raise InformationFileTooLargeError(LARGEST_FILE_MB)


def _first_state(office: Office) -> Information.State:
    """Beyond the office's threshold new information waits in the visible queue."""
    threshold = setting_of(office, OfficeSetting.Key.INTAKE_THRESHOLD)
    if threshold is None:
        return Information.State.RECEIVED
    unread = office.information.filter(state=Information.State.RECEIVED).count()
    full = unread >= int(threshold)
    return Information.State.QUEUED if full else Information.State.RECEIVED


def _plain_name(place: int, media_type: str) -> str:
    """A name the source did not give: the given one may name somebody."""
    return f"berkas-{place}{mimetypes.guess_extension(media_type) or ''}"


def _seal_file(
    row: Information,
    message: Message | None,
    key: OfficeKey,
    file: ArrivedFile,
    place: int,
) -> None:
    pair = uuid.uuid4()
    kinds, plain = InformationFile.Kind, _plain_name(place, file.derivative_type)
    both = [(kinds.DERIVATIVE, plain, file.derivative, file.derivative_type)]
    if file.original:
        both.append((kinds.ORIGINAL, file.name, file.original, file.media_type))
    for kind, name, data, media_type in both:
        file_key = sealing.new_file_key()
        head = FileHead(
            name=name,
            media_type=media_type,
            sha256=hashlib.sha256(data).hexdigest(),
            size_bytes=len(data),
            file_key=file_key.hex(),
            removed=file.removed,
        )
        parts = list(sealing.seal_parts(file_key, data))
        digest = hashlib.sha256()
        for part in parts:
            digest.update(part)
        kept = InformationFile.objects.create(
            information=row,
            message=message,
            pair=pair,
            kind=kind,
            key=key,
            head=sealing.seal_box(_public(key), head.sealed_form()),
            sealed_sha256=digest.hexdigest(),
            size_kb=-(-len(data) // 1024),
        )
        FilePart.objects.bulk_create(
            [
                FilePart(file=kept, position=position, sealed=part)
                for position, part in enumerate(parts)
            ],
            batch_size=8,
        )


@transaction.atomic
def reply_from_source(
    *,
    information: Information,
    text: str,
    files: Sequence[ArrivedFile] = (),
    at: datetime,
) -> Message:
    """Keep what the source of a mailbox writes after the first time.

    The caller has shown the code. Nothing is entered in the ledger now, as with
    arrival.

    Raises:
        EmptyInformationError: neither text nor file.
        TooLongError: longer than `LONGEST_TEXT`.
        TooManyFilesError: more files than are taken.
        InformationFileTooLargeError: a file is too large.
    """
    _check(InformationContent(text=text, place_region=""), files)
    key = newest_key(information.office)
    on = local_day_of(information.office, at)
    touch(information, on=on)
    message = Message.objects.create(
        information=information,
        position=next_position(information),
        from_source=True,
        on=on,
        key=key,
        to_office=sealing.seal_box(_public(key), text.encode()),
    )
    for place, file in enumerate(files, start=1):
        _seal_file(information, message, key, file, place)
    return message


def next_position(information: Information) -> int:
    """Return the next position of a message; runs after the row was written."""
    last = information.messages.aggregate(last=Max("position"))["last"] or 0
    return int(last) + 1


def hold_file(*, file: ArrivedFile, at: datetime) -> str:
    """Keep a file while the source mends the rest of the form; return its token.

    The token carries the only key and is kept nowhere but in the page.
    """
    plain = json.dumps(
        {
            "name": file.name,
            "media_type": file.media_type,
            "derivative": b64encode(file.derivative).decode(),
            "derivative_type": file.derivative_type,
            "removed": list(file.removed),
            "original": b64encode(file.original).decode(),
        }
    ).encode()
    key = sealing.new_file_key()
    header, *parts = sealing.seal_parts(key, plain)
    sizes = b"".join(len(part).to_bytes(4, "big") for part in parts)
    body = header + len(parts).to_bytes(4, "big") + sizes + b"".join(parts)
    held = HeldFile.objects.create(body=body, until_on=(at + _HELD_FOR).date())
    return f"{held.pk.hex}.{key.hex()}"


def take_held(*, token: str) -> ArrivedFile | None:
    """Return a held file, `None` when it is gone or the token does not open it."""
    name, _dot, key = token.partition(".")
    try:
        held = HeldFile.objects.filter(pk=uuid.UUID(hex=name)).first()
        told = json.loads(_opened(bytes(held.body), bytes.fromhex(key)) if held else "")
    except (ValueError, sealing.WrongKeyError):
        return None
    return ArrivedFile(
        name=told["name"],
        media_type=told["media_type"],
        derivative=b64decode(told["derivative"]),
        derivative_type=told["derivative_type"],
        removed=tuple(told["removed"]),
        original=b64decode(told["original"]),
    )


def _opened(body: bytes, key: bytes) -> bytes:
    header, rest = body[:24], body[24:]
    count = int.from_bytes(rest[:4], "big")
    sizes = [int.from_bytes(rest[4 + 4 * n : 8 + 4 * n], "big") for n in range(count)]
    start, parts = 4 + 4 * count, [header]
    for size in sizes:
        parts.append(rest[start : start + size])
        start += size
    return b"".join(sealing.open_parts(key, parts))


def discard_held(*, tokens: Sequence[str]) -> None:
    """Forget held files: they were sent, or the source took them out."""
    names = [token.partition(".")[0] for token in tokens]
    known = [name for name in names if len(name) == 32 and name.isalnum()]
    HeldFile.objects.filter(pk__in=[n for n in known if _is_hex(n)]).delete()


def _is_hex(name: str) -> bool:
    try:
        uuid.UUID(hex=name)
    except ValueError:
        return False
    return True
