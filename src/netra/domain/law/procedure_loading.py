"""Read the procedures, resolve what one inherits from another, lay out the road."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from .errors import LawDataError
from .modelling import Modelling, load_modelling, read_conditions
from .procedure_parts import (
    read_attorney,
    read_check_items,
    read_form,
    read_hours,
    read_number,
    read_outcome,
    read_rule,
    read_side_rule,
    read_step,
    read_term,
)
from .procedures import END, Procedure, Step
from .status import Status, Unit
from .tables import DATA, Row, read_file, read_folder

_KEYED = {
    "deadline": "key",
    "step": "key",
    "form": "code",
    "outcome": "key",
    "side_rule": "key",
}
_SECTIONS = (
    "registration_number",
    "reception_hours",
    "report_formal",
    "report_material",
    "finding",
)
_READ_BY_PEOPLE = ("finding", "changes")


def load_procedures(extra: Iterable[Path] = ()) -> dict[str, Procedure]:
    """Return every procedure by id, with further ones from `extra` TOML files.

    Raises:
        LawDataError: a table is unreadable, given twice, or its parent is missing.
    """
    folders = sorted((DATA / "procedures").iterdir())
    tables = [read_folder(folder) for folder in folders if folder.is_dir()]
    tables += [read_file(path) for path in extra]
    by_id = {table.text("id"): table for table in tables}
    if len(by_id) < len(tables):
        raise LawDataError(f"a procedure is given twice among {sorted(by_id)}")
    return {key: _procedure(_with_parent(table, by_id)) for key, table in by_id.items()}


def _with_parent(table: Row, by_id: Mapping[str, Row]) -> Row:
    parent_id = table.maybe_text("inherits")
    if parent_id is None:
        return table
    if parent_id not in by_id:
        raise LawDataError(f"{table.where}: inherits unknown {parent_id}")
    parent = _with_parent(by_id[parent_id], by_id)
    inherited = {
        name: _raw(_merged(parent.rows(name), table.rows(name), by))
        for name, by in _KEYED.items()
    }
    sections = {
        name: parent.raw(name)
        for name in _SECTIONS
        if name in parent and name not in table
    }
    return Row({**inherited, **sections}, table.where).over(table)


def _merged(parent: tuple[Row, ...], own: tuple[Row, ...], by: str) -> tuple[Row, ...]:
    mine = {row.text(by): row for row in own}
    kept = [mine.pop(row.text(by), row) for row in parent]
    return (*kept, *mine.values())


def _raw(rows: Iterable[Row]) -> list[dict[str, object]]:
    return [{key: row.raw(key) for key in row} for row in rows]


def _procedure(table: Row) -> Procedure:
    m = load_modelling()
    key = table.text("id")
    items = {**m.check_items, **_own_items(table)}
    terms = frozenset(row.text("key") for row in table.rows("deadline"))
    deadlines = [read_term(row, key, terms, m) for row in table.rows("deadline")]
    outcomes = [read_outcome(row) for row in table.rows("outcome")]
    side_rules = [read_side_rule(row) for row in table.rows("side_rule")]
    formal = table.row("report_formal")
    return Procedure(
        id=key,
        title=table.text("title"),
        election_kind=table.text("election_kind"),
        regulation=table.text("regulation"),
        statute=table.maybe_text("statute"),
        effective_from=table.day("effective_from"),
        effective_to=table.maybe_day("effective_to"),
        in_force_status=table.status("effective_from_status", Status.CONFIRMED),
        in_force_note=table.maybe_text("effective_from_status_note"),
        inherits=table.maybe_text("inherits"),
        elections=table.texts("elections"),
        form_series=table.text("form_series"),
        day_unit=Unit(table.text("day_unit")),
        deadlines={term.key: term for term in deadlines},
        steps=_road(table, key, m),
        forms=tuple(read_form(row, m) for row in table.rows("form")),
        outcomes={outcome.key: outcome for outcome in outcomes},
        side_rules={rule.key: rule for rule in side_rules},
        formal_items=read_check_items(formal, items),
        material_items=read_check_items(table.row("report_material"), items),
        who_may_report=formal.texts("who_may_report"),
        channels=formal.texts("channels"),
        registration_number=(
            read_number(table.row("registration_number"))
            if "registration_number" in table
            else None
        ),
        reception_hours=(
            read_hours(table.row("reception_hours"))
            if "reception_hours" in table
            else None
        ),
        attorney=read_attorney(_attorney(table, key, m)),
        rules=tuple(
            read_rule(name, table.row(name))
            for name in _READ_BY_PEOPLE
            if name in table
        ),
        sources=table.texts("sources"),
    )


def _attorney(table: Row, key: str, m: Modelling) -> Row:
    if "attorney" in table:
        return table.row("attorney")
    return m.attorneys.get(key, m.attorney_unread)


def _own_items(table: Row) -> dict[str, Row]:
    rows = table.rows("check_item")
    return {text: row for row in rows for text in row.texts("texts")}


def _road(table: Row, key: str, m: Modelling) -> dict[str, Step]:
    models = m.steps if key in m.road_procedures else {}
    conditions = {**m.conditions, **read_conditions(table)}
    rows = [_over_model(row, models) for row in table.rows("step")]
    own = {row.text("key") for row in rows}
    for model in models.values():
        if "after" in model and model.text("key") not in own:
            _insert(rows, Row({"status": "derived"}, model.where).over(model))
    steps = [read_step(row, at, conditions) for at, row in enumerate(rows, start=1)]
    road = {step.key: step for step in steps}
    _require_whole(road, table.where)
    return road


def _over_model(row: Row, models: Mapping[str, Row]) -> Row:
    model = models.get(row.text("key"))
    return row if model is None else row.over(model)


def _insert(rows: list[Row], added: Row) -> None:
    places = [
        at for at, row in enumerate(rows) if row.text("key") == added.text("after")
    ]
    if not places:
        raise LawDataError(f"{added.where}: no step {added.text('after')} to follow")
    rows.insert(places[0] + 1, added)


def _require_whole(road: Mapping[str, Step], where: str) -> None:
    for step in road.values():
        lost = {name for name in step.results.values() if name not in road} - {END}
        if lost:
            raise LawDataError(f"{where}: step {step.key} leads to unknown {lost}")
        if set(step.emits) - set(step.results):
            raise LawDataError(f"{where}: step {step.key} emits for unknown results")
