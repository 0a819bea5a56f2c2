"""What the database refuses to people who are tied to a party of a case."""

from collections.abc import Iterator

from netra.records.ledger.guards import Guard

_SAYS = "a person with a tie takes no part in this case"
_HOLDS = "a person with a tie still holds something of this case"
_KEPT = "a recusal is ended, never deleted or changed"
_OF_PLENARY = "JOIN cases_plenary p ON p.case_id = r.case_id"
_OF_STUDY = "JOIN cases_study s ON s.case_id = r.case_id"
_OF_REPORT = "JOIN cases_case c ON c.id = r.case_id"

_TIED = """EXISTS (SELECT 1 FROM cases_recusal r {joined} WHERE {matter}
                   AND r.officer_id = NEW.{person} AND r.ended_at IS NULL)"""
_HELD = """EXISTS (SELECT 1 FROM cases_{table} t
                JOIN cases_plenary p ON p.id = t.plenary_id
                WHERE p.case_id = NEW.case_id AND p.closed_at IS NULL
                AND t.member_id = NEW.officer_id)"""
_HOLDER = """EXISTS (SELECT 1 FROM cases_case c
                     WHERE c.id = NEW.case_id AND c.assigned_to_id = NEW.officer_id)"""


def tie_guards(
    table: str, person: str, *, matter: str, joined: str = ""
) -> Iterator[Guard]:
    """Yield the guards that keep tied people out of the rows of a table.

    Args:
        table: Its name in the database.
        person: Column of who writes the row or is given something by it.
        matter: SQL that leads from `NEW` to the case of a recusal `r`.
        joined: What `matter` needs beside the recusals.
    """
    refused = _TIED.format(joined=joined, matter=matter, person=person)
    for name, event in (("new", "INSERT"), ("moved", f"UPDATE OF {person}")):
        yield Guard(
            name=f"tie_{table}_{person}_{name}",
            table=table,
            event=event,
            refused_when=refused,
            message=_SAYS,
        )


def _in_plenary(table: str) -> Iterator[Guard]:
    return tie_guards(
        table, "member_id", matter="p.id = NEW.plenary_id", joined=_OF_PLENARY
    )


def _on_study(table: str, person: str) -> Iterator[Guard]:
    return tie_guards(table, person, matter="s.id = NEW.study_id", joined=_OF_STUDY)


GUARDS = (
    *_in_plenary("cases_vote"),
    *_in_plenary("cases_attendance"),
    *_in_plenary("cases_dissent"),
    *tie_guards("cases_study", "author_id", matter="r.case_id = NEW.case_id"),
    *_on_study("cases_studyapproval", "approver_id"),
    *_on_study("cases_studyremark", "author_id"),
    *_on_study("cases_studyremark", "resolved_by_id"),
    *_on_study("cases_studyreturn", "returned_by_id"),
    *tie_guards("cases_case", "assigned_to_id", matter="r.case_id = NEW.id"),
    *tie_guards(
        "reports_identityopening",
        "account_id",
        matter="c.report_id = NEW.report_id",
        joined=_OF_REPORT,
    ),
    Guard(
        name="recusal_gave_up_everything",
        table="cases_recusal",
        event="INSERT",
        refused_when=(
            f"NEW.ended_at IS NULL AND ({_HELD.format(table='vote')} "
            f"OR {_HELD.format(table='attendance')} OR {_HOLDER})"
        ),
        message=_HOLDS,
    ),
    Guard(
        name="recusal_stays",
        table="cases_recusal",
        event="UPDATE",
        refused_when=(
            "OLD.ended_at IS NOT NULL OR NEW.case_id <> OLD.case_id "
            "OR NEW.officer_id <> OLD.officer_id "
            "OR NEW.recorded_by_id <> OLD.recorded_by_id"
        ),
        message=_KEPT,
    ),
    Guard(
        name="recusal_is_never_deleted",
        table="cases_recusal",
        event="DELETE",
        refused_when="OLD.id IS NOT NULL",
        message=_KEPT,
    ),
)
"""No vote, seat, text, approval, case or identity for who is tied."""
