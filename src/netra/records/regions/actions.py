"""Filling the table of regions from the official file."""

import csv

from django.db import transaction

from netra.records.regions.models import Region
from netra.records.regions.queries import DATA


@transaction.atomic
def load_regions() -> int:
    """Bring the table up to the file; can run twice. Return how many rows it holds.

    Regions are reference data of the installation, loaded by a command before any
    account exists, so there is no actor and no ledger entry.
    """
    with (DATA / "timezones.csv").open(encoding="utf-8", newline="") as rows:
        zones = {row["province_code"]: row["iana"] for row in csv.DictReader(rows)}
    with (DATA / "regions.csv").open(encoding="utf-8", newline="") as rows:
        regions = [
            Region(
                code=row["code"],
                name=row["name"],
                kind=row["type"],
                parent_id=row["parent"] or None,
                zone=zones[row["code"][:2]],
            )
            for row in csv.DictReader(rows)
        ]
    for depth in (2, 5, 8):
        Region.objects.bulk_create(
            [region for region in regions if len(region.code) == depth],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["name", "kind", "parent", "zone"],
            batch_size=2000,
        )
    return Region.objects.count()
