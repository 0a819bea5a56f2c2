"""Every write about packs: keys of bodies, needs, covered passages, packs."""

from netra.records.packs.actions.building import build_pack
from netra.records.packs.actions.keys import (
    confirm_body_key,
    enter_body,
    register_body_key,
    revoke_body_key,
)
from netra.records.packs.actions.making import (
    ask_pack,
    ask_sealed_part,
    download_pack,
)
from netra.records.packs.actions.needs import approve_need, record_need
from netra.records.packs.actions.redacting import (
    cover_found,
    cover_passage,
    spare_word,
)

__all__ = [
    "approve_need",
    "ask_pack",
    "ask_sealed_part",
    "build_pack",
    "confirm_body_key",
    "cover_found",
    "cover_passage",
    "download_pack",
    "enter_body",
    "record_need",
    "register_body_key",
    "revoke_body_key",
    "spare_word",
]
