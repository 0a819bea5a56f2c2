"""What the worker builds, so that nobody waits for it."""

from netra.records.accounts.queries import actor_of
from netra.records.packs.actions.building import build_pack
from netra.records.packs.models import Pack


def build_pack_later(pack_id: int) -> None:
    """Build a pack for who asked for it; safe to run twice."""
    packs = Pack.objects.select_related("referral", "body", "key__body", "asked_by")
    pack = packs.get(pk=pack_id)
    actor = actor_of(pack.asked_by, pack.asked_at)
    build_pack(pack=pack, actor=actor, at=pack.asked_at)
