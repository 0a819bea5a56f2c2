"""What the database refuses about the agenda: a line that was entered stays so."""

from netra.records.ledger.guards import Guard

_WRITTEN = (
    "direction, kind, number, year, sequence, counterpart, sealed_counterpart, "
    "names_source, subject, note, letter_number, letter_on, happened_at, recorded_at, "
    "recorded_by_id, corrects_id"
)

GUARDS = (
    Guard(
        name="agenda_written_once",
        table="correspondence_agendaentry",
        event=f"UPDATE OF {_WRITTEN}",
        refused_when="1 = 1",
        message="what was entered into the agenda is never changed",
    ),
    Guard(
        name="agenda_void_stays",
        table="correspondence_agendaentry",
        event="UPDATE OF voided_at",
        refused_when="OLD.voided_at IS NOT NULL",
        message="a voided line of the agenda stays voided",
    ),
)
"""Corrections are further lines; only links and the voiding are added to one."""
