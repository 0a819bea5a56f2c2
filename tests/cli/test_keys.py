"""`scripts/keys.py` makes secrets once and adds only what came later."""

import os
import stat
import subprocess
import sys
from pathlib import Path

from tests.house.sources import ROOT

NAMES = ["NETRA_SECRET_KEY", "NETRA_IDENTITY_KEY", "NETRA_RECEIPT_KEY"]


def make(path: Path, **environment: str) -> str:
    """Run the script without any variable of Netra but these; return what it says."""
    bare = {k: v for k, v in os.environ.items() if not k.startswith("NETRA_")}
    return subprocess.run(
        [sys.executable, ROOT / "scripts" / "keys.py", path],
        check=True,
        env=bare | environment,
        capture_output=True,
        text=True,
    ).stdout


def kept(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def test_a_new_installation_gets_every_secret_for_its_owner_only(
    tmp_path: Path,
) -> None:
    path = tmp_path / "var" / "netra.env"
    assert make(path).startswith("made ")
    assert set(NAMES) <= set(kept(path))
    assert len(set(kept(path).values())) == len(kept(path))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "netra.env"
    make(path)
    before = path.read_bytes()
    assert make(path) == ""
    assert path.read_bytes() == before


def test_an_older_installation_gains_the_key_of_receipts_only(tmp_path: Path) -> None:
    path = tmp_path / "netra.env"
    old = "# mine\nNETRA_SECRET_KEY=a\nNETRA_HOSTS=netra.example"  # no line end
    path.write_text(old, encoding="utf-8")
    path.chmod(0o600)
    said = make(path)
    assert path.read_text(encoding="utf-8").startswith(old + "\n")
    assert "NETRA_RECEIPT_KEY" in said
    assert kept(path)["NETRA_RECEIPT_KEY"] not in said
    assert "NETRA_IDENTITY_KEY" not in kept(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_key_that_is_given_elsewhere_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "netra.env"
    path.write_text("NETRA_SECRET_KEY=a\n", encoding="utf-8")
    make(path, NETRA_RECEIPT_KEY_FILE="receipt.secret")
    assert "NETRA_RECEIPT_KEY" not in kept(path)
