"""How many reports an installation takes in, and whether a crash loses or doubles any.

Run as `python benchmarks/intake.py`; it prints one JSON object. Eight processes hand in
reports by the real action; beside it, in the same database and run, they commit single
rows and nothing else (`raw`): the best any program could do. Then reports come over
HTTP and the server and its worker are killed in the middle with signal 9.

Durability is that of an installation: SQLite with synchronous FULL, PostgreSQL with
fsync. PostgreSQL is left out where it is not installed.
"""

import argparse
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path

import reporter
from installation import ROOT, machine, prepared, serving
from visitor import NotTakenError, Visitor

sys.path.insert(0, str(ROOT / "scripts"))
import postgres

PROCESSES = 8
EACH = 40
RAW_EACH = 150
SENDERS, REPORTS_EACH = 6, 8
_WORKER = ROOT / "benchmarks" / "intake_worker.py"
_SETTLE_S = 8.0
_PATIENCE_S = 120.0


def _waits(seconds: Sequence[float]) -> dict[str, float]:
    taken = sorted(seconds)
    p99 = taken[min(len(taken) - 1, int(len(taken) * 0.99))]
    return {
        "p50_ms": round(taken[len(taken) // 2] * 1e3, 1),
        "p99_ms": round(p99 * 1e3, 1),
        "worst_ms": round(taken[-1] * 1e3, 1),
    }


def side_by_side(environ: Mapping[str, str], what: str, each: int) -> dict[str, object]:
    """Let the processes do `what` at once; return their joint rate and waits."""
    start_at = time.time() + 6.0
    command = [sys.executable, str(_WORKER), what, str(each), str(start_at)]
    children = [
        subprocess.Popen([*command, str(n)], env=dict(environ), stdout=subprocess.PIPE)
        for n in range(PROCESSES)
    ]
    told = [json.loads(child.communicate()[0]) for child in children]
    if any(child.returncode for child in children):
        raise SystemExit(f"a process that should do {what} failed")
    begun = min(one["begun"] for one in told)
    ended = max(one["ended"] for one in told)
    seconds = [second for one in told for second in one["seconds"]]
    return {
        "count": len(seconds),
        "per_second": round(len(seconds) / (ended - begun), 1),
        **_waits(seconds),
    }


def actions_beside_raw(environ: Mapping[str, str]) -> dict[str, object]:
    """Measure the actions and the raw commits, one after the other, twice each."""
    raw = [side_by_side(environ, "raw", RAW_EACH) for _ in range(2)]
    found: dict[str, object] = {"raw": raw}
    best = max(float(str(one["per_second"])) for one in raw)
    for what in ("hand_in", "register"):
        runs = [side_by_side(environ, what, EACH) for _ in range(2)]
        rate = max(float(str(one["per_second"])) for one in runs)
        found[what] = runs
        found[f"{what}_share_of_raw"] = round(rate / best, 3)
    return found


class Sender(threading.Thread):
    """Somebody who sends reports, and sends again what was not answered."""

    def __init__(self, base: str, number: int) -> None:
        """Keep who it is; every report carries a mark of its own."""
        super().__init__()
        self.base, self.number = base, number
        self.accepted: list[str] = []
        self.retries = 0
        self.seconds: list[float] = []

    def run(self) -> None:
        """Send one report after the other until each is accepted."""
        for turn in range(REPORTS_EACH):
            mark = f"tanda-{self.number}-{turn}"
            while not self._sent(mark):
                self.retries += 1
                time.sleep(0.5)
            self.accepted.append(mark)

    def _sent(self, mark: str) -> bool:
        visitor = Visitor(self.base, f"198.18.9.{self.number}")
        begun = time.perf_counter()
        try:
            reporter.report(visitor, event=f"DATA CONTOH {mark}")
        except (OSError, HTTPException, NotTakenError, ValueError):
            return self._was_taken(visitor)
        self.seconds.append(time.perf_counter() - begun)
        return True

    def _was_taken(self, visitor: Visitor) -> bool:
        """Ask, as a person would after a broken line, whether the receipt is there."""
        visitor.close()  # the connection may hang; the cookies stay
        until = time.monotonic() + _PATIENCE_S
        while time.monotonic() < until:
            try:
                found = visitor.ask("GET", reporter.RECEIPT)
            except (OSError, HTTPException):
                visitor.close()
                time.sleep(0.5)
            else:
                return found.status == HTTPStatus.OK
        raise SystemExit("the server did not come back")


def crash(environ: Mapping[str, str]) -> dict[str, object]:
    """Send reports over HTTP, kill everything in the middle, start again, count."""
    port = int(environ["NETRA_PUBLIC_URL"].rpartition(":")[2])
    with serving(environ) as base:
        senders = [Sender(base, number) for number in range(SENDERS)]
        begun = time.perf_counter()
        for sender in senders:
            sender.start()
        time.sleep(_SETTLE_S)
        killed = kill_by_port(port)
        with serving(environ):
            for sender in senders:
                sender.join()
            taken = time.perf_counter() - begun
    accepted = [mark for sender in senders for mark in sender.accepted]
    events = _events(environ)
    found = [sum(mark in event.split() for event in events) for mark in accepted]
    return {
        "killed_processes": killed,
        "accepted": len(accepted),
        "lost": found.count(0),
        "doubled": sum(count > 1 for count in found),
        "per_second_over_http": round(len(accepted) / taken, 2),
        "retries": sum(sender.retries for sender in senders),
        **_waits([s for sender in senders for s in sender.seconds]),
    }


def kill_by_port(port: int) -> int:
    """Kill, with signal 9, the server and the worker that serve a port."""
    told = subprocess.run(
        ["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    rows = [
        (int(p), int(q), rest) for p, q, rest in (r.split(None, 2) for r in told[1:])
    ]
    parents = {p for p, _q, rest in rows if f"--port {port}" in rest}
    grown = -1
    while grown != len(parents):
        grown = len(parents)
        parents |= {p for p, q, _rest in rows if q in parents}
    for pid in parents:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    return len(parents)


def _events(environ: Mapping[str, str]) -> list[str]:
    command = [sys.executable, str(_WORKER), "events", "0", "0", "0"]
    told = subprocess.run(
        command, env=dict(environ), check=True, capture_output=True
    ).stdout
    events: list[str] = json.loads(told)
    return events


@contextmanager
def a_postgresql() -> Iterator[dict[str, str]]:
    """Start a durable PostgreSQL and yield the variables that lead to it."""
    postgres._FAST = ()  # the tests' cluster trades safety for speed
    home = Path(tempfile.mkdtemp(prefix="netra-intake-"))
    password, port = secrets.token_urlsafe(24), postgres._free_port()
    server = postgres.start(postgres.make(home, password), port)
    try:
        postgres.wait_for(server, port, password)
        yield {
            "DATABASE": "postgresql",
            "DB_HOST": "127.0.0.1",
            "DB_PORT": str(port),
            "DB_USER": "netra",
            "DB_PASSWORD": password,
            "DB_NAME": "postgres",
        }
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)
        shutil.rmtree(home, ignore_errors=True)


def measured(
    settings: Mapping[str, str], *, crash_only: bool = False
) -> dict[str, object]:
    """Measure one database."""
    with prepared(rate_limits="0", **settings) as environ:
        actions = {} if crash_only else actions_beside_raw(environ)
        return {"actions": actions, "crash": crash(environ)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    parser.add_argument("--crash-only", action="store_true")
    asked = parser.parse_args()
    result: dict[str, object] = {"machine": machine(), "processes": PROCESSES}
    if asked.only != "postgresql":
        result["sqlite"] = measured({}, crash_only=asked.crash_only)
    if asked.only != "sqlite" and list(Path("/usr/lib/postgresql").glob("*/bin")):
        with a_postgresql() as settings:
            result["postgresql"] = measured(
                {name.lower(): value for name, value in settings.items()},
                crash_only=asked.crash_only,
            )
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
