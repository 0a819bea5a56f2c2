"""Whether true senders still come through while junk is poured over the site.

Run as `python benchmarks/flood.py`; it makes a demonstration of its own, serves it and
prints one JSON object. Fifty requests a second that must all be refused come from a
thousand addresses, at fixed times whether or not the answers keep up; meanwhile true
reports and true information are sent. The same is measured before, in silence.
"""

import argparse
import itertools
import json
import math
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import informant
from installation import machine, served
from reporter import report
from visitor import Answer, NotTakenError, Visitor, encoded

Send = Callable[[Visitor], tuple[Answer, list[Answer]]]

JUNK_PER_SECOND = 50
SECONDS = 60
SENDERS = 24
ADDRESSES = 1000
PAUSE_S = 0.2
HTML = "<!doctype html><script>alert(1)</script>"
_NUMBERS = itertools.count(1)


@dataclass(slots=True)
class Times:
    """Seconds that answers took, added to by several threads."""

    seconds: list[float] = field(default_factory=list)

    def told(self) -> dict[str, object]:
        """Return number, middle, 95th percentile and worst in milliseconds."""
        taken = sorted(self.seconds)
        if not taken:
            return {"count": 0}
        return {
            "count": len(taken),
            "p50_ms": _at(taken, 0.50),
            "p95_ms": _at(taken, 0.95),
            "worst_ms": _at(taken, 1.0),
        }


def _at(taken: Sequence[float], share: float) -> float:
    place = max(0, math.ceil(share * len(taken)) - 1)
    return round(taken[place] * 1e3, 1)


# Junk ---------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class Bot:
    """One sender of junk: a connection, and what it has learned of the forms."""

    base: str
    number: int
    visitor: Visitor = field(init=False)
    csrf: str = ""
    token: str = ""

    def __post_init__(self) -> None:
        self.visitor = Visitor(self.base, "198.18.0.1")
        page = self.visitor.get("/status/")
        self.csrf = page.forms[0].fields.get("csrfmiddlewaretoken", "")
        self.token = informant.token(self.visitor)

    def move(self, turn: int) -> None:
        """Come from another address."""
        self.visitor.address = f"198.18.{turn % ADDRESSES // 250}.{turn % 250}"

    def post(self, path: str, fields: dict[str, str], site: str) -> Answer:
        """Send a form."""
        body, kind = encoded(fields, is_multipart=False)
        headers = {"Content-Type": kind, "Sec-Fetch-Site": site}
        return self.visitor.ask("POST", path, body, headers)


Junk = Callable[[Bot], Answer]


def wrong_code_of_a_report(bot: Bot) -> Answer:
    """Guess number and code of a report."""
    guess = f"{random.randrange(10**6):06d}"
    fields = {"number": guess, "code": guess, "csrfmiddlewaretoken": bot.csrf}
    return bot.post("/status/", fields, "same-origin")


def report_without_a_draft(bot: Bot) -> Answer:
    """Hand in what was never begun."""
    fields = {"is_true": "on", "csrfmiddlewaretoken": bot.csrf}
    return bot.post("/lapor/periksa/", fields, "same-origin")


def wrong_code_of_information(bot: Bot) -> Answer:
    """Guess a code of sixteen digits without doing the work."""
    fields = {informant.CODE: f"{random.randrange(10**16):016d}", "tanda": bot.token}
    return bot.post(informant.CODE_PATH, fields, "same-origin")


def information_unsolved(bot: Bot) -> Answer:
    """Send information without doing the work."""
    fields = {**informant.ANSWERS, "tanda": bot.token}
    return bot.post(informant.SEND_PATH, fields, "same-origin")


def information_half_solved(bot: Bot) -> Answer:
    """Send information with a solution that is none."""
    fields = {**informant.ANSWERS, "tanda": bot.token, "puzzle": "e30=" * 150}
    return bot.post(informant.SEND_PATH, fields, "same-origin")


def information_of_another_site(bot: Bot) -> Answer:
    """Send a form that stands on another site."""
    return bot.post(informant.SEND_PATH, dict(informant.ANSWERS), "cross-site")


def information_too_large(bot: Bot) -> Answer:
    """Send three hundred kilobytes of text."""
    fields = {"tanda": bot.token, informant.TEXT: "a" * 300_000}
    return bot.post(informant.SEND_PATH, fields, "same-origin")


def web_page_as_a_file(bot: Bot) -> Answer:
    """Send a web page where a picture is meant, without work."""
    fields = {**informant.ANSWERS, "tanda": bot.token, informant.FILE: HTML}
    body, kind = encoded(fields, is_multipart=True)
    headers = {"Content-Type": kind, "Sec-Fetch-Site": "same-origin"}
    return bot.visitor.ask("POST", informant.SEND_PATH, body, headers)


