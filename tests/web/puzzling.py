"""What a browser does with the puzzle of a form, for tests that send one."""

import altcha

from netra.records.jobs import moment
from netra.web.puzzles import FIELD, Purpose, new_challenge

__all__ = ["solution", "solved_fields"]


def solution(challenge: altcha.Challenge) -> str:
    """Solve a challenge, as the worker in the browser does."""
    found = altcha.solve_challenge(challenge)
    assert found is not None
    return altcha.Payload(challenge, found).to_base64()


def solved_fields(purpose: Purpose) -> dict[str, str]:
    """Return the fields of a solved puzzle, to be sent along with a form."""
    challenge = new_challenge(purpose, moment.real_now(), work=5)
    return {FIELD: solution(challenge)}
