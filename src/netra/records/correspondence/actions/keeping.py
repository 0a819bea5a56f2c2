"""Scans, papers that went out, and opening what is kept under seal."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.law import Paper, zone_of
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.queries import user_of
from netra.records.correspondence.actions.changing import attach
from netra.records.correspondence.actions.entering import enter_out
from netra.records.correspondence.actions.standing import (
    require_on_entry,
    require_to_add,
)
from netra.records.correspondence.content import EntryContent, Links
from netra.records.correspondence.errors import EntryContentError, ScanTwiceError
from netra.records.correspondence.models import AgendaEntry, AgendaOpening, AgendaScan
from netra.records.documents.models import IssuedPaper
from netra.records.evidence.models import Blob
from netra.records.ledger import actions as ledger
from netra.records.referrals.models import Referral


@transaction.atomic
def add_scan(
    *, entry: AgendaEntry, blob: Blob, name: str, actor: Actor, at: datetime
) -> AgendaScan:
    """Add a scanned letter or another file to an entry.

    Raises:
        NotAllowedError: the actor keeps no agenda for this office or this matter.
        ScanTwiceError: the same bytes are there already.
    """
    require_to_add(entry, actor)
    try:
        with transaction.atomic():
            return attach(entry, blob.pk, name, actor=actor, at=at)
    except IntegrityError as error:
        raise ScanTwiceError from error


def _day(moment: datetime, region: str) -> date:
    return moment.astimezone(zone_of(region)).date()


def enter_paper(
    *, paper: IssuedPaper, counterpart: str, subject: str, actor: Actor, at: datetime
) -> AgendaEntry:
    """Give an issued paper its number in the agenda of outgoing letters.

    Args:
        paper: As it was issued; its number and day are those of the letter.
        counterpart: Whom it went to, by office or role.
        subject: What it is, without a name.
        actor: Needs `KEEP_AGENDA` in the region of the paper.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor keeps no agenda for this office or this matter.
        InAgendaError: it has its number already.
    """
    is_letter = paper.kind == Paper.REFERRAL_LETTER.value
    content = EntryContent(
        counterpart=counterpart,
        subject=subject,
        happened_at=paper.issued_at,
        letter_number=paper.number,
        letter_on=_day(paper.issued_at, paper.region),
        links=Links(
            case=paper.case,
            report=paper.report,
            finding=paper.finding,
            tracing=paper.tracing,
            referral=paper.referral if is_letter else None,
            paper=paper,
        ),
    )
    return enter_out(office=paper.office, content=content, actor=actor, at=at)


def enter_referral(
    *, referral: Referral, subject: str, actor: Actor, at: datetime
) -> AgendaEntry:
    """Give a referral its number in the agenda of outgoing letters.

    Args:
        referral: As it was sent; number, day and addressee are its own.
        subject: What it is, without a name.
        actor: Needs `KEEP_AGENDA` in the region of the referral.
        at: Moment of entering.

    Raises:
        NotAllowedError: the actor keeps no agenda for this office or this matter.
        InAgendaError: it has its number already.
    """
    content = EntryContent(
        counterpart=referral.addressee,
        subject=subject,
        happened_at=referral.sent_at,
        letter_number=referral.number,
        letter_on=_day(referral.sent_at, referral.region),
        links=Links(case=referral.case, tracing=referral.tracing, referral=referral),
    )
    return enter_out(office=referral.office, content=content, actor=actor, at=at)


@transaction.atomic
def open_sealed(
    *, entry: AgendaEntry, reason: str, actor: Actor, at: datetime
) -> AgendaEntry:
    """Open whom an entry names under seal, for a reason that is recorded.

    Raises:
        NotAllowedError: the actor has no need to know.
        EntryContentError: no reason was given.
    """
    require_on_entry(entry, Action.OPEN_IDENTITY, actor)
    if not reason.strip():
        raise EntryContentError("reason", _("Tulis mengapa perlu dibuka."))
    row = AgendaOpening.objects.create(
        entry=entry, account=user_of(actor), at=at, reason=reason
    )
    base = f"opening/{row.pk}"
    ledger.append(
        "agenda.identity_opened",
        entry.ledger_subject,
        actor=actor,
        at=at,
        facts={
            f"{base}/account": actor.account_id,
            f"{base}/at": moment_text(at),
            f"{base}/reason": ledger.commit_text(reason),
        },
    )
    return entry
