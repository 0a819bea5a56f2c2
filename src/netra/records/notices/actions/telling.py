"""Preparing, sending and delivering notices: one event, one addressee, once."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.models import Office
from netra.records.accounts.queries import user_of
from netra.records.cases.models import Case
from netra.records.evidence.models import Blob
from netra.records.jobs import later
from netra.records.ledger import actions as ledger
from netra.records.notices import wording
from netra.records.notices.errors import (
    NoticeMovedError,
    NotTheirsError,
    NotYetError,
    TextNeededError,
    ToldAlreadyError,
)
from netra.records.notices.matters import (
    Matter,
    local_day,
    matter_of,
    notice_number,
    report_of,
    require_of,
)
from netra.records.notices.models import Notice
from netra.records.notices.queries import (
    cleared_at_of,
    has_happened,
    invitation_of,
    wants_mail,
)
from netra.records.reports.models import Respondent

_MAIL = "netra.records.notices.mailing.send_mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Whom a notice is for; the person or office where the kind alone is not enough."""

    to: Notice.To
    respondent: Respondent | None = None
    office: Office | None = None

    @property
    def key(self) -> str:
        """What tells one addressee of a matter from another."""
        one = self.respondent or self.office
        return f"{self.to}:{one.pk}" if one else str(self.to)


@transaction.atomic
def prepare_notice(
    *,
    matter: Matter,
    event: Notice.Event,
    addressee: Addressee,
    channel: Notice.Channel,
    actor: Actor,
    at: datetime,
) -> Notice:
    """Write a notice that is not sent yet.

    Args:
        matter: A case, or a report that has none.
        event: What is told; must have happened.
        addressee: Whom it is for.
        channel: How it goes; a reporter gets e-mail only who asked for it.
        actor: Needs `SEND_NOTICE` in the region of the matter.
        at: Moment of writing.

    Raises:
        NotAllowedError: the actor tells nothing for this office.
        NotYetError: the event has not happened.
        NotTheirsError: this addressee is not told of it, or not in this way.
        ToldAlreadyError: there is such a notice; nothing was written.
    """
    require_of(matter, Action.SEND_NOTICE, actor)
    _check(matter, event, addressee, channel)
    subject = matter.ledger_subject
    try:
        with transaction.atomic():
            notice = Notice.objects.create(
                **_matter_fields(matter),
                event=event,
                to=addressee.to,
                respondent=addressee.respondent,
                office=addressee.office,
                channel=channel,
                once=f"{subject}/{event}/{addressee.key}",
                number=notice_number(matter.office, local_day(matter, at)),
                text=_text(matter, event, addressee),
                prepared_at=at,
                prepared_by_id=int(actor.account_id),
            )
    except IntegrityError as error:
        raise ToldAlreadyError from error
    ledger.append(
        "notice.prepared",
        notice.ledger_subject,
        actor=actor,
        at=at,
        facts=prepared_facts(notice),
    )
    return notice


def _matter_fields(matter: Matter) -> dict[str, Matter]:
    return {"case" if isinstance(matter, Case) else "report": matter}


def prepared_facts(notice: Notice) -> dict[str, Fact]:
    """Return the facts of a new notice."""
    return {
        "matter": matter_of(notice).ledger_subject,
        "event": notice.event,
        "to": notice.once.rpartition("/")[2],
        "channel": notice.channel,
        "number": notice.number,
        "text": ledger.commit_text(notice.text),
        "prepared_at": moment_text(notice.prepared_at),
    }


def _check(
    matter: Matter,
    event: Notice.Event,
    addressee: Addressee,
    channel: Notice.Channel,
) -> None:
    if not wording.is_told(event, addressee.to):
        raise NotTheirsError(
            f"{addressee.to} is not told of {event}",
            _("Penerima ini tidak diberi tahu tentang hal ini."),
        )
    if channel not in wording.CHANNELS[addressee.to]:
        raise NotTheirsError(
            f"{addressee.to} is not told by {channel}",
            _("Penerima ini tidak diberi tahu lewat saluran ini. Pilih yang lain."),
        )
    _check_person(matter, addressee)
    if channel == Notice.Channel.EMAIL and not wants_mail(matter):
        raise NotTheirsError(
            "the reporter asked for no mail",
            _("Pelapor tidak meminta surel. Pilih saluran lain."),
        )
    if not has_happened(matter, event, addressee.respondent):
        raise NotYetError(event)


