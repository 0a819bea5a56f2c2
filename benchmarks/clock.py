"""How long the clock takes: one deadline, and the due list of a busy office.

Run as `python benchmarks/clock.py`; it prints one JSON object. The numbers are for
people who change the clock; no test looks at them.
"""

import json
import platform
from collections.abc import Callable
from datetime import datetime, timedelta
from statistics import median
from time import perf_counter

from netra.domain import law

AT = datetime.fromisoformat("2024-10-30T15:40+07:00")
REGION = "19.06"
ROUNDS = 7
CASES = 1000
# One question for each way of counting.
QUESTIONS = {
    "calendar_days": ("pemilihan-2024", "report_submitted"),
    "chained": ("pemilihan-2024", "report_registered"),
    "working_days_14": ("pemilihan-2024", "police_received"),
    "working_days_65": ("discipline-pns-2021", "appeal_received"),
    "hours": ("pemilihan-2024", "study_says_criminal"),
}


def seconds(work: Callable[[], object]) -> float:
    """Return the median time of one round, in seconds."""
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    return median(times)


def main() -> None:
    """Measure and print."""
    begun = perf_counter()
    tables = law.load_law()
    load = perf_counter() - begun
    begun = perf_counter()
    calendar = law.seed_calendar(range(2020, 2028))
    seed = perf_counter() - begun

    def count(procedure: str, event: str) -> None:
        for place in range(CASES):
            at = AT + timedelta(hours=place)
            law.deadlines_from(
                tables, tables.procedure(procedure), event, at, REGION, calendar
            )

    def due_list() -> None:
        procedure = tables.procedure("pemilihan-2024")
        for place in range(CASES):
            at = AT + timedelta(hours=place)
            events = {"violation_known_or_found": at, "report_registered": at}
            law.running_deadlines(tables, procedure, events, REGION, calendar)

    per_event = {
        name: round(seconds(lambda q=question: count(*q)) / CASES * 1e6, 1)
        for name, question in QUESTIONS.items()
    }
    result = {
        "python": platform.python_version(),
        "load_law_ms": round(load * 1e3, 1),
        "seed_calendar_ms": round(seed * 1e3, 1),
        "microseconds_per_event": per_event,
        f"due_list_of_{CASES}_cases_ms": round(seconds(due_list) * 1e3, 1),
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
