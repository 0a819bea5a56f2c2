"""Asking for packs, and handing them out."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.ledger.entries import moment_text
from netra.records.accounts.models import OutsideBody, User
from netra.records.jobs.later import enqueue
from netra.records.ledger import actions as ledger
from netra.records.packs.checking import open_places
from netra.records.packs.errors import (
    MarksFoundError,
    NoNeedError,
    NotAReceiverError,
    NoUsableKeyError,
    OwnSparingError,
    PackNotReadyError,
    PackTextMissingError,
    PackTooLargeError,
    WrongChoiceError,
)
from netra.records.packs.facts import pack_codes
from netra.records.packs.models import BodyKey, LegalNeed, Pack, PackDownload, Redaction
from netra.records.packs.permission import require_work
from netra.records.packs.queries import (
    PackableExhibit,
    exhibits_of,
    receivers_of,
    usable_key,
)
from netra.records.referrals.models import Referral
from netra.records.reports.actions import open_identity
from netra.records.reports.models import Report, Respondent

MOST_BYTES = 2**30
"""Files of one pack together: what a slow line still carries in an evening."""
_BUILDER = "netra.records.packs.later.build_pack_later"


@transaction.atomic
def ask_pack(
    *,
    referral: Referral,
    body: OutsideBody,
    respondents: Sequence[Respondent],
    exhibits: Sequence[int],
    actor: Actor,
    at: datetime,
) -> Pack:
    """Ask for the open part for the addressee or for a body that gets a copy.

    Args:
        referral: Sent; its papers are issued.
        body: Addressee or on the list of copies, with a confirmed key.
        respondents: Of the referral; the copy is about them alone.
        exhibits: Places of evidence that somebody has looked at and found to show
            nobody who stays sealed; only copies without traces are packed.
        actor: Needs `MAKE_PACK` in the region of the referral.
        at: Moment of asking.

    Raises:
        NotAllowedError: the actor makes no packs for this office.
        NotAReceiverError: the body receives nothing of this referral.
        NoUsableKeyError: the body has no confirmed key.
        WrongChoiceError: a respondent or exhibit does not belong to the referral.
        PackTooLargeError: the files together are too large.
        PapersMissingError: a paper was not issued yet.
        OwnSparingError: the actor found a word harmless.
        MarksFoundError: an open text still names somebody; nothing was asked for.
    """
    user = require_work(referral, Action.MAKE_PACK, actor)
    if not receivers_of(referral).filter(pk=body.pk).exists():
        raise NotAReceiverError(body.pk)
    key = _key_of(body)
    people = _chosen(referral, respondents)
    _require_fitting(exhibits_of(referral), exhibits)
    spared = referral.redactions.filter(kind=Redaction.Kind.SPARE, made_by=user)
    if spared.exists():
        raise OwnSparingError
    found = open_places(referral, people)
    if found:
        raise MarksFoundError(len(found))
    pack = Pack.objects.create(
        referral=referral,
        part=Pack.Part.OPEN,
        body=body,
        key=key,
        exhibits=sorted(set(exhibits)),
        asked_by=user,
        asked_at=at,
    )
    pack.respondents.set(people)
    return _enter(pack, actor=actor, at=at)


@transaction.atomic
def ask_sealed_part(
    *, need: LegalNeed, reason: str, actor: Actor, at: datetime
) -> Pack:
    """Ask for identities and originals for the body of an approved need.

    Opening the identity of the reporter is recorded with the reason.

    Args:
        need: Approved by a second person.
        reason: Why it is made now.
        actor: Needs `MAKE_PACK` and `OPEN_IDENTITY` in the region of the referral.
        at: Moment of asking.

    Raises:
        NotAllowedError: the actor makes no packs or opens no identities there.
        NoNeedError: the need is not approved.
        NoUsableKeyError: the body has no confirmed key.
        PackTextMissingError: there is no reason.
        PackTooLargeError: the originals together are too large.
    """
    referral = need.referral
    require_work(referral, Action.MAKE_PACK, actor)
    user = require_work(referral, Action.OPEN_IDENTITY, actor)
    if not LegalNeed.objects.filter(pk=need.pk, approved_at__isnull=False).exists():
        raise NoNeedError
    if not reason.strip():
        raise PackTextMissingError("reason")
    key = _key_of(need.body)
    _require_room(exhibits_of(referral))
    report = _report_of(referral)
    if report is not None:
        open_identity(report=report, reason=reason.strip(), actor=actor, at=at)
    pack = Pack.objects.create(
        referral=referral,
        part=Pack.Part.SEALED,
        body=need.body,
        key=key,
        need=need,
        reason=reason.strip(),
        asked_by=user,
        asked_at=at,
    )
    pack.respondents.set(referral.respondents.all())
    return _enter(pack, actor=actor, at=at)


def _report_of(referral: Referral) -> Report | None:
    return referral.case.report if referral.case else None


def _key_of(body: OutsideBody) -> BodyKey:
    key = usable_key(body)
    if key is None:
        raise NoUsableKeyError(body.pk)
    return key


def _chosen(referral: Referral, respondents: Sequence[Respondent]) -> list[Respondent]:
    wanted = {person.pk for person in respondents}
    found = list(referral.respondents.filter(pk__in=wanted))
    if not found or len(found) != len(wanted):
        raise WrongChoiceError("respondents")
    return found


def _require_fitting(rows: Sequence[PackableExhibit], chosen: Sequence[int]) -> None:
    offered = {row.place: row for row in rows if row.is_evidence}
    if not set(chosen) <= set(offered):
        raise WrongChoiceError("exhibits")
    _require_room([offered[place] for place in set(chosen)])


def _require_room(rows: Sequence[PackableExhibit]) -> None:
    size = sum(row.blob.size_bytes for row in rows)
    if size > MOST_BYTES:
        raise PackTooLargeError(size, MOST_BYTES)


def _enter(pack: Pack, *, actor: Actor, at: datetime) -> Pack:
    ledger.append(
        "pack.asked",
        pack.ledger_subject,
        actor=actor,
        at=at,
        facts={**pack_codes(pack), "reason": ledger.commit_text(pack.reason)},
    )
    enqueue(_BUILDER, pack.pk)
    return pack


@transaction.atomic
def download_pack(*, pack: Pack, actor: Actor, at: datetime) -> PackDownload:
    """Record that somebody takes a pack away; a sealed part needs the higher right.

    Raises:
        NotAllowedError: the actor may not take it.
        PackNotReadyError: it is still being built.
    """
    sealed = pack.part == Pack.Part.SEALED
    needed = Action.OPEN_IDENTITY if sealed else Action.MAKE_PACK
    user: User = require_work(pack.referral, needed, actor)
    if not Pack.objects.filter(pk=pack.pk, state=Pack.State.READY).exists():
        raise PackNotReadyError(pack.pk)
    row = PackDownload.objects.create(pack=pack, account=user, at=at)
    ledger.append(
        "pack.downloaded",
        pack.ledger_subject,
        actor=actor,
        at=at,
        facts={
            f"download/{row.pk}/account": actor.account_id,
            f"download/{row.pk}/at": moment_text(at),
        },
    )
    return row
