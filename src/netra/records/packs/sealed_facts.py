"""What the sealed part tells: who reported, who acts for them, who saw it.

Only called while a sealed part is written for an approved need; making it has been
entered with the reason before.
"""

from collections.abc import Mapping
from typing import Any

from netra.records.cases.models import Case
from netra.records.observations.models import Finding, GatheredExhibit
from netra.records.parties.models import JoinedReport
from netra.records.referrals.models import Referral
from netra.records.reports.models import Attorney, Exhibit, Report, Reporter

Told = Mapping[str, Any]


def sealed_facts(referral: Referral) -> Told:
    """Return identities and the names that files bore, ready to be written as JSON.

    What a tracing asked of whom is never among them: nobody is told who gave
    information.
    """
    matter = referral.matter
    if not isinstance(matter, Case):
        return {"referral": referral.number, "reports": [], "parties": []}
    return {
        "referral": referral.number,
        "matter": matter.number,
        "reports": [_report(report) for report in _reports(matter)],
        "parties": [
            {"kind": p.get_kind_display(), **_sealed(p, p.SEALED)}
            for p in matter.parties.filter(dropped_at__isnull=True)
        ],
        "witnesses_of_the_finding": _witnesses_of(matter.finding),
        "files": [
            {"place": place, "name_given": row.name, "sha256": row.blob_id}
            for place, row in enumerate(_exhibits(matter), 1)
        ],
    }


def _reports(case: Case) -> list[Report]:
    own = [case.report] if case.report else []
    joined = JoinedReport.objects.filter(case=case, split_at__isnull=True)
    return own + [row.report for row in joined.select_related("report")]


def _exhibits(case: Case) -> list[Exhibit | GatheredExhibit]:
    return list(case.exhibits.all())


def _report(report: Report) -> Told:
    reporter = Reporter.objects.filter(report=report).first()
    attorney = Attorney.objects.filter(report=report).first()
    return {
        "number": report.number,
        "reporter": _sealed(reporter, Reporter.FIELDS) if reporter else None,
        "attorney": _sealed(attorney, Attorney.FIELDS) if attorney else None,
        "witnesses": [
            _sealed(witness, ("name", "address", "phone"))
            for witness in report.witnesses.all()
        ],
    }


def _witnesses_of(finding: Finding | None) -> str:
    if finding is None or finding.observation is None:
        return ""
    return finding.observation.witnesses


def _sealed(row: object, names: tuple[str, ...]) -> Told:
    return {name: getattr(row, name) for name in names if getattr(row, name)}
