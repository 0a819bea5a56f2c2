"""The right of reply: inviting, taking the invitation back, and what is answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.models import OfficeSetting
from netra.records.accounts.queries import PUBLIC, setting_of, user_of
from netra.records.cases.models import Case
from netra.records.cases.standing import hold, require_on
from netra.records.evidence.errors import TooManyFilesError
from netra.records.evidence.models import Blob
from netra.records.ledger import actions as ledger
from netra.records.notices.codes import digest_of
from netra.records.notices.errors import (
    InvitedAlreadyError,
    NoticeMovedError,
    RepliedAlreadyError,
    ReplyDayError,
    TextNeededError,
)
from netra.records.notices.matters import local_day, notice_number
from netra.records.notices.models import Reply, ReplyFile, ReplyInvitation
from netra.records.notices.queries import invitation_of
from netra.records.reports.codes import new_code
from netra.records.reports.models import Respondent


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFile:
    """A file of an answer with the name its sender gave it."""

    blob: Blob
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a respondent answers; text, files, or both."""

    text: str
    files: Sequence[AnswerFile] = ()


def custom_days(case: Case) -> int | None:
    """Return the custom of the office in days; no rule gives one."""
    value = setting_of(case.office, OfficeSetting.Key.REPLY_DAYS)
    return int(value) if value and value.isdecimal() else None


@transaction.atomic
def invite_reply(
    *,
    case: Case,
    respondent: Respondent,
    due_on: date | None,
    actor: Actor,
    at: datetime,
) -> tuple[ReplyInvitation, str]:
    """Give a respondent the right of reply until a day, and the code for it.

    Args:
        case: Whose respondent it is.
        respondent: Who may answer.
        due_on: Last local day; `None` for the custom of the office.
        actor: Needs `SEND_NOTICE` in the region of the case.
        at: Moment of inviting.

    Returns:
        The invitation and the code, which is kept nowhere in clear.

    Raises:
        NotAllowedError: the actor tells nothing for this office.
        ReplyDayError: no day was chosen and there is no custom, or it has passed.
        InvitedAlreadyError: an invitation is open; nothing was written.
    """
    require_on(case, Action.SEND_NOTICE, actor)
    today = local_day(case, at)
    last, basis = _last_day(case, due_on, today)
    code = new_code()
    try:
        with transaction.atomic():
            row = ReplyInvitation.objects.create(
                case=case,
                respondent=respondent,
                code_digest=digest_of(code),
                number=notice_number(case.office, today),
                due_on=last,
                basis=basis,
                invited_at=at,
                invited_by_id=int(actor.account_id),
            )
    except IntegrityError as error:
        raise InvitedAlreadyError from error
    ledger.append(
        "reply.invited",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "case": str(case.pk),
            "respondent": str(respondent.pk),
            "number": row.number,
            "due_on": row.due_on.isoformat(),
            "basis": row.basis,
            "invited_at": moment_text(at),
        },
    )
    return row, code


def _last_day(
    case: Case, due_on: date | None, today: date
) -> tuple[date, ReplyInvitation.Basis]:
    days = custom_days(case)
    if due_on is None and days is not None:
        return today + timedelta(days=days), ReplyInvitation.Basis.CUSTOM
    if due_on is None or due_on <= today:
        raise ReplyDayError
    return due_on, ReplyInvitation.Basis.CHOSEN


@transaction.atomic
def withdraw_reply_invitation(
    *, invitation: ReplyInvitation, actor: Actor, at: datetime
) -> ReplyInvitation:
    """End an invitation: its code opens nothing any more; what was answered stays.

    Raises:
        NotAllowedError: the actor tells nothing for this office.
        NoticeMovedError: it was withdrawn first; nothing was written.
    """
    require_on(invitation.case, Action.SEND_NOTICE, actor)
    open_ = ReplyInvitation.objects.filter(pk=invitation.pk, withdrawn_at__isnull=True)
    if not open_.update(withdrawn_at=at):
        raise NoticeMovedError
    ledger.append(
        "reply.invitation_withdrawn",
        invitation.ledger_subject,
        actor=actor,
        at=at,
        facts={"withdrawn_at": moment_text(at)},
    )
    invitation.refresh_from_db()
    return invitation


