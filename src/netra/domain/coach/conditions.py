"""The signs a rule goes by, and how they are held against what was told.

The same signs are read by `coach.js` in the browser; `tests/browser/test_coach.py`
holds the two against each other. A text is compared in small letters with everything
that is no letter and no digit turned into one space, and with a space at both ends:
the term ` ss ` finds the word, the term `rekam` also finds *rekaman*.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from netra.domain.coach.answers import Answers, Row

__all__ = ["Condition", "Sign", "holds", "plain", "reduced"]

_OTHER = re.compile(r"[\W_]+")


class Sign(StrEnum):
    """What is looked for; the first two are what a settled part becomes."""

    ALWAYS = "always"
    NEVER = "never"
    BLANK = "blank"
    FILLED = "filled"
    FEWER_WORDS = "fewer_words"
    SAYS = "says"
    MATCHES = "matches"
    NO_FILES = "no_files"
    WINDOW = "window"
    SOMEBODY = "somebody"
    NOBODY = "nobody"
    ALL = "all"
    ANY = "any"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One sign, or several joined.

    Attributes:
        sign: What is looked for.
        field: `screen.field`; for people the screen.
        value: Kind of file, or state of the window.
        count: Number of words.
        terms: Words of which one must stand in the text.
        pattern: Regular expression in ASCII, searched in the text in small letters.
        parts: What is joined, or asked of each person.
    """

    sign: Sign
    field: str = ""
    value: str = ""
    count: int = 0
    terms: tuple[str, ...] = ()
    pattern: str = ""
    parts: tuple["Condition", ...] = ()


def plain(text: str) -> str:
    """Return a text for comparing: small letters, single spaces, one at both ends."""
    return f" {_OTHER.sub(' ', text.lower()).strip()} "


def _fewer(c: Condition, answers: Answers, person: Row | None) -> bool:
    return len(plain(answers.text(c.field, person)).split()) < c.count


def _says(c: Condition, answers: Answers, person: Row | None) -> bool:
    text = plain(answers.text(c.field, person))
    return any(term in text for term in c.terms)


def _matches(c: Condition, answers: Answers, person: Row | None) -> bool:
    text = answers.text(c.field, person).lower()
    return re.search(c.pattern, text, re.ASCII) is not None


def _somebody(c: Condition, answers: Answers) -> bool:
    return any(holds(c.parts[0], answers, row) for row in answers.named(c.field))


Test = Callable[[Condition, Answers, Row | None], bool]

_TESTS: Mapping[Sign, Test] = {
    Sign.ALWAYS: lambda _c, _a, _p: True,
    Sign.NEVER: lambda _c, _a, _p: False,
    Sign.BLANK: lambda c, a, p: not a.text(c.field, p),
    Sign.FILLED: lambda c, a, p: bool(a.text(c.field, p)),
    Sign.FEWER_WORDS: _fewer,
    Sign.SAYS: _says,
    Sign.MATCHES: _matches,
    Sign.NO_FILES: lambda c, a, _p: not a.files.get(c.value, 0),
    Sign.WINDOW: lambda c, a, _p: a.window == c.value,
    Sign.SOMEBODY: lambda c, a, _p: _somebody(c, a),
    Sign.NOBODY: lambda c, a, _p: not _somebody(c, a),
    Sign.ALL: lambda c, a, p: all(holds(part, a, p) for part in c.parts),
    Sign.ANY: lambda c, a, p: any(holds(part, a, p) for part in c.parts),
    Sign.NOT: lambda c, a, p: not holds(c.parts[0], a, p),
}


def holds(condition: Condition, answers: Answers, person: Row | None = None) -> bool:
    """Say whether a condition holds; `person` is who is asked about, if somebody is."""
    return _TESTS[condition.sign](condition, answers, person)


_SCREEN_OF_FILES = {
    "evidence": "bukti",
    "signed_page": "tanda-tangan",
    "identity_card": "tanda-tangan",
}
_JOINED = {Sign.ALL, Sign.ANY, Sign.NOT}
_SETTLED = {Sign.ALWAYS, Sign.NEVER}


def _is_live(condition: Condition, live: Collection[str]) -> bool:
    if condition.sign is Sign.WINDOW:
        return "waktu" in live
    if condition.sign is Sign.NO_FILES:
        return _SCREEN_OF_FILES.get(condition.value) in live
    return condition.field.partition(".")[0] in live


def _is_settled(sign: Sign, parts: tuple[Condition, ...]) -> bool:
    """Say whether the parts that are known decide the whole."""
    deciding = {Sign.ALL: Sign.NEVER, Sign.ANY: Sign.ALWAYS}.get(sign)
    signs = {part.sign for part in parts}
    return deciding in signs or signs <= _SETTLED


def reduced(condition: Condition, answers: Answers, live: Collection[str]) -> Condition:
    """Return a condition in which only the screens in `live` are still open.

    Everything told elsewhere has become `always` or `never`, so that the result holds
    none of its words and still says the same of the whole.
    """
    if condition.sign in _JOINED:
        parts = tuple(reduced(part, answers, live) for part in condition.parts)
        if not _is_settled(condition.sign, parts):
            return replace(condition, parts=parts)
    elif _is_live(condition, live):
        return condition
    return Condition(sign=Sign.ALWAYS if holds(condition, answers) else Sign.NEVER)
