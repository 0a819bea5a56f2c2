"""The status notice: to the reporter of a report, to the finder of a finding."""

from netra.domain.law import StepKind
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.documents import papers, parts
from netra.records.documents.composing.heads import Issue, head_of, signatory_of
from netra.records.documents.errors import PaperContentError
from netra.records.observations.models import Finding
from netra.records.reports.models import Report

_NOT_A_VIOLATION = "not_a_violation"


def status(issue: Issue) -> papers.StatusNotice:
    """Return the status in general words; no reporter, respondent or unit.

    Raises:
        PaperContentError: nothing has been decided yet.
    """
    subject, case = issue.matter.subject, issue.matter.case
    if not isinstance(subject, Report | Finding):
        raise PaperContentError("a status is told of a report or a finding")
    found = isinstance(subject, Finding)
    told, meaning, outcome = _told(subject, case)
    return papers.StatusNotice(
        head=head_of(issue),
        origin=parts.Origin.FINDING if found else parts.Origin.REPORT,
        report_number=subject.number,
        registration_number=case.number if case else "",
        status=told,
        meaning=meaning,
        outcome=outcome,
        what_next=_what_next(case),
        signatory=signatory_of(issue),
    )


def _told(subject: Report | Finding, case: Case | None) -> tuple[str, str, str]:
    if case is None:
        return _refused(subject)
    outcomes = {row.outcome for row in case.outcomes.all()}
    if not outcomes:
        raise PaperContentError(f"case {case.pk} is not decided")
    origin = "laporan" if case.report else "temuan"
    if outcomes == {_NOT_A_VIOLATION}:
        meaning = f"Pleno tidak menemukan pelanggaran dalam {origin} ini."
        return "Bukan pelanggaran", meaning, ""
    titles = road.procedure_of(case).outcomes
    shown = "; ".join(titles[key].title for key in sorted(outcomes))
    return (
        "Selesai ditangani, diteruskan",
        f"Pleno memutus {origin} ini dan hasilnya diteruskan kepada yang berwenang.",
        shown,
    )


def _refused(subject: Report | Finding) -> tuple[str, str, str]:
    if not isinstance(subject, Report) or not subject.refusal_reason:
        raise PaperContentError(f"{subject.ledger_subject} has no status to tell")
    return (
        "Tidak diregistrasi",
        "Laporan tidak memenuhi syarat untuk diregistrasi.",
        "",
    )


def _what_next(case: Case | None) -> tuple[str, ...]:
    if case is None:
        return ("Isi laporan tetap disimpan dan dapat menjadi informasi awal.",)
    if any(
        s.kind is StepKind.FOLLOW_UP for s in road.procedure_of(case).steps.values()
    ):
        return (
            ("Pengawas memantau tindak lanjutnya.",) if case.referrals.exists() else ()
        )
    return ()
