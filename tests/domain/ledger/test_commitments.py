"""A commitment opens for one text under one salt, and tells nothing without it."""

import hashlib
import hmac
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra.domain.ledger import commit, opens

SALT = bytes(range(16))
OTHER = bytes(16)


def test_it_is_an_hmac_under_the_salt() -> None:
    expected = hmac.new(SALT, b"Wati", hashlib.sha256).hexdigest()
    assert commit("Wati", SALT) == f"sha256:{expected}"


def test_it_opens_for_its_text() -> None:
    assert opens(commit("Wati", SALT), "Wati", SALT)


def test_it_does_not_open_for_another_text() -> None:
    assert not opens(commit("Wati", SALT), "wati", SALT)


def test_it_does_not_open_under_another_salt() -> None:
    assert not opens(commit("Wati", SALT), "Wati", OTHER)


def test_the_same_text_under_two_salts_looks_different() -> None:
    assert commit("Wati", SALT) != commit("Wati", OTHER)


@pytest.mark.parametrize("length", [0, 15, 17, 32])
def test_a_salt_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match=f"salt has {length} bytes, expected 16"):
        commit("Wati", bytes(length))


@given(st.text(), st.text(), st.binary(min_size=16, max_size=16))
def test_two_texts_share_a_commitment_only_if_they_are_one(
    left: str, right: str, salt: bytes
) -> None:
    same = unicodedata.normalize("NFC", left) == unicodedata.normalize("NFC", right)
    assert opens(commit(left, salt), right, salt) is same
