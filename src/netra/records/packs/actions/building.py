"""Building a pack: slow, outside any transaction, entered in one short one."""

from datetime import datetime

from django.db import transaction
from django.utils import translation

from netra.domain import sealing
from netra.domain.access import Action, Actor
from netra.records.access import NotAllowedError
from netra.records.documents.errors import DocumentsError
from netra.records.evidence.errors import EvidenceError
from netra.records.ledger import actions as ledger
from netra.records.packs.contents import Built, write_open, write_sealed
from netra.records.packs.errors import MovedOnError, PacksError
from netra.records.packs.models import Pack
from netra.records.packs.permission import require_work
from netra.records.packs.store import keep, scratch

_READ_BYTES = 2**20
_EXPECTED = (PacksError, DocumentsError, EvidenceError, NotAllowedError)


def build_pack(*, pack: Pack, actor: Actor, at: datetime) -> Pack:
    """Write the files of a pack, seal them to the body's key, and enter the hash.

    Whoever comes second finds it begun and does nothing. What can be put right by the
    office ends in a failed pack with the reason, and not in an error.

    Args:
        pack: Asked for.
        actor: Who asked for it.
        at: Moment that is entered.

    Raises:
        NotAllowedError: the actor may not make it.
    """
    _require(pack, actor)
    waiting = Pack.objects.filter(pk=pack.pk, state=Pack.State.QUEUED)
    if not waiting.update(state=Pack.State.BUILDING):
        pack.refresh_from_db()
        return pack
    why = ""  # what nobody foresaw stops the worker, and the pack says that it failed
    is_built = False
    try:
        with translation.override("id"):
            built, sha256, size = _written(pack)
        _finish(pack, built, sha256, size, actor=actor, at=at)
        is_built = True
    except _EXPECTED as error:
        why = error.reader_message
    finally:
        if not is_built:
            _fail(pack, why, actor=actor, at=at)
    pack.refresh_from_db()
    return pack


@transaction.atomic
def _require(pack: Pack, actor: Actor) -> None:
    sealed = pack.part == Pack.Part.SEALED
    needed = Action.OPEN_IDENTITY if sealed else Action.MAKE_PACK
    require_work(pack.referral, needed, actor)


def _written(pack: Pack) -> tuple[Built, str, int]:
    with scratch() as archive:
        sealed = pack.part == Pack.Part.SEALED
        built = (write_sealed if sealed else write_open)(pack, archive)
        archive.seek(0)
        pieces = sealing.seal_container(
            pack=pack.number,
            part=pack.part,
            recipients=[sealing.PublicKey(bytes(pack.key.public_key))],
            pieces=iter(lambda: archive.read(_READ_BYTES), b""),
        )
        sha256, size = keep(pieces)
    return built, sha256, size


@transaction.atomic
def _finish(
    pack: Pack, built: Built, sha256: str, size: int, *, actor: Actor, at: datetime
) -> None:
    _require(pack, actor)
    if pack.key.body.keys.filter(pk=pack.key_id, revoked_at__isnull=False).exists():
        raise MovedOnError("key")
    begun = Pack.objects.filter(pk=pack.pk, state=Pack.State.BUILDING)
    begun.update(
        state=Pack.State.READY,
        sha256=sha256,
        size_bytes=size,
        contents=list(built.contents),
        left_out=list(built.left_out),
    )
    ledger.append(
        "pack.built",
        pack.ledger_subject,
        actor=actor,
        at=at,
        facts={"state": Pack.State.READY.value, "sha256": sha256},
    )


@transaction.atomic
def _fail(pack: Pack, why: str, *, actor: Actor, at: datetime) -> None:
    begun = Pack.objects.filter(pk=pack.pk, state=Pack.State.BUILDING)
    begun.update(state=Pack.State.FAILED, failure=why[:400])
    ledger.append(
        "pack.failed",
        pack.ledger_subject,
        actor=actor,
        at=at,
        facts={"state": Pack.State.FAILED.value},
    )
