"""Dropping an e-mail message into the agenda."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.ledger.entries import moment_text
from netra.records.access import require
from netra.records.accounts.models import Office
from netra.records.correspondence.actions.changing import attach
from netra.records.correspondence.actions.entering import permitted, write_entry
from netra.records.correspondence.content import EntryContent, Links
from netra.records.correspondence.errors import EntryContentError, MailTwiceError
from netra.records.correspondence.mail.asking import read_eml
from netra.records.correspondence.mail.message import ReadMessage
from netra.records.correspondence.models import AgendaEntry, AgendaMail
from netra.records.evidence.actions import receive_blob
from netra.records.evidence.errors import EvidenceError
from netra.records.evidence.models import Blob
from netra.records.ledger import actions as ledger

MESSAGE = "message/rfc822"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """What an officer says of a message beside the message itself.

    `subject` and `counterpart` may be empty: then the message's own are taken, unless
    it names a source, whose subject line may name somebody too.
    """

    direction: AgendaEntry.Direction
    names_source: bool
    subject: str = ""
    counterpart: str = ""
    links: Links = field(default_factory=Links)


def drop_email(
    *, office: Office, content: bytes, dropped: Dropped, actor: Actor, at: datetime
) -> AgendaEntry:
    """Enter a message from its .eml file; files of kinds that are taken become scans.

    The message is read by a process of its own before the database is asked for
    anything. Nothing it says of itself is checked.

    Args:
        office: Whose agenda it is.
        content: The whole file.
        dropped: What the officer says of it.
        actor: Needs `KEEP_AGENDA` in the region of the office.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor keeps no agenda for this office or this matter.
        NotAMessageError: it is no message, or it asks too much.
        MailTwiceError: the same message is in this agenda already.
        EntryContentError: the subject is missing.
        EvidenceError: the store has no room.
    """
    require(actor, Action.KEEP_AGENDA, office.region)
    permitted(dropped.links, actor)
    told = read_eml(content)
    entry_content = _content(told, dropped, at)
    original = receive_blob(chunks=[content], at=at, as_type=MESSAGE)
    kept, unkept = _files(told, at)
    return _write(
        office,
        entry_content,
        told,
        _Kept(original=original, files=kept, unkept=unkept),
        dropped.direction,
        actor=actor,
        at=at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    original: Blob
    files: list[tuple[Blob, str]]
    unkept: list[str]


def _content(told: ReadMessage, dropped: Dropped, at: datetime) -> EntryContent:
    subject = dropped.subject or ("" if dropped.names_source else told.subject)
    if not subject:
        raise EntryContentError("subject", _("Tulis perihalnya, tanpa nama orang."))
    claimed = told.sent_at
    return EntryContent(
        counterpart=dropped.counterpart or told.sender or _("tidak disebut"),
        subject=subject,
        happened_at=claimed if claimed and claimed <= at else at,
        names_source=dropped.names_source,
        links=dropped.links,
    )


def _files(told: ReadMessage, at: datetime) -> tuple[list[tuple[Blob, str]], list[str]]:
    """Keep the attachments of kinds that are taken, judged by their content."""
    kept: dict[str, tuple[Blob, str]] = {}
    unkept = list(told.unkept)
    for part in told.attachments:
        try:
            blob = receive_blob(chunks=[part.content], at=at)
        except EvidenceError:
            unkept.append(part.media_type)
            continue
        kept.setdefault(blob.pk, (blob, part.name))
    return list(kept.values()), unkept


@transaction.atomic
def _write(
    office: Office,
    content: EntryContent,
    told: ReadMessage,
    kept: _Kept,
    direction: AgendaEntry.Direction,
    *,
    actor: Actor,
    at: datetime,
) -> AgendaEntry:
    entry = write_entry(
        "agenda.mail_dropped",
        office=office,
        content=content,
        direction=direction,
        kind=AgendaEntry.Kind.MAIL,
        actor=actor,
        at=at,
    )
    _refuse_twice(entry, kept.original)
    mail = AgendaMail.objects.create(
        entry=entry,
        blob=kept.original,
        sender=told.sender,
        subject=told.subject,
        text=told.text,
        is_from_html=told.is_from_html,
        is_cut=told.is_cut,
        sent_at=told.sent_at,
        message_key=told.message_key,
        answer_keys=list(told.answer_keys),
        unkept=kept.unkept,
    )
    ledger.append(
        "agenda.mail_read",
        entry.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "mail/sha256": mail.blob_id,
            "mail/sent_at": moment_text(mail.sent_at) if mail.sent_at else None,
            "mail/message_key": mail.message_key or None,
            "mail/sender": ledger.commit_text(mail.sender),
            "mail/subject": ledger.commit_text(mail.subject),
            "mail/text": ledger.commit_text(mail.text),
        },
    )
    for blob, name in kept.files:
        attach(entry, blob.pk, name or _("lampiran"), actor=actor, at=at)
    return entry


def _refuse_twice(entry: AgendaEntry, original: Blob) -> None:
    """Refuse the second of two; writers of one office queue at its numbers.

    Raises:
        MailTwiceError: a standing entry of this office holds the same bytes.
    """
    same = AgendaMail.objects.filter(
        blob=original, entry__office=entry.office_id, entry__voided_at__isnull=True
    ).select_related("entry")
    first = same.first()
    if first is not None:
        raise MailTwiceError(first.entry.number, first.entry_id)
