"""The cases of `cases.toml` as answers."""

import tomllib
from pathlib import Path

from netra.domain.coach import Answers, Window, load_rules

_ROWS = tomllib.loads(
    (Path(__file__).parent / "cases.toml").read_text(encoding="utf-8")
)["case"]
CASES = {row["name"]: row for row in _ROWS}
ITEMS = frozenset(rule.item for rule in load_rules() if rule.item)


def answers_of(row: dict) -> Answers:
    """Return what a case tells."""
    return Answers(
        fields=row.get("fields", {}),
        people={step: tuple(rows) for step, rows in row.get("people", {}).items()},
        files=row.get("files", {}),
        window=Window(row.get("window", "unknown")),
    )


def items_of(row: dict) -> frozenset[str]:
    """Return the requirements a case is about; all of them if it names none."""
    return frozenset(row["only"]) if row.get("only") else ITEMS


def expected_of(row: dict) -> list[str]:
    """Return the keys a case expects; `reach` belongs to no requirement."""
    expected = list(row["expected"])
    given = row.get("fields", {}).get("pelapor", {})
    is_reached = given.get("phone") or given.get("email")
    if "only" in row and not is_reached and "reach" not in expected:
        expected.append("reach")
    return expected
