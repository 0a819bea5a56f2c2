"""Papers of the turns a case can take."""

from dataclasses import replace
from datetime import datetime

from netra.domain.law import Paper, Status, zone_of
from netra.records.accounts.models import Office
from netra.records.cases.models import Case
from netra.records.cases.queries import deadlines_of
from netra.records.documents import parts
from netra.records.documents.composing.heads import Issue, head_of, signatory_of
from netra.records.documents.composing.letterheads import letterhead_of
from netra.records.documents.errors import PaperContentError
from netra.records.documents.matters import Matter
from netra.records.documents.turns_papers import TurnLetter, TurnRecord
from netra.records.documents.wording import long_moment
from netra.records.regions.queries import name_of
from netra.records.reports.models import Report
from netra.records.reports.queries import deadlines_of as due_of
from netra.records.turns.models import (
    Correction,
    Hearing,
    Move,
    Reopening,
    Withdrawal,
)
from netra.records.turns.queries import moves_of, rule_of

TURN_PAPERS = (
    Paper.DELEGATION_LETTER,
    Paper.TAKEOVER_LETTER,
    Paper.RETURN_LETTER,
    Paper.WITHDRAWAL_RECORD,
    Paper.CORRECTION_SHEET,
    Paper.REOPENING_RECORD,
    Paper.HEARING_DECISION,
)
"""The papers of turns; the first three are named after the kind of the move."""
_RULES = {
    Move.Kind.DELEGATION.value: "delegation",
    Move.Kind.TAKEOVER.value: "takeover",
}


def _key(issue: Issue, noun: str) -> int:
    """Return the id of the row a paper is drawn from.

    Raises:
        PaperContentError: it is not drawn from a row of this kind.
    """
    name, _colon, key = issue.matter.about.partition(":")
    if name != noun or not key.isdecimal():
        raise PaperContentError(f"a paper about a {noun} names no {noun}")
    return int(key)


def _fact(label: str, value: str) -> parts.Fact:
    return parts.Fact(label=label, value=value)


def _when(matter: Case | Report, at: datetime | None) -> str:
    return long_moment(at.astimezone(zone_of(matter.place_region))) if at else ""


def move(issue: Issue) -> TurnLetter:
    """Return the letter by which a case or report changed hands, by whoever wrote it.

    Raises:
        PaperContentError: the matter has no such move, or one of another kind.
    """
    row, matter = moved(issue.matter), issue.matter.case or issue.matter.report
    if row is None or matter is None or issue.kind.value != f"{row.kind}_letter":
        raise PaperContentError(f"{issue.matter.about} is not of {issue.kind}")
    rule = rule_of(matter, _RULES[row.kind]) if row.kind in _RULES else None
    return TurnLetter(
        head=_head(issue, row),
        registration_number=matter.number,
        addressee=(_receiver(row).name, _receiver(row).city or ""),
        facts=(
            _fact("Dari", row.from_office.name),
            _fact("Kepada", row.to_office.name),
            _fact("Tanggal", _when(matter, row.made_at)),
            _fact("Diterima", _when(matter, row.accepted_at)),
        ),
        reason=row.reason,
        rule=rule.title if rule else "",
        basis=row.article,
        basis_status=Status(row.status),
        clocks=_clocks(matter),
        signatory=replace(signatory_of(issue, "Petugas"), name=row.made_by.name),
    )


def moved(matter: Matter) -> Move | None:
    """Return the move a letter is drawn from, `None` if it is drawn from none."""
    noun, _colon, key = matter.about.partition(":")
    if noun != "move" or not key.isdecimal():
        return None
    if matter.case is not None:
        return moves_of(matter.case).filter(pk=int(key)).first()
    return Move.objects.filter(report=matter.report, pk=int(key)).first()


def _head(issue: Issue, row: Move) -> parts.PaperHead:
    """Return the head of the office that wrote the letter, not of the one it is at."""
    letterhead = letterhead_of(row.written_by)
    place = letterhead.city or row.written_by.city or name_of(row.written_by.region)
    return replace(
        head_of(issue), number=row.number, letterhead=letterhead, place=place
    )


def _clocks(matter: Case | Report) -> tuple[parts.Fact, ...]:
    running = deadlines_of(matter) if isinstance(matter, Case) else due_of(matter)
    return tuple(_fact(one.label, _when(matter, one.due_at)) for one in running)


def _receiver(row: Move) -> Office:
    """Return whom the letter is for: on a take-over the office that loses the case."""
    return row.from_office if row.kind == Move.Kind.TAKEOVER else row.to_office