@transaction.atomic
def answer_by_code(
    *, invitation: ReplyInvitation, answer: Answer, at: datetime
) -> Reply:
    """Take the answer of who holds the code, once; a late one is kept and marked.

    Args:
        invitation: Opened by its code on this visit.
        answer: Text, files, or both.
        at: Moment of arrival.

    Raises:
        NoticeMovedError: the invitation was withdrawn; nothing was written.
        RepliedAlreadyError: the code was used before; nothing was written.
        TextNeededError: there is neither text nor file.
        TooManyFilesError: more files than are taken.
    """
    open_ = ReplyInvitation.objects.filter(pk=invitation.pk, withdrawn_at__isnull=True)
    if not open_.update(due_on=invitation.due_on):  # others wait here
        raise NoticeMovedError
    if invitation.replies.filter(via=Reply.Via.WEB).exists():
        raise RepliedAlreadyError
    reply = Reply(
        case=invitation.case,
        respondent=invitation.respondent,
        invitation=invitation,
        via=Reply.Via.WEB,
        received_at=at,
        is_late=_is_late(invitation, at),
    )
    return _keep(reply, answer, actor=PUBLIC, at=at)


@transaction.atomic
def record_reply(
    *,
    case: Case,
    respondent: Respondent,
    via: Reply.Via,
    answer: Answer,
    received_at: datetime,
    actor: Actor,
    at: datetime,
) -> Reply:
    """Record an answer that came in writing to the office.

    Args:
        case: Whose respondent answers; an invitation is not needed.
        respondent: Who answers.
        via: At the counter or by letter.
        answer: Text, files, or both.
        received_at: When it came; not after `at`.
        actor: Needs `RECEIVE_ITEM` in the region of the case.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor receives nothing for this office.
        TextNeededError: there is neither text nor file.
        TooManyFilesError: more files than are taken.
    """
    require_on(case, Action.RECEIVE_ITEM, actor)
    invitation = invitation_of(case, respondent)
    came_at = min(received_at, at)
    reply = Reply(
        case=case,
        respondent=respondent,
        invitation=invitation,
        via=via,
        received_at=came_at,
        recorded_by=user_of(actor),
        is_late=invitation is not None and _is_late(invitation, came_at),
    )
    return _keep(reply, answer, actor=actor, at=at)


def _is_late(invitation: ReplyInvitation, at: datetime) -> bool:
    return local_day(invitation.case, at) > invitation.due_on


def _keep(reply: Reply, answer: Answer, *, actor: Actor, at: datetime) -> Reply:
    if not answer.text.strip() and not answer.files:
        raise TextNeededError("text")
    if len(answer.files) > settings.UPLOADS_PER_REPORT:
        raise TooManyFilesError(settings.UPLOADS_PER_REPORT)
    hold(reply.case)
    reply.text, reply.recorded_at = answer.text, at
    reply.save()
    kept = {file.blob.pk: file for file in answer.files}  # the same bytes once
    for file in kept.values():
        ReplyFile.objects.create(reply=reply, blob=file.blob, name=file.name)
    ledger.append(
        "reply.received",
        reply.ledger_subject,
        actor=actor,
        at=at,
        happened_at=reply.received_at,
        facts=_facts(reply),
    )
    return reply


def _facts(reply: Reply) -> dict[str, Fact]:
    invitation = str(reply.invitation_id) if reply.invitation_id else None
    return {
        "case": str(reply.case_id),
        "respondent": str(reply.respondent_id),
        "invitation": invitation,
        "via": reply.via,
        "text": ledger.commit_text(reply.text),
        "received_at": moment_text(reply.received_at),
        "is_late": reply.is_late,
        **{f"file/{row.pk}": row.blob_id for row in reply.files.all()},
    }
