"""What names a person in a text, wherever somebody typed it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

COVER = "[dirahasiakan]"
"""What stands in a copy in place of what was covered."""

_LEAST_LETTERS = 4  # a shorter part of a name is too often a word
_LEAST_DIGITS = 6
_LEAST_STREET = 8
_ENDINGS = "(?:nya|lah|kah|pun|ku|mu)?"
_GAP = r"[\W_]+"
_BEFORE, _BEHIND = r"(?<![^\W_])", r"(?![^\W_])"
_DIGIT_GAP = r"[\s().\-/]*"


class MarkKind(StrEnum):
    """What of a person a mark is. Only a part of a name may be an ordinary word."""

    NAME = "name"
    NAME_PART = "name_part"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What is kept sealed about one person; left out of its representation."""

    names: tuple[str, ...] = field(repr=False)
    phones: tuple[str, ...] = field(default=(), repr=False)
    emails: tuple[str, ...] = field(default=(), repr=False)
    addresses: tuple[str, ...] = field(default=(), repr=False)
    others: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing that names a person, and the pattern that finds it."""

    kind: MarkKind
    text: str = field(repr=False)
    pattern: re.Pattern[str] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mark at a place of a text, as positions in that text."""

    mark: Mark
    start: int
    end: int


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: folded, without accents."""
    return tuple(re.findall(r"[^\W_]+", _folded(text)[0]))


def marks_of(identity: Identity, spared: Iterable[str] = ()) -> tuple[Mark, ...]:
    """Return what may not stand in an open text.

    Args:
        identity: Of one person.
        spared: Words that stand there for another reason, such as the names of the
            respondents the text is about; parts of names among them are no marks.
    """
    known = {word for text in spared for word in words_in(text)}
    found: dict[tuple[MarkKind, str], Mark] = {}
    for mark in _all_marks(identity):
        if mark.kind is not MarkKind.NAME_PART or mark.text not in known:
            found.setdefault((mark.kind, mark.text), mark)
    return tuple(found.values())


def _all_marks(identity: Identity) -> Iterator[Mark]:
    for name in identity.names:
        yield from _of_name(words_in(name))
    for phone in identity.phones:
        yield from _of_phone(phone)
    for email in identity.emails:
        yield from _of_email(email)
    for address in identity.addresses:
        yield from _of_address(address)
    for other in identity.others:
        words = words_in(other)
        if sum(map(len, words)) >= _LEAST_DIGITS:
            yield _mark(MarkKind.OTHER, " ".join(words), _run(words))


def _of_name(words: tuple[str, ...]) -> Iterator[Mark]:
    if len(words) > 1:
        joined = r"[\W_]*".join(map(re.escape, words))
        yield _mark(MarkKind.NAME, " ".join(words), joined)
    if len(words) == 1 and len(words[0]) < _LEAST_LETTERS and words[0]:
        yield _mark(MarkKind.NAME, words[0], _run(words))
    for word in words:
        if len(word) >= _LEAST_LETTERS:
            alone = len(words) == 1
            kind = MarkKind.NAME if alone else MarkKind.NAME_PART
            yield _mark(kind, word, f"{_BEFORE}{re.escape(word)}{_ENDINGS}{_BEHIND}")


def _of_phone(phone: str) -> Iterator[Mark]:
    digits = "".join(sign for sign in phone if sign.isdigit())
    own = re.sub(r"^(?:0062|62|0)", "", digits)
    if len(own) >= _LEAST_DIGITS:
        pattern = rf"(?:(?:00|\+)?62|0)?{_DIGIT_GAP}{_DIGIT_GAP.join(own)}"
        yield _mark(MarkKind.PHONE, own, pattern)


def _of_email(email: str) -> Iterator[Mark]:
    whole = _folded(email.strip())[0]
    if "@" not in whole:
        return
    yield _mark(MarkKind.EMAIL, whole, re.escape(whole))
    own = whole.partition("@")[0]
    if len(own) >= _LEAST_LETTERS:
        kind = MarkKind.NAME_PART if own.isalpha() else MarkKind.EMAIL
        pattern = f"{_BEFORE}{re.escape(own)}{_ENDINGS}{_BEHIND}"
        yield _mark(kind, own, pattern)


def _of_address(address: str) -> Iterator[Mark]:
    for part in {address, *re.split(r"[,;\n]", address)}:
        words = words_in(part)
        whole = part == address
        numbered = any(word.isdigit() for word in words)
        if sum(map(len, words)) >= _LEAST_STREET and (whole or numbered):
            yield _mark(MarkKind.ADDRESS, " ".join(words), _run(words))


def _run(words: tuple[str, ...]) -> str:
    return _BEFORE + _GAP.join(map(re.escape, words)) + _BEHIND


def _mark(kind: MarkKind, text: str, pattern: str) -> Mark:
    return Mark(kind=kind, text=text, pattern=re.compile(pattern))


def found_in(text: str, marks: Iterable[Mark]) -> tuple[Found, ...]:
    """Return where marks stand in a text, in order, the longest first of a place."""
    plain, places = _folded(text)
    found = [
        Found(mark=mark, start=places[hit.start()], end=places[hit.end() - 1] + 1)
        for mark in marks
        for hit in mark.pattern.finditer(plain)
        if hit.end() > hit.start()
    ]
    return tuple(sorted(found, key=lambda one: (one.start, -one.end)))


def covered(text: str, passages: Iterable[str]) -> str:
    """Return a text in which every passage, however spaced or cased, is covered."""
    spans: list[tuple[int, int]] = []
    plain, places = _folded(text)
    for passage in passages:
        words = words_in(passage)
        if words:
            spans += [
                (places[hit.start()], places[hit.end() - 1] + 1)
                for hit in re.finditer(_run(words), plain)
            ]
    return _without(text, _merged(spans))


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + COVER + text[end:]
    return text


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text as it is compared, with the place of each of its signs."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for part in unicodedata.normalize("NFKD", sign).casefold():
            if not unicodedata.combining(part) and part not in "\u200b\u200c\u200d\xad":
                signs.append(part)
                places.append(place)
    return "".join(signs), places
