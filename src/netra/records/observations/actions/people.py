"""Naming whom supervision found."""

from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.ledger import Fact
from netra.records.access import require_for
from netra.records.accounts.queries import office_for
from netra.records.ledger import actions as ledger
from netra.records.observations.actions.tracing import hold_open
from netra.records.observations.models import Tracing
from netra.records.reports.actions.arriving import respondent_facts
from netra.records.reports.content import PersonContent
from netra.records.reports.models import Respondent


def enter_person(
    person: PersonContent, *, region: str, actor: Actor, at: datetime
) -> Respondent:
    """Write a person found by the office of `region`; runs inside an action.

    The office that would handle the matter describes them: one above a sub-district.
    """
    handling = office_for(region)
    found_in = handling.region if handling else region
    row = Respondent.objects.create(
        found_in=found_in,
        name=person.name,
        address=person.address,
        phone=person.phone,
        workplace=person.workplace,
        post=person.post,
        employment_class=person.employment_class,
    )
    ledger.append(
        "respondent.found",
        row.ledger_subject,
        actor=actor,
        at=at,
        facts={"found_in": found_in, **respondent_facts(row)},
    )
    return row


def people_facts(people: list[Respondent]) -> dict[str, Fact]:
    """Return the facts that tie people to a matter."""
    return {f"person/{person.pk}": True for person in people}


@transaction.atomic
def name_found(
    *, tracing: Tracing, person: PersonContent, actor: Actor, at: datetime
) -> Respondent:
    """Record a person whom a tracing found.

    Raises:
        NotAllowedError: the actor traces nothing for this office.
        MovedError: the tracing has ended.
    """
    require_for(actor, Action.TRACE, tracing, tracing.region)
    hold_open(tracing)
    row = enter_person(person, region=tracing.region, actor=actor, at=at)
    tracing.respondents.add(row)
    ledger.append(
        "tracing.person_named",
        tracing.ledger_subject,
        actor=actor,
        at=at,
        facts=people_facts([row]),
    )
    return row
