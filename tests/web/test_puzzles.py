"""Puzzles: solved once, for one purpose, within three hours, by a program or by hand."""

import base64
import json
import re
from datetime import UTC, datetime, timedelta

import altcha
import pytest
from django.db import connection

from netra.records.jobs import moment
from netra.web import limits, puzzles, sums
from netra.web.puzzles import Purpose, PuzzleUnsolvedError, TooManySumsError
from tests.web.puzzling import solution, solved_fields

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 10, 17, 33, tzinfo=UTC)
NUMBERS = [
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
]
USE = Purpose.INFORMATION
SUMS_AN_HOUR = int(limits.RATES["puzzle_sum"].partition("/")[0])


@pytest.fixture(autouse=True)
def real(monkeypatch):
    """Let the real clock stand at a moment."""

    def stand(at: datetime) -> None:
        monkeypatch.setattr(moment, "real_now", lambda: at)

    stand(AT)
    return stand


@pytest.fixture
def limited(settings):
    settings.RATE_LIMITS = True


def challenged(*, at: datetime = AT, purpose: Purpose = USE) -> altcha.Challenge:
    return puzzles.new_challenge(purpose, at, work=5)


def proof(**how: object) -> dict[str, str]:
    return {puzzles.FIELD: solution(challenged(**how))}


def answer_to(question: str) -> str:
    found = re.fullmatch(r"Berapa (\w+) ditambah (\w+)\?", question)
    assert found is not None
    return str(sum(NUMBERS.index(word) + 1 for word in found.groups()))


def added(*, at: datetime = AT, purpose: Purpose = USE, off: int = 0) -> dict[str, str]:
    """Return the fields of a sum, answered as its words ask, or off by some."""
    asked = sums.new_sum(purpose.value, at)
    answer = str(int(answer_to(asked.question)) + off)
    return {sums.TICKET: asked.ticket, sums.ANSWER: answer}


BOTH = pytest.mark.parametrize("solve", [proof, added])


@BOTH
def test_a_solution_is_taken(rf, solve) -> None:
    request = rf.post("/", solve())
    assert puzzles.is_solved(request, USE)
    puzzles.require_solved(request, USE)


@BOTH
def test_a_solution_counts_once(rf, solve) -> None:
    fields = solve()
    puzzles.require_solved(rf.post("/", fields), USE)
    assert not puzzles.is_solved(rf.post("/", fields), USE)
    with pytest.raises(PuzzleUnsolvedError):
        puzzles.require_solved(rf.post("/", fields), USE)


@BOTH
def test_looking_does_not_use_it_up(rf, solve) -> None:
    request = rf.post("/", solve())
    assert puzzles.is_solved(request, USE)
    assert puzzles.is_solved(request, USE)


@BOTH
@pytest.mark.parametrize("other", [p for p in Purpose if p is not USE])
def test_a_solution_is_for_one_purpose(rf, solve, other) -> None:
    assert not puzzles.is_solved(rf.post("/", solve()), other)


@BOTH
def test_a_solution_holds_for_the_hour_it_was_asked_in_and_two_more(
    rf, real, solve
) -> None:
    fields = solve()
    real(AT.replace(hour=12, minute=59, second=59))
    assert puzzles.is_solved(rf.post("/", fields), USE)
    real(AT.replace(hour=13, minute=0, second=0))
    assert not puzzles.is_solved(rf.post("/", fields), USE)
    with pytest.raises(PuzzleUnsolvedError) as caught:
        puzzles.require_solved(rf.post("/", fields), USE)
    assert "terlalu lama terbuka" in caught.value.reader_message


@BOTH
def test_a_solution_in_the_address_is_none(rf, solve) -> None:
    assert not puzzles.is_solved(rf.get("/", solve()), USE)


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "x",
        "=" * 3000,
        base64.b64encode(b"[]").decode(),
        base64.b64encode(b'{"challenge": 1, "solution": 2}').decode(),
        base64.b64encode(b'{"challenge": {"parameters": []}, "solution": {}}').decode(),
        base64.b64encode(b"[" * 1000).decode(),
    ],
)
def test_what_is_no_solution_is_refused_quietly(rf, payload) -> None:
    request = rf.post("/", {puzzles.FIELD: payload})
    assert not puzzles.is_solved(request, USE)
    with pytest.raises(PuzzleUnsolvedError):
        puzzles.require_solved(request, USE)


def changed(payload: str, *path: str, to: object) -> str:
    told = json.loads(base64.b64decode(payload))
    part = told
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = to
    return base64.b64encode(json.dumps(told).encode()).decode()


