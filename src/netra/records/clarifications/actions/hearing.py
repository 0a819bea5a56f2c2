"""Holding a hearing: begin, identity, oath, opinion, breaks."""

import secrets
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from netra.domain.access import Actor
from netra.records.clarifications import facts
from netra.records.clarifications.entering import (
    enter,
    hold,
    person_of,
    require_hearing,
)
from netra.records.clarifications.errors import (
    HearingMovedError,
    MinutesClosedError,
    NotReadyError,
    TextNeededError,
)
from netra.records.clarifications.models import Break, Clarification, Minutes
from netra.records.ledger.replaying import Kept, Text

_KEY_BYTES = 32


@transaction.atomic
def begin_hearing(*, hearing: Clarification, actor: Actor, at: datetime) -> Minutes:
    """Open the minutes; whoever begins takes them.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        HearingMovedError: it has begun already, or the person was absent.
    """
    require_hearing(hearing, actor)
    hold(hearing, Clarification.State.PLANNED)
    hearing.state = Clarification.State.OPEN
    hearing.save(update_fields=["state"])
    minutes = Minutes.objects.create(
        clarification=hearing,
        officer=person_of(actor),
        began_at=at,
        draft_key=secrets.token_hex(_KEY_BYTES),
    )
    _enter_state(hearing, "clarification.begun", actor=actor, at=at)
    enter(
        "minutes.begun",
        minutes.ledger_subject,
        facts.minutes_facts(minutes),
        actor=actor,
        at=at,
    )
    return minutes


def _enter_state(
    hearing: Clarification, kind: str, *, actor: Actor, at: datetime
) -> None:
    told: dict[str, Kept] = {"state": hearing.state}
    enter(kind, hearing.ledger_subject, told, actor=actor, at=at)


def hold_open(minutes: Minutes, actor: Actor) -> None:
    """Hold minutes whose questions may still be written, after asking for permission.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        MinutesClosedError: they were read back.
    """
    require_hearing(minutes.clarification, actor)
    try:
        hold(minutes.clarification, Clarification.State.OPEN)
    except HearingMovedError as error:
        raise MinutesClosedError from error
    minutes.refresh_from_db()


@transaction.atomic
def record_identity(
    *,
    minutes: Minutes,
    identity: Minutes.Identity,
    counsel: str,
    actor: Actor,
    at: datetime,
) -> Minutes:
    """Record by which document the person was known, and who accompanies them.

    Args:
        minutes: Open ones.
        identity: Kind of document; its number is not recorded.
        counsel: Name of counsel or companion, kept sealed; may be empty.
        actor: Needs `HEAR_PARTY` in the region of the case.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        MinutesClosedError: they were read back.
    """
    hold_open(minutes, actor)
    minutes.identity, minutes.counsel = identity, counsel
    minutes.save(update_fields=["identity", "counsel"])
    told: dict[str, Kept] = {"identity": identity, "counsel": Text(value=counsel)}
    _enter_minutes("minutes.identity_checked", minutes, told, actor=actor, at=at)
    return minutes


def _enter_minutes(
    kind: str, minutes: Minutes, told: dict[str, Kept], *, actor: Actor, at: datetime
) -> None:
    enter(kind, minutes.ledger_subject, told, actor=actor, at=at)


@transaction.atomic
def record_oath(
    *, minutes: Minutes, oath: Minutes.Oath, note: str, actor: Actor, at: datetime
) -> Minutes:
    """Record whether the person took the oath; refusing it does not stop the hearing.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        MinutesClosedError: they were read back.
        TextNeededError: it was refused or not asked, and it is not said why.
    """
    hold_open(minutes, actor)
    if oath != Minutes.Oath.WILLING and not note.strip():
        raise TextNeededError("oath_note")
    minutes.oath, minutes.oath_note = oath, note
    minutes.save(update_fields=["oath", "oath_note"])
    told: dict[str, Kept] = {"oath": oath, "oath_note": Text(value=note)}
    _enter_minutes("minutes.oath_recorded", minutes, told, actor=actor, at=at)
    return minutes


@transaction.atomic
def record_opinion(
    *, minutes: Minutes, opinion: str, actor: Actor, at: datetime
) -> Minutes:
    """Keep the opinion of an expert, sealed.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        MinutesClosedError: they were read back.
        NotReadyError: the person is not heard as an expert.
    """
    hold_open(minutes, actor)
    if minutes.clarification.capacity != Clarification.Capacity.EXPERT:
        raise NotReadyError(
            "expert",
            _("Pendapat dicatat hanya untuk orang yang didengar sebagai ahli."),
        )
    minutes.opinion = opinion
    minutes.save(update_fields=["opinion"])
    told: dict[str, Kept] = {"opinion": Text(value=opinion)}
    _enter_minutes("minutes.opinion_recorded", minutes, told, actor=actor, at=at)
    return minutes


@transaction.atomic
def pause_hearing(
    *, minutes: Minutes, reason: str, actor: Actor, at: datetime
) -> Break:
    """Interrupt the hearing.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        MinutesClosedError: they were read back.
        HearingMovedError: it is interrupted already.
    """
    hold_open(minutes, actor)
    try:
        with transaction.atomic():
            pause = Break.objects.create(minutes=minutes, from_at=at, reason=reason)
    except IntegrityError as error:
        raise HearingMovedError("interrupted") from error
    told = facts.break_facts(pause)
    _enter_minutes("minutes.paused", minutes, told, actor=actor, at=at)
    return pause


@transaction.atomic
def resume_hearing(*, minutes: Minutes, actor: Actor, at: datetime) -> Break:
    """Go on after a break.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        MinutesClosedError: they were read back.
        HearingMovedError: it is not interrupted.
    """
    hold_open(minutes, actor)
    if not minutes.breaks.filter(to_at__isnull=True).update(to_at=at):
        raise HearingMovedError("running")
    pause = minutes.breaks.get(to_at=at)
    told = facts.break_facts(pause)
    _enter_minutes("minutes.resumed", minutes, told, actor=actor, at=at)
    return pause
