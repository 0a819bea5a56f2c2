"""One solution sent many times at once, with real commits: the database lets one in."""

import threading

from django.core.cache import caches
from django.db import connections

from netra.web.puzzles import Purpose, PuzzleUnsolvedError, require_solved
from tests.web.puzzling import solved_fields

SENDERS = 4


def test_of_many_at_once_one_is_taken(rf, committed) -> None:
    fields, taken = solved_fields(Purpose.REPORT), []
    gate = threading.Barrier(SENDERS)

    def send() -> None:
        gate.wait()
        try:
            require_solved(rf.post("/", fields), Purpose.REPORT)
            taken.append(True)
        except PuzzleUnsolvedError:
            taken.append(False)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send) for _number in range(SENDERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    caches["used"].clear()
    assert sorted(taken) == [False] * (SENDERS - 1) + [True]
