"""The kept state of issued papers, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.records.documents.models import IssuedPaper, matter_facts
from netra.records.ledger.replaying import Kept


def paper_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every issued paper with its hash."""
    for paper in IssuedPaper.objects.all():
        yield (
            paper.ledger_subject,
            {
                "kind": paper.kind,
                "format": paper.format,
                **matter_facts(paper),
                "sha256": paper.sha256,
            },
        )
