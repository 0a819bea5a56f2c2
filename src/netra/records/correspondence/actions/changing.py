"""Correcting, voiding, linking and answering; an entry itself is never changed."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.queries import user_of
from netra.records.correspondence.actions.entering import (
    link_facts,
    permitted,
    write_entry,
)
from netra.records.correspondence.actions.standing import (
    require_on_entry,
    require_to_add,
)
from netra.records.correspondence.content import EntryContent, Links
from netra.records.correspondence.errors import EntryContentError, EntryMovedError
from netra.records.correspondence.models import AgendaEntry, AgendaScan
from netra.records.ledger import actions as ledger


def _hold_standing(entry: AgendaEntry) -> None:
    """Queue behind whoever writes the entry; refuse one that no longer counts.

    The counted update names columns of the row alone: a database that waited for
    another writer reads those again, but no other table. What corrects the entry is
    asked once the row is held.

    Raises:
        EntryMovedError: it was voided or corrected.
    """
    standing = AgendaEntry.objects.filter(pk=entry.pk, voided_at__isnull=True)
    if not standing.update(void_reason=""):
        raise EntryMovedError(entry.number)
    if AgendaEntry.objects.filter(corrects=entry.pk).exists():
        raise EntryMovedError(entry.number)


@transaction.atomic
def correct_entry(
    *, entry: AgendaEntry, content: EntryContent, actor: Actor, at: datetime
) -> AgendaEntry:
    """Write a further entry that takes the place of one; the first stays as it is.

    Direction, kind, links and scans come along. Of an entry that names a source, an
    empty `counterpart` or `note` keeps what is under seal.

    Args:
        entry: What is to be corrected.
        content: How it should have been entered; its links are not read.
        actor: Needs `KEEP_AGENDA` in the region of the entry.
        at: Moment of the correction.

    Raises:
        NotAllowedError: the actor keeps no agenda for this office or this matter.
        EntryMovedError: it was voided or corrected already.
        EntryContentError: a part is missing, or it lies ahead.
    """
    require_to_add(entry, actor)
    _hold_standing(entry)
    links = Links(**{name: getattr(entry, name) for name in AgendaEntry.LINKS})
    if content.names_source and entry.names_source:
        content = replace(
            content,
            counterpart=content.counterpart or entry.sealed_counterpart,
            note=content.note or entry.note,
        )
    row = write_entry(
        "agenda.corrected",
        office=entry.office,
        content=replace(content, links=links),
        direction=AgendaEntry.Direction(entry.direction),
        kind=AgendaEntry.Kind(entry.kind),
        corrects=entry,
        actor=actor,
        at=at,
    )
    for scan in entry.scans.select_related("blob"):
        attach(row, scan.blob_id, scan.name, actor=actor, at=at)
    return row


@transaction.atomic
def void_entry(
    *, entry: AgendaEntry, reason: str, actor: Actor, at: datetime
) -> AgendaEntry:
    """Let an entry count no more; its number stays used.

    Raises:
        NotAllowedError: the actor keeps no agenda for this office or this matter.
        EntryContentError: no reason was given.
        EntryMovedError: it was voided or corrected already.
    """
    require_on_entry(entry, Action.KEEP_AGENDA, actor)
    if not reason.strip():
        raise EntryContentError("reason", _("Tulis alasan pembatalannya."))
    _hold_standing(entry)
    AgendaEntry.objects.filter(pk=entry.pk).update(
        voided_at=at, voided_by=user_of(actor), void_reason=reason
    )
    ledger.append(
        "agenda.voided",
        entry.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "voided_at": moment_text(at),
            "void_reason": ledger.commit_text(reason),
        },
    )
    entry.refresh_from_db()
    return entry


@transaction.atomic
def link_entry(
    *, entry: AgendaEntry, links: Links, actor: Actor, at: datetime
) -> AgendaEntry:
    """Tie an entry to what it is about; a tie that is there is not replaced.

    What it answers brings its case along.

    Raises:
        NotAllowedError: the actor may not write on the entry or on the matter.
        EntryContentError: nothing is named, or it would answer itself.
        EntryMovedError: one of the ties is there already, or the entry was voided.
    """
    require_to_add(entry, actor)
    links = permitted(links, actor)
    if links.answers is not None and links.answers.pk == entry.pk:
        raise EntryContentError(
            "answers", _("Catatan tidak dapat menjawab dirinya sendiri.")
        )
    chosen = {n: getattr(links, n) for n in AgendaEntry.LINKS if getattr(links, n)}
    if links.answers is not None and entry.case_id is not None:
        chosen.pop("case", None)  # the answer keeps the case it has
    if not chosen:
        raise EntryContentError("case", _("Pilih perkara atau catatan yang dijawab."))
    free = Q(**{f"{name}__isnull": True for name in chosen})
    rows = AgendaEntry.objects.filter(free, pk=entry.pk, voided_at__isnull=True)
    if not rows.update(**chosen):
        raise EntryMovedError(entry.number)
    entry.refresh_from_db()
    told = link_facts(entry)
    ledger.append(
        "agenda.linked",
        entry.ledger_subject,
        actor=actor,
        at=at,
        facts={name: told[name] for name in chosen},
    )
    return entry


@transaction.atomic
def answer_entry(
    *,
    entry: AgendaEntry,
    content: EntryContent,
    kind: AgendaEntry.Kind = AgendaEntry.Kind.LETTER,
    actor: Actor,
    at: datetime,
) -> AgendaEntry:
    """Enter the answer to an entry: it goes the other way and keeps the matter.

    Args:
        entry: What is answered.
        content: The answer; of its links a paper or referral is read.
        kind: Letter, call, visit or message.
        actor: Needs `KEEP_AGENDA` in the region of the entry.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor keeps no agenda for this office or this matter.
        EntryMovedError: it was voided or corrected.
        EntryContentError: a part is missing, or it lies ahead.
        InAgendaError: the paper or referral has its number already.
    """
    require_to_add(entry, actor)
    _hold_standing(entry)
    came_in = entry.direction == AgendaEntry.Direction.IN
    links = Links(
        case=entry.case,
        report=entry.report,
        finding=entry.finding,
        tracing=entry.tracing,
        referral=content.links.referral,
        paper=content.links.paper,
        answers=entry,
    )
    return write_entry(
        "agenda.answered",
        office=entry.office,
        content=replace(content, links=links),
        direction=AgendaEntry.Direction.OUT if came_in else AgendaEntry.Direction.IN,
        kind=kind,
        actor=actor,
        at=at,
    )


def attach(
    entry: AgendaEntry, sha256: str, name: str, *, actor: Actor, at: datetime
) -> AgendaScan:
    """Write a file of an entry and enter it; runs inside an action."""
    scan = AgendaScan.objects.create(
        entry=entry, blob_id=sha256, name=name, received_at=at
    )
    ledger.append(
        "agenda.scan_added",
        entry.ledger_subject,
        actor=actor,
        at=at,
        facts={f"scan/{scan.pk}/sha256": sha256},
    )
    return scan
