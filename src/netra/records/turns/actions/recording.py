"""Withdrawals, further information, and evidence that comes late."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor
from netra.domain.law import StepKind, zone_of
from netra.records.access import require_for
from netra.records.cases import actions as cases
from netra.records.cases import road
from netra.records.cases.conditions import newest_study, open_plenary
from netra.records.cases.models import Case, Study
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger
from netra.records.reports.models import Report
from netra.records.turns.errors import (
    AnsweredAlreadyError,
    LimitUsedUpError,
    NoLongerTimeError,
    NotYetError,
    PlenaryRunningError,
    TurnTextMissingError,
    WithdrawnAlreadyError,
)
from netra.records.turns.handing import person_of
from netra.records.turns.kept import (
    entered,
    evidence_kept,
    request_kept,
    withdrawal_kept,
)
from netra.records.turns.models import InformationRequest, LateEvidence, Withdrawal
from netra.records.turns.models.records import Source
from netra.records.turns.queries import DECIDED, EXTENSION, longer_deadline


def require_text(**texts: str) -> None:
    """Refuse an empty text.

    Raises:
        TurnTextMissingError: naming the first that is empty.
    """
    for name, text in texts.items():
        if not text.strip():
            raise TurnTextMissingError(name)


def _require_turn(report: Report, actor: Actor) -> None:
    case = Case.objects.filter(report=report).first()
    if case is not None:
        require_on(case, Action.RECORD_TURN, actor)
    else:
        require_for(actor, Action.RECORD_TURN, report, report.region)


@transaction.atomic
def record_withdrawal(
    *,
    report: Report,
    letter_on: date,
    said_by: Withdrawal.By,
    proof: Withdrawal.Proof,
    reason: str,
    actor: Actor,
    at: datetime,
) -> Withdrawal:
    """Record that the reporter takes the report back; handling does not end by it.

    Args:
        report: Registered or not.
        letter_on: Day of the letter, not after today.
        said_by: The reporter or the attorney.
        proof: How the office knows it is the reporter's will.
        reason: As the reporter gives it; sealed.
        actor: Needs `RECORD_TURN` in the region of the report.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor records nothing for this office.
        TurnTextMissingError: no reason was given.
        NotYetError: the letter is dated after today.
        WithdrawnAlreadyError: it is recorded already.
    """
    _require_turn(report, actor)
    require_text(reason=reason)
    if letter_on > at.astimezone(zone_of(report.place_region)).date():
        raise NotYetError("letter_on")
    try:
        with transaction.atomic():
            row = Withdrawal.objects.create(
                report=report,
                letter_on=letter_on,
                said_by=said_by,
                proof=proof,
                reason=reason,
                recorded_by=person_of(actor),
                recorded_at=at,
            )
    except IntegrityError as error:
        raise WithdrawnAlreadyError from error
    ledger.append(
        "withdrawal.recorded",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts=entered(withdrawal_kept(row)),
    )
    return row


@transaction.atomic
def decide_withdrawal(
    *,
    withdrawal: Withdrawal,
    goes_on: Withdrawal.GoesOn,
    reason: str,
    actor: Actor,
    at: datetime,
) -> Withdrawal:
    """Decide how handling goes on after a withdrawal; nothing moves by it.

    Args:
        withdrawal: Not yet decided.
        goes_on: As report, or as initial information.
        reason: What the officer weighed.
        actor: Needs `RECORD_TURN` in the region of the report.
        at: Moment of deciding.

    Raises:
        NotAllowedError: the actor records nothing for this office.
        TurnTextMissingError: no reason was given.
        WithdrawnAlreadyError: somebody decided it first; nothing was written.
    """
    _require_turn(withdrawal.report, actor)
    require_text(reason=reason)
    open_ones = Withdrawal.objects.filter(pk=withdrawal.pk, decided_at__isnull=True)
    if not open_ones.update(
        goes_on=goes_on,
        decision_reason=reason,
        decided_by=person_of(actor),
        decided_at=at,
    ):
        raise WithdrawnAlreadyError
    withdrawal.refresh_from_db()
    ledger.append(
        "withdrawal.decided",
        withdrawal.ledger_subject,
        actor=actor,
        at=at,
        facts=entered(
            withdrawal_kept(withdrawal),
            "goes_on",
            "decision_reason",
            "decided_by",
            "decided_at",
        ),
    )
    return withdrawal


@transaction.atomic
def ask_information(
    *, case: Case, asked_of: Source, what: str, actor: Actor, at: datetime
) -> InformationRequest:
    """Ask for information the study needs, within the longer time of the law.

    The first request takes the longer time; the law says how long it is in all.

    Args:
        case: Under study or waiting for a plenary.
        asked_of: Whom.
        what: What is asked, without names.
        actor: Needs `RECORD_TURN` and `WRITE_STUDY` in the region of the case.
        at: Moment of asking.

    Raises:
        NotAllowedError: the actor does not study this case.
        CaseMovedError: the case is decided or ended.
        TurnTextMissingError: it does not say what is asked.
        NoLongerTimeError: the procedure gives no longer time.
        LimitUsedUpError: the longer time has run out; nothing was written.
    """
    require_on(case, Action.RECORD_TURN, actor)
    road.require_kind(case, StepKind.STUDY, StepKind.PLENARY)
    require_text(what=what)
    _require_time(case, at)
    if not case.events.filter(key=EXTENSION).exists():
        cases.take_extension(case=case, reason=what, actor=actor, at=at)
    row = InformationRequest.objects.create(
        case=case, asked_of=asked_of, what=what, asked_by=person_of(actor), asked_at=at
    )
    ledger.append(
        "information_request.asked",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts=entered(request_kept(row)),
    )
    return row


def _require_time(case: Case, at: datetime) -> None:
    limit = longer_deadline(case, at)
    if limit is None:
        raise NoLongerTimeError(case.procedure)
    if at > limit.due_at:
        raise LimitUsedUpError(limit.due_at, f"{limit.due_at:%d-%m-%Y %H.%M}")


@transaction.atomic
def answer_information(
    *, request: InformationRequest, answer: str, actor: Actor, at: datetime
) -> InformationRequest:
    """Record the information that came.

    Args:
        request: Not yet answered.
        answer: What was said; sealed.
        actor: Needs `RECORD_TURN` in the region of the case.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor records nothing for this office.
        TurnTextMissingError: there is no answer.
        AnsweredAlreadyError: somebody recorded it first; nothing was written.
    """
    require_on(request.case, Action.RECORD_TURN, actor)
    require_text(answer=answer)
    waiting = InformationRequest.objects.filter(pk=request.pk, answered_at__isnull=True)
    if not waiting.update(answer=answer, answered_at=at):
        raise AnsweredAlreadyError
    request.refresh_from_db()
    ledger.append(
        "information_request.answered",
        request.ledger_subject,
        actor=actor,
        at=at,
        facts=entered(request_kept(request), "answer", "answered_at"),
    )
    return request


@transaction.atomic
def add_new_evidence(
    *,
    case: Case,
    brought_by: Source,
    description: str,
    why_late: str,
    received_at: datetime,
    actor: Actor,
    at: datetime,
) -> LateEvidence:
    """Record evidence that came after registration.

    Before the decision it goes at once into the study, as a new version where the
    newest is submitted, so that what was approved is approved anew. After the decision
    it changes nothing by itself; a case may be opened again because of it.

    Args:
        case: Registered.
        brought_by: Who.
        description: What it is, without names of reporter or witnesses.
        why_late: Why it comes only now.
        received_at: When it came; not after `at`.
        actor: Needs `RECORD_TURN` and `WRITE_STUDY` in the region of the case.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor records nothing for this office.
        TurnTextMissingError: description or reason is missing.
        NotYetError: it is said to come later than now.
        PlenaryRunningError: the plenary has the study on the table.
        CaseMovedError: the case moved on in that moment.
    """
    require_on(case, Action.RECORD_TURN, actor)
    require_text(description=description, why_late=why_late)
    if received_at > at:
        raise NotYetError("received_at", received_at)
    if open_plenary(case) is not None:
        raise PlenaryRunningError
    decided = case.events.filter(key=DECIDED).exists()
    study = None if decided else _put_into_study(case, description, actor, at)
    row = LateEvidence.objects.create(
        case=case,
        brought_by=brought_by,
        description=description,
        why_late=why_late,
        received_at=received_at,
        recorded_by=person_of(actor),
        after_decision=decided,
        study_version=study.version if study else None,
    )
    ledger.append(
        "late_evidence.added",
        row.ledger_subject,
        actor=actor,
        at=at,
        happened_at=received_at,
        facts=entered(evidence_kept(row)),
    )
    return row


def _put_into_study(case: Case, description: str, actor: Actor, at: datetime) -> Study:
    texts = with_evidence(newest_study(case), description, case, at)
    return cases.save_study(case=case, texts=texts, actor=actor, at=at)


def with_evidence(
    study: Study | None, description: str, case: Case, at: datetime
) -> dict[str, str]:
    """Return the texts of a study with a paragraph about evidence that came late."""
    texts = {part: getattr(study, part) if study else "" for part in Study.PARTS}
    day = at.astimezone(zone_of(case.place_region)).date()
    told = f"Bukti baru, dicatat {day:%d-%m-%Y}: {description.strip()}"
    texts["facts"] = "\n\n".join(part for part in (texts["facts"], told) if part)
    return texts
