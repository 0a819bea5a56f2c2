"""Hold the clock against the oracle in many random cases.

Run as `python -m tests.domain.law.prove_clock --cases 100000 --seed 1`; it prints one
JSON object and ends with 1 when the two disagree anywhere.
"""

import argparse
import json
import random
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from netra.domain import law
from tests.domain.law import oracle

OFFSETS = ("+07:00", "+08:00", "+09:00", "Z", "-05:30", "+00:00")
SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class Case:
    """One question, in the words of the command."""

    procedure: str
    event: str
    at: str
    region: str
    calendar: int


@dataclass(frozen=True, kw_only=True)
class Days:
    """One invented calendar, for both clocks."""

    ours: law.WorkCalendar
    numbers: frozenset[int]
    years: frozenset[int]


def invented_days(chance: random.Random) -> Days:
    """Return a calendar with up to 40 days off a year; some years may be missing."""
    years = frozenset(range(2019, 2032))
    if chance.random() < 0.2:
        years -= {chance.randint(2020, 2028)}
    off = {
        date(year, 1, 1) + timedelta(days=chance.randrange(365))
        for year in years
        for _ in range(chance.randint(0, 40))
    }
    label = law.DayOff(label="Libur", kind="nasional")
    return Days(
        ours=law.WorkCalendar(
            days_off=dict.fromkeys(off, label), years=years, version="invented"
        ),
        numbers=frozenset(oracle.number_of(day.isoformat()) for day in off),
        years=years,
    )


def random_case(chance: random.Random, calendars: int) -> Case:
    """Return a question; a few are meant to be refused."""
    procedure = chance.choice(sorted(oracle.procedures()))
    events = {term["from"] for term in oracle.procedures()[procedure]["terms"].values()}
    event = chance.choice(sorted(events))
    begun = oracle.procedures()[procedure]["effective_from"]
    earliest = datetime.fromisoformat(f"{begun}T00:00") - timedelta(days=30)
    at = earliest + timedelta(seconds=chance.randrange(5 * 365 * 86400))
    offset = chance.choice(OFFSETS)
    region = f"{chance.choice(sorted(oracle._HOURS))}.{chance.randrange(100):02}"
    if chance.random() < 0.02:
        event, region, offset = chance.choice(
            [
                ("no_such_event", region, offset),
                (event, "20.01", offset),
                (event, region, ""),
            ]
        )
    return Case(
        procedure=procedure,
        event=event,
        at=f"{at:%Y-%m-%dT%H:%M:%S}{offset}",
        region=region[: chance.choice((2, 5))],
        calendar=chance.randrange(calendars),
    )


def ours(case: Case, days: Days, tables: law.Law) -> list[dict] | str:
    """Return what the package answers, in the words of the oracle."""
    at = datetime.fromisoformat(case.at)
    procedure = tables.procedure(case.procedure)
    try:
        found = law.deadlines_from(
            tables, procedure, case.event, at, case.region, days.ours
        )
    except law.LawError as error:
        return type(error).__name__
    return [
        {
            "key": deadline.key,
            "due_on": deadline.due_on.isoformat(),
            "due_at": f"{deadline.due_at:%Y-%m-%dT%H:%M:%S}",
            "unit": deadline.unit.value,
            "article": deadline.article,
            "parts": {name: part.value for name, part in deadline.parts.items()},
            "status": deadline.status.value,
            "days": [(day.date.isoformat(), day.counted) for day in deadline.days],
        }
        for deadline in found
    ]


def prove(cases: int, seed: int, tables: law.Law | None = None) -> dict[str, object]:
    """Compare `cases` random questions and return the counts and the disagreements."""
    chance = random.Random(seed)
    tables = tables or law.load_law()
    calendars = [invented_days(chance) for _ in range(60)]
    counts: Counter[str] = Counter()
    mismatches = []
    for _ in range(cases):
        case = random_case(chance, len(calendars))
        days = calendars[case.calendar]
        theirs = oracle.answer(
            case.procedure, case.event, case.at, case.region, days.numbers, days.years
        )
        mine = ours(case, days, tables)
        counts[theirs if isinstance(theirs, str) else "answered"] += 1
        counts["deadlines"] += 0 if isinstance(theirs, str) else len(theirs)
        if mine != theirs:
            mismatches.append({"case": str(case), "ours": mine, "oracle": theirs})
    return {
        "cases": cases,
        "seed": seed,
        "counts": dict(counts),
        "mismatches": len(mismatches),
        "first_mismatches": mismatches[:SHOWN],
    }


def main() -> int:
    """Run the proof from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    result = prove(options.cases, options.seed)
    sys.stdout.write(json.dumps(result, indent=2) + "\n")
    return 1 if result["mismatches"] else 0


if __name__ == "__main__":
    sys.exit(main())
