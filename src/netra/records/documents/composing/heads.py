"""Letterhead, form, deadline and signature of a paper, from the records."""

from dataclasses import dataclass
from datetime import datetime

from netra.domain.law import Deadline, Form, Paper, in_indonesian, zone_of
from netra.records.accounts.models import OfficeSetting
from netra.records.accounts.queries import an_office_is_authorised, setting_of
from netra.records.cases.models import Case
from netra.records.documents.parts import (
    DayRow,
    DeadlineText,
    FormMark,
    Letterhead,
    PaperHead,
    PaperKind,
    Signatory,
)
from netra.records.jobs.moment import is_demonstration
from netra.records.referrals.models import Referral
from netra.records.regions.queries import name_of
from netra.records.reports import road
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
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One act of issuing: which paper, about what, when, with which check code."""

    kind: Paper
    report: Report
    case: Case | None
    referral: Referral | None
    at: datetime
    check_code: str
    check_url: str

    @property
    def local_at(self) -> datetime:
        """Moment of issuing in the zone of the place."""
        return self.at.astimezone(zone_of(self.report.place_region))


def form_of(issue: Issue) -> Form | None:
    """Return the form of the procedure this paper stands for, if its title is known."""
    return road.procedure_of(issue.report).form_for(issue.kind)


def _number(issue: Issue) -> str:
    if issue.referral is not None:
        return issue.referral.number
    return issue.case.number if issue.case is not None else issue.report.number


def head_of(issue: Issue) -> PaperHead:
    """Return the head every paper has."""
    office, form = issue.report.office, form_of(issue)
    kind, title = _KINDS[issue.kind]
    return PaperHead(
        kind=kind,
        title=title,
        number=_number(issue),
        letterhead=Letterhead(
            office_name=office.name,
            tier_label=name_of(office.region),
            address=office.address,
            phone=office.phone,
            email=office.email,
            city=office.city,
            not_official=not an_office_is_authorised(),
        ),
        place=office.city or name_of(office.region),
        issued_on=issue.local_at.date(),
        issued_at=issue.local_at,
        form=FormMark(code=form.code, title=form.title, status=form.status)
        if form
        else None,
        provisional_layout=True,  # no official layout was seen whole
        demo=is_demonstration(),
        check_url=issue.check_url,
        check_code=" ".join(
            issue.check_code[start : start + 4]
            for start in range(0, len(issue.check_code), 4)
        ),
    )


def signatory_of(issue: Issue, role: str = "Petugas") -> Signatory:
    """Return who signs: the post the office has settled, or the role."""
    post = setting_of(issue.report.office, OfficeSetting.Key.SIGNATORY)
    return Signatory(role=role, post=post or "Petugas penanganan pelanggaran")


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
