"""Small work asked of whoever sends something, so that a flood costs its sender.

A browser with JavaScript does a proof of work (ALTCHA) by itself; without JavaScript
the reader adds two numbers written as words. Both are signed, belong to one purpose,
run out at a full hour and count once. What is remembered of a used one is its random
number, hashed, until the end of a day: no address, no moment.

    context["puzzle"] = puzzle_for(request, Purpose.INFORMATION)
    {% include "web/_puzzle.html" %}                     inside the form
    require_solved(request, Purpose.INFORMATION)         just before writing

A form that must be mended keeps its solution: `puzzle_for` hands it on until it is
used.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from secrets import randbelow

import altcha
from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from netra.records.jobs import moment
from netra.web import limits, sums
from netra.web.whole_hours import HOUR_SECONDS, WholeDayCache, hour_of

__all__ = [
    "FIELD",
    "Purpose",
    "PuzzleError",
    "PuzzleUnsolvedError",
    "TooManySumsError",
    "is_flooding",
    "is_solved",
    "is_spent",
    "new_challenge",
    "puzzle_for",
    "require_solved",
]

FIELD = "puzzle"
HOURS = 3
_ALGORITHM = "PBKDF2/SHA-256"
_COST = 1000
_LONGEST = 2000
_USED = "used"
_UNSOLVED_A_MINUTE = 30
_SALT = "netra.web.puzzles"


class Purpose(StrEnum):
    """What a solution may be used for."""

    INFORMATION = "information"
    REPORT = "report"
    CODE = "code"
    REPLY = "reply"


class PuzzleError(Exception):
    """Base of the errors about puzzles."""

    reader_message = ""


class PuzzleUnsolvedError(PuzzleError):
    """The form came without a solution, or with one that is wrong, old or used."""

    def __init__(self) -> None:
        """Tell the reader what to do."""
        super().__init__("puzzle missing, wrong, too old or used")
        self.reader_message = _(
            "Pemeriksaan terhadap kiriman mesin belum selesai, atau halaman ini "
            "terlalu lama terbuka. Tulisan Anda belum terkirim. Kirim sekali lagi; "
            "bila ada hitungan kecil, jawab dulu dengan angka."
        )


class TooManySumsError(PuzzleUnsolvedError):
    """More sums were solved from one address than are taken in an hour."""

    def __init__(self) -> None:
        """Tell the reader of the other ways."""
        super().__init__()
        self.reader_message = _(
            "Dari jaringan ini sudah banyak kiriman tanpa JavaScript. Tulisan Anda "
            "belum terkirim. Nyalakan JavaScript, tunggu sampai jam berganti, atau "
            "datang ke kantor pengawas pemilu terdekat."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Solved:
    """A solution that holds: its random number, and the fields it came in."""

    mark: str
    fields: dict[str, str]


def new_challenge(purpose: Purpose, at: datetime, *, work: int) -> altcha.Challenge:
    """Return a signed challenge.

    Args:
        purpose: What its solution may be used for.
        at: Moment of asking; the challenge holds for this hour and two more.
        work: Most attempts a solver needs; on average three fifths of it.
    """
    least = work // 5
    return altcha.create_challenge(
        algorithm=_ALGORITHM,
        cost=_COST,
        counter=least + randbelow(work - least + 1),
        data={"for": purpose.value, "until": hour_of(at) + HOURS},
        hmac_secret=_secret("challenge"),
        hmac_key_secret=_secret("key"),
    )


def puzzle_for(request: HttpRequest, purpose: Purpose) -> dict[str, object]:
    """Return what `web/_puzzle.html` shows, to be put into its context as `puzzle`.

    A solution that came with this request and is still unused is handed on, so that
    mending a form costs no second puzzle.
    """
    at = moment.real_now()
    solved = _unused(request, purpose, at)
    if solved is not None:
        return {"kept": list(solved.fields.items())}
    work = settings.PUZZLE_WORK * _pressure(request, purpose)
    challenge = new_challenge(purpose, at, work=work)
    return {
        "challenge": json.dumps(challenge.to_dict()),
        "sum": sums.new_sum(purpose, at),
        "shows_sum": request.method == "POST",
    }


def is_solved(request: HttpRequest, purpose: Purpose) -> bool:
    """Say whether a solution came along that holds and is unused; it stays unused."""
    return _unused(request, purpose, moment.real_now()) is not None


def is_spent(request: HttpRequest, purpose: Purpose) -> bool:
    """Say whether a genuine solution came along that was used before.

    So comes a form whose button was pressed twice.
    """
    solved = _solution(request, purpose, moment.real_now())
    return solved is not None and _used().get(solved.mark) is not None


def require_solved(request: HttpRequest, purpose: Purpose) -> None:
    """Use up the solution that came along; call it just before writing.

    Raises:
        PuzzleUnsolvedError: none came, or it is wrong, for something else, too old or
            used before.
        TooManySumsError: too many sums from this address this hour; it is a
            `PuzzleUnsolvedError`.
    """
    at = moment.real_now()
    solved = _solution(request, purpose, at)
    if solved is None:
        raise PuzzleUnsolvedError
    if sums.TICKET in solved.fields and limits.is_limited(request, "puzzle_sum"):
        raise TooManySumsError
    if not _use_up(solved.mark, at):
        raise PuzzleUnsolvedError


def is_flooding(request: HttpRequest) -> bool:
    """Say whether a form is one of very many that come without a solution.

    Beyond thirty in a minute such a form is refused before anything is made of it, so
    that a flood pays for no page, no file and no code. Now and then one may come from a
    person whose script did not arrive; those are shown their form again.
    """
    if not settings.RATE_LIMITS:
        return False
    at = moment.real_now()
    if any(_unused(request, purpose, at) for purpose in Purpose):
        return False
    return limits.count_unsolved() > _UNSOLVED_A_MINUTE


def _pressure(request: HttpRequest, purpose: Purpose) -> int:
    return limits.code_pressure(request) if purpose is Purpose.CODE else 1


def _secret(use: str) -> bytes:
    return salted_hmac(f"{_SALT}.{use}", "", algorithm="sha256").digest()


def _used() -> WholeDayCache:
    cache = caches[_USED]
    assert isinstance(cache, WholeDayCache)  # noqa: S101 # as the settings say
    return cache


def _use_up(mark: str, at: datetime) -> bool:
    """Mark as used; `False` when it was. Two at once: the database lets one through."""
    cache = _used()
    cache.sweep_once_an_hour(at)
    return cache.add(mark, 1, timeout=HOURS * HOUR_SECONDS)


def _unused(request: HttpRequest, purpose: Purpose, at: datetime) -> _Solved | None:
    solved = _solution(request, purpose, at)
    if solved is None or _used().get(solved.mark) is not None:
        return None
    return solved


def _solution(request: HttpRequest, purpose: Purpose, at: datetime) -> _Solved | None:
    """Judge what came along, once for each purpose and request."""
    if request.method != "POST":
        return None
    judged: dict[Purpose, _Solved | None]
    judged = request.__dict__.setdefault("judged_solutions", {})
    if purpose not in judged:
        judged[purpose] = _unworn(request, _judge(request, purpose, at))
    return judged[purpose]


def _judge(request: HttpRequest, purpose: Purpose, at: datetime) -> _Solved | None:
    payload = request.POST.get(FIELD, "")
    return _proof(payload, purpose, at) if payload else _sum(request, purpose, at)


def _unworn(request: HttpRequest, solved: _Solved | None) -> _Solved | None:
    """Let a solution come along with twenty forms, used or not.

    A form that must be mended shows it again; a program could show one forever with
    forms that are never complete.
    """
    if solved is None or limits.is_limited(request, "solution", solved.mark):
        return None
    return solved


def _proof(payload: str, purpose: Purpose, at: datetime) -> _Solved | None:
    if len(payload) > _LONGEST:
        return None
    result = altcha.verify_solution(
        payload, _secret("challenge"), hmac_key_secret=_secret("key")
    )
    if not result.verified:
        return None
    parameters = altcha.Payload.from_base64(payload).challenge.parameters
    told = parameters.data or {}
    if told.get("for") != purpose.value or hour_of(at) >= told.get("until", 0):
        return None
    return _Solved(mark=parameters.nonce, fields={FIELD: payload})


def _sum(request: HttpRequest, purpose: Purpose, at: datetime) -> _Solved | None:
    """Judge a sum; a wrong answer uses it up."""
    fields = {name: request.POST.get(name, "") for name in (sums.TICKET, sums.ANSWER)}
    ticket, answer = fields.values()
    judged = sums.judged(ticket, answer, purpose.value, at) if ticket else None
    if judged is None or not answer.strip():
        return None
    if not judged.is_right:
        if not limits.is_limited(request, "puzzle_sum"):
            _use_up(judged.mark, at)
        return None
    return _Solved(mark=judged.mark, fields=fields)
