"""Issuing papers: rendered first, then kept and entered in one short transaction."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.law import Paper
from netra.records.access import require
from netra.records.accounts.queries import user_of
from netra.records.cases.models import Case
from netra.records.documents import papers as layouts
from netra.records.documents import store
from netra.records.documents.composing import before_case, of_case
from netra.records.documents.composing.heads import Issue, form_of
from netra.records.documents.letters import render_docx
from netra.records.documents.models import IssuedPaper
from netra.records.documents.rendering import render_pdf
from netra.records.ledger import actions as ledger
from netra.records.referrals.models import Referral
from netra.records.reports.models import Report

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a paper is about; a paper of a case is also one of its report."""

    report: Report
    case: Case | None = None
    referral: Referral | None = None


Composer = Callable[[Issue, Matter], layouts.Paper]

_COMPOSERS: dict[Paper, Composer] = {
    Paper.RECEIPT: lambda issue, m: before_case.receipt(issue, m.report),
    Paper.MISSING_ITEMS_NOTICE: lambda issue, m: before_case.missing(issue, m.report),
    Paper.INITIAL_STUDY: lambda issue, m: before_case.initial_study(issue, m.report),
    Paper.REGISTRATION: lambda issue, m: of_case.registration(issue, _case(m)),
    Paper.STUDY: lambda issue, m: of_case.study(issue, _case(m)),
    Paper.PLENARY_DECISION: lambda issue, m: of_case.plenary(issue, _case(m)),
    Paper.REFERRAL_LETTER: lambda issue, m: of_case.referral(issue, _referral(m)),
    Paper.STATUS_NOTICE: lambda issue, m: of_case.status(issue, m.report, m.case),
}


def _case(matter: Matter) -> Case:
    if matter.case is None:
        raise LookupError("this paper belongs to a case")
    return matter.case


def _referral(matter: Matter) -> Referral:
    if matter.referral is None:
        raise LookupError("this paper belongs to a referral")
    return matter.referral


def _matter(
    report: Report | None, case: Case | None, referral: Referral | None
) -> Matter:
    if referral is not None:
        return Matter(
            report=referral.case.report, case=referral.case, referral=referral
        )
    if case is not None:
        return Matter(report=case.report, case=case)
    if report is None:
        raise LookupError("a paper needs a matter")
    return Matter(report=report, case=Case.objects.filter(report=report).first())


def issue_paper(
    kind: Paper,
    *,
    report: Report | None = None,
    case: Case | None = None,
    referral: Referral | None = None,
    actor: Actor,
    at: datetime,
) -> IssuedPaper:
    """Issue a paper about a report, a case or a referral.

    Args:
        kind: Which paper.
        report: Of the matter, unless a case or referral is given.
        case: Of the matter, unless a referral is given.
        referral: For the referral letter, which is also kept as DOCX.
        actor: Needs `ISSUE_PAPER` in the region of the matter.
        at: Moment of issuing, printed on the paper.

    Returns:
        The paper as PDF.

    Raises:
        NotAllowedError: the actor issues nothing for this office.
        PaperContentError: the matter does not have what the paper says.
    """
    matter = _matter(report, case, referral)
    require(actor, Action.ISSUE_PAPER, matter.report.region)
    return _issue(kind, matter, actor=actor, at=at)


def issue_receipt(*, report: Report, actor: Actor, at: datetime) -> IssuedPaper:
    """Issue the receipt at arrival, for the reporter; the first one is kept.

    Raises:
        PaperContentError: the report cannot be printed.
    """
    held = report.papers.filter(kind=Paper.RECEIPT.value).order_by("id").first()
    if held is not None:
        return held
    return _issue(Paper.RECEIPT, Matter(report=report), actor=actor, at=at)


def _issue(kind: Paper, matter: Matter, *, actor: Actor, at: datetime) -> IssuedPaper:
    code = "".join(secrets.choice(_SIGNS) for _ in range(16))
    issue = Issue(
        kind=kind,
        report=matter.report,
        case=matter.case,
        referral=matter.referral,
        at=at,
        check_code=code,
        check_url=f"{settings.PUBLIC_URL}/periksa/{code}/",
    )
    paper = _COMPOSERS[kind](issue, matter)
    files = {IssuedPaper.Format.PDF: render_pdf(paper)}
    if isinstance(paper, layouts.ReferralLetter):
        files[IssuedPaper.Format.DOCX] = render_docx(paper)
    kept = {format_: (store.keep(c), len(c)) for format_, c in files.items()}
    return _enter(issue, paper, kept, actor=actor)


@transaction.atomic
def _enter(
    issue: Issue,
    paper: layouts.Paper,
    kept: dict[IssuedPaper.Format, tuple[str, int]],
    *,
    actor: Actor,
) -> IssuedPaper:
    form = form_of(issue)
    rows = []
    for format_, (sha256, size_bytes) in kept.items():
        first = format_ is IssuedPaper.Format.PDF
        row = IssuedPaper.objects.create(
            kind=issue.kind.value,
            format=format_,
            number=paper.head.number,
            office=issue.report.office,
            region=issue.report.region,
            report=issue.report,
            case=issue.case,
            referral=issue.referral,
            form_code=(form.code or "") if form else "",
            form_status=form.status if form else "",
            sha256=sha256,
            size_bytes=size_bytes,
            check_code=issue.check_code if first else f"{issue.check_code}-D",
            issued_at=issue.at,
            issued_by=user_of(actor),
        )
        ledger.append(
            "paper.issued",
            row.ledger_subject,
            actor=actor,
            at=issue.at,
            facts={
                "kind": row.kind,
                "format": row.format,
                "report": str(row.report_id),
                "sha256": sha256,
            },
        )
        rows.append(row)
    return rows[0]
