"""Papers of clarification, from the row their `about` names."""

from dataclasses import replace
from datetime import datetime

from netra.domain.law import Deadline, Paper, Status, oath_forms, zone_of
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.clarifications.models import Clarification
from netra.records.clarifications.models import Invitation as InvitationRow
from netra.records.clarifications.models import Minutes as MinutesRow
from netra.records.clarifications.queries import answers_of, invitation_deadline
from netra.records.documents import clarification_papers as papers
from netra.records.documents import parts
from netra.records.documents.composing.heads import (
    Issue,
    deadline_text,
    head_of,
    signatory_of,
)
from netra.records.documents.errors import PaperContentError
from netra.records.documents.wording import stamp
from netra.records.parties.hearable import hearable_of, identity_of

_ORDERS = {1: "Undangan pertama", 2: "Undangan kedua"}
_NAMED = "respondent:"
_TITLE = "Sumpah/janji klarifikasi"


def _case(issue: Issue) -> Case:
    case = issue.matter.case
    if case is None:
        raise PaperContentError("a paper of a clarification needs a case")
    return case


def _number_in(issue: Issue, kind: str) -> int:
    found, _colon, number = issue.matter.about.partition(":")
    if found != kind or not number.isdecimal():
        raise PaperContentError(f"the paper is not about a {kind}")
    return int(number)


def _invitation(issue: Issue) -> InvitationRow:
    rows = InvitationRow.objects.filter(clarification__case=_case(issue))
    row = rows.select_related("clarification__case").filter(
        pk=_number_in(issue, "invitation")
    )
    found = row.first()
    if found is None:
        raise PaperContentError("the case has no such invitation")
    return found


def _minutes(issue: Issue) -> MinutesRow:
    rows = MinutesRow.objects.filter(clarification__case=_case(issue))
    row = rows.select_related("clarification__case", "officer").filter(
        clarification=_number_in(issue, "clarification")
    )
    found = row.first()
    if found is None:
        raise PaperContentError("the hearing has no minutes")
    return found


def _local(case: Case, at: datetime) -> datetime:
    return at.astimezone(zone_of(case.place_region))


def _person(row: Clarification) -> papers.HeardPerson:
    """Return who is heard; only a respondent is named."""
    is_named = row.who.startswith(_NAMED)
    name = identity_of(row.case, row.who).name if is_named else ""
    return papers.HeardPerson(
        label=hearable_of(row.case, row.who).label,
        name=name,
        capacity=row.get_capacity_display(),
    )


def _how(row: Clarification) -> str:
    how = str(row.get_mode_display())
    return f"{how}, karena {row.online_reason}" if row.online_reason else how


def invitation(issue: Issue) -> papers.Invitation:
    """Return one invitation, with the argument of its deadline.

    Raises:
        PaperContentError: the case has no such invitation.
    """
    letter = _invitation(issue)
    row, case = letter.clarification, _case(issue)
    head = head_of(issue)
    due = invitation_deadline(case, letter.hearing_at)
    return papers.Invitation(
        head=replace(head, number=letter.number or head.number),
        registration_number=case.number,
        person=_person(row),
        order=_ORDERS[letter.order],
        hearing_at=_local(case, letter.hearing_at),
        place=row.place,
        how=_how(row),
        purpose=row.purpose,
        bring=row.bring,
        deadline=_shown(due),
        late_reason=letter.late_reason,
        signatory=signatory_of(issue),
    )


def _shown(due: Deadline | None) -> parts.DeadlineText | None:
    return deadline_text(due) if due else None


def service_record(issue: Issue) -> papers.ServiceRecord:
    """Return how an invitation was handed over; who received it is not printed.

    Raises:
        PaperContentError: the case has no such invitation.
    """
    letter = _invitation(issue)
    case = _case(issue)
    return papers.ServiceRecord(
        head=head_of(issue),
        registration_number=case.number,
        letter_number=letter.number,
        order=_ORDERS[letter.order],
        person=_person(letter.clarification),
        hearing_at=_local(case, letter.hearing_at),
        attempts=tuple(
            papers.Attempt(
                at=_local(case, one.served_at),
                how=one.get_how_display(),
                by=one.by,
                result=one.get_result_display(),
                note=one.note,
            )
            for one in letter.services.all()
        ),
        signatory=signatory_of(issue, "Petugas yang menyampaikan"),
    )


