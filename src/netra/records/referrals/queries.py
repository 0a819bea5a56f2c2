"""To whom the outcomes of a case go on a day."""

from dataclasses import dataclass
from datetime import date, datetime

from netra.domain.law import LawError, Procedure, Route, route, zone_of
from netra.records.accounts.models import OutsideBody
from netra.records.accounts.queries import body_for
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.law.queries import law
from netra.records.observations.models import Tracing
from netra.records.reports.models import Respondent

REPORTER = "reporter"
NEUTRALITY = "other_law_asn"
"""Outcome of a traced matter: what the routes call neutrality of civil servants."""


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


def local_day(matter: Case | Tracing, at: datetime) -> date:
    """Return the local day of the place of the matter."""
    return at.astimezone(zone_of(matter.place_region)).date()


def procedure_on(matter: Case | Tracing, at: datetime) -> Procedure:
    """Return the procedure of a case, or the one a tracing would run under that day."""
    if isinstance(matter, Case):
        return road.procedure_of(matter)
    return law().procedure_for(matter.contest.election, local_day(matter, at))


def planned_referrals(case: Case, at: datetime) -> list[PlannedReferral]:
    """Return the letters due on this day, one an authority and outcome.

    Raises:
        NoRouteError: an outcome has no addressee for a class on this day.
    """
    rows = case.outcomes.select_related("respondent")
    return _planned(case, [(row.respondent, row.outcome) for row in rows], at)


def planned_for_tracing(tracing: Tracing, at: datetime) -> list[PlannedReferral]:
    """Return the letters due when a traced matter goes on without registration.

    Raises:
        NoRouteError: a class has no addressee on this day, or is not entered yet.
    """
    people = tracing.respondents.all()
    return _planned(tracing, [(person, NEUTRALITY) for person in people], at)


def _planned(
    matter: Case | Tracing, outcomes: list[tuple[Respondent, str]], at: datetime
) -> list[PlannedReferral]:
    kind, on = procedure_on(matter, at).election_kind, local_day(matter, at)
    groups: dict[tuple[str, str], tuple[Route, list[Respondent]]] = {}
    for person, outcome in outcomes:
        found = route(law(), person.employment_class, outcome, on, kind)
        if found.to != REPORTER:
            group = groups.setdefault((found.to, outcome), (found, []))
            group[1].append(person)
    return [
        PlannedReferral(
            route=found,
            body=body_for(found.to, matter.region),
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
