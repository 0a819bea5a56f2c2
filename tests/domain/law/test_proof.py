"""The clock agrees with an oracle that knows nothing of it."""

import ast
import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from netra.domain import law
from tests.domain.law import oracle, prove_clock

CASES = 100_000 if os.environ.get("NETRA_PROVE") else 3_000


def test_the_oracle_agrees_in_every_random_case() -> None:
    result = prove_clock.prove(CASES, seed=1)
    assert result["mismatches"] == 0, result["first_mismatches"]


def test_the_proof_asks_questions_of_every_kind() -> None:
    counts = prove_clock.prove(3_000, seed=2)["counts"]
    assert set(counts) == {
        "answered",
        "deadlines",
        "BeforeTheLawError",
        "CalendarGapError",
        "NaiveMomentError",
        "UnknownEventError",
        "UnknownRegionError",
    }


def test_a_clock_that_counts_the_day_of_the_event_would_be_found(
    tables: law.Law,
) -> None:
    clock = replace(tables.clock, first_day_counts=True)
    wrong = replace(tables, clock=clock)
    assert prove_clock.prove(50, seed=3, tables=wrong)["mismatches"] > 0


def test_the_oracle_imports_nothing_of_the_project() -> None:
    tree = ast.parse(Path(oracle.__file__).read_text(encoding="utf-8"))
    imported = {
        name
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module]
        )
    }
    assert imported == {"re", "tomllib", "functools", "pathlib"}


def test_the_calendar_of_the_oracle_is_gregorian() -> None:
    start = date(1899, 12, 28)
    for days in range(0, 80_000, 7):
        day = start + timedelta(days=days)
        number = oracle.day_number(day.year, day.month, day.day)
        assert oracle.written(number) == day.isoformat()
        assert oracle.is_weekend(number) == (day.weekday() >= 5)
