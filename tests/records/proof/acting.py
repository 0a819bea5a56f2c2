"""Acts on the proof of an allegation that several tests share."""

from netra.records.cases import actions as cases
from netra.records.cases.models import Allegation, Case
from netra.records.evidence.actions import receive_blob
from netra.records.proof import actions
from netra.records.proof.models import ElementFinding, ProofTie
from netra.records.proof.queries import exhibits_in
from netra.records.reports import actions as reports
from netra.records.reports.models import Exhibit
from tests import people

WHY = "DATA CONTOH. Terlihat pada bukti dan dibenarkan saksi."
NOTE = "DATA CONTOH. Terlapor berdiri di panggung."


def evidenced(cast: people.Cast) -> Case:
    """Return a fresh case whose report has one piece of evidence and an identity card."""
    budi = people.as_actor(cast.budi)
    report = people.report_on(cast, "completion")
    for kind in (Exhibit.Kind.EVIDENCE, Exhibit.Kind.IDENTITY_CARD):
        content = [people.PNG, str(kind).encode()]
        reports.add_exhibit(
            report=report,
            blob=receive_blob(chunks=content, at=people.COMPLETED_AT),
            kind=kind,
            name="foto-wati.png",
            actor=cast.wati,
            at=people.COMPLETED_AT,
        )
    report = reports.complete_report(
        report=report, actor=cast.wati, at=people.COMPLETED_AT
    )
    report = reports.finish_completion_check(
        report=report,
        findings=people.findings(report),
        refusal_reason="",
        actor=budi,
        at=people.CHECKED_AT,
    )
    return cases.register_report(report=report, actor=budi, at=people.REGISTERED_AT)


def proven(cast: people.Cast) -> Allegation:
    """Return an allegation of a case under study whose report has evidence."""
    return people.alleged(evidenced(cast), cast)


def judged(
    allegation: Allegation, cast: people.Cast, element: str = "act"
) -> ElementFinding:
    """Hold that an element is met, as Budi."""
    return actions.judge_element(
        allegation=allegation,
        element=element,
        judgement=ElementFinding.Judgement.MET,
        why=WHY,
        actor=people.as_actor(cast.budi),
        at=people.WRITTEN_AT,
    )


def tied(
    allegation: Allegation,
    cast: people.Cast,
    source: str = "",
    element: str = "act",
) -> ProofTie:
    """Tie the first exhibit, or another source, to an element, as Budi."""
    return actions.tie_exhibit(
        allegation=allegation,
        element=element,
        source=source or first_exhibit(allegation.case),
        speaks=ProofTie.Speaks.FOR,
        note=NOTE,
        actor=people.as_actor(cast.budi),
        at=people.WRITTEN_AT,
    )


def first_exhibit(case: Case) -> str:
    """Return the key of the first exhibit of a case."""
    return exhibits_in(case)[0].key
