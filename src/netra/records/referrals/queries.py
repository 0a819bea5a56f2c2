"""To whom the outcomes of a case go on a day."""

from dataclasses import dataclass
from datetime import date, datetime

from netra.domain.law import LawError, Route, route, zone_of
from netra.records.accounts.models import OutsideBody
from netra.records.accounts.queries import body_for
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.law.queries import law
from netra.records.reports.models import Respondent

REPORTER = "reporter"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReferral:
    """One letter that is due, with the route that demands it."""

    route: Route
    body: OutsideBody | None
    outcome: str
    respondents: tuple[Respondent, ...]

    @property
    def addressee(self) -> str:
        """Name of the body in the installation, or of the authority by law."""
        return self.body.name if self.body else self.route.to_label


def local_day(case: Case, at: datetime) -> date:
    """Return the local day of the place of the case."""
    return at.astimezone(zone_of(case.place_region)).date()


def planned_referrals(case: Case, at: datetime) -> list[PlannedReferral]:
    """Return the letters due on this day, one an authority and outcome.

    Raises:
        NoRouteError: an outcome has no addressee for a class on this day.
    """
    kind = road.procedure_of(case).election_kind
    groups: dict[tuple[str, str], tuple[Route, list[Respondent]]] = {}
    for row in case.outcomes.select_related("respondent"):
        person = row.respondent
        found = route(
            law(), person.employment_class, row.outcome, local_day(case, at), kind
        )
        if found.to != REPORTER:
            group = groups.setdefault((found.to, row.outcome), (found, []))
            group[1].append(person)
    return [
        PlannedReferral(
            route=found,
            body=body_for(found.to, case.region),
            outcome=outcome,
            respondents=tuple(people),
        )
        for (_to, outcome), (found, people) in groups.items()
    ]


def has_addressees(case: Case) -> bool:
    """Say whether every outcome of a case had an addressee when it was decided."""
    decided = case.events.filter(key="outcome_decided").first()
    if decided is None:
        return False
    try:
        planned_referrals(case, decided.at)
    except LawError:
        return False
    return True
