"""Issuing papers: rendered first, then kept and entered in one short transaction."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.db.models import F, Model
from django.utils import translation

from netra.domain.access import Action, Actor
from netra.domain.law import Paper
from netra.records.access import NotAllowedError, require_for, require_untied
from netra.records.accounts.models import Office
from netra.records.accounts.queries import user_of
from netra.records.cases.models import Case
from netra.records.documents import papers as layouts
from netra.records.documents import store
from netra.records.documents.composing import (
    before_case,
    of_case,
    of_clarifications,
    of_finding,
    of_forms,
    of_notices,
    of_origin,
    of_turns,
    referring,
    telling,
)
from netra.records.documents.composing.concealing import without_cleared
from netra.records.documents.composing.heads import Issue, form_of
from netra.records.documents.errors import PaperContentError
from netra.records.documents.letters import render_docx
from netra.records.documents.matters import Matter, matter_of
from netra.records.documents.models import IssuedPaper, matter_facts
from netra.records.documents.rendering import render_pdf
from netra.records.ledger import actions as ledger
from netra.records.observations.models import Finding, Observation, Tracing
from netra.records.referrals.models import Referral
from netra.records.reports.actions import open_identity
from netra.records.reports.models import Report
from netra.records.turns.models import Move

UNDER_SEAL = frozenset({Paper.REPORT_FORM_WHOLE})
"""Papers that name who reported; only their own act issues and opens them."""
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


Composer = Callable[[Issue], layouts.Paper]
_Row = TypeVar("_Row", bound=Model)

_COMPOSERS: dict[Paper, Composer] = {
    Paper.RECEIPT: lambda i: before_case.receipt(i, _one(i.matter.report)),
    Paper.MISSING_ITEMS_NOTICE: lambda i: before_case.missing(i, _one(i.matter.report)),
    Paper.INITIAL_STUDY: lambda i: before_case.initial_study(i, _one(i.matter.report)),
    Paper.REGISTRATION: lambda i: of_case.registration(i, _one(i.matter.case)),
    Paper.STUDY: lambda i: of_case.study(i, _one(i.matter.case)),
    Paper.PLENARY_DECISION: lambda i: of_case.plenary(i, _one(i.matter.case)),
    Paper.REFERRAL_LETTER: lambda i: referring.referral(i, _one(i.matter.referral)),
    Paper.STATUS_NOTICE: telling.status,
    Paper.FINDING: lambda i: of_finding.finding(i, _one(i.matter.finding)),
    Paper.FINDING_PLENARY: lambda i: of_finding.plenary(i, _one(i.matter.finding)),
    Paper.OBSERVATION_REPORT: lambda i: of_origin.observation_report(
        i, _one(i.matter.observation)
    ),
    Paper.TRACING_REPORT: lambda i: of_origin.tracing_report(i, _one(i.matter.tracing)),
    Paper.REPORT_FORM: lambda i: of_forms.report_form(i, _one(i.matter.report)),
    Paper.REPORT_FORM_WHOLE: lambda i: of_forms.report_form(i, _one(i.matter.report)),
    Paper.COMPLETION_RECEIPT: lambda i: of_forms.completion_receipt(
        i, _one(i.matter.report)
    ),
    Paper.OFFICE_FORM: of_forms.office_form,
    Paper.NOTICE: lambda i: of_notices.notice(i, _one(i.matter.case)),
    Paper.RESPONDENT_NOTICE: lambda i: of_notices.notice(i, _one(i.matter.case)),
    Paper.REPLY_LETTER: lambda i: of_notices.reply_letter(i, _one(i.matter.case)),
    Paper.EXONERATION_LETTER: lambda i: of_notices.exoneration(i, _one(i.matter.case)),
    Paper.INVITATION: of_clarifications.invitation,
    Paper.SERVICE_RECORD: of_clarifications.service_record,
    Paper.OATH: of_clarifications.oath,
    Paper.EXPERT_OATH: of_clarifications.oath,
    Paper.CLARIFICATION_MINUTES: of_clarifications.minutes,
    Paper.DELEGATION_LETTER: of_turns.move,
    Paper.TAKEOVER_LETTER: of_turns.move,
    Paper.RETURN_LETTER: of_turns.move,
    Paper.WITHDRAWAL_RECORD: lambda i: of_turns.withdrawal(i, _one(i.matter.case)),
    Paper.CORRECTION_SHEET: lambda i: of_turns.correction(i, _one(i.matter.case)),
    Paper.REOPENING_RECORD: lambda i: of_turns.reopening(i, _one(i.matter.case)),
    Paper.HEARING_DECISION: lambda i: of_turns.hearing(i, _one(i.matter.case)),
}


def _one(row: _Row | None) -> _Row:
    if row is None:
        raise PaperContentError("the matter is not one this paper belongs to")
    return row


def issue_paper(
    kind: Paper,
    *,
    report: Report | None = None,
    finding: Finding | None = None,
    tracing: Tracing | None = None,
    observation: Observation | None = None,
    case: Case | None = None,
    referral: Referral | None = None,
    about: str = "",
    actor: Actor,
    at: datetime,
) -> IssuedPaper:
    """Issue a paper about one matter; the narrowest that is given counts.

    Args:
        kind: Which paper.
        report: Of the matter, unless a case or referral is given.
        finding: The same.
        tracing: The same.
        observation: The same.
        case: Of the matter, unless a referral is given.
        referral: For the referral letter, which is also kept as DOCX.
        about: Subject of the row inside the case the paper is drawn from, if one is.
        actor: Needs `ISSUE_PAPER` in the region of the matter; for the report on a
            supervision activity, to be allowed to write that.
        at: Moment of issuing, printed on the paper.

    Returns:
        The paper as PDF.

    Raises:
        NotAllowedError: the actor issues nothing for this office.
        PaperContentError: the matter does not have what the paper says.
    """
    asked = referral or case or finding or tracing or observation or report
    if asked is None:
        raise PaperContentError("a paper needs a matter")
    matter = replace(matter_of(asked, kind), about=about)
    if kind in UNDER_SEAL:
        raise PaperContentError(f"{kind} is issued by its own act, with a reason")
    own = kind is Paper.OBSERVATION_REPORT
    needs = Action.WRITE_OBSERVATION if own else Action.ISSUE_PAPER
    require_for(actor, needs, matter.case or matter.subject, matter.subject.region)
    return _issue(kind, matter, actor=actor, at=at)


def reissue_paper(*, paper: IssuedPaper, actor: Actor, at: datetime) -> IssuedPaper:
    """Issue a paper again about the same matter, from what is known now.

    The one issued before stays as it was; of a receipt there is only the first.

    Raises:
        NotAllowedError: the actor issues nothing for this office.
        PaperContentError: the matter has no longer what the paper says, or the paper
            is one that is issued with a reason.
    """
    return issue_paper(
        Paper(paper.kind),
        report=paper.report,
        finding=paper.finding,
        tracing=paper.tracing,
        observation=paper.observation,
        case=paper.case,
        referral=paper.referral,
        about=paper.about,
        actor=actor,
        at=at,
    )


def issue_move_letter(*, move: Move, actor: Actor, at: datetime) -> IssuedPaper:
    """Issue the letter of a move, by who made it, also when another office has it now.

    Args:
        move: Of a case or of a report that is not registered.
        actor: Who made it.
        at: Moment of issuing.

    Raises:
        NotAllowedError: somebody else made the move.
        TiedError: the actor is tied to a party of the matter.
        PaperContentError: the matter cannot be printed.
    """
    moved = move.case or move.report
    if moved is None:
        raise LookupError("a move has a matter")  # held by move_of_one_matter
    require_untied(moved, Action.ISSUE_PAPER, actor)
    if str(move.made_by_id) != actor.account_id:
        raise NotAllowedError(Action.ISSUE_PAPER)
    kind = Paper(f"{move.kind}_letter")
    matter = replace(matter_of(moved, kind), about=move.ledger_subject)
    return _issue(kind, matter, actor=actor, at=at)


def _writer_of(matter: Matter) -> Office:
    """Return the office that issues: of a move's letter the one that wrote it."""
    row = of_turns.moved(matter)
    return row.written_by if row else matter.subject.office


