"""Reading regions, from the table or from the file that fills it."""

import csv
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.db.models import QuerySet

from netra.records.regions.errors import UnknownRegionError
from netra.records.regions.models import Region

DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=1)
def official_codes() -> Mapping[str, str]:
    """Return code → name of every region in the file, without the database."""
    with (DATA / "regions.csv").open(encoding="utf-8", newline="") as rows:
        return {row["code"]: row["name"] for row in csv.DictReader(rows)}


def require_code(code: str) -> str:
    """Return `code` when it is an official one.

    Raises:
        UnknownRegionError: no region has this code.
    """
    if code not in official_codes():
        raise UnknownRegionError(code)
    return code


def name_of(code: str) -> str:
    """Return the name of a region, or "Indonesia" for the code of the nation."""
    return official_codes().get(code, "Indonesia" if code == "" else code)


def provinces() -> QuerySet[Region]:
    """Return the provinces in order of their code."""
    return Region.objects.filter(kind=Region.Kind.PROVINCE)


def beneath(code: str) -> QuerySet[Region]:
    """Return the regions directly beneath `code`, by name."""
    return Region.objects.filter(parent_id=code).order_by("name")
