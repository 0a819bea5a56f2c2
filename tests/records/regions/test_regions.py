"""All regions of the country, with their parents and zones."""

from collections import Counter

import pytest

from netra.records.regions.actions import load_regions
from netra.records.regions.errors import UnknownRegionError
from netra.records.regions.models import Region
from netra.records.regions.queries import (
    beneath,
    name_of,
    official_codes,
    provinces,
    require_code,
)

pytestmark = pytest.mark.django_db


def test_every_region_of_the_file_is_there() -> None:
    tiers = Counter(len(c) for c in Region.objects.values_list("code", flat=True))
    assert tiers == {2: 38, 5: 514, 8: 7285}


def test_loading_again_changes_nothing() -> None:
    before = set(Region.objects.values_list("code", "name", "parent_id", "zone"))
    assert load_regions() == len(before)
    after = set(Region.objects.values_list("code", "name", "parent_id", "zone"))
    assert after == before


def test_loading_again_mends_what_was_edited_by_hand() -> None:
    Region.objects.filter(pk="33.74").update(name="Kota Lain")
    load_regions()
    assert Region.objects.get(pk="33.74").name == "Kota Semarang"


def test_a_code_begins_with_that_of_its_parent() -> None:
    wrong = [
        region.code
        for region in Region.objects.exclude(parent=None)
        if not region.code.startswith(f"{region.parent_id}.")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("19.06", "Asia/Jakarta"),
        ("51.71", "Asia/Makassar"),
        ("91.71", "Asia/Jayapura"),
        ("61.71", "Asia/Jakarta"),
        ("64.72", "Asia/Makassar"),
    ],
)
def test_each_place_has_the_zone_of_its_province(code: str, zone: str) -> None:
    assert Region.objects.get(pk=code).zone == zone


def test_regions_say_what_they_are() -> None:
    names = [
        Region.objects.get(pk=code).full_name for code in ("19", "33.74", "33.74.01")
    ]
    assert names == [
        "Provinsi Kepulauan Bangka Belitung",
        "Kota Semarang",
        "Kecamatan Semarang Tengah",
    ]


def test_what_lies_beneath_is_listed_by_name() -> None:
    assert provinces().count() == 38
    names = list(beneath("33.74").values_list("name", flat=True))
    assert len(names) == 16
    assert names == sorted(names)


def test_an_unknown_code_is_named() -> None:
    assert require_code("33.74") == "33.74"
    with pytest.raises(UnknownRegionError, match=r"'99\.99'") as caught:
        require_code("99.99")
    assert "19.06" in caught.value.reader_message


def test_names_need_no_database() -> None:
    assert name_of("33.74") == "Kota Semarang"
    assert name_of("") == "Indonesia"
    assert len(official_codes()) == 38 + 514 + 7285
