"""Who must not stand in an open text of a matter.

Nothing here is shown or logged: the identities are compared with texts and thrown away.
"""

import re
from collections.abc import Iterable, Iterator

from netra.domain.packs import Identity, Mark, marks_of
from netra.records.access import revealed
from netra.records.cases.models import Case
from netra.records.observations.models import Finding, Tracing
from netra.records.packs.models import Redaction
from netra.records.parties.models import JoinedReport
from netra.records.referrals.models import Referral
from netra.records.reports.models import Attorney, Report, Reporter, Respondent

_STREETS = re.compile(r"\d|^\s*(?:jalan|jl)\b", re.IGNORECASE)


def marks_for(
    referral: Referral, respondents: Iterable[Respondent]
) -> tuple[Mark, ...]:
    """Return what may not stand in the open texts of a referral.

    Args:
        referral: With its matter.
        respondents: Those the texts are about; whoever else is a respondent of the
            matter, or was cleared, is concealed as a witness is.
    """
    about = [person for person in respondents if person.cleared_at is None]
    spared = [
        text
        for person in about
        for text in (person.name, person.post, person.workplace)
    ]
    kept = referral.redactions.filter(kind=Redaction.Kind.SPARE)
    spared += [row.passage for row in kept]
    known = {person.pk for person in about}
    identities = [*_of_matter(referral.matter), *_of_others(referral, known)]
    found: dict[tuple[str, str], Mark] = {}
    for identity in identities:
        for mark in marks_of(identity, spared):
            found.setdefault((mark.kind, mark.text), mark)
    return tuple(found.values())


def _of_matter(matter: Case | Tracing) -> Iterator[Identity]:
    if isinstance(matter, Tracing):
        yield from _of_tracing(matter)
        return
    origin = matter.origin
    if isinstance(origin, Finding):
        yield from _of_finding(origin)
    else:
        yield from _of_report(origin)
    joined = JoinedReport.objects.filter(case=matter).select_related("report")
    for row in joined:
        yield from _of_report(row.report)
    for party in matter.parties.all():
        yield Identity(
            names=(party.name,), phones=(party.phone,), addresses=(party.address,)
        )


def _of_report(report: Report) -> Iterator[Identity]:
    for reporter in Reporter.objects.filter(report=report):
        yield Identity(
            names=(reporter.name,),
            phones=(reporter.phone,),
            emails=(reporter.email,),
            addresses=(reporter.address,),
            others=(reporter.birth_on,),
        )
    for attorney in Attorney.objects.filter(report=report):
        yield Identity(
            names=(attorney.name,),
            phones=(attorney.phone,),
            emails=(attorney.email,),
            addresses=(attorney.address,),
        )
    for witness in report.witnesses.all():
        yield Identity(
            names=(witness.name,), phones=(witness.phone,), addresses=(witness.address,)
        )


def _of_finding(finding: Finding) -> Iterator[Identity]:
    if finding.tracing is not None:
        yield from _of_tracing(finding.tracing)
    if finding.observation is not None:
        yield from _told(finding.observation.witnesses)


def _of_tracing(tracing: Tracing) -> Iterator[Identity]:
    for step in tracing.steps.all():
        yield from _told(step.asked)


def _told(text: str) -> Iterator[Identity]:
    """Read people out of free words: pieces with a number are addresses."""
    pieces = [piece.strip() for piece in re.split(r"[,;\n]", text) if piece.strip()]
    if pieces:
        yield Identity(
            names=tuple(p for p in pieces if not _STREETS.search(p)),
            addresses=tuple(p for p in pieces if _STREETS.search(p)),
            phones=tuple(p for p in pieces if _STREETS.search(p)),
        )


def _of_others(referral: Referral, known: set[int]) -> Iterator[Identity]:
    for person in _everybody(referral.matter):
        if person.pk not in known:
            yield Identity(
                names=(revealed(person.name),),
                phones=(revealed(person.phone),),
                addresses=(revealed(person.address),),
            )


def _everybody(matter: Case | Tracing) -> Iterator[Respondent]:
    """Yield who is or was a respondent, also whoever was named by mistake."""
    if isinstance(matter, Case) and matter.report_id is not None:
        yield from Respondent.every.filter(report=matter.report_id)
        return
    origin = matter.origin if isinstance(matter, Case) else matter
    yield from Respondent.every.filter(
        **{"findings" if isinstance(origin, Finding) else "tracings": origin}
    )
