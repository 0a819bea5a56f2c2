"""Entering letters, calls and visits."""

from datetime import datetime
from types import MappingProxyType

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.law import zone_of
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.access import require
from netra.records.accounts.models import Office, OfficeSetting, User
from netra.records.accounts.numbering import next_number
from netra.records.accounts.queries import setting_of
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.correspondence.actions.standing import require_on_matter
from netra.records.correspondence.content import EntryContent, Links
from netra.records.correspondence.errors import EntryContentError, InAgendaError
from netra.records.correspondence.models import AgendaEntry
from netra.records.ledger import actions as ledger

NUMBERS = MappingProxyType(
    {
        AgendaEntry.Direction.IN: ("M-{seq:03}/{year}", OfficeSetting.Key.AGENDA_IN),
        AgendaEntry.Direction.OUT: ("K-{seq:03}/{year}", OfficeSetting.Key.AGENDA_OUT),
    }
)
"""Registers of ours: no rule names a pattern. An office settles its own."""


@transaction.atomic
def enter_in(
    *,
    office: Office,
    content: EntryContent,
    kind: AgendaEntry.Kind = AgendaEntry.Kind.LETTER,
    actor: Actor,
    at: datetime,
) -> AgendaEntry:
    """Enter what came in.

    Raises:
        NotAllowedError: the actor keeps no agenda for this office or this matter.
        EntryContentError: a part is missing, or it lies ahead.
    """
    return write_entry(
        "agenda.entered_in",
        office=office,
        content=content,
        direction=AgendaEntry.Direction.IN,
        kind=kind,
        actor=actor,
        at=at,
    )


@transaction.atomic
def enter_out(
    *,
    office: Office,
    content: EntryContent,
    kind: AgendaEntry.Kind = AgendaEntry.Kind.LETTER,
    actor: Actor,
    at: datetime,
) -> AgendaEntry:
    """Enter what went out.

    Raises:
        NotAllowedError: the actor keeps no agenda for this office or this matter.
        EntryContentError: a part is missing, or it lies ahead.
        InAgendaError: the paper or referral has its number already.
    """
    return write_entry(
        "agenda.entered_out",
        office=office,
        content=content,
        direction=AgendaEntry.Direction.OUT,
        kind=kind,
        actor=actor,
        at=at,
    )


@transaction.atomic
def note_call(
    *,
    office: Office,
    content: EntryContent,
    direction: AgendaEntry.Direction,
    actor: Actor,
    at: datetime,
) -> AgendaEntry:
    """Enter a call with what was said.

    Raises:
        NotAllowedError: the actor keeps no agenda for this office or this matter.
        EntryContentError: a part is missing, or it lies ahead.
    """
    return write_entry(
        "agenda.call_noted",
        office=office,
        content=content,
        direction=direction,
        kind=AgendaEntry.Kind.CALL,
        actor=actor,
        at=at,
    )


@transaction.atomic
def note_visit(
    *,
    office: Office,
    content: EntryContent,
    direction: AgendaEntry.Direction,
    actor: Actor,
    at: datetime,
) -> AgendaEntry:
    """Enter a visit with what was said: one received, or one made.

    Raises:
        NotAllowedError: the actor keeps no agenda for this office or this matter.
        EntryContentError: a part is missing, or it lies ahead.
    """
    return write_entry(
        "agenda.visit_noted",
        office=office,
        content=content,
        direction=direction,
        kind=AgendaEntry.Kind.VISIT,
        actor=actor,
        at=at,
    )


def write_entry(
    entry_kind: str,
    *,
    office: Office,
    content: EntryContent,
    direction: AgendaEntry.Direction,
    kind: AgendaEntry.Kind,
    corrects: AgendaEntry | None = None,
    actor: Actor,
    at: datetime,
) -> AgendaEntry:
    """Write a line of the agenda and enter it; runs inside an action.

    Raises:
        NotAllowedError: the actor keeps no agenda for this office or this matter.
        EntryContentError: a part is missing, or it lies ahead.
        InAgendaError: the paper or referral has its number already.
    """
    require(actor, Action.KEEP_AGENDA, office.region)
    links = permitted(content.links, actor)
    _check(content, at)
    sealed = content.names_source
    today = at.astimezone(zone_of(office.region)).date()
    number, sequence = _number(office, direction, at)
    row = AgendaEntry(
        office=office,
        region=office.region,
        direction=direction,
        kind=kind,
        number=number,
        year=today.year,
        sequence=sequence,
        counterpart="" if sealed else content.counterpart,
        sealed_counterpart=content.counterpart if sealed else "",
        names_source=sealed,
        subject=content.subject,
        note=content.note,
        letter_number=content.letter_number,
        letter_on=content.letter_on,
        happened_at=content.happened_at,
        recorded_at=at,
        recorded_by=User.objects.get(pk=int(actor.account_id)),
        corrects=corrects,
        **{name: getattr(links, name) for name in AgendaEntry.LINKS},
    )
    _save(row, links)
    ledger.append(
        entry_kind,
        row.ledger_subject,
        actor=actor,
        at=at,
        happened_at=content.happened_at,
        facts=entry_facts(row),
    )
    return row


