"""Papers of the turns a case can take."""

from dataclasses import replace
from datetime import datetime

from netra.domain.law import Paper, Status, zone_of
from netra.records.cases.models import Case
from netra.records.cases.queries import deadlines_of
from netra.records.documents import parts
from netra.records.documents.composing.heads import Issue, head_of, signatory_of
from netra.records.documents.errors import PaperContentError
from netra.records.documents.turns_papers import TurnLetter, TurnRecord
from netra.records.documents.wording import long_moment
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


def _when(case: Case, at: datetime) -> str:
    return long_moment(at.astimezone(zone_of(case.place_region)))


def move(issue: Issue, case: Case) -> TurnLetter:
    """Return the letter by which a case, or its report, changed hands.

    Raises:
        PaperContentError: the case has no such move, or one of another kind.
    """
    row = moves_of(case).filter(pk=_key(issue, "move")).first()
    if row is None or issue.kind.value != f"{row.kind}_letter":
        raise PaperContentError(f"{issue.matter.about} is not of {issue.kind}")
    rule = rule_of(case, _RULES[row.kind]) if row.kind in _RULES else None
    return TurnLetter(
        head=replace(head_of(issue), number=row.number),
        registration_number=case.number,
        addressee=(_receiver(row), row.to_office.city or ""),
        facts=(
            _fact("Dari", row.from_office.name),
            _fact("Kepada", row.to_office.name),
            _fact("Tanggal", _when(case, row.made_at)),
            _fact("Diterima", _when(case, row.accepted_at) if row.accepted_at else ""),
        ),
        reason=row.reason,
        rule=rule.title if rule else "",
        basis=row.article,
        basis_status=Status(row.status),
        clocks=tuple(
            _fact(deadline.label, _when(case, deadline.due_at))
            for deadline in deadlines_of(case)
        ),
        signatory=signatory_of(issue, "Ketua"),
    )


def _receiver(row: Move) -> str:
    """Return whom the letter is for: on a take-over the office that loses the case."""
    taken = row.kind == Move.Kind.TAKEOVER
    return row.from_office.name if taken else row.to_office.name


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
                "Pencabutan tidak mengakhiri penanganan dengan sendirinya; tenggat tetap "
                "berjalan."
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
            _fact("Putusan terdahulu", _when(case, decided) if decided else ""),
            _fact("Dasar", f"Kebiasaan kantor, bukan aturan: {row.custom}"),
        ),
        sections=(
            _fact("Bukti baru", row.evidence.description),
            _fact("Mengapa baru disampaikan", row.evidence.why_late),
            _fact("Alasan membuka kembali", row.reason),
        ),
        notes=(
            (
                "Pasal tentang pembukaan kembali dan lamanya penanganan sesudahnya belum "
                "diketahui. Putusan terdahulu tetap tersimpan."
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
