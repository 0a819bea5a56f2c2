"""What the ledger is told of information: codes, days, and hashes of ciphertext."""

import hashlib

from netra.domain.ledger import Fact
from netra.records.information.models import Information


def _hash(sealed: bytes | memoryview) -> str:
    return hashlib.sha256(bytes(sealed)).hexdigest()


def facts_of(row: Information) -> dict[str, Fact]:
    """Return the facts about a piece of information as it stands."""
    facts: dict[str, Fact] = {
        "office": str(row.office_id),
        "number": row.number,
        "received_on": row.received_on.isoformat(),
        "via": row.via,
        "state": row.state,
        "state_on": row.state_on.isoformat(),
        "ended_as": row.ended_as or None,
        "assigned_to": str(row.assigned_to_id) if row.assigned_to_id else None,
        "content": _hash(row.content),
    }
    for message in row.messages.all():
        facts[f"message/{message.position}/to_office"] = _hash(message.to_office)
        facts[f"message/{message.position}/on"] = message.on.isoformat()
    for file in row.files.all():
        facts[f"file/{file.pk}/sealed_sha256"] = file.sealed_sha256
    return {name: value for name, value in facts.items() if value is not None}
