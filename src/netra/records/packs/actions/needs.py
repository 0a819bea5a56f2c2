"""Recording why a body may know identities: one records, another approves."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from netra.domain.access import Action, Actor
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.models import OutsideBody
from netra.records.ledger import actions as ledger
from netra.records.packs.errors import (
    FourEyesError,
    MovedOnError,
    PackTextMissingError,
)
from netra.records.packs.facts import NEED_TEXTS, need_codes
from netra.records.packs.models import LegalNeed
from netra.records.packs.permission import require_work
from netra.records.referrals.models import Referral


@transaction.atomic
def record_need(
    *,
    referral: Referral,
    body: OutsideBody,
    ground: str,
    letter: str,
    letter_on: date,
    actor: Actor,
    at: datetime,
) -> LegalNeed:
    """Record that a body asked for identities, by which article and letter.

    Args:
        referral: Whose reporter and witnesses are asked for.
        body: Who asks.
        ground: Article or other ground, as the letter gives it; Netra confirms none.
        letter: Number of the letter.
        letter_on: Day of the letter.
        actor: Needs `MAKE_PACK` in the region of the referral.
        at: Moment of recording.

    Raises:
        NotAllowedError: the actor makes no packs for this office.
        PackTextMissingError: ground or letter is empty.
        MovedOnError: the letter is recorded already.
    """
    user = require_work(referral, Action.MAKE_PACK, actor)
    for name, text in (("ground", ground), ("letter", letter)):
        if not text.strip():
            raise PackTextMissingError(name)
    try:
        with transaction.atomic():
            row = LegalNeed.objects.create(
                referral=referral,
                body=body,
                ground=ground.strip(),
                letter=letter.strip(),
                letter_on=letter_on,
                recorded_by=user,
                recorded_at=at,
            )
    except IntegrityError as error:
        raise MovedOnError("need") from error
    texts = {name: ledger.commit_text(getattr(row, name)) for name in NEED_TEXTS}
    ledger.append(
        "need.recorded",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts={**need_codes(row), **texts},
    )
    return row


@transaction.atomic
def approve_need(*, need: LegalNeed, actor: Actor, at: datetime) -> LegalNeed:
    """Approve a need as second person; only then a sealed part can be made.

    Raises:
        NotAllowedError: the actor opens no identities of this office.
        FourEyesError: the actor recorded it.
        MovedOnError: somebody approved it first.
    """
    user = require_work(need.referral, Action.OPEN_IDENTITY, actor)
    if str(need.recorded_by_id) == actor.account_id:
        raise FourEyesError
    waiting = LegalNeed.objects.filter(pk=need.pk, approved_at__isnull=True)
    if not waiting.update(approved_by=user, approved_at=at):
        raise MovedOnError("need")
    ledger.append(
        "need.approved",
        need.ledger_subject,
        actor=actor,
        at=at,
        facts={"approved_by": actor.account_id, "approved_at": moment_text(at)},
    )
    need.refresh_from_db()
    return need
