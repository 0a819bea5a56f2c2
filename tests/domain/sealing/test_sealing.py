"""Sealing opens with the right key and with nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netra.domain import sealing

_PEPPER = b"secret of the installation"


@given(st.binary(max_size=5000))
@settings(max_examples=50, deadline=None)
def test_what_is_sealed_to_a_pair_opens_with_it(data: bytes):
    pair = sealing.new_pair()
    assert sealing.open_box(pair, sealing.seal_box(pair.public, data)) == data


def test_another_pair_opens_nothing():
    mine, theirs = sealing.new_pair(), sealing.new_pair()
    with pytest.raises(sealing.WrongKeyError):
        sealing.open_box(theirs, sealing.seal_box(mine.public, b"kata"))


@pytest.mark.parametrize("place", [0, 31, 32, 60, -1])
def test_an_altered_box_is_refused(place: int):
    pair = sealing.new_pair()
    sealed = bytearray(sealing.seal_box(pair.public, b"kata"))
    sealed[place] ^= 1
    with pytest.raises(sealing.WrongKeyError):
        sealing.open_box(pair, bytes(sealed))


def test_an_empty_box_is_refused():
    with pytest.raises(sealing.WrongKeyError):
        sealing.open_box(sealing.new_pair(), b"")


def test_the_length_of_a_text_is_hidden_within_a_kilobyte():
    pair = sealing.new_pair()
    short, longer = b"ya", b"y" * 900
    assert len(sealing.seal_box(pair.public, short)) == len(
        sealing.seal_box(pair.public, longer)
    )


@given(st.integers(min_value=0, max_value=3 * sealing.PART_BYTES + 7))
@settings(max_examples=8, deadline=None)
def test_a_file_comes_out_as_it_went_in(size: int):
    data, key = bytes(size), sealing.new_file_key()
    parts = list(sealing.seal_parts(key, data))
    assert b"".join(sealing.open_parts(key, parts)) == data


@pytest.mark.parametrize("fault", ["cut", "swap", "alter", "more", "empty", "key"])
def test_a_file_with_a_fault_is_refused(fault: str):
    key = sealing.new_file_key()
    parts = list(sealing.seal_parts(key, bytes(2 * sealing.PART_BYTES + 5)))
    faulty = {
        "cut": parts[:-1],
        "swap": [parts[0], parts[2], parts[1], parts[3]],
        "alter": [*parts[:-1], parts[-1][:-1] + bytes([parts[-1][-1] ^ 1])],
        "more": [*parts, parts[-1]],
        "empty": [],
        "key": parts,
    }[fault]
    other = sealing.new_file_key() if fault == "key" else key
    with pytest.raises(sealing.WrongKeyError):
        list(sealing.open_parts(other, faulty))


def test_a_phrase_opens_what_it_wrapped_and_another_does_not():
    pair = sealing.new_pair()
    wrapped = sealing.wrap(pair.private, "kunci rumah lama", _PEPPER)
    assert sealing.unwrap(wrapped, "kunci rumah lama", _PEPPER) == pair
    for phrase, pepper in (("kunci rumah baru", _PEPPER), ("kunci rumah lama", b"x")):
        with pytest.raises(sealing.WrongKeyError):
            sealing.unwrap(wrapped, phrase, pepper)


def test_bytes_of_another_version_are_refused():
    with pytest.raises(sealing.WrongKeyError):
        sealing.unwrap(b"\x02" + bytes(100), "kunci rumah lama", _PEPPER)


def test_a_recovery_code_stands_for_one_pair_however_it_is_typed():
    code = sealing.new_recovery_code()
    pair = sealing.pair_of_recovery(code)
    assert sealing.pair_of_recovery(code.lower().replace("-", " ")) == pair
    assert sealing.pair_of_recovery(sealing.new_recovery_code()) != pair


@pytest.mark.parametrize("typed", ["", "ABCD", "?" * 52, "A" * 53])
def test_what_is_no_recovery_code_is_refused(typed: str):
    with pytest.raises(sealing.CodeError):
        sealing.pair_of_recovery(typed)


def test_a_code_leads_to_one_mailbox_and_its_pair_opens_answers():
    salt, code = bytes(16), "1234567890123456"
    mailbox = sealing.mailbox_of(code, salt)
    assert sealing.mailbox_of(code, salt) == mailbox
    assert sealing.mailbox_of("1234567890123457", salt).lookup != mailbox.lookup
    assert sealing.mailbox_of(code, bytes(15) + b"\x01").lookup != mailbox.lookup
    sealed = sealing.seal_box(mailbox.pair.public, b"jawaban")
    assert sealing.open_box(mailbox.pair, sealed) == b"jawaban"


def test_codes_are_sixteen_digits_shown_in_groups_and_read_in_any_spacing():
    code = sealing.new_code()
    assert len(code) == sealing.CODE_DIGITS
    assert code.isdigit()
    shown = sealing.grouped(code)
    assert shown.count(" ") == 3
    for typed in (shown, shown.replace(" ", "-"), f" {code} "):
        assert sealing.read_code(typed) == code


@pytest.mark.parametrize("typed", ["", "123", "1" * 17, "١" * 16, "12345678901234a6"])
def test_what_is_no_code_is_refused(typed: str):
    with pytest.raises(sealing.CodeError):
        sealing.read_code(typed)


def test_private_halves_stay_out_of_representations():
    pair = sealing.new_pair()
    assert pair.private.hex() not in repr(pair)
    assert str(pair.private) not in repr(pair)
    assert "private" not in repr(sealing.mailbox_of("1" * 16, bytes(16)))
