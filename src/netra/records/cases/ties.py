"""Who is tied to a party of a case, and who is left to decide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Q, QuerySet

from netra.domain.access import Actor
from netra.records.accounts.models import OfficeSetting, User
from netra.records.accounts.queries import members_of, setting_of
from netra.records.cases.errors import TiedPersonError
from netra.records.cases.models import Case, Recusal
from netra.records.observations.models import Finding, Observation, Tracing
from netra.records.reports.models import Report, Respondent


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The members who may decide a case, and what the office's custom asks for.

    `quorum` is `None` while the office has settled none.
    """

    untied: tuple[User, ...]
    tied: tuple[User, ...]
    quorum: int | None

    @property
    def is_short(self) -> bool:
        """Whether fewer members are left than the custom asks for."""
        return self.quorum is not None and len(self.untied) < self.quorum


def open_recusals() -> QuerySet[Recusal]:
    """Return the recusals that are not ended."""
    return Recusal.objects.filter(ended_at__isnull=True)


def recusal_of(case: Case, officer_id: int) -> Recusal | None:
    """Return what keeps a person from a case, if anything does."""
    return open_recusals().filter(case=case, officer_id=officer_id).first()


def tied_to(case: Case) -> frozenset[int]:
    """Return the ids of the people who take no part in a case."""
    rows = open_recusals().filter(case=case)
    return frozenset(rows.values_list("officer_id", flat=True))


def require_untied_people(case: Case, people: Iterable[User]) -> None:
    """Refuse to give tied people a part in the case.

    Raises:
        TiedPersonError: naming them to the reader.
    """
    tied = tied_to(case)
    names = [person.name for person in people if person.pk in tied]
    if names:
        raise TiedPersonError(", ".join(names))


def cases_tied_to(actor: Actor) -> QuerySet[Recusal, int]:
    """Return the ids of the cases the actor takes no part in."""
    rows = open_recusals().filter(officer_id=_account(actor)).order_by()
    return rows.values_list("case_id", flat=True)


def bench_of(case: Case, on: date) -> Bench:
    """Return who may decide the case on a local day, and the custom of its office."""
    tied = tied_to(case)
    members = [row.user for row in members_of(case.office, on)]
    quorum = setting_of(case.office, OfficeSetting.Key.PLENARY_QUORUM)
    return Bench(
        untied=tuple(user for user in members if user.pk not in tied),
        tied=tuple(user for user in members if user.pk in tied),
        quorum=int(quorum) if quorum else None,
    )


_PATHS: dict[type[models.Model], tuple[str, ...]] = {
    Case: ("case",),
    Report: ("case__report",),
    Finding: ("case__finding",),
    Observation: ("case__finding__observation",),
    Tracing: ("case__finding__tracing",),
    Respondent: ("case__report__respondents", "case__finding__respondents"),
}


def ties_to_matter(matter: models.Model, actor: Actor) -> bool:
    """Say whether the actor is tied to a party of what a matter became.

    A case closes what it came from with it: its report, or its finding with the
    supervision report or tracing behind it, and the people named there.
    """
    account, paths = _account(actor), _PATHS.get(type(matter), ())
    if not account or not paths:
        return False
    about = Q()
    for path in paths:
        about |= Q(**{path: matter.pk})
    return open_recusals().filter(about, officer_id=account).exists()


def _account(actor: Actor) -> int:
    """Return the account's number; nobody has 0, a citizen and the installation do."""
    return int(actor.account_id) if actor.account_id.isdigit() else 0