REPORT_JUNK = (wrong_code_of_a_report, report_without_a_draft)
INFORMATION_JUNK = (
    wrong_code_of_information,
    information_unsolved,
    information_half_solved,
    information_of_another_site,
    information_too_large,
    web_page_as_a_file,
)


class Flood:
    """Pours junk at fixed times and counts what became of it."""

    def __init__(self, base: str, kinds: Sequence[Junk]) -> None:
        """Connect every bot."""
        self.kinds = kinds
        self.times = Times()
        self.late = Times()
        self.statuses: Counter[str] = Counter()
        self._bots = [Bot(base=base, number=number) for number in range(SENDERS)]
        self._turn, self._lock = 0, threading.Lock()

    def pour(self, seconds: float) -> None:
        """Send junk for so long; returns when the last answer has come."""
        begun = time.perf_counter()
        count = round(seconds * JUNK_PER_SECOND)
        told = [
            threading.Thread(target=self._run, args=(bot, begun, count))
            for bot in self._bots
        ]
        for thread in told:
            thread.start()
        for thread in told:
            thread.join()
        self.lasted = time.perf_counter() - begun

    def _run(self, bot: Bot, begun: float, count: int) -> None:
        while (turn := self._next()) < count:
            due = begun + turn / JUNK_PER_SECOND
            time.sleep(max(0.0, due - time.perf_counter()))
            self.late.seconds.append(max(0.0, time.perf_counter() - due))
            kind = self.kinds[turn % len(self.kinds)]
            bot.move(turn)
            try:
                answer = kind(bot)
            except OSError:  # refused so early that the rest could not be sent
                bot.visitor.close()
                status = "cut"
            else:
                self.times.seconds.append(answer.seconds)
                status = str(answer.status)
            with self._lock:
                self.statuses[f"{kind.__name__} {status}"] += 1

    def _next(self) -> int:
        with self._lock:
            self._turn += 1
            return self._turn - 1

    def told(self) -> dict[str, object]:
        """Return rate, delay and what was answered."""
        return {
            "per_second": round(self.statuses.total() / self.lasted, 1),
            "answered": self.times.told(),
            "late_ms": self.late.told(),
            "statuses": dict(sorted(self.statuses.items())),
        }


# True senders -------------------------------------------------------------------------


@dataclass(slots=True)
class Senders:
    """What true senders met: the answer that accepted, and every page before it."""

    accepted: Times = field(default_factory=Times)
    pages: Times = field(default_factory=Times)
    refused: list[str] = field(default_factory=list)

    def told(self) -> dict[str, object]:
        """Return both times, and why something was refused."""
        return {
            "accepted": self.accepted.told(),
            "pages": self.pages.told(),
            "refused": self.refused,
        }

    def keep_sending(
        self, base: str, send: Send, numbers: Iterator[int], ended: threading.Event
    ) -> None:
        """Send one after the other, each from an address of its own."""
        while not ended.is_set():
            number = next(numbers)
            visitor = Visitor(base, f"203.0.{number // 250 % 250}.{number % 250}")
            try:
                accepted, pages = send(visitor)
            except NotTakenError as error:
                self.refused.append(str(error))
            else:
                self.accepted.seconds.append(accepted.seconds)
                self.pages.seconds += [page.seconds for page in pages]
            finally:
                visitor.close()
            ended.wait(PAUSE_S)


def while_sending(
    base: str, ways: Mapping[str, Send], work: Callable[[], None]
) -> dict[str, object]:
    """Let true senders send on every way while `work` runs; return what they met."""
    met, ended = {name: Senders() for name in ways}, threading.Event()
    threads = [
        threading.Thread(
            target=met[name].keep_sending, args=(base, send, _NUMBERS, ended)
        )
        for name, send in ways.items()
    ]
    for thread in threads:
        thread.start()
    work()
    ended.set()
    for thread in threads:
        thread.join()
    return {name: senders.told() for name, senders in met.items()}


def measured(base: str, seconds: float) -> dict[str, object]:
    """Measure in silence, then in the flood."""
    probe = Visitor(base, "192.0.2.1")
    ways: dict[str, Send] = {"report": report}
    kinds: tuple[Junk, ...] = REPORT_JUNK
    if informant.is_open(probe):
        ways["information"] = informant.inform
        kinds += INFORMATION_JUNK
    silence = while_sending(base, ways, lambda: time.sleep(seconds / 2))
    flood = Flood(base, kinds)
    flooded = while_sending(base, ways, lambda: flood.pour(seconds))
    return {"silence": silence, "flood": flooded, "junk": flood.told()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--base", default="", help="a server that runs already")
    told = parser.parse_args()
    result = {
        "machine": machine(),
        "junk_per_second": JUNK_PER_SECOND,
        "seconds": told.seconds,
        "workers": told.workers,
    }
    if told.base:
        result |= measured(told.base, told.seconds)
    else:
        with served(told.workers) as base:
            result |= measured(base, told.seconds)
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
