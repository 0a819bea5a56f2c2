"""The kept state of keys, as the ledger's replay must give it."""

import hashlib
from collections.abc import Iterator, Mapping

from netra.domain.ledger.entries import moment_text
from netra.records.custody.models import OfficeKey
from netra.records.ledger.replaying import Kept


def custody_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every version of every key with its holders; never a secret."""
    for key in OfficeKey.objects.prefetch_related("copies__holder"):
        retired = moment_text(key.retired_at) if key.retired_at else None
        yield (
            key.ledger_subject,
            {
                "office": str(key.office_id),
                "version": key.version,
                "public_key": hashlib.sha256(bytes(key.public_key)).hexdigest(),
                "made_at": moment_text(key.made_at),
                "retired_at": retired,
                **{f"holder/{c.holder.user_id}": True for c in key.copies.all()},
            },
        )
