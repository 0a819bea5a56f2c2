"""The table of rules, read once and checked."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import cast

from netra.domain.coach.conditions import Condition, Sign
from netra.domain.coach.errors import CoachDataError

__all__ = ["Kind", "Rule", "load_rules", "read_rules"]

_TABLE = Path(__file__).parent / "data" / "rules.toml"
_ONE_PART = {Sign.NOT, Sign.SOMEBODY, Sign.NOBODY}
_SOME_PARTS = {Sign.ALL, Sign.ANY}
_FIELDS = {Sign.BLANK, Sign.FILLED, Sign.FEWER_WORDS, Sign.SAYS, Sign.MATCHES}


class Kind(StrEnum):
    """What it means that a rule holds."""

    MISSING = "missing"
    PROMISED = "promised"
    LATE = "late"
    LEFT = "left"
    HINT = "hint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing the coach looks for.

    Attributes:
        key: Also of its texts.
        item: Key of the requirement it belongs to; empty for none.
        kind: What it means that the rule holds.
        step: Screen on which the answer goes.
        field: Field of that screen.
        when: Held against what was told.
    """

    key: str
    item: str
    kind: Kind
    step: str
    field: str
    when: Condition


@cache
def load_rules() -> tuple[Rule, ...]:
    """Return the rules of the program, most pressing first.

    Raises:
        CoachDataError: the table cannot be read.
    """
    return read_rules(_TABLE.read_text(encoding="utf-8"))


def read_rules(text: str) -> tuple[Rule, ...]:
    """Return the rules of a TOML text in its order.

    Raises:
        CoachDataError: it is no TOML, a value is missing, or a sign makes no sense.
    """
    try:
        rows = cast("list[Mapping[str, object]]", tomllib.loads(text)["rule"])
        rules = tuple(_rule(row) for row in rows)
    except (tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise CoachDataError(f"rules of the coach: {error}") from error
    if len({rule.key for rule in rules}) < len(rules):
        raise CoachDataError("rules of the coach: a key stands twice")
    return rules


def _rule(row: Mapping[str, object]) -> Rule:
    return Rule(
        key=str(row["key"]),
        item=str(row["item"]),
        kind=Kind(str(row["kind"])),
        step=str(row["step"]),
        field=str(row["field"]),
        when=_condition(cast("Mapping[str, object]", row["when"])),
    )


def _condition(row: Mapping[str, object]) -> Condition:
    parts = cast("list[Mapping[str, object]]", row.get("parts", []))
    condition = Condition(
        sign=Sign(str(row["sign"])),
        field=str(row.get("field", "")),
        value=str(row.get("value", "")),
        count=int(str(row.get("count", 0))),
        terms=tuple(cast("list[str]", row.get("terms", []))),
        pattern=str(row.get("pattern", "")),
        parts=tuple(_condition(part) for part in parts),
    )
    fault = _fault(condition)
    if fault:
        raise CoachDataError(f"rules of the coach: {condition.sign}: {fault}")
    return condition


def _fault(c: Condition) -> str:
    """Return what makes no sense about a condition, empty when it does."""
    if c.sign in _ONE_PART and len(c.parts) != 1:
        return "needs exactly one part"
    if c.sign in _SOME_PARTS and not c.parts:
        return "needs parts"
    if c.sign in _FIELDS and "." not in c.field:
        return "needs screen.field"
    if c.sign is Sign.SAYS and not c.terms:
        return "needs terms"
    return _pattern_fault(c) if c.sign is Sign.MATCHES else ""


def _pattern_fault(c: Condition) -> str:
    """Only what Python and JavaScript read alike is taken."""
    if (
        not c.pattern
        or not c.pattern.isascii()
        or "\\" in c.pattern
        or "(?" in c.pattern
    ):
        return "needs a plain pattern in ASCII"
    try:
        re.compile(c.pattern)
    except re.error as error:
        return str(error)
    return ""
