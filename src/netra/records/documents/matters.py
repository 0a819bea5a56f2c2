"""What a paper is about: a report or what supervision found, and what came of it."""

from dataclasses import dataclass

from netra.domain.law import Paper
from netra.records.cases.models import Case
from netra.records.documents.errors import PaperContentError
from netra.records.observations.models import Finding, Observation, Tracing
from netra.records.referrals.models import Referral
from netra.records.reports.models import Report

Subject = Report | Finding | Tracing | Observation
AboutPaper = Subject | Case | Referral

_OF_ORIGIN = (Paper.OBSERVATION_REPORT, Paper.TRACING_REPORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """The matter of a paper; one of report, finding, tracing and observation is set.

    A paper of a case is also one of its report or finding, a referral letter one of
    its case or tracing. `about` is the ledger's subject of a row inside the case.
    """

    report: Report | None = None
    finding: Finding | None = None
    tracing: Tracing | None = None
    observation: Observation | None = None
    case: Case | None = None
    referral: Referral | None = None
    about: str = ""

    @property
    def subject(self) -> Subject:
        """What the office handles; gives office, region and place.

        Raises:
            PaperContentError: nothing is set.
        """
        found = self.report or self.finding or self.tracing or self.observation
        if found is None:
            raise PaperContentError("a paper needs a matter")
        return found


def matter_of(about: AboutPaper, kind: Paper) -> Matter:
    """Return the matter of a paper.

    Args:
        about: What it is asked for. The report on an observation or tracing may be
            asked for by the finding or case that came of it.
        kind: Which paper.
    """
    if isinstance(about, Referral):
        return _of_referral(about)
    if isinstance(about, Case):
        finding = about.finding
        if finding is not None and kind in _OF_ORIGIN:
            return _of_origin(finding)
        return Matter(report=about.report, finding=finding, case=about)
    if isinstance(about, Finding):
        if kind in _OF_ORIGIN:
            return _of_origin(about)
        return Matter(finding=about, case=Case.objects.filter(finding=about).first())
    return _of_source(about)


def _of_source(about: Report | Tracing | Observation) -> Matter:
    if isinstance(about, Tracing):
        return Matter(tracing=about)
    if isinstance(about, Observation):
        return Matter(observation=about)
    return Matter(report=about, case=Case.objects.filter(report=about).first())


def _of_referral(referral: Referral) -> Matter:
    case = referral.case
    if case is None:
        return Matter(tracing=referral.tracing, referral=referral)
    return Matter(
        report=case.report, finding=case.finding, case=case, referral=referral
    )


def _of_origin(finding: Finding) -> Matter:
    return Matter(tracing=finding.tracing, observation=finding.observation)
