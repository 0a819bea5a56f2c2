"""The kept state of the proof, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.domain.ledger.entries import moment_text
from netra.records.cases.models import Allegation
from netra.records.ledger.replaying import Kept, Text
from netra.records.proof.models import (
    ElementFinding,
    OfficeElement,
    ProofTie,
    proof_subject,
)


def proof_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield the elements of offices, and what proves each allegation."""
    for element in OfficeElement.objects.all():
        yield (
            element.ledger_subject,
            {
                "office": str(element.office_id),
                "norm": element.norm,
                "text": Text(value=element.text),
                "added_at": moment_text(element.added_at),
            },
        )
    rows = Allegation.objects.prefetch_related("element_findings", "proof_ties")
    for row in rows:
        fields: dict[str, Kept] = {}
        for finding in row.element_findings.all():
            fields |= _finding(finding)
        for tie in row.proof_ties.all():
            fields |= _tie(tie)
        if fields:
            yield proof_subject(row.pk), fields


def _finding(row: ElementFinding) -> dict[str, Kept]:
    base = f"finding/{row.element}"
    return {
        f"{base}/judgement": row.judgement,
        f"{base}/why": Text(value=row.why),
        f"{base}/account": str(row.judged_by_id),
    }


def _tie(row: ProofTie) -> dict[str, Kept]:
    base = f"tie/{row.pk}"
    return {
        f"{base}/element": row.element,
        f"{base}/exhibit": str(row.exhibit_id) if row.exhibit_id else None,
        f"{base}/gathered": str(row.gathered_id) if row.gathered_id else None,
        f"{base}/who": row.who or None,
        f"{base}/speaks": row.speaks,
        f"{base}/note": Text(value=row.note),
        f"{base}/account": str(row.tied_by_id),
    }