def oath(issue: Issue) -> papers.Oath:
    """Return the sheet of the oath, with every form it may be.

    Raises:
        PaperContentError: the person did not take the oath.
    """
    row = _minutes(issue)
    if row.oath != MinutesRow.Oath.WILLING:
        raise PaperContentError("the person did not take the oath")
    hearing, case = row.clarification, _case(issue)
    is_expert = issue.kind is Paper.EXPERT_OATH
    made = papers.ExpertOath if is_expert else papers.Oath
    head = head_of(issue)
    return made(
        head=replace(head, form=head.form or _several(case, hearing.capacity)),
        registration_number=case.number,
        person=_person(hearing),
        taken_at=_local(case, row.began_at),
        place=hearing.place,
        signatories=_signatories(row, "Yang mengambil sumpah/janji"),
    )


def _several(case: Case, capacity: str) -> parts.FormMark | None:
    """Return the forms among which it is not known which is meant."""
    found = oath_forms(road.procedure_of(case), capacity)
    if found is None:
        return None
    codes = [form.code or "" for form in found.forms]
    listed = " atau ".join([", ".join(codes[:-1]), codes[-1]] if codes[1:] else codes)
    return parts.FormMark(code=listed, title=_TITLE, status=found.status)


def _signatories(row: MinutesRow, role: str) -> tuple[parts.Signatory, ...]:
    person = _person(row.clarification)
    heard = parts.Signatory(
        role="Yang memberi keterangan",
        post=f"{person.capacity}" if person.name else person.label,
        name=person.name or None,
    )
    officer = parts.Signatory(role=role, post="Petugas", name=row.officer.name)
    return (heard, officer)


def minutes(issue: Issue) -> papers.ClarificationMinutes:
    """Return the minutes as they were read back.

    Raises:
        PaperContentError: they were not read back yet.
    """
    row = _minutes(issue)
    if row.read_back_at is None:
        raise PaperContentError("the minutes were not read back")
    hearing, case = row.clarification, _case(issue)
    form = road.procedure_of(case).form_for(Paper.CLARIFICATION_MINUTES)
    return papers.ClarificationMinutes(
        head=head_of(issue),
        registration_number=case.number,
        person=_person(hearing),
        began_at=_local(case, row.began_at),
        read_back_at=_local(case, row.read_back_at),
        place=hearing.place,
        how=_how(hearing),
        facts=_facts(row),
        breaks=_breaks(row, case),
        answers=_answers(row),
        corrections=tuple(c.text for c in row.corrections.filter(answer__isnull=True)),
        opinion=row.opinion,
        signature=_signature(row),
        notes=_notes(row, case),
        fields_status=form.fields_status if form else Status.UNCONFIRMED,
        signatories=_signatories(row, "Yang mengambil keterangan"),
    )


def _facts(row: MinutesRow) -> tuple[parts.Fact, ...]:
    oath_told = ". ".join(filter(None, (str(row.get_oath_display()), row.oath_note)))
    return (
        parts.Fact(label="Identitas", value=str(row.get_identity_display())),
        parts.Fact(
            label="Kuasa atau pendamping",
            value=f"ada, nama {papers.BY_HAND}" if row.counsel else "tidak ada",
        ),
        parts.Fact(label="Sumpah/janji", value=oath_told),
    )


def _breaks(row: MinutesRow, case: Case) -> tuple[str, ...]:
    told = []
    for pause in row.breaks.filter(to_at__isnull=False):
        span = (_local(case, pause.from_at), _local(case, pause.to_at or pause.from_at))
        text = f"{span[0]:%H.%M} sampai {span[1]:%H.%M}"
        told.append(f"{text}: {pause.reason}" if pause.reason else text)
    return tuple(told)


def _answers(row: MinutesRow) -> tuple[papers.QuestionAnswer, ...]:
    return tuple(
        papers.QuestionAnswer(
            question=one.question or "Keterangan",
            answer=one.answer or "Tidak menjawab",
            corrections=tuple(c.text for c in one.corrections.all()),
        )
        for one in answers_of(row).prefetch_related("corrections")
    )


def _signature(row: MinutesRow) -> str:
    if not row.signature:
        return "Belum ditandatangani"
    told = str(row.get_signature_display())
    return f"{told}: {row.signature_note}" if row.signature_note else told


def _notes(row: MinutesRow, case: Case) -> tuple[parts.Fact, ...]:
    return tuple(
        parts.Fact(label=stamp(_local(case, note.at)), value=note.text)
        for note in row.notes.all()
    )
