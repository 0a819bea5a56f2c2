"""A container opens for its recipients alone, and only as it was made."""

import pytest

from netra.domain import sealing

LARGE = bytes(range(256)) * 5000


def sealed(*pairs: sealing.KeyPair, content: bytes = b"isi contoh") -> bytes:
    return b"".join(
        sealing.seal_container(
            pack="001/1",
            part="open",
            recipients=[pair.public for pair in pairs],
            pieces=[content[:7], content[7:]],
        )
    )


def opened(pair: sealing.KeyPair, container: bytes) -> bytes:
    pieces = (container[n : n + 1000] for n in range(0, len(container), 1000))
    _head, parts = sealing.open_container(pair, pieces)
    return b"".join(parts)


@pytest.mark.parametrize("content", [b"", b"x", b"isi contoh", LARGE])
def test_every_recipient_opens_what_was_sealed(content: bytes) -> None:
    one, two = sealing.new_pair(), sealing.new_pair()
    container = sealed(one, two, content=content)
    assert opened(one, container) == opened(two, container) == content


def test_the_head_says_for_which_keys_and_names_nobody() -> None:
    pair = sealing.new_pair()
    head, _parts = sealing.open_container(pair, [sealed(pair)])
    assert head.recipients == (sealing.fingerprint_of(pair.public),)
    assert (head.pack, head.part) == ("001/1", "open")


def test_another_key_opens_nothing() -> None:
    with pytest.raises(sealing.WrongKeyError):
        opened(sealing.new_pair(), sealed(sealing.new_pair()))


def test_a_head_that_was_altered_opens_nothing() -> None:
    pair = sealing.new_pair()
    container = sealed(pair).replace(b'"001/1"', b'"001/2"')
    with pytest.raises(sealing.WrongKeyError):
        opened(pair, container)


@pytest.mark.parametrize("place", [-1, -40])
def test_an_altered_part_opens_nothing(place: int) -> None:
    pair = sealing.new_pair()
    container = bytearray(sealed(pair))
    container[place] ^= 1
    with pytest.raises(sealing.WrongKeyError):
        opened(pair, bytes(container))


def test_a_container_cut_off_is_seen() -> None:
    pair = sealing.new_pair()
    container = sealed(pair, content=LARGE)
    with pytest.raises(sealing.SealingError):
        opened(pair, container[:-10])
    with pytest.raises(sealing.SealingError):
        opened(pair, container[: len(container) // 2])


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"netra-pack 2\n0000"])
def test_another_file_is_no_container(content: bytes) -> None:
    with pytest.raises(sealing.ContainerError):
        opened(sealing.new_pair(), content)


def test_a_container_needs_a_recipient() -> None:
    with pytest.raises(sealing.ContainerError):
        sealed()


def test_a_key_file_opens_with_its_phrase_alone() -> None:
    text, pair = sealing.new_key_file("kalimat contoh panjang")
    assert sealing.open_key_file(text, "kalimat contoh panjang") == pair
    with pytest.raises(sealing.WrongKeyError):
        sealing.open_key_file(text, "kalimat contoh lain")
    with pytest.raises(sealing.KeyFileError):
        sealing.open_key_file("{}", "kalimat contoh panjang")


def test_a_short_phrase_makes_no_key() -> None:
    with pytest.raises(sealing.ShortPhraseError):
        sealing.new_key_file("pendek")


@pytest.mark.parametrize("typed", ["", "netra-body-key-1:", "netra-body-key-1:AAAA"])
def test_what_is_no_public_key_is_refused(typed: str) -> None:
    with pytest.raises(sealing.KeyFileError):
        sealing.read_public_line(typed)


def test_a_public_line_survives_line_breaks() -> None:
    pair = sealing.new_pair()
    line = sealing.public_line(pair.public)
    assert sealing.read_public_line(f" {line[:20]}\n{line[20:]} ") == pair.public
