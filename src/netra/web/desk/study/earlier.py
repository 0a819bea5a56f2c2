"""Earlier cases of the same office in which the same name was decided.

Shown beside the study to who may read it, never written into it: the same name need
not be the same person, and an earlier case proves nothing of this one.
"""

from dataclasses import dataclass

from netra.domain.access import Action, Actor
from netra.records.cases import road
from netra.records.cases.models import Case, RespondentOutcome
from netra.records.cases.ties import cases_tied_to

_NEWEST = 500
"""Outcomes looked at; names are sealed, so each has to be opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierCase:
    """A decided case with a respondent of the same name, and what was found."""

    number: str
    pk: int
    person: int
    outcome: str


def earlier_cases(case: Case, actor: Actor) -> list[EarlierCase]:
    """Return the decided cases of the office that name a respondent of this one.

    Newest first; who was cleared is not among them, nor what the reader may not read.
    """
    wanted = {
        _plain(person.name): number
        for number, person in enumerate(case.respondents, start=1)
        if person.name.strip()
    }
    if not wanted:
        return []
    readable = Case.objects.visible_to(actor, Action.VIEW_EXHIBIT)
    readable = readable.exclude(pk__in=cases_tied_to(actor)).exclude(pk=case.pk)
    rows = RespondentOutcome.objects.filter(
        case__in=readable.filter(office=case.office).order_by().values("pk"),
        respondent__cleared_at__isnull=True,
    )
    newest = rows.select_related("case", "respondent").order_by("-id")[:_NEWEST]
    return [
        EarlierCase(
            number=row.case.number,
            pk=row.case_id,
            person=wanted[_plain(row.respondent.name)],
            outcome=_outcome(row),
        )
        for row in newest
        if _plain(row.respondent.name) in wanted
    ]


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _outcome(row: RespondentOutcome) -> str:
    known = road.procedure_of(row.case).outcomes.get(row.outcome)
    return known.title if known else row.outcome
