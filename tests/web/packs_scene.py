"""One letter with a station, an answer, a need and a pack, of 33.74."""

from dataclasses import dataclass
from datetime import date

from netra.records.evidence.actions import receive_blob
from netra.records.packs import actions
from netra.records.packs.models import BodyKey, LegalNeed, Pack
from netra.records.referrals import actions as referrals
from netra.records.referrals.content import AnswerContent, HopContent
from netra.records.referrals.models import Answer, Hop, Referral
from tests import packing
from tests.offices import PNG, TOLD_AT, Cast, as_actor


@dataclass(frozen=True, slots=True, kw_only=True)
class PackScene:
    """What the matrix walks through; the need waits for its second person."""

    referral: Referral
    hop: Hop
    answer: Answer
    need: LegalNeed
    pack: Pack
    key: BodyKey


def set_packs(cast: Cast) -> PackScene:
    """Make them by the real actions."""
    budi, referral = as_actor(cast.budi), packing.referred(cast)
    body = packing.keyed(cast).body
    proof = receive_blob(chunks=[PNG], at=TOLD_AT)
    hop = referrals.record_hop(
        referral=referral,
        content=HopContent(
            kind=Hop.Kind.ACKNOWLEDGED,
            body="Lembaga contoh",
            happened_at=TOLD_AT,
            proof=proof,
        ),
        actor=budi,
        at=packing.ASKED_AT,
    )
    answer = referrals.record_answer(
        referral=referral,
        content=AnswerContent(
            kind=Answer.Kind.OTHER,
            body="Lembaga contoh",
            text="DATA CONTOH. Masih diperiksa.",
            answered_on=date(2024, 11, 7),
            proof=proof,
        ),
        actor=budi,
        at=packing.ASKED_AT,
    )
    need = actions.record_need(
        referral=referral,
        body=body,
        ground="Pasal contoh",
        letter="1/CONTOH/2024",
        letter_on=date(2024, 11, 6),
        actor=budi,
        at=packing.ASKED_AT,
    )
    other = packing.registered(cast, packing.entered(cast, "kemenpanrb"))
    return PackScene(
        referral=referral,
        hop=hop,
        answer=answer,
        need=need,
        pack=packing.asked(referral, cast, body),
        key=other.key,
    )
