"""Reading one message with the standard library, whatever it holds.

Nothing of it is rendered, followed or fetched. What a message says of itself is taken
down and not believed: signatures (DKIM) are not judged here.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import Message
from email.parser import BytesParser

from netra.records.correspondence.mail.limits import (
    MAX_ATTACHED_BYTES,
    MAX_ATTACHMENTS,
    MAX_DEPTH,
    MAX_HEADER,
    MAX_HEADER_LINES,
    MAX_KEYS,
    MAX_PARTS,
    MAX_TEXT,
)
from netra.records.correspondence.mail.words import one_line, plain, stripped

_KEY = re.compile(r"<([^<>\s]{1,998})>")
_BOUNDARY = re.compile(rb"boundary\s*\*?[0-9*]*\s*=", re.IGNORECASE)
_NESTED = re.compile(rb"message\s*/\s*(?:rfc822|global)", re.IGNORECASE)
_HEADER = re.compile(rb"^[!-9;-~]{1,76}:", re.MULTILINE)
_NEEDED = ("from", "date", "message-id", "received", "subject", "to")
_IGNORED = frozenset(
    {"application/ms-tnef", "application/vnd.ms-tnef", "application/pkcs7-signature"}
)


class MessageFaultError(Exception):
    """The bytes are no message, or ask too much; `kind` is `bomb` or `no_message`."""

    def __init__(self, kind: str) -> None:
        """Name what is wrong."""
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A part of a message that is a file of its own."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMessage:
    """What a message says of itself.

    `message_key` and `answer_keys` are SHA-256 hashes (hex) of identifiers. `unkept`
    are the media types, as the message claims them, of parts that were not taken.
    """

    sender: str
    subject: str
    sent_at: datetime | None
    text: str
    is_from_html: bool
    is_cut: bool
    message_key: str
    answer_keys: tuple[str, ...]
    attachments: tuple[Attached, ...]
    unkept: tuple[str, ...]


def read_message(content: bytes) -> ReadMessage:
    """Read a message.

    Raises:
        MessageFaultError: it is none, or it asks too much.
    """
    _refuse_bombs(content)
    try:
        message = BytesParser(policy=policy.default).parsebytes(content)
        headers = _headers(message)
        if not any(name in headers for name in _NEEDED):
            raise MessageFaultError("no_message")
        parts = list(_parts(message, 0))
        return _told(headers, parts)
    except (RecursionError, MemoryError) as error:
        raise MessageFaultError("bomb") from error


def _refuse_bombs(content: bytes) -> None:
    """Refuse what would cost much to parse, before it is parsed."""
    if len(_BOUNDARY.findall(content)) > MAX_PARTS:
        raise MessageFaultError("bomb")
    if len(_NESTED.findall(content)) > MAX_DEPTH:
        raise MessageFaultError("bomb")
    head = content[: 2**20]
    if len(_HEADER.findall(head)) > MAX_HEADER_LINES:
        raise MessageFaultError("bomb")


def _headers(message: Message) -> dict[str, str]:
    """Return the first of each header as it was written, cut; no value is parsed."""
    found: dict[str, str] = {}
    for name, value in message.raw_items():
        found.setdefault(str(name).lower(), str(value)[:MAX_HEADER])
    return found


def _parts(message: Message, depth: int) -> Iterator[Message]:
    """Yield the parts that hold something, in order; a message within is one part.

    Raises:
        MessageFaultError: there are too many, or they lie too deep.
    """
    if depth > MAX_DEPTH:
        raise MessageFaultError("bomb")
    inner = message.get_payload()
    if isinstance(inner, list) and message.get_content_maintype() == "multipart":
        if len(inner) > MAX_PARTS:
            raise MessageFaultError("bomb")
        for part in inner:
            if isinstance(part, Message):
                yield from _parts(part, depth + 1)
        return
    yield message


def _told(headers: dict[str, str], parts: list[Message]) -> ReadMessage:
    if len(parts) > MAX_PARTS:
        raise MessageFaultError("bomb")
    body, is_html = _body(parts)
    text = stripped(_text_of(body)) if body and is_html else ""
    text = text or (plain(_text_of(body)).strip() if body and not is_html else "")
    attachments, unkept = _attached([part for part in parts if part is not body])
    keys = _keys(headers.get("message-id", ""))
    earlier = headers.get("in-reply-to", "") + headers.get("references", "")
    return ReadMessage(
        sender=_decoded("from", headers)[:200],
        subject=_decoded("subject", headers)[:200],
        sent_at=_sent_at(headers),
        text=text[:MAX_TEXT],
        is_from_html=is_html,
        is_cut=len(text) > MAX_TEXT,
        message_key=keys[0] if keys else "",
        answer_keys=tuple(_keys(earlier)[:MAX_KEYS]),
        attachments=tuple(attachments),
        unkept=tuple(unkept),
    )


def _decoded(name: str, headers: dict[str, str]) -> str:
    """Return a header in plain words; one that cannot be parsed as it was written."""
    raw = headers.get(name, "")
    try:
        text = str(policy.default.header_factory(name, " ".join(raw.split())))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        text = raw
    return one_line(text)


def _sent_at(headers: dict[str, str]) -> datetime | None:
    """Return the moment the message claims, `None` without a time zone."""
    try:
        header = policy.default.header_factory("date", headers.get("date", ""))
        moment = header.datetime
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        return None
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        return None
    try:
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _keys(text: str) -> list[str]:
    """Return the hashes of the identifiers in a header, in order."""
    return [
        hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
        for key in _KEY.findall(text)
    ]


def _is_attachment(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment" or bool(
            part.get_filename()
        )
    except (ValueError, LookupError, TypeError, AttributeError):
        return True


def _body(parts: list[Message]) -> tuple[Message | None, bool]:
    """Return the part that is the text, and whether it is HTML."""
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == kind and not _is_attachment(part):
                return part, kind == "text/html"
    return None, False


def _bytes_of(part: Message) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError):
        return b""
    return content if isinstance(content, bytes) else b""


def _text_of(part: Message) -> str:
    content = _bytes_of(part)[: 4 * MAX_TEXT]
    try:
        charset = str(part.get_content_charset("utf-8"))
        return content.decode(charset, "replace")
    except (LookupError, ValueError, TypeError, AttributeError):
        return content.decode("utf-8", "replace")


def _attached(parts: list[Message]) -> tuple[list[Attached], list[str]]:
    """Return the files of a message, and the types of what is not taken."""
    taken: list[Attached] = []
    unkept: list[str] = []
    room = MAX_ATTACHED_BYTES
    for part in parts:
        kind = part.get_content_type()
        content = _bytes_of(part)
        if not content.strip() and kind.startswith("text/"):
            continue
        fits = len(taken) < MAX_ATTACHMENTS and 0 < len(content) <= room
        if kind in _IGNORED or not fits:
            unkept.append(one_line(kind)[:80])
            continue
        room -= len(content)
        taken.append(
            Attached(
                name=_name_of(part), media_type=one_line(kind)[:80], content=content
            )
        )
    return taken, unkept


def _name_of(part: Message) -> str:
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError):
        name = ""
    return one_line(str(name).replace("\\", "/").rpartition("/")[2])[-120:]