def _number(
    office: Office, direction: AgendaEntry.Direction, at: datetime
) -> tuple[str, int]:
    """Return the next number of the agenda and its place in the year."""
    today = at.astimezone(zone_of(office.region)).date()
    plain, key = NUMBERS[direction]
    series = f"agenda_{direction}"
    number = next_number(
        office,
        series,
        today,
        template=setting_of(office, key) or plain,
        fields={"region_code": office.region or "00", "tier": office.tier},
    )
    return number, office.series.get(name=series, year=today.year).last


def _save(row: AgendaEntry, links: Links) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        held = number_in_agenda(links)
        if held is None or row.direction != AgendaEntry.Direction.OUT:
            raise
        raise InAgendaError(held) from error


def number_in_agenda(links: Links) -> str | None:
    """Return the number under which a paper or referral went out, if it has one."""
    rows = AgendaEntry.objects.filter(
        direction=AgendaEntry.Direction.OUT,
        corrects__isnull=True,
        voided_at__isnull=True,
    )
    same = Q()
    if links.paper is not None:
        same |= Q(paper=links.paper)
    if links.referral is not None:
        same |= Q(referral=links.referral)
    found = rows.filter(same).first() if same else None
    return found.number if found else None


def _check(content: EntryContent, at: datetime) -> None:
    if not content.counterpart.strip():
        raise EntryContentError("counterpart", _("Tulis dari siapa atau kepada siapa."))
    if not content.subject.strip():
        raise EntryContentError("subject", _("Tulis perihalnya, tanpa nama orang."))
    if content.happened_at > at:
        raise EntryContentError("happened_on", _("Saat ini ada di masa depan."))


def permitted(links: Links, actor: Actor) -> Links:
    """Return the links with the case they lead to, once the actor may write on them.

    Raises:
        NotAllowedError: one of the matters is not for the actor to write on.
    """
    case = links.case or _case_of(links)
    if case is not None:
        require_on(case, Action.KEEP_AGENDA, actor)
    others = (links.report, links.finding, links.tracing, links.referral, links.paper)
    for row in (*others, links.answers):
        if row is not None:
            require_on_matter(row, row.region, actor)
    return Links(
        case=case,
        report=links.report,
        finding=links.finding,
        tracing=links.tracing,
        referral=links.referral,
        paper=links.paper,
        answers=links.answers,
    )


def _case_of(links: Links) -> Case | None:
    """Return the case that a paper, referral, report or finding belongs to."""
    for row in (links.referral, links.paper, links.answers):
        if row is not None and row.case is not None:
            return row.case
    if links.report is not None:
        return Case.objects.filter(report=links.report).first()
    if links.finding is not None:
        return Case.objects.filter(finding=links.finding).first()
    return None


def entry_facts(row: AgendaEntry) -> dict[str, Fact]:
    """Return the facts about an entry as it was written."""
    return {
        "office": str(row.office_id),
        "region": row.region,
        "direction": row.direction,
        "kind": row.kind,
        "number": row.number,
        "happened_at": moment_text(row.happened_at),
        "letter_on": row.letter_on.isoformat() if row.letter_on else None,
        "names_source": row.names_source,
        "counterpart": ledger.commit_text(row.counterpart or row.sealed_counterpart),
        "subject": ledger.commit_text(row.subject),
        "letter_number": ledger.commit_text(row.letter_number),
        "note": ledger.commit_text(row.note),
        **link_facts(row),
        "corrects": str(row.corrects_id) if row.corrects_id else None,
    }


def link_facts(row: AgendaEntry) -> dict[str, Fact]:
    """Return what an entry is tied to."""
    ties = {name: getattr(row, f"{name}_id") for name in row.LINKS}
    return {name: str(pk) if pk else None for name, pk in ties.items()}
