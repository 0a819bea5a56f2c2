"""Reading the minutes back, signing, finishing, and what may follow."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from netra.domain.access import Actor
from netra.domain.ledger.entries import moment_text
from netra.records.clarifications import facts
from netra.records.clarifications.actions.hearing import hold_open
from netra.records.clarifications.entering import (
    enter,
    hold,
    person_of,
    require_hearing,
)
from netra.records.clarifications.errors import (
    CopyTooEarlyError,
    HearingMovedError,
    NotReadyError,
    TextNeededError,
)
from netra.records.clarifications.models import (
    Answer,
    Clarification,
    CopyHandover,
    Correction,
    LaterNote,
    Minutes,
)
from netra.records.clarifications.queries import answers_of, handling_ended, rule_of
from netra.records.clarifications.state import note_facts
from netra.records.ledger.replaying import Kept, Text

_READ, _FINISHED = Clarification.State.READ, Clarification.State.FINISHED


@transaction.atomic
def read_back(*, minutes: Minutes, actor: Actor, at: datetime) -> Minutes:
    """Record that everything was read to the person; the answers stand from now on.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        MinutesClosedError: they were read back already.
        NotReadyError: identity, oath or answers are missing, or a break is running.
    """
    hold_open(minutes, actor)
    answers = list(answers_of(minutes))
    _require_ready(minutes, answers)
    minutes.read_back_at = at
    minutes.save(update_fields=["read_back_at"])
    told: dict[str, Kept] = {"read_back_at": moment_text(at)}
    for answer in answers:
        told |= facts.answer_facts(answer)
    enter("minutes.read_back", minutes.ledger_subject, told, actor=actor, at=at)
    _move(minutes.clarification, _READ, "clarification.read_back", actor=actor, at=at)
    return minutes


def _require_ready(minutes: Minutes, answers: list[Answer]) -> None:
    missing = {
        "identity": (not minutes.identity, _("Catat dahulu identitas orang itu.")),
        "oath": (not minutes.oath, _("Catat dahulu kesediaan disumpah.")),
        "answers": (not answers, _("Belum ada tanya jawab yang dapat dibacakan.")),
        "break": (
            minutes.breaks.filter(to_at__isnull=True).exists(),
            _("Klarifikasi sedang dijeda. Lanjutkan dahulu."),
        ),
    }
    for key, (is_missing, sentence) in missing.items():
        if is_missing:
            raise NotReadyError(key, sentence)


def _move(
    hearing: Clarification,
    state: Clarification.State,
    kind: str,
    *,
    actor: Actor,
    at: datetime,
) -> None:
    hearing.state = state
    hearing.save(update_fields=["state"])
    told: dict[str, Kept] = {"state": state.value}
    enter(kind, hearing.ledger_subject, told, actor=actor, at=at)


def _hold_read(minutes: Minutes, actor: Actor) -> None:
    require_hearing(minutes.clarification, actor)
    hold(minutes.clarification, _READ)
    minutes.refresh_from_db()


@transaction.atomic
def correct_answer(
    *, minutes: Minutes, answer: Answer | None, text: str, actor: Actor, at: datetime
) -> Correction:
    """Add what the person puts right after the reading.

    Args:
        minutes: Read back, not yet finished.
        answer: Which one it belongs to, `None` for the whole.
        text: What the person says instead.
        actor: Needs `HEAR_PARTY` in the region of the case.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        HearingMovedError: the minutes were not read back, or are finished.
        TextNeededError: there is no text.
    """
    _hold_read(minutes, actor)
    if not text.strip():
        raise TextNeededError("text")
    row = Correction.objects.create(minutes=minutes, answer=answer, text=text, at=at)
    told = facts.correction_facts(row)
    enter("minutes.corrected", minutes.ledger_subject, told, actor=actor, at=at)
    return row


@transaction.atomic
def sign_minutes(*, minutes: Minutes, actor: Actor, at: datetime) -> Minutes:
    """Record that the person signed.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        HearingMovedError: the minutes were not read back, or are finished.
    """
    _hold_read(minutes, actor)
    signed = Minutes.Signature.SIGNED
    return _signed(minutes, signed, "", actor=actor, at=at)


@transaction.atomic
def note_refusal(*, minutes: Minutes, note: str, actor: Actor, at: datetime) -> Minutes:
    """Record that the person refuses to sign, and why.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        HearingMovedError: the minutes were not read back, or are finished.
        TextNeededError: there is no note.
    """
    _hold_read(minutes, actor)
    if not note.strip():
        raise TextNeededError("signature_note")
    refused = Minutes.Signature.REFUSED
    return _signed(minutes, refused, note, actor=actor, at=at)


def _signed(
    minutes: Minutes,
    signature: Minutes.Signature,
    note: str,
    *,
    actor: Actor,
    at: datetime,
) -> Minutes:
    minutes.signature, minutes.signature_note = signature, note
    minutes.save(update_fields=["signature", "signature_note"])
    told: dict[str, Kept] = {
        "signature": signature.value,
        "signature_note": Text(value=note),
    }
    enter("minutes.signed", minutes.ledger_subject, told, actor=actor, at=at)
    return minutes


@transaction.atomic
def finish_hearing(*, minutes: Minutes, actor: Actor, at: datetime) -> Minutes:
    """Close the minutes for good; the key of what browsers kept is forgotten.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        HearingMovedError: the minutes were not read back, or are finished.
        NotReadyError: they are neither signed nor refused.
    """
    _hold_read(minutes, actor)
    if not minutes.signature:
        raise NotReadyError(
            "signature", _("Catat dahulu tanda tangan atau penolakannya.")
        )
    minutes.finished_at = at
    minutes.draft_key = ""
    minutes.save(update_fields=["finished_at", "draft_key"])
    told: dict[str, Kept] = {"finished_at": moment_text(at)}
    enter("minutes.finished", minutes.ledger_subject, told, actor=actor, at=at)
    kind = "clarification.finished"
    _move(minutes.clarification, _FINISHED, kind, actor=actor, at=at)
    return minutes


@transaction.atomic
def add_note(*, minutes: Minutes, text: str, actor: Actor, at: datetime) -> LaterNote:
    """Add a note to finished minutes, which themselves stay as they are.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        HearingMovedError: the minutes are not finished.
        TextNeededError: there is no text.
    """
    require_hearing(minutes.clarification, actor)
    hold(minutes.clarification, _FINISHED)
    if not text.strip():
        raise TextNeededError("text")
    row = LaterNote.objects.create(
        minutes=minutes, text=text, author=person_of(actor), at=at
    )
    enter(
        "minutes.note_added",
        minutes.ledger_subject,
        note_facts(row),
        actor=actor,
        at=at,
    )
    return row


@transaction.atomic
def hand_over_copy(
    *, minutes: Minutes, note: str, actor: Actor, at: datetime
) -> CopyHandover:
    """Record that the person was given a copy of the finished minutes.

    Raises:
        NotAllowedError: the actor hears nobody for this office.
        HearingMovedError: the minutes are not finished, or a copy was given already.
        CopyTooEarlyError: the procedure allows it only after handling has ended.
    """
    require_hearing(minutes.clarification, actor)
    hold(minutes.clarification, _FINISHED)
    case = minutes.clarification.case
    if rule_of(case).copy_after_handling and not handling_ended(case):
        raise CopyTooEarlyError
    try:
        with transaction.atomic():
            row = CopyHandover.objects.create(minutes=minutes, at=at, note=note)
    except IntegrityError as error:
        raise HearingMovedError("copied") from error
    told: dict[str, Kept] = {"copy/at": moment_text(at), "copy/note": Text(value=note)}
    enter("minutes.copy_given", minutes.ledger_subject, told, actor=actor, at=at)
    return row
