"""Letterhead, form, deadline and signature of a paper, from the records."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from netra.domain.law import (
    Deadline,
    Paper,
    in_indonesian,
    supervision_form,
    zone_of,
)
from netra.records.accounts.models import Office, OfficeSetting, RoleAssignment
from netra.records.accounts.queries import setting_of
from netra.records.cases.models import Attendance
from netra.records.documents.composing.letterheads import (
    letterhead_of,
    newest_letterhead,
)
from netra.records.documents.matters import Matter
from netra.records.documents.parts import (
    DayRow,
    DeadlineText,
    FormMark,
    Member,
    PaperHead,
    PaperKind,
    Signatory,
)
from netra.records.jobs.moment import is_demonstration
from netra.records.law.queries import law
from netra.records.observations.models import Finding, FindingAttendance
from netra.records.regions.queries import name_of
from netra.records.reports.models import Report

_KINDS = {
    Paper.RECEIPT: (PaperKind.RECEIPT, "Tanda Terima Laporan"),
    Paper.MISSING_ITEMS_NOTICE: (
        PaperKind.MISSING_ITEMS,
        "Pemberitahuan Kelengkapan Laporan",
    ),
    Paper.INITIAL_STUDY: (PaperKind.INITIAL_STUDY, "Kajian Awal"),
    Paper.REGISTRATION: (PaperKind.REGISTRATION, "Catatan Registrasi"),
    Paper.STUDY: (PaperKind.STUDY, "Kajian Dugaan Pelanggaran"),
    Paper.PLENARY_DECISION: (PaperKind.PLENARY_DECISION, "Berita Acara Pleno"),
    Paper.REFERRAL_LETTER: (PaperKind.REFERRAL_LETTER, "Surat Penerusan"),
    Paper.STATUS_NOTICE: (PaperKind.STATUS_NOTICE, "Pemberitahuan Status"),
    Paper.FINDING: (PaperKind.FINDING, "Temuan"),
    Paper.FINDING_PLENARY: (PaperKind.FINDING_PLENARY, "Berita Acara Pleno Temuan"),
    Paper.OBSERVATION_REPORT: (
        PaperKind.OBSERVATION_REPORT,
        "Laporan Hasil Pengawasan",
    ),
    Paper.TRACING_REPORT: (PaperKind.TRACING_REPORT, "Laporan Penelusuran"),
    Paper.REPORT_FORM: (PaperKind.REPORT_FORM, "Laporan"),
    Paper.REPORT_FORM_WHOLE: (PaperKind.REPORT_FORM, "Laporan"),
    Paper.COMPLETION_RECEIPT: (
        PaperKind.COMPLETION_RECEIPT,
        "Tanda Bukti Perbaikan Laporan",
    ),
    Paper.OFFICE_FORM: (PaperKind.OFFICE_FORM, "Formulir Kantor"),
    Paper.NOTICE: (PaperKind.NOTICE, "Pemberitahuan"),
    Paper.RESPONDENT_NOTICE: (PaperKind.NOTICE, "Pemberitahuan"),
    Paper.REPLY_LETTER: (PaperKind.REPLY_LETTER, "Hak Jawab"),
    Paper.EXONERATION_LETTER: (PaperKind.EXONERATION_LETTER, "Pemulihan Nama"),
    Paper.INVITATION: (PaperKind.INVITATION, "Undangan Klarifikasi"),
    Paper.SERVICE_RECORD: (
        PaperKind.SERVICE_RECORD,
        "Tanda Penyampaian Undangan Klarifikasi",
    ),
    Paper.OATH: (PaperKind.OATH, "Sumpah/Janji Klarifikasi"),
    Paper.EXPERT_OATH: (PaperKind.EXPERT_OATH, "Sumpah/Janji Ahli"),
    Paper.CLARIFICATION_MINUTES: (
        PaperKind.CLARIFICATION_MINUTES,
        "Berita Acara Klarifikasi",
    ),
    Paper.DELEGATION_LETTER: (PaperKind.TURN_LETTER, "Surat Pelimpahan"),
    Paper.TAKEOVER_LETTER: (PaperKind.TURN_LETTER, "Surat Pengambilalihan"),
    Paper.RETURN_LETTER: (PaperKind.TURN_LETTER, "Surat Pengembalian"),
    Paper.WITHDRAWAL_RECORD: (PaperKind.TURN_RECORD, "Catatan Pencabutan Laporan"),
    Paper.CORRECTION_SHEET: (PaperKind.TURN_RECORD, "Lembar Perbaikan"),
    Paper.REOPENING_RECORD: (PaperKind.TURN_RECORD, "Catatan Pembukaan Kembali"),
    Paper.HEARING_DECISION: (PaperKind.TURN_RECORD, "Putusan Sidang"),
}


_SAME_FORM = {Paper.REPORT_FORM_WHOLE: Paper.REPORT_FORM}


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One act of issuing: which paper, about what, when, with which check code."""

    kind: Paper
    matter: Matter
    at: datetime
    check_code: str
    check_url: str

    @property
    def local_at(self) -> datetime:
        """Moment of issuing in the zone of the place."""
        return self.at.astimezone(zone_of(self.matter.subject.place_region))


