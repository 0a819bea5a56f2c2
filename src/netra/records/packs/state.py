"""The kept state of packs, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from django.db.models import Model

from netra.domain.ledger.entries import moment_text
from netra.records.ledger.replaying import Kept, Text
from netra.records.packs import facts
from netra.records.packs.models import BodyKey, LegalNeed, Pack, Redaction


def pack_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield keys of bodies, needs, covered passages and packs with their downloads."""
    for key in BodyKey.objects.all():
        told = _texts(key, facts.KEY_TEXTS)
        yield key.ledger_subject, {**facts.key_codes(key), **told}
    for need in LegalNeed.objects.all():
        told = _texts(need, facts.NEED_TEXTS)
        yield need.ledger_subject, {**facts.need_codes(need), **told}
    for redaction in Redaction.objects.all():
        told = _texts(redaction, facts.REDACTION_TEXTS)
        yield redaction.ledger_subject, {**facts.redaction_codes(redaction), **told}
    for pack in Pack.objects.prefetch_related("downloads"):
        fields: dict[str, Kept] = {
            **facts.pack_codes(pack),
            **_texts(pack, facts.PACK_TEXTS),
        }
        for row in pack.downloads.all():
            fields[f"download/{row.pk}/account"] = str(row.account_id)
            fields[f"download/{row.pk}/at"] = moment_text(row.at)
        yield pack.ledger_subject, fields


def _texts(row: Model, names: tuple[str, ...]) -> dict[str, Kept]:
    return {name: Text(value=getattr(row, name)) for name in names}
