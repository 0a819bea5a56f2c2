"""Comparing the kept state with the replay of the ledger.

Every room that keeps state registers a source here when Django starts: a function that
reads its rows as subjects and fields. Texts are given as `Text`; they are compared by
opening the commitment the ledger holds for them.
"""

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass

from netra.domain import ledger
from netra.records.access import revealed
from netra.records.ledger.models import LedgerEntry, LedgerHead, Opening


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text or identity as it is kept, to be compared by its commitment."""

    value: str


Kept = ledger.Fact | Text
Source = Callable[[], Iterable[tuple[str, Mapping[str, Kept]]]]

_SOURCES: dict[str, Source] = {}


def register_source(room: str, source: Source) -> None:
    """Name the function that reads the state of a room; registering again replaces."""
    _SOURCES[room] = source


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayReport:
    """What the comparison found."""

    entries: int
    subjects: int
    erased: int
    difference: ledger.Difference | None


def chain_rows() -> Generator[tuple[ledger.Entry, bytes, str], None, None]:
    """Yield every entry with its kept bytes and hash, in order."""
    for row in LedgerEntry.objects.order_by("number").iterator(chunk_size=2000):
        yield row.as_entry(), bytes(row.canonical), row.leaf


def compare(subjects: frozenset[str] | None = None) -> ReplayReport:
    """Verify the chain, replay it, and compare with what is kept.

    Args:
        subjects: Only these subjects are compared; `None` compares all. The chain is
            always verified whole.

    Raises:
        ChainBrokenError: the entries themselves do not hold together.
    """
    with closing(chain_rows()) as rows:  # a broken chain leaves it half read
        count = ledger.verify_chain(rows)
    _check_head(count)
    entries = (row[0] for row in chain_rows())
    replayed = ledger.replay(
        entry for entry in entries if subjects is None or entry.subject in subjects
    )
    kept, erased = _kept_state(replayed, subjects)
    return ReplayReport(
        entries=count,
        subjects=len({*replayed, *kept}),
        erased=erased,
        difference=ledger.first_difference(replayed, kept),
    )


def _check_head(count: int) -> None:
    """Refuse when the newest entries were cut off behind the last one kept."""
    head = LedgerHead.objects.filter(pk=1).first() or LedgerHead()
    last = LedgerEntry.objects.order_by("-number").first()
    leaf = last.leaf if last else ledger.GENESIS
    if (head.number, head.leaf) != (count, leaf):
        raise ledger.ChainBrokenError(
            f"the head names entry {head.number}, the last entry kept is {count}"
        )


def _kept_state(
    replayed: ledger.State, subjects: frozenset[str] | None
) -> tuple[dict[str, dict[str, ledger.Fact]], int]:
    kept: dict[str, dict[str, ledger.Fact]] = {}
    salts = {row.commitment: row.salt for row in Opening.objects.all()}
    erased = 0
    for source in _SOURCES.values():
        for subject, fields in source():
            if subjects is not None and subject not in subjects:
                continue
            told = replayed.get(subject, {})
            known: dict[str, ledger.Fact] = {}
            for name, value in fields.items():
                if isinstance(value, Text):
                    known[name], gone = _compared(value, told.get(name), salts)
                    erased += gone
                else:
                    known[name] = value
            kept[subject] = {k: v for k, v in known.items() if v is not None}
    return {subject: fields for subject, fields in kept.items() if fields}, erased


def _compared(
    text: Text, told: ledger.Fact, salts: Mapping[str, bytes | memoryview | None]
) -> tuple[ledger.Fact, bool]:
    if not isinstance(told, str) or told not in salts:
        return ("a text without commitment" if text.value else None), False
    salt = salts[told]
    if salt is None:
        return ("text kept after erasure" if text.value else told), not text.value
    if text.value and ledger.opens(told, revealed(text.value), bytes(salt)):
        return told, False
    return "text does not open its commitment", False