def form_of(issue: Issue) -> FormMark | None:
    """Return the form this paper stands for, if one with a known title is."""
    if issue.kind is Paper.OBSERVATION_REPORT:
        seen = supervision_form(law())
        return FormMark(code=seen.code, title=seen.title, status=seen.status)
    subject = issue.matter.subject
    if not isinstance(subject, Report | Finding):
        return None  # what was traced has no form of its own
    kind = _SAME_FORM.get(issue.kind, issue.kind)
    outcome = issue.matter.referral.outcome if issue.matter.referral else None
    form = law().procedure(subject.procedure).form_for(kind, outcome)
    if form is None:
        return None
    return FormMark(code=form.code, title=form.title, status=form.status)


def title_of(kind: Paper) -> str:
    """Return the title a paper carries, in Indonesian."""
    return _KINDS[kind][1]


_OF_ORIGIN = (
    Paper.FINDING,
    Paper.FINDING_PLENARY,
    Paper.REPORT_FORM,
    Paper.REPORT_FORM_WHOLE,
    Paper.COMPLETION_RECEIPT,
)
"""Papers with the number of what a case was registered from."""
_FOR_THE_OFFICE = ("Petugas", "Ketua")


def _number(issue: Issue) -> str:
    matter = issue.matter
    if matter.referral is not None:
        return matter.referral.number
    if matter.case is not None and issue.kind not in _OF_ORIGIN:
        return matter.case.number
    return matter.subject.number


def head_of(issue: Issue) -> PaperHead:
    """Return the head every paper has."""
    office = issue.matter.subject.office
    letterhead = letterhead_of(office)
    kind, title = _KINDS[issue.kind]
    return PaperHead(
        kind=kind,
        title=title,
        number=_number(issue),
        letterhead=letterhead,
        place=letterhead.city or office.city or name_of(office.region),
        issued_on=issue.local_at.date(),
        issued_at=issue.local_at,
        form=form_of(issue),
        provisional_layout=True,  # no official layout was seen whole
        demo=is_demonstration(),
        check_url=issue.check_url,
        check_code=" ".join(
            issue.check_code[start : start + 4]
            for start in range(0, len(issue.check_code), 4)
        ),
    )


def signatory_of(issue: Issue, role: str = "Petugas") -> Signatory:
    """Return who signs: by the letterhead, then by the setting, then by the role.

    Whom the letterhead names signs for the office, not for who wrote or received.
    """
    office = issue.matter.subject.office
    row = newest_letterhead(office) if role in _FOR_THE_OFFICE else None
    settled = setting_of(office, OfficeSetting.Key.SIGNATORY)
    return Signatory(
        role=role,
        post=(row.signatory_post if row else "")
        or settled
        or "Petugas penanganan pelanggaran",
        name=(row.signatory_name or None) if row else None,
    )


def members_of(
    office: Office, seats: Iterable[Attendance | FindingAttendance]
) -> tuple[Member, ...]:
    """Return who was present at a plenary, with the posts they hold."""
    held = RoleAssignment.objects.filter(office=office, role="member")
    posts = dict(held.values_list("user_id", "post"))
    return tuple(
        Member(name=seat.member.name, post=posts.get(seat.member_id) or "Anggota")
        for seat in seats
    )


def deadline_text(deadline: Deadline) -> DeadlineText:
    """Return a deadline with its argument day by day."""
    return DeadlineText(
        label=deadline.label,
        due_at=deadline.due_at,
        article=in_indonesian(deadline.article),
        status=deadline.status,
        rows=tuple(
            DayRow(
                date=day.date,
                number=day.number,
                why=day.why,
                unconfirmed=day.unconfirmed,
            )
            for day in deadline.days
        ),
    )
