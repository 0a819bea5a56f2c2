"""Where the routes of letters and packs lead in the scene; see `ways.py`."""

from collections.abc import Callable

from netra.domain.access import Action
from tests.web.scene import Scene, Way


def _to(row: Callable[[Scene], int], *, ok: int = 200, posts: bool = False) -> Way:
    return Way(
        arguments=lambda scene: {"pk": row(scene)},
        ok=ok,
        posts=posts,
        sees=Action.VIEW_CASE,
    )


def _body(row: Callable[[Scene], int]) -> Way:
    return Way(
        arguments=lambda scene: {"pk": row(scene)},
        sees=Action.KEEP_BODY_KEYS,
        region="",
    )


_LETTER = _to(lambda s: s.packs.referral.pk)

PACKS = {
    "referral": _LETTER,
    "referral_hop": _LETTER,
    "referral_answer": _LETTER,
    "follow_up_end": _to(lambda s: s.packs.referral.case.pk),
    "hop_proof": _to(lambda s: s.packs.hop.pk),
    "answer_proof": _to(lambda s: s.packs.answer.pk),
    "pack_ask": _LETTER,
    "pack_redact": _LETTER,
    "pack": _to(lambda s: s.packs.pack.pk),
    "pack_download": _to(lambda s: s.packs.pack.pk, ok=422, posts=True),
    "need_record": _LETTER,
    "need": _to(lambda s: s.packs.need.pk),
    "bodies": Way(),
    "body_enter": Way(),
    "body": _body(lambda s: s.packs.key.body_id),
    "body_key": _body(lambda s: s.packs.key.pk),
}
