"""The matters of the demonstration, as their data describe them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from netra.cli.demonstration.errors import PlanError
from netra.cli.demonstration.offices import DATA, read
from netra.cli.demonstration.texts import MARK, patterns

MOMENTS = (
    "submitted",
    "assigned",
    "studied",
    "notified",
    "handed_in",
    "completed",
    "lapsed",
    "checked",
    "registered",
    "extended",
    "written",
    "submitted_up",
    "approved",
    "convened",
    "voted",
    "decided",
    "referred",
    "told",
)
"""What may happen to a matter, in the order in which its data name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accused:
    """One invented respondent, with the norm held against them and what is decided."""

    name: str
    post: str
    workplace: str
    employment_class: str
    holds_office: bool = False
    norm: str = ""
    outcome: str = "other_law_asn"
    also: str = ""
    phase_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One report and what becomes of it.

    Invariant: `moments` holds what has happened, in order of time; the matter stands
    where the last of them left it. `vote_count` members have voted, all if `None`.
    """

    key: str
    contest: str
    place_region: str
    place: str
    event: str
    account: str
    known_on: date
    happened_on: date
    reporter: str
    respondents: tuple[Accused, ...]
    moments: Mapping[str, datetime]
    via: str = "web"
    happened_time: str = ""
    witnesses: tuple[str, ...] = ()
    alleged_kind: str = "other_law_asn"
    missing: tuple[str, ...] = ()
    still_missing: tuple[str, ...] = ()
    refusal: str = ""
    side: str = ""
    officer: int = 0
    vote_count: int | None = None
    dissent: str = ""
    papers: tuple[str, ...] = field(default=("receipt",))


def read_matters() -> tuple[Matter, ...]:
    """Return every matter, in the order of the data.

    The first of them stand for every step of the road, so that a short demonstration
    shows each.

    Raises:
        PlanError: a matter names a moment that is unknown or out of order.
    """
    files = sorted(path.name for path in DATA.glob("matters-*.toml"))
    return tuple(_matter(row) for name in files for row in read(name)["matter"])


def _matter(row: Mapping[str, Any]) -> Matter:
    given = dict(row)
    pattern = given.pop("pattern", None)
    if pattern is not None:
        given["account"] = f"{MARK} {patterns()[pattern]}"
    given["respondents"] = tuple(Accused(**one) for one in given["respondents"])
    for name in ("missing", "still_missing", "papers", "witnesses"):
        if name in given:
            given[name] = tuple(given[name])
    matter = Matter(**given)
    _check(matter)
    return matter


def _check(matter: Matter) -> None:
    unknown = set(matter.moments) - set(MOMENTS)
    if unknown:
        raise PlanError(matter.key, f"unknown moments {sorted(unknown)}")
    at = list(matter.moments.values())
    if at != sorted(at):
        raise PlanError(matter.key, "moments are not in order of time")
