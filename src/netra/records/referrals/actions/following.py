"""What happens to a letter after it was sent, and the end of watching it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.law import StepKind
from netra.domain.ledger.entries import moment_text
from netra.records.access import require
from netra.records.accounts.models import User
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.law.queries import law
from netra.records.ledger import actions as ledger
from netra.records.referrals.content import AnswerContent, HopContent
from netra.records.referrals.errors import EndReasonMissingError, HopRefusedError
from netra.records.referrals.facts import answer_facts, hop_facts
from netra.records.referrals.models import Answer, FollowUpEnd, Hop, Referral
from netra.records.referrals.queries import local_day


def _require(referral: Referral, actor: Actor) -> User:
    if referral.case is not None:
        require_on(referral.case, Action.RECORD_HOP, actor)
    else:
        require(actor, Action.RECORD_HOP, referral.region)
    return User.objects.get(pk=int(actor.account_id))


@transaction.atomic
def record_hop(
    *, referral: Referral, content: HopContent, actor: Actor, at: datetime
) -> Hop:
    """Record one station of a letter: sent, arrived, acknowledged or returned.

    Args:
        referral: Read through `visible_to(actor)`.
        content: What happened, when, and what proves it.
        actor: Needs `RECORD_HOP` in the region of the referral.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor does not record for this office.
        HopRefusedError: it lies in the future, before the letter, or the body that
            acknowledged is not named.
    """
    user = _require(referral, actor)
    _refuse_wrong_moment(referral, content, at)
    if content.kind is Hop.Kind.ACKNOWLEDGED and not content.body.strip():
        raise HopRefusedError(
            "body",
            "no body acknowledged",
            _("Tulis lembaga yang memberi tanda terima."),
        )
    row = Hop.objects.create(
        referral=referral,
        kind=content.kind,
        body=content.body.strip(),
        channel=content.channel.strip(),
        number=content.number.strip(),
        note=content.note,
        proof=content.proof,
        happened_at=content.happened_at,
        recorded_at=at,
        recorded_by=user,
    )
    ledger.append(
        "hop.recorded",
        row.ledger_subject,
        actor=actor,
        at=at,
        happened_at=content.happened_at,
        facts=hop_facts(row),
    )
    return row


def _refuse_wrong_moment(referral: Referral, content: HopContent, at: datetime) -> None:
    if content.happened_at > at:
        raise HopRefusedError(
            "happened_at",
            "the moment has not come",
            _("Waktunya belum tiba. Isi waktu yang sudah lewat."),
        )
    matter = referral.matter
    if local_day(matter, content.happened_at) < local_day(matter, referral.sent_at):
        raise HopRefusedError(
            "happened_at",
            "before the letter",
            _("Waktunya lebih awal dari surat penerusan. Periksa tanggalnya."),
        )


@transaction.atomic
def record_answer(
    *, referral: Referral, content: AnswerContent, actor: Actor, at: datetime
) -> Answer:
    """Record what a body answered to a referral.

    Args:
        referral: Read through `visible_to(actor)`.
        content: Who answered what on which day; a level only with a sanction.
        actor: Needs `RECORD_HOP` in the region of the referral.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor does not record for this office.
        HopRefusedError: body or text is missing, the day is wrong, or the level is
            none of the law data or stands without a sanction.
    """
    user = _require(referral, actor)
    _refuse_wrong_answer(referral, content, at)
    row = Answer.objects.create(
        referral=referral,
        kind=content.kind,
        body=content.body.strip(),
        number=content.number.strip(),
        level=content.level,
        text=content.text,
        answered_on=content.answered_on,
        proof=content.proof,
        recorded_at=at,
        recorded_by=user,
    )
    ledger.append(
        "answer.recorded",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts=answer_facts(row),
    )
    return row


def _refuse_wrong_answer(
    referral: Referral, content: AnswerContent, at: datetime
) -> None:
    if not content.body.strip():
        raise HopRefusedError("body", "no body", _("Tulis lembaga yang menjawab."))
    if not content.text.strip():
        raise HopRefusedError("text", "no text", _("Tulis isi jawabannya."))
    first, last = (local_day(referral.matter, m) for m in (referral.sent_at, at))
    if not first <= content.answered_on <= last:
        raise HopRefusedError(
            "answered_on",
            "the day is not between letter and today",
            _("Tanggal jawaban harus antara tanggal surat dan hari ini."),
        )
    if content.level and content.kind is not Answer.Kind.IMPOSED:
        raise HopRefusedError(
            "level",
            "a level without a sanction",
            _("Tingkat hanya diisi bila hukuman atau sanksi dijatuhkan."),
        )
    if content.level and content.level not in law().sanctions:
        raise HopRefusedError("level", "unknown level", _("Pilih dari daftar."))


@transaction.atomic
def end_follow_up(*, case: Case, reason: str, actor: Actor, at: datetime) -> Case:
    """End watching a case that was referred.

    Args:
        case: Stands on the follow-up.
        reason: Why it ends; needed while a referral has no answer.
        actor: Needs `RECORD_HOP` in the region of the case.
        at: Moment of ending.

    Raises:
        NotAllowedError: the actor does not record for this office.
        CaseMovedError: the case stands elsewhere; nothing was written.
        EndReasonMissingError: a referral has no answer and no reason was given.
    """
    require_on(case, Action.RECORD_HOP, actor)
    step = road.require_kind(case, StepKind.FOLLOW_UP)
    waiting = case.referrals.filter(superseded=False, answers__isnull=True)
    unanswered = waiting.count()
    if unanswered and not reason.strip():
        raise EndReasonMissingError(unanswered)
    ended = FollowUpEnd.objects.create(case=case, reason=reason.strip(), at=at)
    ledger.append(
        "follow_up.ended",
        ended.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "case": str(case.pk),
            "at": moment_text(at),
            "reason": ledger.commit_text(ended.reason),
        },
    )
    return road.advance(
        case,
        result=next(iter(step.results)),
        kind="case.followed_up",
        actor=actor,
        at=at,
    )
