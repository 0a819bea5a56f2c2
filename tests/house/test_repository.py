"""What the repository promises to those who clone it."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.house.sources import PACKAGE, ROOT

LOCKS = [ROOT / "requirements" / "run.txt", ROOT / "requirements" / "test.txt"]
TEXTS = {".py", ".md", ".toml", ".html", ".css", ".js", ".sh", ".csv", ".txt", ""}
FOREIGN = re.compile(r"\.\.[/]shared|(?<![\w.])/(?:home|root|work|tmp)[/]\w")
"""A folder beside the checkout, or a path of one machine."""


def tracked() -> list[Path]:
    """Return the files of the repository, or of the folder where git is absent."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True
        ).stdout.decode()
        paths = [ROOT / line for line in listed.split("\0") if line]
    except (OSError, subprocess.CalledProcessError):
        folders = (PACKAGE, ROOT / "tests", ROOT / "docs", ROOT / "scripts")
        paths = [p for folder in folders for p in folder.rglob("*")]
    return [path for path in paths if path.is_file()]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_every_locked_package_has_a_version_and_a_hash(lock: Path) -> None:
    blocks = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    packages = [block for block in blocks if not block.startswith("#")]
    assert len(packages) > 20
    for block in packages:
        assert re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==\S+", block), block[:60]
        assert "--hash=sha256:" in block, block[:60]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_a_lock_names_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text


def test_every_declared_package_is_locked() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    head = project[: project.index("[project.scripts]")]
    wanted = re.findall(r'^    "([A-Za-z0-9-]+)', head, re.MULTILINE)
    locked = LOCKS[1].read_text(encoding="utf-8")
    assert len(wanted) > 25
    assert [w for w in wanted if not re.search(rf"(?m)^{w}(\[\w+\])?==", locked)] == []


def test_the_lock_for_running_is_part_of_the_lock_for_testing() -> None:
    run, test = (
        set(re.findall(r"^(\S+==\S+)", lock.read_text("utf-8"), re.MULTILINE))
        for lock in LOCKS
    )
    assert {entry for entry in run - test if "[" not in entry} == set()


def test_nothing_names_a_place_outside_the_repository() -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.suffix in TEXTS
        and path.name != Path(__file__).name
        and FOREIGN.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert found == []


def test_no_secret_or_database_is_part_of_the_repository() -> None:
    endings = (".env", ".sqlite3", ".key", ".pem")
    found = [
        p for p in tracked() if p.name.endswith(endings) and ".venv" not in p.parts
    ]
    assert [str(p.relative_to(ROOT)) for p in found if "var" not in p.parts] == []


def test_every_data_folder_carries_its_licence() -> None:
    folders = [PACKAGE / "domain/law/data", PACKAGE / "records/regions/data"]
    assert [f.name for f in folders if not (f / "LICENSE").is_file()] == []