@pytest.mark.parametrize(
    ("path", "to"),
    [
        (("challenge", "parameters", "data", "for"), "code"),
        (("challenge", "parameters", "data", "until"), 10**9),
        (("challenge", "parameters", "nonce"), "00" * 16),
        (("challenge", "parameters", "cost"), 1),
        (("challenge", "parameters", "keySignature"), None),
        (("challenge", "signature"), "00" * 32),
        (("challenge", "signature"), None),
        (("solution", "derivedKey"), "00" * 32),
        (("solution", "derivedKey"), 7),
    ],
)
def test_a_solution_altered_is_refused(rf, path, to) -> None:
    payload = changed(proof()[puzzles.FIELD], *path, to=to)
    assert not puzzles.is_solved(rf.post("/", {puzzles.FIELD: payload}), USE)
    assert not puzzles.is_solved(rf.post("/", {puzzles.FIELD: payload}), Purpose.CODE)


def test_a_challenge_signed_by_somebody_else_is_refused(rf) -> None:
    foreign = altcha.create_challenge(
        algorithm="PBKDF2/SHA-256",
        cost=1000,
        counter=3,
        data={"for": "information", "until": 10**9},
        hmac_secret="another secret",
        hmac_key_secret="another secret",
    )
    payload = solution(foreign)
    assert not puzzles.is_solved(rf.post("/", {puzzles.FIELD: payload}), USE)


def test_a_solver_needs_at_least_a_fifth_of_the_work_asked() -> None:
    counters = [
        altcha.solve_challenge(puzzles.new_challenge(USE, AT, work=10)).counter
        for _round in range(30)
    ]
    assert min(counters) >= 2
    assert max(counters) <= 10


def test_a_challenge_tells_no_moment_within_the_hour() -> None:
    told = challenged().parameters.to_dict()
    assert told["data"] == {
        "for": "information",
        "until": int(AT.timestamp()) // 3600 + 3,
    }
    assert "expiresAt" not in told


# Sums ---------------------------------------------------------------------------------


def test_spaces_around_an_answer_do_not_matter(rf) -> None:
    fields = added()
    fields[sums.ANSWER] = f" {fields[sums.ANSWER]} "
    assert puzzles.is_solved(rf.post("/", fields), USE)


def test_a_wrong_answer_uses_the_sum_up(rf) -> None:
    """Else a program would try them all."""
    fields = added(off=1)
    assert not puzzles.is_solved(rf.post("/", fields), USE)
    fields[sums.ANSWER] = str(int(fields[sums.ANSWER]) - 1)
    assert not puzzles.is_solved(rf.post("/", fields), USE)


def test_a_sum_left_empty_is_not_used_up(rf) -> None:
    fields = added()
    assert not puzzles.is_solved(rf.post("/", fields | {sums.ANSWER: " "}), USE)
    assert puzzles.is_solved(rf.post("/", fields), USE)


@pytest.mark.parametrize(
    "ticket", ["x", "7b2f5.aa.bb", "..", "-1.aa.bb", "7b2f5" * 100, "é.é.é"]
)
def test_a_ticket_that_is_not_ours_is_refused(rf, ticket) -> None:
    for answer in range(2, 19):
        fields = {sums.TICKET: ticket, sums.ANSWER: str(answer)}
        assert not puzzles.is_solved(rf.post("/", fields), USE)


def test_a_ticket_cannot_be_lengthened(rf, real) -> None:
    fields = added()
    until, mark, mac = fields[sums.TICKET].split(".")
    real(AT + timedelta(hours=5))
    fields[sums.TICKET] = f"{int(until, 16) + 9:x}.{mark}.{mac}"
    assert not puzzles.is_solved(rf.post("/", fields), USE)


def test_sums_ask_for_many_different_answers() -> None:
    asked = {answer_to(sums.new_sum("code", AT).question) for _round in range(200)}
    assert {int(answer) for answer in asked} <= set(range(2, 19))
    assert len(asked) > 10


def test_few_sums_are_taken_from_one_address_in_an_hour(rf, real, limited) -> None:
    for _round in range(SUMS_AN_HOUR):
        puzzles.require_solved(rf.post("/", added()), USE)
    with pytest.raises(TooManySumsError) as caught:
        puzzles.require_solved(rf.post("/", added()), USE)
    assert "tunggu sampai jam berganti" in caught.value.reader_message
    puzzles.require_solved(rf.post("/", added(), REMOTE_ADDR="198.51.100.9"), USE)
    puzzles.require_solved(rf.post("/", proof()), USE)  # work is not limited
    real(AT + timedelta(hours=1))
    puzzles.require_solved(rf.post("/", added()), USE)


