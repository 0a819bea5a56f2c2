"""The kept state of parties, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.domain.ledger.entries import moment_text
from netra.records.cases.models import Allegation
from netra.records.ledger.replaying import Kept, Text
from netra.records.parties.models import (
    EventTime,
    JoinedReport,
    Party,
    PartyOpening,
    sides_subject,
)


def party_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield parties, openings, times, touched sides and joined reports."""
    for party in Party.objects.all():
        yield party.ledger_subject, _party(party)
    for opening in PartyOpening.objects.all():
        yield opening.ledger_subject, _opening(opening)
    for time in EventTime.objects.all():
        yield time.ledger_subject, _time(time)
    for touched in Allegation.objects.prefetch_related("touched"):
        sides = {f"side/{row.side_id}": row.effect for row in touched.touched.all()}
        if sides:
            yield sides_subject(touched.pk), sides
    for joined in JoinedReport.objects.prefetch_related("people"):
        yield joined.ledger_subject, _joined(joined)


def _party(row: Party) -> dict[str, Kept]:
    return {
        "case": str(row.case_id),
        "named_at": moment_text(row.named_at),
        "kind": row.kind,
        "source": row.source,
        "witness": str(row.witness_id) if row.witness_id else None,
        "expertise": Text(value=row.expertise),
        **{name: Text(value=getattr(row, name)) for name in Party.SEALED},
        "dropped_at": moment_text(row.dropped_at) if row.dropped_at else None,
        "drop_reason": Text(value=row.drop_reason),
    }


def _opening(row: PartyOpening) -> dict[str, Kept]:
    return {
        "case": str(row.case_id),
        "key": row.key,
        "account": str(row.account_id),
        "at": moment_text(row.at),
        "reason": Text(value=row.reason),
    }


def _time(row: EventTime) -> dict[str, Kept]:
    return {
        "earliest_on": row.earliest_on.isoformat(),
        "latest_on": row.latest_on.isoformat(),
        "words": Text(value=row.words),
        "place_words": Text(value=row.place_words),
    }


def _joined(row: JoinedReport) -> dict[str, Kept]:
    fields: dict[str, Kept] = {
        "case": str(row.case_id),
        "report": str(row.report_id),
        "step": row.step,
        "joined_at": moment_text(row.joined_at),
        "reason": Text(value=row.reason),
        "followed": True if row.followed else None,
        "split_at": moment_text(row.split_at) if row.split_at else None,
        "split_reason": Text(value=row.split_reason),
    }
    for person in row.people.all():
        fields[f"person/{person.respondent_id}"] = str(person.stands_as_id)
    return fields
