"""The kept state of recusals, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.domain.ledger.entries import moment_text
from netra.records.cases.models import Recusal
from netra.records.ledger.replaying import Kept, Text


def recusal_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every recusal with its fields; the reasons by their commitments."""
    for row in Recusal.objects.all():
        yield row.ledger_subject, _fields(row)


def _fields(row: Recusal) -> dict[str, Kept]:
    named, ended = row.replacement_id, row.ended_by_id
    return {
        "case": str(row.case_id),
        "officer": str(row.officer_id),
        "kind": row.kind,
        "relation": row.relation,
        "reason": Text(value=row.reason),
        "recorded_by": str(row.recorded_by_id),
        "at": moment_text(row.at),
        "held_case": row.held_case,
        "took_part": row.took_part,
        "replacement": str(named) if named else None,
        "replaced_at": moment_text(row.replaced_at) if row.replaced_at else None,
        "ended_at": moment_text(row.ended_at) if row.ended_at else None,
        "ended_by": str(ended) if ended else None,
        "ended_reason": Text(value=row.ended_reason),
    }
