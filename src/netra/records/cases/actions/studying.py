"""Writing the study, submitting it, and the second pair of eyes."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor
from netra.domain.law import StepKind
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.models import User
from netra.records.accounts.queries import user_of
from netra.records.cases import road
from netra.records.cases.conditions import newest_study, open_plenary
from netra.records.cases.errors import (
    CaseMovedError,
    OwnStudyError,
    PlenaryOpenError,
    RemarksOpenError,
    StudyReturnedError,
    TextMissingError,
)
from netra.records.cases.models import (
    Case,
    Study,
    StudyApproval,
    StudyRemark,
    StudyReturn,
)
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger


def _author(actor: Actor) -> User:
    user = user_of(actor)
    if user is None:
        raise LookupError("a study has an author with an account")
    return user


@transaction.atomic
def save_study(
    *, case: Case, texts: Mapping[str, str], actor: Actor, at: datetime
) -> Study:
    """Keep the text of the study; a submitted version is followed by a new one.

    Args:
        case: Under study, or waiting for a plenary that is not yet convened.
        texts: Text by part, see `Study.PARTS`.
        actor: Needs `WRITE_STUDY` in the region of the case; becomes the author.
        at: Moment of saving.

    Raises:
        NotAllowedError: the actor does not study this case.
        CaseMovedError: the study is closed.
        PlenaryOpenError: the plenary has it on the table.
    """
    require_on(case, Action.WRITE_STUDY, actor)
    step = road.require_kind(case, StepKind.STUDY, StepKind.PLENARY)
    if open_plenary(case):
        raise PlenaryOpenError
    study = _editable(case, _author(actor), at)
    for part in Study.PARTS:
        setattr(study, part, texts.get(part, ""))
    study.author = _author(actor)
    study.saved_at = at
    if step.kind is StepKind.PLENARY and not _is_draft(study):
        study.submitted_at = at  # a revision is at once the one to be approved
    study.save()
    ledger.append(
        "case.study_saved",
        case.ledger_subject,
        actor=actor,
        at=at,
        facts=study_facts(study),
    )
    return study


def _editable(case: Case, author: User, at: datetime) -> Study:
    newest = newest_study(case)
    if newest is not None and newest.submitted_at is None:
        return newest
    version = newest.version + 1 if newest else 1
    return Study(case=case, version=version, author=author, saved_at=at)


def _is_draft(study: Study) -> bool:
    """Say whether a version was begun because the one before was returned."""
    before = study.case.studies.filter(version=study.version - 1)
    return before.filter(returned__isnull=False).exists()


def study_facts(study: Study) -> dict[str, Fact]:
    """Return the facts about a version of the study."""
    base = f"study/{study.version}"
    submitted = moment_text(study.submitted_at) if study.submitted_at else None
    return {
        f"{base}/author": str(study.author_id),
        f"{base}/submitted_at": submitted,
        **{
            f"{base}/{part}": ledger.commit_text(getattr(study, part))
            for part in Study.PARTS
        },
    }


@transaction.atomic
def submit_study(*, case: Case, actor: Actor, at: datetime) -> Case:
    """Hand the study to the plenary, also again after it was returned.

    Raises:
        NotAllowedError: the actor does not study this case.
        BlockedError: a part is empty, or a respondent has no allegation.
        TextMissingError: a part of the revised text is empty.
        CaseMovedError: somebody was first.
    """
    require_on(case, Action.WRITE_STUDY, actor)
    step = road.require_kind(case, StepKind.STUDY, StepKind.PLENARY)
    study = newest_study(case)
    if step.kind is StepKind.PLENARY:
        return _submit_again(case, study, actor=actor, at=at)
    facts: dict[str, Fact] = {}
    if study is not None:
        Study.objects.filter(pk=study.pk).update(submitted_at=at)
        facts = {f"study/{study.version}/submitted_at": moment_text(at)}
    return road.advance(
        case,
        result="submitted",
        kind="case.study_submitted",
        actor=actor,
        at=at,
        facts=facts,
    )


def _submit_again(
    case: Case, study: Study | None, *, actor: Actor, at: datetime
) -> Case:
    """Hand up the draft that followed a returned version; the case stays put."""
    if study is None or study.submitted_at is not None:
        raise CaseMovedError(case.number, StepKind.STUDY)
    empty = [part for part in Study.PARTS if not getattr(study, part).strip()]
    if empty:
        raise TextMissingError(empty[0])
    Study.objects.filter(pk=study.pk).update(submitted_at=at)
    ledger.append(
        "case.study_submitted",
        case.ledger_subject,
        actor=actor,
        at=at,
        facts={f"study/{study.version}/submitted_at": moment_text(at)},
    )
    return case


@transaction.atomic
def approve_study(
    *, case: Case, version: int, note: str, actor: Actor, at: datetime
) -> StudyApproval:
    """Approve the newest version as second pair of eyes.

    Args:
        case: Waits for its plenary.
        version: The version the approver has read.
        note: May be empty.
        actor: Needs `APPROVE_STUDY`; not the author.
        at: Moment of approval.

    Raises:
        NotAllowedError: the actor does not approve for this office.
        OwnStudyError: the actor wrote this version.
        CaseMovedError: another version is the newest, or the case moved on.
        StudyReturnedError: this version was given back.
        RemarksOpenError: a remark is not settled.
    """
    require_on(case, Action.APPROVE_STUDY, actor)
    road.require_kind(case, StepKind.PLENARY)
    study = newest_study(case)
    if study is None or study.version != version:
        raise CaseMovedError(case.number, "study version")
    if str(study.author_id) == actor.account_id:
        raise OwnStudyError
    _require_reviewed(case, study)
    try:
        with transaction.atomic():
            approval = StudyApproval.objects.create(
                study=study,
                approver=_author(actor),
                author=study.author,
                at=at,
                note=note,
            )
    except IntegrityError as error:
        raise CaseMovedError(case.number, "approval") from error
    base = f"study/{study.version}/approval/{actor.account_id}"
    ledger.append(
        "case.study_approved",
        case.ledger_subject,
        actor=actor,
        at=at,
        facts={f"{base}/at": moment_text(at), f"{base}/note": ledger.commit_text(note)},
    )
    return approval


def _require_reviewed(case: Case, study: Study) -> None:
    if StudyReturn.objects.filter(study=study).exists():
        raise StudyReturnedError
    left = StudyRemark.objects.filter(study__case=case, resolved_at__isnull=True)
    if left.exists():
        raise RemarksOpenError(left.count())
