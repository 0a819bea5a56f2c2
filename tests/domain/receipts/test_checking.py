"""Forged, altered, replayed and sample receipts are refused by name."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netra.domain.receipts import (
    AlteredReceiptError,
    Claim,
    ForgedReceiptError,
    KeyRing,
    Kind,
    Purpose,
    ReceiptError,
    ReplayedReceiptError,
    SampleReceiptError,
    UnreadableReceiptError,
    verify,
)
from tests.domain.receipts import made

TEXT = made.text()
REFUSED = (UnreadableReceiptError, ForgedReceiptError, AlteredReceiptError)


def test_a_genuine_receipt_tells_what_was_received() -> None:
    proved = verify(TEXT, made.KEYS).receipt
    assert proved == made.receipt()


def test_a_receipt_of_an_unknown_key_is_forged() -> None:
    text = made.STRANGER.sign(made.receipt()).text
    with pytest.raises(ForgedReceiptError, match="not in the list"):
        verify(text, made.KEYS)


def test_a_receipt_that_only_names_a_known_key_is_altered() -> None:
    foreign = made.STRANGER.sign(made.receipt())
    text = replace(foreign, key_id=made.SIGNER.public.key_id).text
    with pytest.raises(AlteredReceiptError):
        verify(text, made.KEYS)


@pytest.mark.parametrize(
    "changes",
    [
        {"number": "014/LP/PG/Kota/33.74/X/2024"},
        {"received_at": made.RECEIVED_AT.replace(day=29)},
        {"kind": Kind.COMPLETION},
        {"digest": "0" * 64},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_changed_field_is_altered(changes) -> None:
    text = replace(made.SIGNER.sign(made.receipt()), receipt=made.receipt(**changes))
    with pytest.raises(AlteredReceiptError):
        verify(text.text, made.KEYS)


def test_a_sample_is_refused_as_a_sample() -> None:
    text = made.SAMPLER.sign(made.receipt(purpose=Purpose.SAMPLE)).text
    with pytest.raises(SampleReceiptError) as caught:
        verify(text, made.KEYS)
    assert "CONTOH" in caught.value.reader_message
    proved = verify(text, made.KEYS, Claim(sample_is_enough=True))
    assert proved.receipt.purpose is Purpose.SAMPLE


def test_a_sample_cannot_be_made_real() -> None:
    sample = made.SAMPLER.sign(made.receipt(purpose=Purpose.SAMPLE))
    with pytest.raises(AlteredReceiptError):
        verify(sample.text.replace("CONTOH", "TERIMA"), made.KEYS)
    unsigned = made.receipt().unsigned(made.SAMPLER.public.key_id)
    from netra.domain.receipts.keys import signed_bytes

    forced = made.SAMPLER._private.sign(signed_bytes(unsigned))
    text = replace(sample, receipt=made.receipt(), signature=forced).text
    with pytest.raises(ForgedReceiptError, match="purpose"):
        verify(text, made.KEYS)


def test_a_key_that_has_ended_signs_nothing_later() -> None:
    def ring(until: date) -> KeyRing:
        return KeyRing(keys=(replace(made.SIGNER.public, until=until),))

    assert verify(TEXT, ring(date(2024, 10, 30)))
    with pytest.raises(ForgedReceiptError, match="ended"):
        verify(TEXT, ring(date(2024, 10, 29)))


def test_a_receipt_supports_what_it_was_given_for() -> None:
    claim = Claim(
        number=made.NUMBER,
        kind=Kind.REPORT,
        entry=made.entry(),
        document=made.PHOTO,
    )
    assert verify(TEXT, made.KEYS, claim)
    assert verify(TEXT, made.KEYS, Claim(document=made.entry()))


@pytest.mark.parametrize(
    "claim",
    [
        Claim(number="014/LP/PG/Kota/33.74/X/2024"),
        Claim(kind=Kind.COMPLETION),
        Claim(entry=made.entry(kind="report.completed")),
        Claim(document=b"another file"),
        Claim(document=made.PHOTO),
        Claim(entry=made.entry(), document=b"another file"),
    ],
)
def test_a_genuine_receipt_shown_for_something_else_is_replayed(claim: Claim) -> None:
    with pytest.raises(ReplayedReceiptError):
        verify(TEXT, made.KEYS, claim)


@pytest.mark.parametrize(
    "entry",
    [
        made.entry(kind="report.completed"),
        made.entry(happened_at="2024-10-30T08:40:06Z"),
        made.entry(facts={"number": "1"}),
        made.entry(facts=[]),
        b"{}",
        b"\xff",
    ],
)
def test_an_entry_that_says_something_else_is_not_supported(entry: bytes) -> None:
    """Even when a careless office signed its hash."""
    text = made.text(digest=made.digest(entry))
    with pytest.raises(ReplayedReceiptError, match="something else"):
        verify(text, made.KEYS, Claim(entry=entry))


@settings(deadline=None)
@given(st.integers(0, len(TEXT.encode()) * 8 - 1))
def test_any_changed_bit_is_refused_by_name(place: int) -> None:
    raw = bytearray(TEXT.encode("ascii"))
    raw[place // 8] ^= 1 << place % 8
    with pytest.raises(REFUSED):
        verify(raw.decode("latin-1"), made.KEYS)


@settings(deadline=None)
@given(st.data())
def test_any_other_sign_is_refused_by_name(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(TEXT) - 1))
    signs = st.characters(exclude_categories=("Z", "C"), exclude_characters=TEXT[place])
    changed = TEXT[:place] + data.draw(signs) + TEXT[place + 1 :]
    with pytest.raises(REFUSED):
        verify(changed, made.KEYS)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_no_text_at_all_breaks_the_checking(text: str) -> None:
    with pytest.raises(ReceiptError):
        verify(text, made.KEYS)


@settings(deadline=None)
@given(st.binary(min_size=64, max_size=64))
def test_no_guessed_signature_fits(signature: bytes) -> None:
    guessed = replace(made.SIGNER.sign(made.receipt()), signature=signature)
    with pytest.raises(AlteredReceiptError):
        verify(guessed.text, made.KEYS)
