"""Make the secrets of an installation once: `python scripts/keys.py var/netra.env`."""

import os
import secrets
import sys
from pathlib import Path


def main(path: Path) -> None:
    """Write fresh secrets, readable by the owner only; an existing file stays."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (
        "# Secrets of this installation. Keep a copy apart from the data's backup.",
        f"NETRA_SECRET_KEY={secrets.token_urlsafe(48)}",
        f"NETRA_IDENTITY_KEY={secrets.token_urlsafe(48)}",
    )
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    print(f"made {path}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "var/netra.env"))