@transaction.atomic
def issue_whole_report_form(
    *, report: Report, reason: str, actor: Actor, at: datetime
) -> IssuedPaper:
    """Issue the report form with reporter and witnesses named, under seal.

    Args:
        report: Read through `visible_to(actor)`.
        reason: Why the identities are needed; recorded as an opening of them.
        actor: Needs `ISSUE_PAPER` and `OPEN_IDENTITY` in the region of the report.
        at: Moment of issuing.

    Raises:
        NotAllowedError: the actor issues nothing here, or has no need to know.
        ReasonMissingError: no reason was given.
    """
    kind = Paper.REPORT_FORM_WHOLE
    matter = matter_of(report, kind)
    require_for(actor, Action.ISSUE_PAPER, matter.case or report, report.region)
    open_identity(report=report, reason=reason, actor=actor, at=at)
    return _issue(kind, matter, actor=actor, at=at)


@transaction.atomic
def open_sealed_paper(
    *, paper: IssuedPaper, reason: str, actor: Actor, at: datetime
) -> bytes:
    """Return a paper that names who reported; who opens it and why is recorded.

    Args:
        paper: A sealed one, read through `visible_to(actor)`.
        reason: Why it is needed.
        actor: Needs `OPEN_IDENTITY` in the region of the report.
        at: Moment of opening.

    Raises:
        NotAllowedError: the actor has no need to know.
        ReasonMissingError: no reason was given.
        PaperAlteredError: the kept bytes are missing or have another hash.
    """
    report = _one(paper.report)
    open_identity(report=report, reason=reason, actor=actor, at=at)
    ledger.append("paper.opened", paper.ledger_subject, actor=actor, at=at, facts={})
    return store.unsealed_bytes(paper)


