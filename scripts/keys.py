"""Make the secrets of an installation once: `python scripts/keys.py var/netra.env`."""

import os
import secrets
import sys
from pathlib import Path

FIRST = ("NETRA_SECRET_KEY", "NETRA_IDENTITY_KEY")
"""Made with the file only: a fresh one beside existing data would open nothing."""
LATER = ("NETRA_RECEIPT_KEY",)
"""Came after the first installations; added where it is missing."""
_HEADING = "# Secrets of this installation. Keep a copy apart from the data's backup."


def _line(name: str) -> str:
    return f"{name}={secrets.token_urlsafe(48)}"


def _missing(path: Path) -> list[str]:
    """Return the later secrets that neither the file nor the environment gives."""
    lines = path.read_text(encoding="utf-8").splitlines()
    given = {line.partition("=")[0].strip() for line in lines} | set(os.environ)
    return [name for name in LATER if not {name, f"{name}_FILE"} & given]


def main(path: Path) -> None:
    """Write fresh secrets, readable by the owner only.

    An existing file keeps every line; a secret that came later is added to it.
    """
    if path.exists():
        added = _missing(path)
        if added:
            with path.open("a", encoding="utf-8") as file:  # what is there stays
                file.write("\n" + "\n".join(map(_line, added)) + "\n")
            print(f"added {', '.join(added)} to {path}")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join([_HEADING, *map(_line, FIRST + LATER)]) + "\n")
    print(f"made {path}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "var/netra.env"))