def _check_person(matter: Matter, addressee: Addressee) -> None:
    needs = {
        Notice.To.RESPONDENT: addressee.respondent is not None,
        Notice.To.OFFICE_BELOW: addressee.office is not None,
        Notice.To.OFFICE_ABOVE: addressee.office is not None,
    }
    report = report_of(matter)
    if addressee.to in wording.REPORTERS:
        needs[addressee.to] = report is not None
    if addressee.to == Notice.To.ATTORNEY:
        needs[addressee.to] = hasattr(report, "attorney")
    if addressee.to == Notice.To.FINDER:
        needs[addressee.to] = report is None
    if not needs.get(addressee.to, True):
        raise NotTheirsError(
            f"the matter has no such {addressee.to}",
            _("Perkara ini tidak mempunyai penerima seperti itu."),
        )


def _text(matter: Matter, event: Notice.Event, addressee: Addressee) -> str:
    told = event
    ends = event in (Notice.Event.DECIDED, Notice.Event.REFERRED)
    if ends and addressee.to in wording.REPORTERS and cleared_at_of(matter):
        told = Notice.Event.CLEARED
    invitation = invitation_of(matter, addressee.respondent)
    return wording.text_of(
        told,
        addressee.to,
        number=matter.number,
        origin=matter.origin.number if isinstance(matter, Case) else matter.number,
        due_on=invitation.due_on if invitation else None,
    )


@transaction.atomic
def send_notice(*, notice: Notice, actor: Actor, at: datetime) -> Notice:
    """Record that a notice went out; an e-mail leaves with the worker, once.

    Raises:
        NotAllowedError: the actor tells nothing for this office.
        NoticeMovedError: it was sent or withdrawn first; nothing was written.
    """
    require_of(matter_of(notice), Action.SEND_NOTICE, actor)
    waiting = Notice.objects.filter(
        pk=notice.pk, sent_at__isnull=True, withdrawn_at__isnull=True
    )
    if not waiting.update(sent_at=at, sent_by=user_of(actor)):
        raise NoticeMovedError
    ledger.append(
        "notice.sent",
        notice.ledger_subject,
        actor=actor,
        at=at,
        facts={"sent_at": moment_text(at), "sent_by": actor.account_id},
    )
    if notice.channel == Notice.Channel.EMAIL:
        later.enqueue(_MAIL, notice.pk)
    notice.refresh_from_db()
    return notice


@transaction.atomic
def record_delivery(
    *,
    notice: Notice,
    delivered_at: datetime,
    note: str,
    proof: Blob | None,
    actor: Actor,
    at: datetime,
) -> Notice:
    """Record that a sent notice reached its addressee, how, and the proof.

    Raises:
        NotAllowedError: the actor tells nothing for this office.
        TextNeededError: neither a note nor a proof says how it was delivered.
        NoticeMovedError: it was not sent, or its delivery is recorded already.
    """
    require_of(matter_of(notice), Action.SEND_NOTICE, actor)
    if not note.strip() and proof is None:
        raise TextNeededError("note")
    happened_at = min(delivered_at, at)
    waiting = Notice.objects.filter(
        pk=notice.pk,
        sent_at__isnull=False,
        sent_at__lte=happened_at,
        delivered_at__isnull=True,
    )
    if not waiting.update(
        delivered_at=happened_at, delivery_note=note, delivery_proof=proof
    ):
        raise NoticeMovedError
    ledger.append(
        "notice.delivered",
        notice.ledger_subject,
        actor=actor,
        at=at,
        happened_at=happened_at,
        facts={
            "delivered_at": moment_text(happened_at),
            "delivery_note": ledger.commit_text(note),
            "delivery_proof": proof.pk if proof else None,
        },
    )
    notice.refresh_from_db()
    return notice


@transaction.atomic
def withdraw_notice(
    *, notice: Notice, reason: str, actor: Actor, at: datetime
) -> Notice:
    """Take back a notice that was not sent; the event may then be told anew.

    Raises:
        NotAllowedError: the actor tells nothing for this office.
        TextNeededError: no reason was given.
        NoticeMovedError: it was sent or withdrawn first; nothing was written.
    """
    require_of(matter_of(notice), Action.SEND_NOTICE, actor)
    if not reason.strip():
        raise TextNeededError("reason")
    waiting = Notice.objects.filter(
        pk=notice.pk, sent_at__isnull=True, withdrawn_at__isnull=True
    )
    if not waiting.update(withdrawn_at=at, withdrawn_reason=reason):
        raise NoticeMovedError
    ledger.append(
        "notice.withdrawn",
        notice.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "withdrawn_at": moment_text(at),
            "withdrawn_reason": ledger.commit_text(reason),
        },
    )
    notice.refresh_from_db()
    return notice