def test_wrong_sums_count_too(rf, limited) -> None:
    for _round in range(SUMS_AN_HOUR):
        assert not puzzles.is_solved(rf.post("/", added(off=1)), USE)
    with pytest.raises(TooManySumsError):
        puzzles.require_solved(rf.post("/", added()), USE)


def test_a_wrong_sum_counts_once_however_often_it_is_looked_at(rf, limited) -> None:
    for _round in range(SUMS_AN_HOUR - 1):
        request = rf.post("/", added(off=1))
        assert not puzzles.is_solved(request, USE)
        assert not puzzles.is_solved(request, USE)
    puzzles.require_solved(rf.post("/", added()), USE)


@BOTH
def test_a_solution_is_shown_with_twenty_forms_at_most(rf, limited, solve) -> None:
    """Else a program would show one forever, with forms that are never complete."""
    fields = solve()
    for _round in range(20):
        assert puzzles.is_solved(rf.post("/", fields), USE)
    assert not puzzles.is_solved(rf.post("/", fields), USE)
    assert "kept" not in puzzles.puzzle_for(rf.post("/", fields), USE)
    with pytest.raises(PuzzleUnsolvedError):
        puzzles.require_solved(rf.post("/", fields), USE)


# What is kept --------------------------------------------------------------------------


def kept() -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM netra_used_puzzles")
        return cursor.fetchall()


def test_what_is_remembered_of_a_used_one_is_a_hash_and_a_day(rf) -> None:
    asked = challenged()
    fields = {puzzles.FIELD: solution(asked)}
    puzzles.require_solved(rf.post("/", fields, REMOTE_ADDR="198.51.100.9"), USE)
    puzzles.require_solved(rf.post("/", added(), REMOTE_ADDR="198.51.100.9"), USE)
    rows = kept()
    assert len(rows) == 2
    for key, _value, expires in rows:
        assert re.fullmatch(r"[0-9a-f]{64}", str(key))
        assert re.search(r" 17:00:00(\+00:00)?$", str(expires))  # midnight in Jakarta
    assert asked.parameters.nonce not in str(rows)
    assert "198.51.100.9" not in str(rows)


def test_what_has_run_out_is_deleted_when_the_next_is_used(rf, real) -> None:
    puzzles.require_solved(rf.post("/", proof()), USE)
    later = datetime(2100, 1, 1, tzinfo=UTC)
    real(later)
    puzzles.require_solved(rf.post("/", proof(at=later)), USE)
    assert len(kept()) == 1


# The form ------------------------------------------------------------------------------


def test_a_page_asks_with_a_challenge_and_a_sum(rf, settings) -> None:
    shown = puzzles.puzzle_for(rf.get("/"), USE)
    parameters = json.loads(str(shown["challenge"]))["parameters"]
    assert parameters["data"]["for"] == "information"
    assert isinstance(shown["sum"], sums.Sum)
    assert shown["shows_sum"] is False


def test_a_form_that_came_without_a_solution_shows_the_sum_openly(rf) -> None:
    """The script of the page may not have arrived."""
    assert puzzles.puzzle_for(rf.post("/", {}), USE)["shows_sum"] is True


@BOTH
def test_a_form_to_be_mended_keeps_its_solution(rf, solve) -> None:
    fields = solve()
    shown = puzzles.puzzle_for(rf.post("/", fields), USE)
    assert dict(shown["kept"]) == fields
    puzzles.require_solved(rf.post("/", dict(shown["kept"])), USE)


@BOTH
def test_a_used_solution_is_not_handed_on(rf, solve) -> None:
    request = rf.post("/", solve())
    puzzles.require_solved(request, USE)
    assert "kept" not in puzzles.puzzle_for(request, USE)


def test_a_code_asks_for_more_work_while_many_are_guessed(
    rf, limited, settings, monkeypatch
) -> None:
    asked = []
    real_one = puzzles.new_challenge

    def noted(purpose, at, *, work):
        asked.append((purpose, work))
        return real_one(purpose, at, work=5)

    monkeypatch.setattr(puzzles, "new_challenge", noted)
    request = rf.get("/")
    puzzles.puzzle_for(request, Purpose.CODE)
    for _round in range(5):
        limits.count_wrong_code(request)
    puzzles.puzzle_for(request, Purpose.CODE)
    puzzles.puzzle_for(request, USE)
    work = settings.PUZZLE_WORK
    assert asked == [(Purpose.CODE, work), (Purpose.CODE, 2 * work), (USE, work)]


def test_the_helper_of_the_tests_solves_what_pages_ask(rf) -> None:
    puzzles.require_solved(rf.post("/", solved_fields(Purpose.REPLY)), Purpose.REPLY)
