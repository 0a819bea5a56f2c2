"""Remarks on the study, and giving it back to be revised.

Four eyes stand wherever a right is touched: who wrote a version neither approves
(`approve_study`) nor returns it; who is tied to a party ends that tie no more than who
recorded it (`withdraw_recusal`). The database holds each of these a second time.
"""

from datetime import datetime

from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor
from netra.domain.law import StepKind
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.cases import road
from netra.records.cases.conditions import newest_study, open_plenary
from netra.records.cases.errors import (
    CaseMovedError,
    OwnStudyError,
    PlenaryOpenError,
    QuoteNotFoundError,
    RemarkResolvedError,
    TextMissingError,
)
from netra.records.cases.models import Case, Study, StudyRemark, StudyReturn
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger


@transaction.atomic
def remark_study(
    *,
    case: Case,
    version: int,
    part: str,
    quote: str,
    text: str,
    actor: Actor,
    at: datetime,
) -> StudyRemark:
    """Remark on a passage of the submitted study.

    Args:
        case: Waits for its plenary.
        version: The newest one, as it was read.
        part: One of `Study.PARTS`.
        quote: Passage of that part the remark is about; empty for the whole part.
        text: The remark.
        actor: Needs `REVIEW_STUDY` in the region of the case.
        at: Moment of remarking.

    Raises:
        NotAllowedError: the actor does not review for this office.
        CaseMovedError: another version is the newest, or it was not submitted.
        PlenaryOpenError: the plenary has it on the table.
        QuoteNotFoundError: the part does not hold the passage.
        TextMissingError: there is no remark, or no such part.
    """
    require_on(case, Action.REVIEW_STUDY, actor)
    study = _under_review(case, version)
    if part not in Study.PARTS:
        raise TextMissingError("part")
    if not text.strip():
        raise TextMissingError("text")
    if quote.split() and " ".join(quote.split()) not in _spaced(study, part):
        raise QuoteNotFoundError
    row = StudyRemark.objects.create(
        study=study,
        author_id=int(actor.account_id),
        part=part,
        quote=quote.strip(),
        text=text,
        at=at,
    )
    ledger.append(
        "case.study_remarked",
        case.ledger_subject,
        actor=actor,
        at=at,
        facts=_remark_facts(row),
    )
    return row


def _spaced(study: Study, part: str) -> str:
    return " ".join(getattr(study, part).split())


def _under_review(case: Case, version: int) -> Study:
    road.require_kind(case, StepKind.PLENARY)
    if open_plenary(case):
        raise PlenaryOpenError
    study = newest_study(case)
    if study is None or study.version != version or study.submitted_at is None:
        raise CaseMovedError(case.number, "study version")
    return study


def _remark_facts(row: StudyRemark) -> dict[str, Fact]:
    base = f"remark/{row.pk}"
    return {
        f"{base}/version": row.study.version,
        f"{base}/author": str(row.author_id),
        f"{base}/part": row.part,
        f"{base}/quote": ledger.commit_text(row.quote),
        f"{base}/text": ledger.commit_text(row.text),
        f"{base}/at": moment_text(row.at),
    }


@transaction.atomic
def resolve_remark(
    *, remark: StudyRemark, resolution: str, actor: Actor, at: datetime
) -> StudyRemark:
    """Settle a remark: what was changed, or why nothing was.

    Raises:
        NotAllowedError: the actor does not review for this office.
        TextMissingError: it is not said how.
        RemarkResolvedError: somebody was first.
    """
    case = remark.study.case
    require_on(case, Action.REVIEW_STUDY, actor)
    if not resolution.strip():
        raise TextMissingError("resolution")
    rows = StudyRemark.objects.filter(pk=remark.pk, resolved_at__isnull=True)
    if not rows.update(
        resolved_at=at, resolved_by=int(actor.account_id), resolution=resolution
    ):
        raise RemarkResolvedError
    base = f"remark/{remark.pk}"
    ledger.append(
        "case.study_remark_resolved",
        case.ledger_subject,
        actor=actor,
        at=at,
        facts={
            f"{base}/resolved_at": moment_text(at),
            f"{base}/resolved_by": actor.account_id,
            f"{base}/resolution": ledger.commit_text(resolution),
        },
    )
    remark.refresh_from_db()
    return remark


@transaction.atomic
def return_study(
    *, case: Case, version: int, reason: str, actor: Actor, at: datetime
) -> StudyReturn:
    """Give the submitted study back; what is saved next is a new version, a draft.

    An approval it had counts no more.

    Args:
        case: Waits for its plenary.
        version: The newest one, as it was read.
        reason: What is to be revised.
        actor: Needs `REVIEW_STUDY`; not the author.
        at: Moment of returning.

    Raises:
        NotAllowedError: the actor does not review for this office.
        CaseMovedError: another version is the newest, or it was returned before.
        PlenaryOpenError: the plenary has it on the table.
        OwnStudyError: the actor wrote this version.
        TextMissingError: no reason was given.
    """
    require_on(case, Action.REVIEW_STUDY, actor)
    study = _under_review(case, version)
    if str(study.author_id) == actor.account_id:
        raise OwnStudyError
    if not reason.strip():
        raise TextMissingError("reason")
    try:
        with transaction.atomic():
            row = StudyReturn.objects.create(
                study=study,
                returned_by_id=int(actor.account_id),
                author=study.author,
                at=at,
                reason=reason,
            )
    except IntegrityError as error:
        raise CaseMovedError(case.number, "return") from error
    base = f"study/{study.version}/returned"
    ledger.append(
        "case.study_returned",
        case.ledger_subject,
        actor=actor,
        at=at,
        facts={
            f"{base}/by": actor.account_id,
            f"{base}/at": moment_text(at),
            f"{base}/reason": ledger.commit_text(reason),
        },
    )
    return row
