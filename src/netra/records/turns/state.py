"""The kept state of turns, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.records.ledger.replaying import Kept
from netra.records.turns import kept
from netra.records.turns.models import (
    Correction,
    Hearing,
    InformationRequest,
    LateEvidence,
    Move,
    Reopening,
    TrackEvent,
    Withdrawal,
)


def turn_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every row of a turn with its fields."""
    yield from ((row.ledger_subject, kept.move_kept(row)) for row in Move.objects.all())
    yield from _records()
    for event in TrackEvent.objects.all():
        yield event.ledger_subject, kept.track_kept(event)
    for hearing in Hearing.objects.prefetch_related("sessions", "members"):
        yield hearing.ledger_subject, kept.hearing_kept(hearing)


def _records() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    for withdrawal in Withdrawal.objects.all():
        yield withdrawal.ledger_subject, kept.withdrawal_kept(withdrawal)
    for request in InformationRequest.objects.all():
        yield request.ledger_subject, kept.request_kept(request)
    for evidence in LateEvidence.objects.all():
        yield evidence.ledger_subject, kept.evidence_kept(evidence)
    for correction in Correction.objects.all():
        yield correction.ledger_subject, kept.correction_kept(correction)
    for reopening in Reopening.objects.all():
        yield reopening.ledger_subject, kept.reopening_kept(reopening)
