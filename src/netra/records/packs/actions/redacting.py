"""Covering passages in the copies of a referral, and sparing ordinary words."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.packs import MarkKind, covered, words_in
from netra.records.ledger import actions as ledger
from netra.records.packs.checking import open_places
from netra.records.packs.copies import copies_of
from netra.records.packs.errors import (
    NotSparableError,
    PackTextMissingError,
    PassageNotFoundError,
)
from netra.records.packs.facts import REDACTION_TEXTS, redaction_codes
from netra.records.packs.models import Redaction
from netra.records.packs.permission import require_work
from netra.records.packs.texts import texts_in
from netra.records.referrals.models import Referral
from netra.records.reports.models import Respondent

_KIND = Redaction.Kind


@transaction.atomic
def cover_found(
    *,
    referral: Referral,
    respondents: Sequence[Respondent],
    actor: Actor,
    at: datetime,
) -> int:
    """Cover every passage that still names somebody; return how many there were.

    Nobody is shown whom they name; the passages are kept sealed.

    Args:
        referral: Whose copies are meant.
        respondents: Those the copies are about.
        actor: Needs `MAKE_PACK` in the region of the referral.
        at: Moment of covering.

    Raises:
        NotAllowedError: the actor makes no packs for this office.
        PapersMissingError: a paper was not issued yet.
    """
    require_work(referral, Action.MAKE_PACK, actor)
    found = open_places(referral, respondents)
    for passage in {place.passage: None for place in found}:
        _enter(referral, _KIND.COVER, passage, "", actor=actor, at=at)
    return len(found)


@transaction.atomic
def cover_passage(
    *, referral: Referral, passage: str, actor: Actor, at: datetime
) -> Redaction:
    """Cover a passage wherever it stands in the copies of a referral.

    Args:
        referral: Whose copies are meant.
        passage: As it stands in a text; spaces and case make no difference.
        actor: Needs `MAKE_PACK` in the region of the referral.
        at: Moment of covering.

    Raises:
        NotAllowedError: the actor makes no packs for this office.
        PackTextMissingError: nothing was typed.
        PassageNotFoundError: it stands in no text.
        PapersMissingError: a paper was not issued yet.
    """
    require_work(referral, Action.MAKE_PACK, actor)
    if not words_in(passage):
        raise PackTextMissingError("passage")
    copies = copies_of(referral, list(referral.respondents.all()))
    texts = [text for copy in copies for _name, text in texts_in(copy.paper)]
    if not any(covered(text, [passage]) != text for text in texts):
        raise PassageNotFoundError
    return _enter(referral, _KIND.COVER, passage.strip(), "", actor=actor, at=at)


@transaction.atomic
def spare_word(
    *, referral: Referral, word: str, reason: str, actor: Actor, at: datetime
) -> Redaction:
    """Let a word stay that is also a part of somebody's name.

    Args:
        referral: Whose copies are meant.
        word: One word that was found as a part of a name.
        reason: Why it names nobody here.
        actor: Needs `MAKE_PACK` in the region of the referral; another person than who
            makes the pack.
        at: Moment of deciding.

    Raises:
        NotAllowedError: the actor makes no packs for this office.
        PackTextMissingError: there is no reason.
        NotSparableError: it is more than a part of a name, or was not found.
        PapersMissingError: a paper was not issued yet.
    """
    require_work(referral, Action.MAKE_PACK, actor)
    if not reason.strip():
        raise PackTextMissingError("reason")
    asked = words_in(word)
    found = open_places(referral, list(referral.respondents.all()))
    parts = {place.mark for place in found if place.kind is MarkKind.NAME_PART}
    if len(asked) != 1 or asked[0] not in parts:
        raise NotSparableError
    return _enter(referral, _KIND.SPARE, asked[0], reason.strip(), actor=actor, at=at)


def _enter(
    referral: Referral,
    kind: Redaction.Kind,
    passage: str,
    reason: str,
    *,
    actor: Actor,
    at: datetime,
) -> Redaction:
    row = Redaction.objects.create(
        referral=referral,
        kind=kind,
        passage=passage,
        reason=reason,
        made_by_id=int(actor.account_id),
        made_at=at,
    )
    texts = {name: ledger.commit_text(getattr(row, name)) for name in REDACTION_TEXTS}
    ledger.append(
        "redaction.made",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts={**redaction_codes(row), **texts},
    )
    return row
