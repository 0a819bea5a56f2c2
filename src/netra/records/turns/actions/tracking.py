"""Following the criminal track, which runs beside the handling of the case."""

from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger
from netra.records.turns.actions.recording import require_text
from netra.records.turns.errors import (
    NotLastEventError,
    NoTrackError,
    NotYetError,
    TrackOrderError,
)
from netra.records.turns.handing import person_of
from netra.records.turns.kept import entered, track_kept
from netra.records.turns.models import TrackEvent
from netra.records.turns.queries import FOLLOWS, GAKKUMDU, goes_to, standing_events


@transaction.atomic
def note_track_event(
    *,
    case: Case,
    key: TrackEvent.Key,
    happened_at: datetime,
    note: str,
    actor: Actor,
    at: datetime,
) -> TrackEvent:
    """Note what police, prosecutor or court did.

    Args:
        case: With an outcome that goes to the criminal track.
        key: What happened; a returned file may come back several times.
        happened_at: When; not before the last event, not after `at`.
        note: By which letter or word the office knows; may be empty.
        actor: Needs `FOLLOW_TRACK` in the region of the case.
        at: Moment of noting.

    Raises:
        NotAllowedError: the actor does not follow the track for this office.
        NoTrackError: no outcome goes there.
        TrackOrderError: it cannot follow what happened last.
        NotYetError: it is said to happen later than now.
    """
    require_on(case, Action.FOLLOW_TRACK, actor)
    if not goes_to(case, GAKKUMDU):
        raise NoTrackError
    last = standing_events(case).last()
    if (last.key if last else "") not in FOLLOWS[key]:
        raise TrackOrderError(key, last.key if last else "")
    if happened_at > at:
        raise NotYetError("happened_at", happened_at)
    if last is not None and happened_at < last.happened_at:
        raise TrackOrderError(key, last.key)
    row = TrackEvent.objects.create(
        case=case,
        key=key,
        happened_at=happened_at,
        note=note,
        recorded_by=person_of(actor),
        recorded_at=at,
    )
    ledger.append(
        "track_event.noted",
        row.ledger_subject,
        actor=actor,
        at=at,
        happened_at=happened_at,
        facts=entered(track_kept(row)),
    )
    return row


@transaction.atomic
def strike_track_event(
    *, event: TrackEvent, reason: str, actor: Actor, at: datetime
) -> TrackEvent:
    """Strike out the newest event, noted by mistake; it stays readable.

    Raises:
        NotAllowedError: the actor does not follow the track for this office.
        TurnTextMissingError: no reason was given.
        NotLastEventError: another one is the newest, or it is struck out already.
    """
    require_on(event.case, Action.FOLLOW_TRACK, actor)
    require_text(reason=reason)
    last = standing_events(event.case).last()
    if last is None or last.pk != event.pk:
        raise NotLastEventError
    standing = TrackEvent.objects.filter(pk=event.pk, undone_at__isnull=True)
    if not standing.update(
        undone_by=person_of(actor), undone_at=at, undo_reason=reason
    ):
        raise NotLastEventError
    event.refresh_from_db()
    ledger.append(
        "track_event.struck_out",
        event.ledger_subject,
        actor=actor,
        at=at,
        facts=entered(track_kept(event), "undone_by", "undone_at", "undo_reason"),
    )
    return event
