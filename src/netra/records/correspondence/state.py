"""The kept state of the agenda, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.domain.ledger.entries import moment_text
from netra.records.correspondence.models import AgendaEntry, AgendaMail
from netra.records.ledger.replaying import Kept, Text


def agenda_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every entry with its links, scans, message and openings."""
    rows = AgendaEntry.objects.select_related("mail").prefetch_related(
        "scans", "openings"
    )
    for row in rows:
        yield row.ledger_subject, {**_fields(row), **_parts(row), **_mail(row)}


def _fields(row: AgendaEntry) -> dict[str, Kept]:
    ties = {name: getattr(row, f"{name}_id") for name in (*row.LINKS, "corrects")}
    return {
        "office": str(row.office_id),
        "region": row.region,
        "direction": row.direction,
        "kind": row.kind,
        "number": row.number,
        "happened_at": moment_text(row.happened_at),
        "letter_on": row.letter_on.isoformat() if row.letter_on else None,
        "names_source": row.names_source,
        "counterpart": Text(value=row.counterpart or row.sealed_counterpart),
        "subject": Text(value=row.subject),
        "letter_number": Text(value=row.letter_number),
        "note": Text(value=row.note),
        "voided_at": moment_text(row.voided_at) if row.voided_at else None,
        "void_reason": Text(value=row.void_reason),
        **{name: str(pk) if pk else None for name, pk in ties.items()},
    }


def _parts(row: AgendaEntry) -> dict[str, Kept]:
    fields: dict[str, Kept] = {
        f"scan/{scan.pk}/sha256": scan.blob_id for scan in row.scans.all()
    }
    for opening in row.openings.all():
        base = f"opening/{opening.pk}"
        fields[f"{base}/account"] = str(opening.account_id)
        fields[f"{base}/at"] = moment_text(opening.at)
        fields[f"{base}/reason"] = Text(value=opening.reason)
    return fields


def _mail(row: AgendaEntry) -> dict[str, Kept]:
    mail: AgendaMail | None = getattr(row, "mail", None)
    if mail is None:
        return {}
    return {
        "mail/sha256": mail.blob_id,
        "mail/sent_at": moment_text(mail.sent_at) if mail.sent_at else None,
        "mail/message_key": mail.message_key or None,
        "mail/sender": Text(value=mail.sender),
        "mail/subject": Text(value=mail.subject),
        "mail/text": Text(value=mail.text),
    }
