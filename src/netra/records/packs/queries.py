"""Reading packs: who may receive one, with which key, from which exhibits."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from netra.domain.access import Action, Actor, Scope, reach_of
from netra.records.accounts.models import OutsideBody
from netra.records.cases.models import Case
from netra.records.evidence.content import CLEANABLE
from netra.records.evidence.models import Blob
from netra.records.observations.models import Finding, GatheredExhibit, Tracing
from netra.records.packs.models import BodyKey, LegalNeed, Pack, Redaction
from netra.records.referrals.models import Answer, FollowUpEnd, Hop, Referral
from netra.records.reports.models import Exhibit, Report

_EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackableExhibit:
    """One exhibit of a referral's matter, by its place in the list, from 1.

    `is_evidence` is false for what names the reporter by its nature, such as a card.
    """

    place: int
    title: str
    blob: Blob
    is_evidence: bool

    @property
    def can_be_cleaned(self) -> bool:
        """Whether a copy without traces can be made of this kind of file."""
        return self.blob.media_type in CLEANABLE


def exhibits_of(referral: Referral) -> tuple[PackableExhibit, ...]:
    """Return the exhibits of a referral's matter, as its papers count them."""
    matter = referral.matter
    origin = matter if isinstance(matter, Tracing) else matter.origin
    rows = _rows(origin)
    return tuple(
        PackableExhibit(
            place=place,
            title=f"{_word(row)} {place}",
            blob=row.blob,
            is_evidence=row.kind == _EVIDENCE,
        )
        for place, row in enumerate(rows, 1)
    )


def _rows(origin: Report | Finding | Tracing) -> list[Exhibit | GatheredExhibit]:
    found = origin.exhibits if isinstance(origin, Finding) else origin.exhibits.all()
    return list(found.select_related("blob"))


def _word(row: Exhibit | GatheredExhibit) -> str:
    return row.get_kind_display().capitalize() if isinstance(row, Exhibit) else "Bukti"


def receivers_of(referral: Referral) -> QuerySet[OutsideBody]:
    """Return the bodies that may get a copy: addressee and list of copies, near by."""
    authorities = [referral.authority, *referral.copies]
    return OutsideBody.objects.filter(
        authority__in=authorities, region__in=_codes(referral.region)
    )


def bodies_near(referral: Referral) -> QuerySet[OutsideBody]:
    """Return the bodies of the region and of those above it."""
    return OutsideBody.objects.filter(region__in=_codes(referral.region))


def _codes(region: str) -> list[str]:
    return [region, region[:5], region[:2], ""]


def usable_key(body: OutsideBody) -> BodyKey | None:
    """Return the newest key that is confirmed and not revoked."""
    return body.keys.filter(confirmed_at__isnull=False, revoked_at__isnull=True).first()


def bodies_kept_by(actor: Actor) -> QuerySet[OutsideBody]:
    """Return the bodies whose keys somebody keeps."""
    reach = reach_of(actor, Action.KEEP_BODY_KEYS)
    within = Q(pk__in=[])
    for scope, region in reach:
        if scope is Scope.EVERYWHERE or (scope is Scope.BELOW and not region):
            return OutsideBody.objects.all()
        below = Q(region__startswith=f"{region}.") if scope is Scope.BELOW else Q()
        within |= Q(region=region) | below if scope is Scope.BELOW else Q(region=region)
    return OutsideBody.objects.filter(within)


def letter_subjects(case: Case) -> tuple[str, ...]:
    """Return the ledger's subjects of the way of a case's letters, and of its packs."""
    letters = list(case.referrals.values_list("pk", flat=True))
    kinds = (
        (Hop, "hop"),
        (Answer, "answer"),
        (LegalNeed, "need"),
        (Redaction, "redaction"),
        (Pack, "pack"),
    )
    found = [
        f"{word}:{pk}"
        for model, word in kinds
        for pk in model.objects.filter(referral__in=letters).values_list(
            "pk", flat=True
        )
    ]
    ends = FollowUpEnd.objects.filter(case=case).values_list("pk", flat=True)
    return (*found, *(f"follow_up_end:{pk}" for pk in ends))