def issue_receipt(*, report: Report, actor: Actor, at: datetime) -> IssuedPaper:
    """Issue the receipt at arrival, for the reporter; the first one is kept.

    The page and the worker may ask at once; who comes second is given the first one's.

    Raises:
        PaperContentError: the report cannot be printed.
    """
    held = _receipt_of(report)
    if held is not None:
        return held
    return _issue(Paper.RECEIPT, Matter(report=report), actor=actor, at=at)


def _receipt_of(report: Report) -> IssuedPaper | None:
    return report.papers.filter(kind=Paper.RECEIPT.value).order_by("id").first()


def _issue(kind: Paper, matter: Matter, *, actor: Actor, at: datetime) -> IssuedPaper:
    code = "".join(secrets.choice(_SIGNS) for _ in range(16))
    issue = Issue(
        kind=kind,
        matter=matter,
        at=at,
        check_code=code,
        check_url=f"{settings.PUBLIC_URL}/periksa/{code}/",
    )
    with translation.override("id"):  # a paper is Indonesian whatever page asks for it
        paper = without_cleared(kind, matter, _COMPOSERS[kind](issue))
    files = {IssuedPaper.Format.PDF: render_pdf(paper)}
    if isinstance(paper, layouts.ReferralLetter):
        files[IssuedPaper.Format.DOCX] = render_docx(paper)
    sealed = kind in UNDER_SEAL
    kept = {f: (store.keep(c, under_seal=sealed), len(c)) for f, c in files.items()}
    return _enter(issue, paper, kept, actor=actor)


@transaction.atomic
def _enter(
    issue: Issue,
    paper: layouts.Paper,
    kept: dict[IssuedPaper.Format, tuple[str, int]],
    *,
    actor: Actor,
) -> IssuedPaper:
    form, matter = form_of(issue), issue.matter
    if issue.kind is Paper.RECEIPT and matter.report is not None:
        Report.objects.filter(pk=matter.report.pk).update(number=F("number"))
        held = _receipt_of(matter.report)
        if held is not None:
            return held
    rows = []
    for format_, (sha256, size_bytes) in kept.items():
        first = format_ is IssuedPaper.Format.PDF
        row = IssuedPaper.objects.create(
            kind=issue.kind.value,
            format=format_,
            number=paper.head.number,
            office=_writer_of(matter),
            region=matter.subject.region,
            report=matter.report,
            finding=matter.finding,
            tracing=matter.tracing,
            observation=matter.observation,
            case=matter.case,
            referral=matter.referral,
            about=matter.about,
            form_code=(form.code or "") if form else "",
            form_status=form.status if form else "",
            sha256=sha256,
            size_bytes=size_bytes,
            is_sealed=issue.kind in UNDER_SEAL,
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
                **matter_facts(row),
                "sha256": sha256,
            },
        )
        rows.append(row)
    return rows[0]