def withdrawal(issue: Issue, case: Case) -> TurnRecord:
    """Return the record of a withdrawal, without the reason the reporter gave.

    Raises:
        PaperContentError: the report of the case was not withdrawn.
    """
    rows = Withdrawal.objects.filter(report=case.report_id)
    row = rows.filter(pk=_key(issue, "withdrawal")).first()
    if row is None:
        raise PaperContentError(f"case {case.pk} has no such withdrawal")
    decided = row.get_goes_on_display() if row.goes_on else "belum diputuskan"
    return TurnRecord(
        head=head_of(issue),
        registration_number=case.number,
        facts=(
            _fact("Surat pencabutan", f"{row.letter_on:%d-%m-%Y}"),
            _fact("Dicabut oleh", row.get_said_by_display()),
            _fact("Bukti", row.get_proof_display()),
            _fact("Dicatat", _when(case, row.recorded_at)),
            _fact("Penanganan dilanjutkan", decided),
        ),
        sections=(_fact("Pertimbangan petugas", row.decision_reason),),
        notes=(
            "Alasan pencabutan tersimpan tersegel dan tidak dicetak.",
            (
                "Pencabutan tidak mengakhiri penanganan dengan sendirinya; tenggat "
                "tetap berjalan."
            ),
        ),
        signatories=(signatory_of(issue, "Petugas"),),
    )


def correction(issue: Issue, case: Case) -> TurnRecord:
    """Return the sheet of an approved correction: what stood, what stands, and why.

    Raises:
        PaperContentError: there is none, or nobody has approved it.
    """
    rows = Correction.objects.filter(case=case, approved_at__isnull=False)
    row = rows.filter(pk=_key(issue, "correction")).first()
    if row is None or row.approved_at is None or row.approved_by is None:
        raise PaperContentError(f"case {case.pk} has no such approved correction")
    return TurnRecord(
        head=head_of(issue),
        registration_number=case.number,
        facts=(
            _fact("Yang diperbaiki", row.get_what_display()),
            _fact("Letak", row.place),
            _fact("Diusulkan", _when(case, row.proposed_at)),
            _fact("Disetujui", _when(case, row.approved_at)),
        ),
        sections=(
            _fact("Tertulis", row.stood),
            _fact("Seharusnya", row.stands),
            _fact("Sebab kesalahan", row.why),
        ),
        notes=(
            (
                "Tulisan lama tetap tersimpan. Lembar ini tidak mengubah hasil, norma, "
                "atau alamat penerusan."
            ),
        ),
        signatories=(
            replace(signatory_of(issue, "Pengusul"), name=row.proposed_by.name),
            replace(signatory_of(issue, "Penyetuju"), name=row.approved_by.name),
        ),
    )


def reopening(issue: Issue, case: Case) -> TurnRecord:
    """Return the record of a reopening, with the custom it rests on.

    Raises:
        PaperContentError: the case was not opened again.
    """
    rows = Reopening.objects.filter(case=case).select_related("evidence", "plenary")
    row = rows.filter(pk=_key(issue, "reopening")).first()
    if row is None:
        raise PaperContentError(f"case {case.pk} was not opened again")
    decided = row.plenary.closed_at
    return TurnRecord(
        head=head_of(issue),
        registration_number=case.number,
        facts=(
            _fact("Dibuka kembali", _when(case, row.reopened_at)),
            _fact("Putusan terdahulu", _when(case, decided)),
            _fact("Dasar", f"Kebiasaan kantor, bukan aturan: {row.custom}"),
        ),
        sections=(
            _fact("Bukti baru", row.evidence.description),
            _fact("Mengapa baru disampaikan", row.evidence.why_late),
            _fact("Alasan membuka kembali", row.reason),
        ),
        notes=(
            (
                "Pasal tentang pembukaan kembali dan lamanya penanganan sesudahnya "
                "belum diketahui. Putusan terdahulu tetap tersimpan."
            ),
        ),
        signatories=(signatory_of(issue, "Ketua"),),
    )


def hearing(issue: Issue, case: Case) -> TurnRecord:
    """Return the decision of the supervisors' own hearing.

    Raises:
        PaperContentError: there is none, or it is not decided.
    """
    rows = Hearing.objects.filter(case=case, decided_at__isnull=False)
    row = rows.filter(pk=_key(issue, "hearing")).first()
    if row is None or row.decided_at is None:
        raise PaperContentError(f"case {case.pk} has no decided hearing")
    held = row.sessions.filter(held_at__isnull=False)
    return TurnRecord(
        head=head_of(issue),
        registration_number=case.number,
        facts=(
            *(_fact("Sidang", f"{_when(case, s.planned_at)}, {s.place}") for s in held),
            _fact("Diputus", _when(case, row.decided_at)),
        ),
        sections=(
            *(_fact("Jalannya sidang", s.course) for s in held),
            _fact("Putusan", row.decision_text),
        ),
        notes=("Nama pihak yang hadir tersimpan tersegel dan tidak dicetak.",),
        signatories=tuple(
            replace(signatory_of(issue, "Anggota"), name=seat.member.name)
            for seat in row.members.select_related("member")
        ),
    )
