"""Putting a potential finding before the plenary."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.law import zone_of
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.access import require, require_for
from netra.records.accounts.models import Office, OfficeSetting, User
from netra.records.accounts.numbering import next_number
from netra.records.accounts.queries import office_for, setting_of
from netra.records.law.queries import law
from netra.records.ledger import actions as ledger
from netra.records.observations.actions.people import people_facts
from netra.records.observations.actions.tracing import end_tracing
from netra.records.observations.content import FindingContent
from netra.records.observations.errors import (
    ContentError,
    MovedError,
    NobodyFoundError,
)
from netra.records.observations.models import (
    Finding,
    FindingEvent,
    Observation,
    Tracing,
)
from netra.records.reports.queries import midday

NUMBER = "{seq:03}/DT/{region_code}/{month_roman}/{year}"
"""A register of ours for potential findings: no rule names one."""

_FOUND = ("violation_known_or_found", "violation_found")
_PROPOSED = "finding_proposed"


@transaction.atomic
def propose_finding(
    *,
    origin: Observation | Tracing,
    content: FindingContent,
    actor: Actor,
    at: datetime,
) -> Finding:
    """Make a potential finding of what was observed or traced.

    A tracing ends with it. The people of the origin are those of the finding.

    Args:
        origin: An observation with a suspicion, or an open tracing.
        content: What the plenary is to decide on.
        actor: Needs `PROPOSE_FINDING` in the region of the origin.
        at: Moment of proposing; its local day decides the procedure.

    Raises:
        NotAllowedError: the actor proposes nothing for this office.
        NobodyFoundError: nobody is named yet.
        ContentError: the days contradict each other.
        MovedError: the origin led to a finding already, or the tracing has ended.
        StepsOpenError: a step of the tracing has no result.
    """
    office = _office_of(origin)
    require(actor, Action.PROPOSE_FINDING, office.region)
    people = list(origin.respondents.all())
    if not people:
        raise NobodyFoundError
    today = at.astimezone(zone_of(content.place_region)).date()
    _check(content, today)
    if isinstance(origin, Tracing):
        end_tracing(
            tracing=origin,
            ended_as=Tracing.End.FINDING,
            reason="",
            text=content.account,
            actor=actor,
            at=at,
        )
    finding = _create(origin, content, actor=actor, at=at)
    finding.respondents.set(people)
    found_at = midday(content.found_on, content.place_region)
    moments = dict.fromkeys(_FOUND, min(found_at, at)) | {_PROPOSED: at}
    ledger.append(
        "finding.proposed",
        finding.ledger_subject,
        actor=actor,
        at=at,
        facts={
            **finding_facts(finding),
            **people_facts(people),
            **note_events(finding, moments),
        },
    )
    return finding


def _office_of(origin: Observation | Tracing) -> Office:
    """A village or sub-district hands its potential finding to the office above."""
    return office_for(origin.region) or origin.office


def _check(content: FindingContent, today: date) -> None:
    if content.found_on > today:
        raise ContentError("found_on", _("Tanggal ini ada di masa depan."))
    if content.happened_on and content.happened_on > content.found_on:
        raise ContentError(
            "happened_on",
            _("Kejadian tidak dapat lebih kemudian dari saat ditemukan."),
        )


def _create(
    origin: Observation | Tracing,
    content: FindingContent,
    *,
    actor: Actor,
    at: datetime,
) -> Finding:
    office = _office_of(origin)
    today = at.astimezone(zone_of(content.place_region)).date()
    own = setting_of(office, OfficeSetting.Key.FINDING_NUMBER)
    person = User.objects.get(pk=int(actor.account_id))
    try:
        with transaction.atomic():
            return Finding.objects.create(
                office=office,
                region=office.region,
                number=next_number(
                    office,
                    "finding",
                    today,
                    template=own or NUMBER,
                    fields={"region_code": office.region or "00", "tier": office.tier},
                ),
                procedure=law().procedure_for(origin.contest.election, today).id,
                contest=origin.contest,
                observation=origin if isinstance(origin, Observation) else None,
                tracing=origin if isinstance(origin, Tracing) else None,
                found_on=content.found_on,
                event=content.event,
                account=content.account,
                place_region=content.place_region,
                place=content.place,
                happened_on=content.happened_on,
                happened_time=content.happened_time,
                proposed_by=person,
                proposed_at=at,
                assigned_to=person,
            )
    except IntegrityError as error:
        raise MovedError(origin.number) from error


def note_events(finding: Finding, moments: dict[str, datetime]) -> dict[str, Fact]:
    """Write events of a finding and return them as facts; runs inside an action."""
    FindingEvent.objects.bulk_create(
        FindingEvent(finding=finding, key=key, at=at) for key, at in moments.items()
    )
    return {f"event/{key}": moment_text(at) for key, at in moments.items()}


def finding_facts(row: Finding) -> dict[str, Fact]:
    """Return the facts about a finding as it stands."""
    return {
        "office": str(row.office_id),
        "region": row.region,
        "number": row.number,
        "procedure": row.procedure,
        "contest": row.contest_id,
        "observation": str(row.observation_id) if row.observation_id else None,
        "tracing": str(row.tracing_id) if row.tracing_id else None,
        "state": row.state,
        "found_on": row.found_on.isoformat(),
        "happened_on": row.happened_on.isoformat() if row.happened_on else None,
        "place_region": row.place_region,
        "assigned_to": str(row.assigned_to_id) if row.assigned_to_id else None,
        "event": ledger.commit_text(row.event),
        "account": ledger.commit_text(row.account),
        "place": ledger.commit_text(row.place),
    }


@transaction.atomic
def assign_finding(
    *, finding: Finding, holder: User, actor: Actor, at: datetime
) -> Finding:
    """Give the finding to an officer.

    Raises:
        NotAllowedError: the actor does not divide the work of this office.
    """
    require_for(actor, Action.ASSIGN_WORK, finding, finding.region)
    Finding.objects.filter(pk=finding.pk).update(assigned_to=holder)
    ledger.append(
        "finding.assigned",
        finding.ledger_subject,
        actor=actor,
        at=at,
        facts={"assigned_to": str(holder.pk)},
    )
    finding.refresh_from_db()
    return finding
