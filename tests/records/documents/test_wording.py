"""Days, moments and sizes as Indonesian papers write them."""

from datetime import UTC, date, datetime, tzinfo

import pytest

from netra.records.documents import wording
from netra.records.documents.errors import PaperContentError
from tests.records.documents import pieces


def test_days_and_moments_are_written_in_indonesian() -> None:
    assert wording.long_date(date(2024, 2, 29)) == "29 Februari 2024"
    assert wording.long_day(date(2024, 11, 27)) == "Rabu, 27 November 2024"
    at = datetime(2025, 8, 9, 6, 5, tzinfo=pieces.WIT)
    assert wording.stamp(at) == "9 Agustus 2025, pukul 06.05 WIT"
    assert wording.long_moment(at) == "Sabtu, 9 Agustus 2025, pukul 06.05 WIT"


@pytest.mark.parametrize("zone", [UTC, None])
def test_a_moment_outside_the_three_zones_is_refused(zone: tzinfo | None) -> None:
    with pytest.raises(PaperContentError):
        wording.long_moment(datetime(2025, 8, 9, 6, 5, tzinfo=zone))


@pytest.mark.parametrize(
    ("size_bytes", "words"),
    [
        (0, "0 byte"),
        (999, "999 byte"),
        (1000, "1,0 kB"),
        (412_300, "412,3 kB"),
        (2_431_877, "2,4 MB"),
    ],
)
def test_sizes_have_a_decimal_comma(size_bytes: int, words: str) -> None:
    assert wording.file_size(size_bytes) == words


def test_paragraphs_part_at_blank_lines_only() -> None:
    assert wording.paragraphs("a\nb\r\n \r\nc\n\n\n") == ["a\nb", "c"]
    assert wording.paragraphs("") == []
