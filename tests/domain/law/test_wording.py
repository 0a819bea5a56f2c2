"""Days are told in words."""

from datetime import date

import pytest

from netra.domain.law.wording import in_words, span_in_words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 1, 1), "1 Januari 2024"),
        (date(2024, 2, 29), "29 Februari 2024"),
        (date(2025, 8, 27), "27 Agustus 2025"),
        (date(2020, 12, 9), "9 Desember 2020"),
    ],
)
def test_a_day_is_told_with_the_name_of_its_month(day: date, words: str) -> None:
    assert in_words(day) == words


def test_an_open_side_of_a_span_is_an_ellipsis() -> None:
    assert span_in_words(None, date(2024, 9, 29)) == "… – 29 September 2024"
    assert span_in_words(date(2024, 9, 30), None) == "30 September 2024 – …"
