"""The time zone of a place, by the province its region code begins with.

Source: Keppres 41/1987 as listed in `data/timezones.csv`.
"""

import csv
import re
from functools import cache
from zoneinfo import ZoneInfo

from .errors import UnknownRegionError
from .tables import DATA

_CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2})?)?", re.ASCII)


@cache
def _provinces() -> dict[str, tuple[str, ZoneInfo]]:
    with (DATA / "timezones.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["province_code"]: (row["zone"], ZoneInfo(row["iana"]))
            for row in csv.DictReader(file)
        }


def _province(region_code: str) -> tuple[str, ZoneInfo]:
    if not _CODE.fullmatch(region_code):
        raise UnknownRegionError(region_code)
    found = _provinces().get(region_code[:2])
    if found is None:
        raise UnknownRegionError(region_code)
    return found


def zone_of(region_code: str) -> ZoneInfo:
    """Return the zone of a region code (`19`, `19.06` or `19.06.01`).

    Raises:
        UnknownRegionError: misshapen, or of no known province.
    """
    return _province(region_code)[1]


def zone_label(region_code: str) -> str:
    """Return `WIB`, `WITA` or `WIT`.

    Raises:
        UnknownRegionError: misshapen, or of no known province.
    """
    return _province(region_code)[0]
