"""What no module may be or do."""

import ast
from pathlib import Path

import pytest

from tests.house.sources import PACKAGE, ROOT, modules, name, tree

SOURCES = modules(PACKAGE)
ALL = modules(PACKAGE, ROOT / "tests", ROOT / "scripts")
LONGEST = 400
CLOCK = PACKAGE / "records" / "jobs" / "moment.py"
CLOCKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("timezone", "now"),
    ("time", "time"),
    ("time", "time_ns"),
}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "core"}


def readings(path: Path) -> list[str]:
    """Return where a module reads the clock."""
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute) and isinstance(
            node.value, ast.Name | ast.Attribute
        ):
            base = node.value
            owner = base.id if isinstance(base, ast.Name) else base.attr
            if (owner, node.attr) in CLOCKS:
                found.append(f"{name(path)}:{node.lineno} {owner}.{node.attr}")
        if isinstance(node, ast.Call) and not node.args and not node.keywords:
            called = ast.unparse(node.func).rpartition(".")[2]
            if called in {
                "localtime",
                "localdate",
            }:  # without a moment: the present one
                found.append(f"{name(path)}:{node.lineno} {called}()")
        if isinstance(node, ast.ImportFrom) and node.module in {
            "django.utils.timezone",
            "time",
        }:
            names = {alias.name for alias in node.names}
            if names & {"now", "time", "time_ns"}:
                found.append(f"{name(path)}:{node.lineno} from {node.module}")
    return found


def test_no_module_is_longer_than_the_wall() -> None:
    long = {
        name(path): count
        for path in ALL
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_only_one_module_reads_the_clock() -> None:
    found = [line for path in SOURCES if path != CLOCK for line in readings(path)]
    assert found == []


def test_the_guard_sees_the_clock_where_it_is_read() -> None:
    assert len(readings(CLOCK)) == 2


def test_no_template_tag_reads_the_clock_for_itself() -> None:
    found = [
        name(path)
        for path in PACKAGE.rglob("templates/**/*.html")
        if "{% now " in path.read_text(encoding="utf-8")
    ]
    assert found == []


def test_nobody_catches_everything() -> None:
    found = []
    for path in SOURCES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ExceptHandler):
                caught = ast.unparse(node.type) if node.type else "everything"
                if caught in {"Exception", "BaseException", "everything"}:
                    found.append(f"{name(path)}:{node.lineno}")
    assert found == []


def test_no_room_is_a_box_of_odds_and_ends() -> None:
    found = [
        name(path)
        for path in modules(PACKAGE)
        if FORBIDDEN_NAMES & {path.stem, path.parent.name}
    ]
    assert found == []


@pytest.mark.parametrize("forbidden", ["signals", "GenericForeignKey"])
def test_nothing_acts_behind_the_back(forbidden: str) -> None:
    found = []
    for path in SOURCES:
        for node in ast.walk(tree(path)):
            text = ast.unparse(node) if isinstance(node, ast.ImportFrom) else ""
            if forbidden in text and "django" in text:
                found.append(f"{name(path)}: {text}")
    assert found == []


def test_no_star_is_imported() -> None:
    found = [
        name(path)
        for path in ALL
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and any(a.name == "*" for a in node.names)
    ]
    assert found == []


def test_every_folder_of_the_program_is_a_package() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert [name(f) for f in folders if not (f / "__init__.py").exists()] == []
