"""Letters of the room of notices: told, invited to answer, cleared."""

from dataclasses import replace

from django.conf import settings

from netra.domain.law import in_words, zone_of
from netra.records.access import revealed
from netra.records.cases.models import Allegation, Case
from netra.records.documents import parts
from netra.records.documents.composing.heads import Issue, head_of, signatory_of
from netra.records.documents.composing.people import articles_of
from netra.records.documents.errors import PaperContentError
from netra.records.documents.notices_papers import (
    AllegedAct,
    ExonerationLetter,
    NoticeLetter,
    ReplyLetter,
)
from netra.records.law.queries import law
from netra.records.notices.models import (
    Clearance,
    Notice,
    Reply,
    ReplyInvitation,
)
from netra.records.notices.queries import replies_of
from netra.records.regions.queries import name_of
from netra.records.reports.models import Respondent

_GROUNDS = {
    Clearance.Ground.NOT_A_VIOLATION: "Pleno memutus bahwa yang dilaporkan tentang "
    "Anda bukan pelanggaran.",
    Clearance.Ground.WITHDRAWN: "Anda dikeluarkan dari perkara dan bukan lagi "
    "terlapor.",
    Clearance.Ground.MISTAKEN: "Anda ternyata bukan orang yang dimaksud dalam perkara "
    "ini.",
}
_OFFICES = (Notice.To.OFFICE_BELOW, Notice.To.OFFICE_ABOVE)


def _key_of(issue: Issue, kind: str) -> int:
    """Return the id of the row a letter is drawn from.

    Raises:
        PaperContentError: it is not drawn from a row of this kind.
    """
    name, _colon, key = issue.matter.about.partition(":")
    if name != kind or not key.isdecimal():
        raise PaperContentError(f"a letter about {kind} names no {kind}")
    return int(key)


def notice(issue: Issue, case: Case) -> NoticeLetter:
    """Return a notice as a letter.

    Raises:
        PaperContentError: the case has no such notice.
    """
    rows = Notice.objects.filter(case=case, withdrawn_at__isnull=True)
    row = rows.filter(pk=_key_of(issue, "notice")).first()
    if row is None:
        raise PaperContentError(f"case {case.pk} has no such notice")
    return NoticeLetter(
        head=replace(head_of(issue), number=row.number),
        registration_number=case.number,
        subject=row.get_event_display().capitalize(),
        addressee=_addressee(row),
        text=row.text,
        names_addressee=row.respondent_id is not None,
        signatory=signatory_of(issue),
    )


def _addressee(row: Notice) -> tuple[str, ...]:
    if row.respondent is not None:
        return _person(row.respondent)
    if row.to in _OFFICES and row.office is not None:
        return (row.office.name,)
    return (row.get_to_display().capitalize(),)


def _person(person: Respondent) -> tuple[str, ...]:
    """Return the lines of a letter to a respondent: the one place a seal is opened."""
    name, address = revealed(person.name), revealed(person.address)
    if not name.strip():
        raise PaperContentError(f"respondent {person.pk} is not known")
    return tuple(line for line in (name, address) if line.strip())


def reply_letter(issue: Issue, case: Case) -> ReplyLetter:
    """Return the letter that gives the right of reply.

    Raises:
        PaperContentError: the case has no such invitation in force.
    """
    rows = ReplyInvitation.objects.filter(case=case, withdrawn_at__isnull=True)
    row = rows.filter(pk=_key_of(issue, "reply_invitation")).first()
    if row is None:
        raise PaperContentError(f"case {case.pk} has no such invitation")
    mine = case.allegations.filter(respondent=row.respondent)
    return ReplyLetter(
        head=replace(head_of(issue), number=row.number),
        registration_number=case.number,
        addressee=_person(row.respondent),
        acts=tuple(_act(one) for one in mine),
        due_on=row.due_on,
        basis=str(row.get_basis_display()),
        page=f"{settings.PUBLIC_URL}/jawab/",
        signatory=signatory_of(issue),
    )


def _act(row: Allegation) -> AllegedAct:
    violation = law().violation(row.norm)
    return AllegedAct(
        act=violation.title,
        act_on=row.act_on,
        place=name_of(row.case.place_region),
        article=articles_of(row),
        status=violation.status,
    )


def exoneration(issue: Issue, case: Case) -> ExonerationLetter:
    """Return the letter to somebody cleared.

    Raises:
        PaperContentError: the case has no such clearance in force.
    """
    rows = Clearance.objects.filter(case=case, lifted_at__isnull=True)
    row = rows.filter(pk=_key_of(issue, "clearance")).first()
    if row is None:
        raise PaperContentError(f"case {case.pk} has no such clearance")
    return ExonerationLetter(
        head=head_of(issue),
        registration_number=case.number,
        addressee=_person(row.respondent),
        ground=_GROUNDS[Clearance.Ground(row.ground)],
        cleared_on=row.cleared_at.astimezone(zone_of(case.place_region)).date(),
        signatory=signatory_of(issue, "Ketua"),
    )


def answers_of(case: Case) -> tuple[parts.Fact, ...]:
    """Return what respondents answered, as the study prints it."""
    return tuple(_answer(row, case) for row in replies_of(case))


def _answer(row: Reply, case: Case) -> parts.Fact:
    day = row.received_at.astimezone(zone_of(case.place_region)).date()
    late = ", lewat waktu" if row.is_late else ""
    files = f" ({row.files.count()} berkas)" if row.files.all() else ""
    who = row.respondent.name or "terlapor"
    return parts.Fact(
        label=f"Jawaban {who}",
        value=f"{row.text.strip() or 'Dalam berkas'}{files}. Diterima "
        f"{in_words(day)}{late}.",
    )
