"""The kept state of information, as the ledger's replay must give it.

The ledger learns of it by the day, so what was entered last is compared; where the row
says that nothing has changed since, it must equal the row as it stands.
"""

from collections.abc import Iterator, Mapping

from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.information.models import Information
from netra.records.information.sealed_facts import facts_of
from netra.records.ledger.replaying import Kept, Text


def information_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield what the ledger was told of each piece of information, and its openings."""
    rows = Information.objects.prefetch_related("messages", "files", "openings")
    for row in rows:
        told: Mapping[str, Fact] = facts_of(row) if row.entered else row.entered_facts
        fields: dict[str, Kept] = dict(told)
        for opening in row.openings.all():
            base = f"opening/{opening.pk}"
            fields[f"{base}/account"] = str(opening.account_id)
            fields[f"{base}/at"] = moment_text(opening.at)
            fields[f"{base}/what"] = opening.what
            fields[f"{base}/reason"] = Text(value=opening.reason)
        yield row.ledger_subject, fields
