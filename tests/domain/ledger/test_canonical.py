"""One value has one sequence of bytes."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra.domain.ledger import CanonicalError, canonical_bytes

FACTS = st.dictionaries(
    st.text(min_size=1, max_size=12),
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    max_size=6,
)


def test_keys_are_sorted_and_nothing_is_padded() -> None:
    assert canonical_bytes({"b": 1, "a": {"z": None, "y": True}}) == (
        b'{"a":{"y":true,"z":null},"b":1}'
    )


def test_letters_are_written_as_they_are() -> None:
    assert canonical_bytes({"a": "é"}) == '{"a":"é"}'.encode()


def test_two_spellings_of_one_letter_are_one() -> None:
    assert canonical_bytes({"a": "e\u0301"}) == canonical_bytes({"a": "\u00e9"})


@pytest.mark.parametrize("value", [1.5, date(2024, 1, 1), b"x", ["x"]])
def test_what_has_no_single_form_is_refused(value: object) -> None:
    with pytest.raises(CanonicalError, match=r"a: \w+ has no canonical form"):
        canonical_bytes({"a": value})  # type: ignore[dict-item]


def test_true_and_one_are_not_the_same() -> None:
    assert canonical_bytes({"a": True}) != canonical_bytes({"a": 1})


@given(FACTS)
def test_order_of_writing_makes_no_difference(facts: dict[str, object]) -> None:
    backwards = dict(reversed(list(facts.items())))
    assert canonical_bytes(facts) == canonical_bytes(backwards)  # type: ignore[arg-type]


@given(FACTS)
def test_the_bytes_are_json_and_give_themselves_again(facts: dict[str, object]) -> None:
    once = canonical_bytes(facts)  # type: ignore[arg-type]
    assert canonical_bytes(json.loads(once)) == once
