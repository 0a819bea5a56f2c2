"""The facts of the proof, and its leaving with an allegation that is taken back."""

from datetime import datetime

from netra.domain.access import Actor
from netra.domain.ledger import Fact
from netra.records.cases.models import Allegation
from netra.records.ledger import actions as ledger
from netra.records.proof.models import ElementFinding, ProofTie, proof_subject

_FINDING = ("judgement", "why", "account")
_TIE = ("element", "exhibit", "gathered", "who", "speaks", "note", "account")


def finding_facts(row: ElementFinding) -> dict[str, Fact]:
    """Return the facts about the judgement of an element."""
    base = f"finding/{row.element}"
    return {
        f"{base}/judgement": str(row.judgement),
        f"{base}/why": ledger.commit_text(row.why),
        f"{base}/account": str(row.judged_by_id),
    }


def tie_facts(row: ProofTie) -> dict[str, Fact]:
    """Return the facts about a tie."""
    base = f"tie/{row.pk}"
    return {
        f"{base}/element": row.element,
        f"{base}/exhibit": str(row.exhibit_id) if row.exhibit_id else None,
        f"{base}/gathered": str(row.gathered_id) if row.gathered_id else None,
        f"{base}/who": row.who or None,
        f"{base}/speaks": str(row.speaks),
        f"{base}/note": ledger.commit_text(row.note),
        f"{base}/account": str(row.tied_by_id),
    }


def gone_facts(row: ProofTie) -> dict[str, Fact]:
    """Return the facts about a tie that is loosened."""
    return {f"tie/{row.pk}/{part}": None for part in _TIE}


def leave_with(allegation: Allegation, actor: Actor, at: datetime) -> None:
    """Delete what proves an allegation that is taken back; runs inside that act."""
    gone: dict[str, Fact] = {}
    for tie in allegation.proof_ties.all():
        gone |= gone_facts(tie)
    for row in allegation.element_findings.all():
        gone |= {f"finding/{row.element}/{part}": None for part in _FINDING}
    if not gone:
        return
    allegation.proof_ties.all().delete()
    allegation.element_findings.all().delete()
    subject = proof_subject(allegation.pk)
    ledger.append("proof.taken_back", subject, actor=actor, at=at, facts=gone)
