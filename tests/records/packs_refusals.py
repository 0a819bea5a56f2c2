"""What Anton tries on the letters and packs of 33.74, and on keys of bodies."""

from collections.abc import Callable
from datetime import date

from netra.domain.access import Actor
from netra.records.packs import actions as packs
from netra.records.packs.models import LegalNeed
from netra.records.referrals import actions as referrals
from netra.records.referrals.content import AnswerContent, HopContent
from netra.records.referrals.models import Answer, Hop, Referral
from tests import packing
from tests.matters import case_on
from tests.offices import TOLD_AT, Cast, as_actor

Attempt = Callable[[Cast, Actor], object]
_NOW = {"at": packing.ASKED_AT}


def _sent(cast: Cast) -> Referral:
    return case_on(cast, "follow_up").referrals.get()


def _need(cast: Cast) -> LegalNeed:
    return packs.record_need(
        referral=_sent(cast),
        body=packing.entered(cast),
        ground="Pasal contoh",
        letter="1/CONTOH/2024",
        letter_on=date(2024, 11, 6),
        actor=as_actor(cast.budi),
        **_NOW,
    )


def _ask(cast: Cast, actor: Actor) -> object:
    referral = packing.referred(cast)
    return packs.ask_pack(
        referral=referral,
        body=packing.keyed(cast).body,
        respondents=list(referral.respondents.all()),
        exhibits=(),
        actor=actor,
        **_NOW,
    )


def _ask_sealed(cast: Cast, actor: Actor) -> object:
    body = packing.keyed(cast).body
    need = packing.needed(_sent(cast), cast, body)
    return packs.ask_sealed_part(need=need, reason="alasan", actor=actor, **_NOW)


def _build(cast: Cast, actor: Actor) -> object:
    pack = packing.asked(packing.referred(cast), cast, packing.keyed(cast).body)
    return packs.build_pack(pack=pack, actor=actor, **_NOW)


def _download(cast: Cast, actor: Actor) -> object:
    pack = packing.asked(packing.referred(cast), cast, packing.keyed(cast).body)
    return packs.download_pack(pack=pack, actor=actor, **_NOW)


PACKED: dict[str, Attempt] = {
    "referrals.record_hop": lambda cast, actor: referrals.record_hop(
        referral=_sent(cast),
        content=HopContent(kind=Hop.Kind.SENT, happened_at=TOLD_AT),
        actor=actor,
        **_NOW,
    ),
    "referrals.record_answer": lambda cast, actor: referrals.record_answer(
        referral=_sent(cast),
        content=AnswerContent(
            kind=Answer.Kind.OTHER,
            body="Lembaga contoh",
            text="jawaban",
            answered_on=date(2024, 11, 7),
        ),
        actor=actor,
        **_NOW,
    ),
    "referrals.end_follow_up": lambda cast, actor: referrals.end_follow_up(
        case=case_on(cast, "follow_up"), reason="alasan", actor=actor, **_NOW
    ),
    "packs.enter_body": lambda _cast, actor: packs.enter_body(
        authority="bkn",
        name="Lembaga contoh",
        region="",
        address="",
        email="",
        actor=actor,
        **_NOW,
    ),
    "packs.register_body_key": lambda cast, actor: packs.register_body_key(
        body=packing.entered(cast), public="", actor=actor, **_NOW
    ),
    "packs.confirm_body_key": lambda cast, actor: packs.confirm_body_key(
        key=packing.registered(cast, packing.entered(cast)).key,
        how="telepon",
        actor=actor,
        **_NOW,
    ),
    "packs.revoke_body_key": lambda cast, actor: packs.revoke_body_key(
        key=packing.keyed(cast).key, reason="alasan", actor=actor, **_NOW
    ),
    "packs.record_need": lambda cast, actor: packs.record_need(
        referral=_sent(cast),
        body=packing.entered(cast),
        ground="Pasal contoh",
        letter="1/CONTOH/2024",
        letter_on=date(2024, 11, 6),
        actor=actor,
        **_NOW,
    ),
    "packs.approve_need": lambda cast, actor: packs.approve_need(
        need=_need(cast), actor=actor, **_NOW
    ),
    "packs.cover_found": lambda cast, actor: packs.cover_found(
        referral=_sent(cast), respondents=[], actor=actor, **_NOW
    ),
    "packs.cover_passage": lambda cast, actor: packs.cover_passage(
        referral=_sent(cast), passage="kata", actor=actor, **_NOW
    ),
    "packs.spare_word": lambda cast, actor: packs.spare_word(
        referral=_sent(cast), word="kata", reason="alasan", actor=actor, **_NOW
    ),
    "packs.ask_pack": _ask,
    "packs.ask_sealed_part": _ask_sealed,
    "packs.build_pack": _build,
    "packs.download_pack": _download,
}
