"""The kept state of hearings, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.domain.ledger.entries import moment_text
from netra.records.clarifications import facts
from netra.records.clarifications.models import (
    Clarification,
    Invitation,
    LaterNote,
    Minutes,
    OfficeQuestions,
    Service,
)
from netra.records.ledger.replaying import Kept, Text

_State = Iterator[tuple[str, Mapping[str, Kept]]]


def clarification_state() -> _State:
    """Yield every hearing, invitation, service, minutes and list of questions.

    Questions and answers count from the moment they were read back; until then they
    are a draft.
    """
    for hearing in Clarification.objects.prefetch_related("absences"):
        fields = facts.hearing_facts(hearing)
        for absence in hearing.absences.all():
            fields |= facts.absence_facts(absence)
        yield hearing.ledger_subject, fields
    for invitation in Invitation.objects.all():
        yield invitation.ledger_subject, facts.invitation_facts(invitation)
    for service in Service.objects.all():
        yield service.ledger_subject, facts.service_facts(service)
    for questions in OfficeQuestions.objects.all():
        yield questions.ledger_subject, facts.questions_facts(questions)
    yield from _minutes_state()


def _minutes_state() -> _State:
    rows = Minutes.objects.select_related("copy").prefetch_related(
        "breaks", "answers", "corrections__answer", "notes"
    )
    for row in rows:
        yield row.ledger_subject, _minutes(row)


def _minutes(row: Minutes) -> dict[str, Kept]:
    fields = facts.minutes_facts(row)
    for pause in row.breaks.all():
        fields |= facts.break_facts(pause)
    for answer in row.answers.all() if row.read_back_at else ():
        if not answer.is_removed:
            fields |= facts.answer_facts(answer)
    for correction in row.corrections.all():
        fields |= facts.correction_facts(correction)
    for note in row.notes.all():
        fields |= note_facts(note)
    copy = getattr(row, "copy", None)
    if copy is not None:
        fields |= {"copy/at": moment_text(copy.at), "copy/note": Text(value=copy.note)}
    return fields


def note_facts(row: LaterNote) -> dict[str, Kept]:
    """Return a note that was added to finished minutes."""
    base = f"note/{row.pk}"
    return {
        f"{base}/author": str(row.author_id),
        f"{base}/text": Text(value=row.text),
        f"{base}/at": moment_text(row.at),
    }
