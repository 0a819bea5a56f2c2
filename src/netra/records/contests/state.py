"""The kept state of contests, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.records.contests.models import Contest
from netra.records.ledger.replaying import Kept, Text


def contest_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every contest with its sides and entered stages."""
    for contest in Contest.objects.prefetch_related("sides", "stages"):
        fields: dict[str, Kept] = {
            "election": contest.election,
            "region": contest.region,
            "kind": contest.kind,
        }
        for side in contest.sides.all():
            fields[f"side/{side.pk}/kind"] = side.kind
            fields[f"side/{side.pk}/name"] = Text(value=side.name)
            fields[f"side/{side.pk}/number"] = side.number
        for stage in contest.stages.all():
            fields[f"stage/{stage.key}/start_on"] = stage.start_on.isoformat()
            fields[f"stage/{stage.key}/end_on"] = stage.end_on.isoformat()
            fields[f"stage/{stage.key}/basis"] = stage.basis
        yield contest.ledger_subject, fields
