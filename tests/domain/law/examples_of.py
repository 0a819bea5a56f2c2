"""Read the example tables that a jurist can check."""

import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent / "examples"


def examples(name: str) -> list[dict]:
    """Return the rows of one table, or of every table of a folder."""
    path = FOLDER / name
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    return [
        row
        for file in files
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["example"]
    ]


def names(rows: list[dict]) -> list[str]:
    """Return the names of the rows, for the report of a test run."""
    return [row["name"] for row in rows]
