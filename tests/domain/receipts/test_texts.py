"""A receipt has one written form, which fits a QR code and names nobody."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netra.domain.receipts import (
    Kind,
    Purpose,
    Receipt,
    UnreadableReceiptError,
    found_in,
    read,
)
from tests.domain.receipts import made

NUMBERS = st.text(min_size=1, max_size=80).filter(
    lambda text: text.encode("utf-8", "ignore").decode() == text
)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
MOMENTS = st.datetimes(
    min_value=datetime(1000, 1, 2),  # noqa: DTZ001 # the strategy wants them bare
    max_value=datetime(9999, 12, 30),  # noqa: DTZ001
    timezones=OFFSETS,
).map(lambda moment: moment.replace(microsecond=0))
RECEIPTS = st.builds(
    Receipt,
    purpose=st.just(Purpose.REAL),
    kind=st.sampled_from(Kind),
    number=NUMBERS,
    received_at=MOMENTS,
    digest=st.binary(min_size=32, max_size=32).map(bytes.hex),
)


def test_the_text_tells_what_it_is_before_any_key() -> None:
    shown = made.text()
    head = "NETRA1.TERIMA.LAPORAN.013/LP/PG/Kota/33.74/X/2024.20241030T154005+0700."
    assert shown.startswith(head)
    assert len(shown) < 270


@settings(deadline=None)
@given(RECEIPTS)
def test_what_is_written_is_read_again(receipt: Receipt) -> None:
    signed = made.SIGNER.sign(receipt)
    assert read(signed.text) == signed
    assert read(signed.text).receipt == receipt


def test_a_text_broken_into_lines_is_the_same_text() -> None:
    broken = "\r\n  ".join(re.findall(".{1,40}", made.text())) + "\n"
    assert read(broken).text == made.text()


def test_a_number_with_strange_signs_is_escaped_so_that_no_chat_alters_it() -> None:
    shown = made.text(number="7 *tebal*/Kab. “Contoh”")
    assert re.fullmatch(r"[A-Za-z0-9/%.+~_-]+", shown)
    assert read(shown).receipt.number == "7 *tebal*/Kab. “Contoh”"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NETRA1",
        "https://netra.example/periksa/AB/",
        made.text().lower(),
        made.text() + "A",
        made.text()[:-1],
        made.text().replace("NETRA1", "NETRA2"),
        made.text().replace("LAPORAN", "INFORMASI"),
        made.text().replace("20241030", "20241330"),
        made.text().replace("+0700", "+2500"),
        made.text().replace("013/", "%3013/"),
        made.text().replace("013/", "%FF13/"),
        "x" * 100_000,
    ],
)
def test_what_is_no_receipt_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableReceiptError):
        read(text)


@pytest.mark.parametrize(
    "changes",
    [
        {"received_at": made.RECEIVED_AT.replace(tzinfo=None)},
        {"received_at": datetime(2024, 10, 30, 15, 40, 0, 5, tzinfo=UTC)},
        {"received_at": datetime(24, 10, 30, tzinfo=UTC)},
        {"number": ""},
        {"number": "1" * 81},
        {"digest": "ab"},
        {"digest": "A" * 64},
    ],
)
def test_what_has_no_single_form_is_not_written(changes) -> None:
    with pytest.raises(ValueError, match=r"^a (receipt|number|digest) "):
        made.receipt(**changes)


def test_receipts_are_found_in_a_longer_text_once_each() -> None:
    other = made.text(kind=Kind.COMPLETION)
    page = f"Tanda terima:\n{made.text()}\nlagi {made.text()}\n{other}"
    assert found_in(page) == (made.text(), other)
    assert found_in("tidak ada") == ()


def test_an_error_has_two_texts_and_tells_no_number() -> None:
    with pytest.raises(UnreadableReceiptError) as caught:
        read(made.text().lower())
    assert "NETRA1" in caught.value.reader_message
    assert made.NUMBER.lower() not in str(caught.value) + caught.value.reader_message
