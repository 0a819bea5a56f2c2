"""The province decides the zone."""

import pytest

from netra.domain import law


@pytest.mark.parametrize(
    ("code", "label", "name"),
    [
        ("19", "WIB", "Asia/Jakarta"),
        ("19.06", "WIB", "Asia/Jakarta"),
        ("19.06.01", "WIB", "Asia/Jakarta"),
        ("51.03", "WITA", "Asia/Makassar"),
        ("63.71", "WITA", "Asia/Makassar"),
        ("91.71", "WIT", "Asia/Jayapura"),
        ("82", "WIT", "Asia/Jayapura"),
    ],
)
def test_a_region_has_the_zone_of_its_province(code, label, name) -> None:
    assert law.zone_label(code) == label
    assert law.zone_of(code).key == name


@pytest.mark.parametrize("code", ["99", "19.", "1906", "19.06.01.2001", "１９", "19\n"])
def test_a_code_of_no_province_is_an_error(code) -> None:
    with pytest.raises(law.UnknownRegionError) as caught:
        law.zone_of(code)
    assert caught.value.reader_message.startswith("Kode wilayah")
