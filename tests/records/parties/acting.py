"""Acts on the parties of a case that several tests share."""

from datetime import datetime

from netra.domain.access import Actor
from netra.records.cases.models import Case
from netra.records.parties import actions
from netra.records.parties.actions.replacing import Replaced
from netra.records.parties.content import PartyContent, RespondentContent
from netra.records.parties.models import JoinedReport, Party
from netra.records.reports.models import Report
from tests import people

SEEN = PartyContent(
    kind=Party.Kind.WITNESS,
    source=Party.Source.OFFICE,
    name="Joko Contohsaksi",
    address="Jalan Contoh 12",
    phone="0800000012",
    occupation="pedagang contoh",
    knows="DATA CONTOH. Melihat terlapor di panggung.",
)
RIGHT = RespondentContent(
    name="Bagus Contohbenar",
    workplace="Kantor Contoh Kota Semarang",
    post="penyusun contoh",
    employment_class="pns",
)
MARKED = RespondentContent(marks="DATA CONTOH. Bertopi biru, tinggi, naik motor.")
REASON = "DATA CONTOH. Alasan yang dicatat."


def named(case: Case, cast: people.Cast, content: PartyContent = SEEN) -> Party:
    """Enter somebody as Budi."""
    return actions.name_party(
        case=case,
        content=content,
        actor=people.as_actor(cast.budi),
        at=people.WRITTEN_AT,
    )


def replaced(
    case: Case,
    cast: people.Cast,
    *,
    content: RespondentContent = RIGHT,
    at: datetime = people.WRITTEN_AT,
) -> Replaced:
    """Put the right person in place of the first respondent, as Budi."""
    return actions.replace_respondent(
        case=case,
        respondent=case.respondents.first(),
        content=content,
        reason=REASON,
        actor=people.as_actor(cast.budi),
        at=at,
    )


def joined(
    case: Case, report: Report, *, actor: Actor, same: bool = True
) -> JoinedReport:
    """Join a report; its one respondent is the first of the case, or somebody new."""
    first = case.respondents.first()
    one = report.respondents.get()
    return actions.join_report(
        case=case,
        report=report,
        people={one.pk: first.pk if same else 0},
        reason=REASON,
        actor=actor,
        at=people.WRITTEN_AT,
    )
