"""Each fault put into a chain of entries gives the error that names it."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra.domain.ledger import (
    GENESIS,
    ChainBrokenError,
    Entry,
    LedgerError,
    verify_chain,
)
from netra.domain.ledger.entries import moment_text

START = datetime(2024, 10, 30, 2, 40, tzinfo=UTC)
Row = tuple[Entry, bytes, str]


def chain(count: int) -> list[Row]:
    """Return a whole chain of entries."""
    rows: list[Row] = []
    previous = GENESIS
    for number in range(1, count + 1):
        entry = Entry(
            number=number,
            previous=previous,
            kind="report.submitted",
            subject=f"report:{number}",
            actor="public",
            office="",
            happened_at=START + timedelta(minutes=number),
            recorded_at=START + timedelta(minutes=number),
            facts={"step": "intake", "count": number},
        )
        previous = entry.leaf_hash()
        rows.append((entry, entry.canonical(), previous))
    return rows


def rehashed(entry: Entry) -> Row:
    """Return the row of an entry that was altered and hashed anew."""
    return entry, entry.canonical(), entry.leaf_hash()


def test_a_whole_chain_is_counted() -> None:
    assert verify_chain(chain(5)) == 5
    assert verify_chain([]) == 0


def test_the_leaf_is_that_of_rfc_6962() -> None:
    entry, stored, leaf = chain(1)[0]
    assert leaf == hashlib.sha256(b"\x00" + stored).hexdigest()
    assert entry.leaf_hash() == leaf


def test_the_bytes_of_an_entry_never_change() -> None:
    assert chain(1)[0][1] == (
        b'{"actor":"public","facts":{"count":1,"step":"intake"},'
        b'"happened_at":"2024-10-30T02:41:00.000000Z","kind":"report.submitted",'
        b'"number":1,"office":"","previous":"' + b"0" * 64 + b'",'
        b'"recorded_at":"2024-10-30T02:41:00.000000Z","subject":"report:1",'
        b'"version":1}'
    )


def test_a_changed_byte_is_named() -> None:
    rows = chain(3)
    entry, stored, leaf = rows[1]
    rows[1] = (entry, stored.replace(b"intake", b"Intake"), leaf)
    with pytest.raises(ChainBrokenError, match="entry 2: stored bytes differ"):
        verify_chain(rows)


def test_a_changed_field_is_named() -> None:
    rows = chain(3)
    entry, stored, leaf = rows[1]
    rows[1] = (replace(entry, actor="7"), stored, leaf)
    with pytest.raises(ChainBrokenError, match="entry 2: stored bytes differ"):
        verify_chain(rows)


def test_a_changed_hash_is_named() -> None:
    rows = chain(3)
    entry, stored, _leaf = rows[2]
    rows[2] = (entry, stored, "f" * 64)
    with pytest.raises(ChainBrokenError, match="entry 3: leaf hash is ffff"):
        verify_chain(rows)


def test_an_entry_altered_and_hashed_anew_breaks_the_next() -> None:
    rows = chain(3)
    rows[1] = rehashed(replace(rows[1][0], actor="7"))
    with pytest.raises(ChainBrokenError, match="entry 3: previous hash is"):
        verify_chain(rows)


def test_a_removed_entry_is_named() -> None:
    rows = chain(4)
    del rows[1]
    with pytest.raises(ChainBrokenError, match="entry 2 is missing; found 3"):
        verify_chain(rows)


def test_a_removed_first_entry_is_named() -> None:
    with pytest.raises(ChainBrokenError, match="entry 1 is missing; found 2"):
        verify_chain(chain(3)[1:])


def test_two_swapped_entries_are_named() -> None:
    rows = chain(4)
    rows[1], rows[2] = rows[2], rows[1]
    with pytest.raises(ChainBrokenError, match="entry 2 is missing; found 3"):
        verify_chain(rows)


def test_a_renumbered_entry_is_named() -> None:
    rows = chain(4)
    del rows[1]
    rows[1] = rehashed(replace(rows[1][0], number=2))
    with pytest.raises(ChainBrokenError, match="entry 2: previous hash is"):
        verify_chain(rows)


def test_an_inserted_entry_is_named() -> None:
    rows = chain(3)
    rows.insert(2, rehashed(replace(rows[1][0], number=3, previous=rows[1][2])))
    with pytest.raises(ChainBrokenError, match="entry 4 is missing; found 3"):
        verify_chain(rows)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(LedgerError, match="without a time zone"):
        moment_text(datetime(2024, 10, 30, 9, 40))  # noqa: DTZ001


def test_one_moment_in_two_zones_is_one_text() -> None:
    there = START.astimezone(timezone(timedelta(hours=9)))
    assert moment_text(there) == moment_text(START) == "2024-10-30T02:40:00.000000Z"


@given(st.integers(2, 8), st.data())
def test_whatever_is_taken_out_is_missed(count: int, data: st.DataObject) -> None:
    rows = chain(count)
    del rows[data.draw(st.integers(0, count - 2))]
    with pytest.raises(ChainBrokenError):
        verify_chain(rows)


@given(st.integers(2, 8), st.data())
def test_any_other_order_is_found(count: int, data: st.DataObject) -> None:
    rows = chain(count)
    shuffled = data.draw(st.permutations(rows))
    if shuffled != rows:
        with pytest.raises(ChainBrokenError):
            verify_chain(shuffled)
