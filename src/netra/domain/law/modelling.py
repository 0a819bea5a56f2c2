"""Netra's own choices about procedures, kept apart from what the rules say."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .procedures import Condition
from .tables import DATA, Row, read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Modelling:
    """The modelling tables, by the key of the row they belong to."""

    terms: Mapping[str, Row]
    events: Mapping[str, str]
    warn_units: Mapping[str, str]
    steps: Mapping[str, Row]
    road_procedures: tuple[str, ...]
    check_items: Mapping[str, Row]
    papers: Mapping[str, str]
    paper_outcomes: Mapping[str, str]
    unknown_titles: tuple[str, ...]
    unconfirmed_parts: tuple[str, ...]
    conditions: Mapping[str, Condition]
    attorneys: Mapping[str, Row]
    attorney_unread: Row


@cache
def load_modelling() -> Modelling:
    """Read the modelling tables of the package.

    Raises:
        LawDataError: a table is unreadable.
    """
    terms = read_file(DATA / "modelling" / "terms.toml")
    road = read_file(DATA / "modelling" / "road.toml")
    papers = read_file(DATA / "modelling" / "papers.toml")
    supervision = read_file(DATA / "modelling" / "supervision.toml")
    items = read_file(DATA / "modelling" / "check_items.toml").rows("item")
    attorney = read_file(DATA / "modelling" / "attorney.toml")
    return Modelling(
        terms={row.text("key"): row for row in terms.rows("term")},
        events=terms.text_map("event"),
        warn_units=terms.text_map("warn_unit"),
        steps={row.text("key"): row for row in road.rows("step")},
        road_procedures=road.texts("procedures"),
        check_items={text: row for row in items for text in row.texts("texts")},
        papers=papers.text_map("paper"),
        paper_outcomes=papers.text_map("outcome"),
        unknown_titles=papers.texts("unknown_titles"),
        unconfirmed_parts=supervision.texts("unconfirmed_parts"),
        conditions=read_conditions(read_file(DATA / "conditions.toml")),
        attorneys={row.text("procedure"): row for row in attorney.rows("attorney")},
        attorney_unread=attorney.row("unread"),
    )


def read_conditions(table: Row) -> dict[str, Condition]:
    """Return the conditions of a table by key.

    Raises:
        LawDataError: a condition lacks a text.
    """
    return {
        row.text("key"): Condition(
            key=row.text("key"), label=row.text("label"), blocks=row.text("blocks")
        )
        for row in table.rows("condition")
    }
