"""What changed between two versions of a text, word by word."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_TOKEN = re.compile(r"\n+|[^\S\n]+|\w+|[^\w\s]")


class Change(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of words of one kind."""

    change: Change
    text: str


def words_changed(old: str, new: str) -> tuple[Piece, ...]:
    """Return the text of both versions in order, what was removed before what came.

    Joining what is the same and what was removed gives `old`; with what was added
    instead, `new`.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    pieces: list[Piece] = []
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        gone, come = "".join(before[old_from:old_to]), "".join(after[new_from:new_to])
        pieces.extend(_pieces(kind, gone, come))
    return tuple(pieces)


def _pieces(kind: str, gone: str, come: str) -> Iterator[Piece]:
    if kind == "equal":
        yield Piece(change=Change.SAME, text=gone)
        return
    if gone:
        yield Piece(change=Change.REMOVED, text=gone)
    if come:
        yield Piece(change=Change.ADDED, text=come)


def is_changed(pieces: tuple[Piece, ...]) -> bool:
    """Say whether anything differs."""
    return any(piece.change is not Change.SAME for piece in pieces)
