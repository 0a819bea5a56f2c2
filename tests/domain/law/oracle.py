"""A second clock, written apart from the first and knowing nothing of it.

It reads the frozen originals itself, counts days as whole numbers since 1 March of the
year 0 (its own civil calendar: no `datetime`, no `zoneinfo`), and knows the offsets of
the provinces by heart. It agrees with the package or one of the two is wrong.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

_MOMENT = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?"
)
# Keppres 41/1987; provinces by the first two digits of the region code.
_WIB = [
    "11",
    "12",
    "13",
    "14",
    "15",
    "16",
    "17",
    "18",
    "19",
    "21",
    "31",
    "32",
    "33",
    "34",
    "35",
    "36",
    "61",
    "62",
]
_WITA = ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"]
_WIT = ["81", "82", "91", "92", "93", "94", "95", "96"]
_HOURS = dict.fromkeys(_WIB, 7) | dict.fromkeys(_WITA, 8) | dict.fromkeys(_WIT, 9)
_STRENGTH = ["confirmed", "derived", "estimate", "unconfirmed"]
_DAY = 86400


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1 March of year 0, in the Gregorian calendar."""
    if month < 3:
        year, month = year - 1, month + 12
    return (
        365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5
        + day - 1
    )  # fmt: skip


def written(number: int) -> str:
    """The day of a number, as 2024-10-30."""
    era, rest = divmod(number, 146097)
    century = min(rest // 36524, 3)
    rest -= century * 36524
    leap = min(rest // 1461, 24)
    rest -= leap * 1461
    single = min(rest // 365, 3)
    rest -= single * 365
    month = (5 * rest + 2) // 153
    day = rest - (153 * month + 2) // 5 + 1
    year = 400 * era + 100 * century + 4 * leap + single
    month += 3
    if month > 12:
        year, month = year + 1, month - 12
    return f"{year:04}-{month:02}-{day:02}"


def number_of(text: str) -> int:
    year, month, day = map(int, text.split("-"))
    return day_number(year, month, day)


# 2 January 2023 was a Monday.
_A_MONDAY = day_number(2023, 1, 2)


def is_weekend(number: int) -> bool:
    return (number - _A_MONDAY) % 7 in (5, 6)


@cache
def procedures() -> dict[str, dict]:
    path = Path(__file__).parent / "original" / "procedures.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["procedure"]
    found = {row["id"]: row for row in rows}
    for row in rows:
        terms: dict[str, dict] = {}
        if "inherits" in row:
            parent = found[row["inherits"]]
            terms = {term["key"]: term for term in parent["deadline"]}
        for term in row["deadline"]:
            terms[term["key"]] = term
        row["terms"] = terms
    return found


@cache
def counting_rule() -> str:
    path = Path(__file__).parent / "original" / "procedures.toml"
    clock = tomllib.loads(path.read_text(encoding="utf-8"))["clock"]
    assert clock["first_day_counts"] is False
    return clock["first_day_counts_status"]


def weakest(words: list[str]) -> str:
    return _STRENGTH[max(map(_STRENGTH.index, words))]


def answer(
    procedure: str,
    event: str,
    at: str,
    region: str,
    days_off: frozenset[int],
    years: frozenset[int],
) -> list[dict] | str:
    """Return the deadlines of an event, or the name of what is wrong.

    `days_off` are day numbers; `years` those whose days off are known.
    """
    parsed = _MOMENT.fullmatch(at)
    assert parsed is not None
    if parsed[7] is None:
        return "NaiveMomentError"
    if region[:2] not in _HOURS:
        return "UnknownRegionError"
    rule = procedures()[procedure]
    started = [term for term in rule["terms"].values() if term["from"] == event]
    if not started:
        return "UnknownEventError"
    local = _utc_seconds(parsed) + _HOURS[region[:2]] * 3600
    if written(local // _DAY) < rule["effective_from"].isoformat():
        return "BeforeTheLawError"
    found: list[dict] = []
    for term in started:
        try:
            _add(found, rule, term, local, [], [], days_off, years)
        except LookupError:
            return "CalendarGapError"
    return found


def _utc_seconds(parsed: re.Match) -> int:
    year, month, day, hour, minute = (int(parsed[n]) for n in range(1, 6))
    seconds = day_number(year, month, day) * _DAY + hour * 3600 + minute * 60
    seconds += int(parsed[6] or 0)
    if parsed[7] == "Z":
        return seconds
    sign = -1 if parsed[7][0] == "-" else 1
    return seconds - sign * (int(parsed[7][1:3]) * 3600 + int(parsed[7][4:]) * 60)


def _add(found, rule, term, start, earlier, inherited, days_off, years) -> None:
    """Append a deadline and those chained to it; `start` is in local seconds."""
    unit, length = term["unit"], term["length"]
    step = -1 if term["from"].startswith("before_") else 1
    first = start // _DAY
    if unit == "hours":
        due = start + step * length * 3600
        reach = range(first, due // _DAY + step, step)
        days = [(written(day), True) for day in reach]
    else:
        days = [] if earlier else [(written(first), False)]
        last = first
        left = length
        while left:
            last += step
            counts = True
            if unit == "working_days":
                if int(written(last)[:4]) not in years:
                    raise LookupError(last)
                counts = not is_weekend(last) and last not in days_off
            days.append((written(last), counts))
            left -= counts
        due = last * _DAY + _DAY - 1
    parts = _parts(rule, term, inherited)
    found.append(
        {
            "key": term["key"],
            "due_on": written(due // _DAY),
            "due_at": _shown(due),
            "unit": unit,
            "article": term["article"],
            "parts": parts,
            "status": weakest(list(parts.values())),
            "days": earlier + days,
        }
    )
    for child in rule["terms"].values():
        if child["from"] == term["key"]:
            told = list(parts.values())
            _add(found, rule, child, due, earlier + days, told, days_off, years)


def _parts(rule, term, inherited) -> dict[str, str]:
    own = term["status"]
    return {
        "length": own,
        "unit": (
            "unconfirmed" if term["unit"] == "days" else term.get("unit_status", own)
        ),
        "event": weakest([term.get("from_status", own), *inherited]),
        "counting_rule": "derived" if term["unit"] == "hours" else counting_rule(),
        "in_force": rule.get("effective_from_status", "confirmed"),
    }


def _shown(local: int) -> str:
    day, rest = divmod(local, _DAY)
    return f"{written(day)}T{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
