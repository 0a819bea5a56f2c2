"""Reading cases: what is due, who must decide, what was announced."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from netra.domain.access import Actor
from netra.domain.law import Deadline, running_deadlines
from netra.records.cases import road
from netra.records.cases.models import Case, Plenary, Study
from netra.records.cases.ties import cases_tied_to
from netra.records.law.queries import current_calendar, law
from netra.records.reports.models import Respondent


def events_of(case: Case) -> Mapping[str, datetime]:
    """Return the events of the case's road with their moments."""
    return {event.key: event.at for event in case.events.all()}


def deadlines_of(case: Case) -> tuple[Deadline, ...]:
    """Return the running deadlines of a case, soonest first."""
    return running_deadlines(
        law(),
        road.procedure_of(case),
        events_of(case),
        case.place_region,
        current_calendar(),
    )


def open_cases() -> QuerySet[Case]:
    """Return the cases whose road has not ended."""
    return Case.objects.exclude(step=road.END)


def awaiting_approval(actor: Actor) -> QuerySet[Case]:
    """Return the cases whose newest study waits for somebody like the actor.

    It was submitted and neither approved nor returned; the actor has not written it,
    is not tied to a party, and no plenary had this version on its table yet.
    """
    newest = Study.objects.filter(case=OuterRef("pk")).order_by("-version")
    waiting = Study.objects.filter(
        submitted_at__isnull=False, approvals__isnull=True, returned__isnull=True
    ).exclude(author_id=int(actor.account_id))
    tabled = Plenary.objects.filter(study__isnull=False).order_by()
    return (
        open_cases()
        .alias(newest=Subquery(newest.values("pk")[:1]))
        .filter(newest__in=waiting.order_by().values("pk"))
        .exclude(newest__in=tabled.values("study"))
        .exclude(pk__in=cases_tied_to(actor))
    )


def _present(origin: str) -> Count:
    """Count the respondents of an origin; a join knows no manager that leaves out."""
    people = f"{origin}__respondents"
    named = Q(**{f"{people}__standing": Respondent.Standing.NAMED})
    return Count(people, filter=named, distinct=True)


def awaiting_vote(actor: Actor) -> QuerySet[Plenary]:
    """Return the open plenaries in which the actor has not voted on everybody."""
    account = int(actor.account_id)
    present = Q(votes__respondent__standing=Respondent.Standing.NAMED)
    mine = Q(votes__member_id=account) & present
    own_votes = Count("votes", filter=mine, distinct=True)
    return (
        Plenary.objects.filter(closed_at__isnull=True, attendance__member_id=account)
        .annotate(
            own_votes=own_votes,
            respondents=_present("case__report") + _present("case__finding"),
        )
        .filter(own_votes__lt=F("respondents"))
        .select_related("case")
    )


def decided_cases() -> QuerySet[Case]:
    """Return the cases whose status was told, newest first: for the announcements."""
    return (
        Case.objects.filter(events__key="status_told")
        .select_related("office")
        .prefetch_related("outcomes")
        .order_by("-registered_at")
    )
