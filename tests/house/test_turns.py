"""The table of turns names tests that exist, and leaves no action or paper out."""

import ast
import re
from pathlib import Path

from netra.records.documents.composing.of_turns import TURN_PAPERS
from netra.records.turns import actions

ROOT = Path(__file__).parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|\n").split("|")]
    for line in (ROOT / "docs" / "turns.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("|") and not line.startswith(("|---", "| turn |"))
]


def _functions(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_test_the_table_names_exists() -> None:
    assert len(ROWS) > 25
    for row in ROWS:
        path, _colons, name = row[5].strip("`").partition("::")
        assert name in _functions(path), row


def test_every_row_says_article_and_status() -> None:
    assert all(row[0] and row[2] and row[3] for row in ROWS)


def test_every_action_of_a_turn_stands_in_a_row() -> None:
    named = {name for row in ROWS for name in re.findall(r"`(\w+)`", row[1])}
    assert set(actions.__all__) <= named


def test_every_paper_of_a_turn_stands_in_a_row() -> None:
    named = {name for row in ROWS for name in re.findall(r"`(\w+)`", row[4])}
    assert {kind.value for kind in TURN_PAPERS} <= named
