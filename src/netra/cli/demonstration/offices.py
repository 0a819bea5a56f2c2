"""Offices, outside bodies and customs of the demonstration."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from netra.records.accounts import actions as accounts
from netra.records.accounts.models import Office, OutsideBody
from netra.records.accounts.queries import INSTALLATION

DATA = Path(__file__).parent / "data"


def read(name: str) -> dict[str, Any]:
    """Return one TOML file of the demonstration's data.

    Raises:
        OSError, TOMLDecodeError: the file is missing or unreadable.
    """
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def open_offices(*, at: datetime) -> Mapping[str, Office]:
    """Open every office with its customs; return them by the key of the data."""
    opened: dict[str, Office] = {}
    for row in read("offices.toml")["office"]:
        office = accounts.open_office(
            office=Office(
                name=row["name"],
                tier=row["tier"],
                region=row["region"],
                parent=opened.get(row.get("parent", "")),
                address=row["address"],
                city=row.get("city", ""),
            ),
            actor=INSTALLATION,
            at=at,
        )
        for key, value in row.get("customs", {}).items():
            accounts.settle(
                office=office, key=key, value=value, actor=INSTALLATION, at=at
            )
        opened[row["key"]] = office
    return opened


def enter_bodies() -> int:
    """Enter the bodies that receive referrals; return how many.

    Bodies are addresses, not state of the office: no action and no entry keeps them.
    """
    found = read("bodies.toml")
    rows = [OutsideBody(**row) for row in found["body"]]
    for region in found["region"]:
        rows += [
            OutsideBody(
                authority=body["authority"],
                name=body["name"].format_map(region),
                region=region["code"],
                address=found["address"],
            )
            for body in found["regional_body"]
        ]
    return len(OutsideBody.objects.bulk_create(rows))
