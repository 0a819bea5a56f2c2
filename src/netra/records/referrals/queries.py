"""To whom the outcomes of a case go on a day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from netra.domain.law import (
    Alternative,
    LawError,
    Procedure,
    Route,
    Status,
    route,
    zone_of,
)
from netra.records.accounts.models import OutsideBody
from netra.records.accounts.queries import body_for
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.law.queries import law
from netra.records.observations.models import Tracing
from netra.records.referrals.errors import (
    ChoiceReasonMissingError,
    NoSuchAlternativeError,
)
from netra.records.reports.models import Respondent
from netra.records.turns.queries import OWN_HEARING

REPORTER = "reporter"
NEUTRALITY = "other_law_asn"
"""Outcome of a traced matter: what the routes call neutrality of civil servants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenAddressee:
    """What a person confirmed: instead of whom, for which outcome, whom, and why."""

    instead_of: str
    outcome: str
    authority: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReferral:
    """One letter that is due, with the route that demands it.

    `choice` and `alternative` are set where a person confirmed another addressee; the
    table then says nothing of copies, channel and instrument.
    """

    route: Route
    body: OutsideBody | None
    outcome: str
    respondents: tuple[Respondent, ...]
    alternative: Alternative | None = None
    choice: ChosenAddressee | None = None

    @property
    def authority(self) -> str:
        """Id of the authority that is addressed."""
        return self.alternative.to if self.alternative else self.route.to

    @property
    def addressee(self) -> str:
        """Name of the body in the installation, or of the authority by law."""
        if self.body:
            return self.body.name
        return self.alternative.to_label if self.alternative else self.route.to_label

    @property
    def status(self) -> Status:
        """How sure the addressee is."""
        return self.alternative.status if self.alternative else self.route.status

    @property
    def copies(self) -> tuple[str, ...]:
        """Ids of the authorities that get a copy."""
        return () if self.alternative else self.route.copy_to

    @property
    def channel(self) -> str:
        """Words of the channel, empty where the table says nothing."""
        return "" if self.alternative else self.route.channel_label or ""

    @property
    def instrument(self) -> str:
        """Words of the instrument, empty where the table says nothing."""
        return "" if self.alternative else self.route.instrument_label or ""

    @property
    def basis(self) -> tuple[str, ...]:
        """Articles on which the addressee rests."""
        return () if self.alternative else self.route.basis


def with_choices(
    planned: Sequence[PlannedReferral],
    chosen: Sequence[ChosenAddressee],
    region: str,
) -> list[PlannedReferral]:
    """Return the letters with the addressees a person confirmed.

    Raises:
        NoSuchAlternativeError: the table does not offer what was chosen.
        ChoiceReasonMissingError: another addressee was chosen without a reason.
    """
    by_letter = {(one.instead_of, one.outcome): one for one in chosen}
    letters = {(plan.route.to, plan.outcome) for plan in planned}
    for key, one in by_letter.items():
        if key not in letters:
            raise NoSuchAlternativeError(one.authority)
    return [
        _confirmed(plan, by_letter.get((plan.route.to, plan.outcome)), region)
        for plan in planned
    ]


def _confirmed(
    plan: PlannedReferral, choice: ChosenAddressee | None, region: str
) -> PlannedReferral:
    if choice is None:
        return plan
    if not choice.reason.strip():
        raise ChoiceReasonMissingError
    offered = (a for a in plan.route.alternatives if a.to == choice.authority)
    alternative = next(offered, None)
    if alternative is None:
        raise NoSuchAlternativeError(choice.authority)
    return replace(
        plan,
        alternative=alternative,
        choice=choice,
        body=body_for(alternative.to, region),
    )


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
        if found.to not in (REPORTER, OWN_HEARING):  # neither gets a letter
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
