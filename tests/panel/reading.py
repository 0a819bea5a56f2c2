"""The two hundred reports of the panel, as they were written. DATA CONTOH."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from netra.domain.law import zone_of

_FILE = Path(__file__).parent / "reports.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """What the reporter types before anybody asks.

    `sign` and `card` are empty, `photo` or `office` (a promise to bring it).
    """

    account: str
    happened_on: str
    happened_time: str
    place: str
    name: str
    workplace: str
    post: str
    links: str
    files: tuple[str, ...]
    sign: str
    card: str
    address: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelReport:
    """One report of the panel.

    Attributes:
        id: K001 to K200.
        pattern: Sort of event.
        region: Code of the place.
        at: Moment of handing in, in the zone of the place.
        known_on: Day of learning, ISO.
        event: One line.
        reporter: Invented name.
        first: What is typed before anybody asks.
        act: The sentence that tells who did what.
        how: The sentence that tells how the reporter knows.
        about: The text that narrows the day, empty where there is none.
        could: Facts the reporter can still give, by name; what is not here and not in
            `first` cannot be given.
        link_lives: Whether the link still opens when the officer looks.
        sign_matches: Whether the first signature is that of the identity card.
        comes: Whether the reporter keeps a promise to come to the office.
        returns: `in_time`, `late` or `never` after a notice of what is missing.
    """

    id: str
    pattern: str
    region: str
    at: datetime
    known_on: str
    event: str
    reporter: str
    first: First
    act: str
    how: str
    about: str
    could: Mapping[str, str]
    link_lives: bool
    sign_matches: bool
    comes: bool
    returns: str


def _report(row: dict) -> PanelReport:
    moment = datetime.fromisoformat(row["at"]).replace(tzinfo=zone_of(row["region"]))
    first = row["first"] | {"files": tuple(row["first"]["files"])}
    tells = row["tells"]
    plain = {
        name: row[name]
        for name in (
            *("id", "pattern", "region", "known_on", "event", "reporter", "could"),
            *("link_lives", "sign_matches", "comes", "returns"),
        )
    }
    return PanelReport(
        at=moment,
        first=First(**first),
        act=tells["act"],
        how=tells["how"],
        about=tells["about"],
        **plain,
    )


@cache
def panel() -> tuple[PanelReport, ...]:
    """Return the reports in the order of the file."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(_report(json.loads(line)) for line in lines)
