"""What the database refuses about hearings.

What was read back or finished stays, and nobody who is tied to a party of the case
plans a hearing, takes its minutes or adds to them.
"""

from netra.records.cases.guards import tie_guards
from netra.records.ledger.guards import Guard

_FINISHED = """EXISTS (SELECT 1 FROM clarifications_minutes m
                       WHERE m.id = {row}.minutes_id AND m.finished_at IS NOT NULL)"""
_READ = """EXISTS (SELECT 1 FROM clarifications_minutes m
                   WHERE m.id = {row}.minutes_id AND m.read_back_at IS NOT NULL)"""
_OF_HEARING = "JOIN clarifications_clarification h ON h.case_id = r.case_id"
_OF_MINUTES = (
    f"{_OF_HEARING} JOIN clarifications_minutes m ON m.clarification_id = h.id"
)
_SAID = "what was read back is never changed"
_SIGNED = "finished minutes are never changed"

GUARDS = (
    *tie_guards(
        "clarifications_clarification",
        "planned_by_id",
        matter="r.case_id = NEW.case_id",
    ),
    *tie_guards(
        "clarifications_minutes",
        "officer_id",
        matter="h.id = NEW.clarification_id",
        joined=_OF_HEARING,
    ),
    *tie_guards(
        "clarifications_laternote",
        "author_id",
        matter="m.id = NEW.minutes_id",
        joined=_OF_MINUTES,
    ),
    Guard(
        name="minutes_finished",
        table="clarifications_minutes",
        event="UPDATE",
        refused_when="OLD.finished_at IS NOT NULL",
        message=_SIGNED,
    ),
    Guard(
        name="minutes_read",
        table="clarifications_minutes",
        event="UPDATE OF read_back_at",
        refused_when="OLD.read_back_at IS NOT NULL "
        "AND (NEW.read_back_at IS NULL OR NEW.read_back_at <> OLD.read_back_at)",
        message=_SAID,
    ),
    Guard(
        name="minutes_kept",
        table="clarifications_minutes",
        event="DELETE",
        refused_when="OLD.read_back_at IS NOT NULL",
        message=_SAID,
    ),
    *(
        Guard(
            name=f"minutes_answer_{event.lower()}",
            table="clarifications_answer",
            event=event,
            refused_when=_READ.format(row="OLD" if event == "DELETE" else "NEW"),
            message=_SAID,
        )
        for event in ("INSERT", "UPDATE", "DELETE")
    ),
    *(
        Guard(
            name=f"minutes_{table}_{event.lower()}",
            table=f"clarifications_{table}",
            event=event,
            refused_when=_FINISHED.format(row="OLD" if event == "DELETE" else "NEW"),
            message=_SIGNED,
        )
        for table in ("correction", "break")
        for event in ("INSERT", "UPDATE", "DELETE")
    ),
)
"""Answers stand from the reading on, corrections and breaks from the signature on."""
