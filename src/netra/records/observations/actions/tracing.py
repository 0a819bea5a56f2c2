"""Tracing: the plan, its steps, its end."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from netra.domain.access import Action, Actor
from netra.domain.law import zone_of
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.access import require, require_for
from netra.records.accounts.models import Office, OfficeSetting, User
from netra.records.accounts.numbering import next_number
from netra.records.accounts.queries import setting_of
from netra.records.ledger import actions as ledger
from netra.records.observations.content import TracingPlan
from netra.records.observations.errors import (
    ContentError,
    MovedError,
    StepsOpenError,
)
from netra.records.observations.models import Tracing, TracingStep

NUMBER = "{seq:03}/PENELUSURAN/{region_code}/{month_roman}/{year}"
"""A register of ours: no rule names one. An office settles its own."""


@transaction.atomic
def begin_tracing(
    *,
    office: Office,
    plan: TracingPlan,
    mailboxes: Sequence[str] = (),
    actor: Actor,
    at: datetime,
) -> Tracing:
    """Begin to trace.

    Args:
        office: Which traces.
        plan: What is to be found out.
        mailboxes: One sealed token for each who gave information: ciphertext to the
            key of the office, base64. They are kept as they are and counted.
        actor: Needs `TRACE` in the region of the office.
        at: Moment of beginning.

    Raises:
        NotAllowedError: the actor traces nothing for this office.
        ContentError: the deadline lies before today, the event after it.
    """
    require(actor, Action.TRACE, office.region)
    today = at.astimezone(zone_of(plan.place_region)).date()
    _check(plan, today)
    due_on, basis = _due(office, plan, today)
    person = User.objects.get(pk=int(actor.account_id))
    own = setting_of(office, OfficeSetting.Key.TRACING_NUMBER)
    tracing = Tracing.objects.create(
        office=office,
        region=office.region,
        number=next_number(
            office,
            "tracing",
            today,
            template=own or NUMBER,
            fields={"region_code": office.region or "00", "tier": office.tier},
        ),
        contest=plan.contest,
        event=plan.event,
        question=plan.question,
        place_region=plan.place_region,
        place=plan.place,
        happened_on=plan.happened_on,
        happened_time=plan.happened_time,
        begun_at=at,
        begun_by=person,
        assigned_to=person,
        due_on=due_on,
        due_basis=basis,
        source_count=len(mailboxes),
        mailboxes=list(mailboxes),
    )
    ledger.append(
        "tracing.begun",
        tracing.ledger_subject,
        actor=actor,
        at=at,
        facts=tracing_facts(tracing),
    )
    return tracing


def _check(plan: TracingPlan, today: date) -> None:
    if plan.due_on and plan.due_on < today:
        raise ContentError("due_on", _("Tenggat ini sudah lewat."))
    if plan.happened_on and plan.happened_on > today:
        raise ContentError("happened_on", _("Tanggal ini ada di masa depan."))


def _due(office: Office, plan: TracingPlan, today: date) -> tuple[date | None, str]:
    if plan.due_on:
        return plan.due_on, Tracing.Basis.CHOSEN
    days = setting_of(office, OfficeSetting.Key.TRACING_DAYS)
    if days is None:
        return None, ""
    return today + timedelta(days=int(days)), Tracing.Basis.CUSTOM


def tracing_facts(row: Tracing) -> dict[str, Fact]:
    """Return the facts about a tracing as it stands."""
    return {
        "office": str(row.office_id),
        "region": row.region,
        "number": row.number,
        "contest": row.contest_id,
        "place_region": row.place_region,
        "happened_on": row.happened_on.isoformat() if row.happened_on else None,
        "begun_at": moment_text(row.begun_at),
        "assigned_to": str(row.assigned_to_id) if row.assigned_to_id else None,
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "due_basis": row.due_basis or None,
        "source_count": row.source_count,
        "event": ledger.commit_text(row.event),
        "question": ledger.commit_text(row.question),
        "place": ledger.commit_text(row.place),
    }


def hold_open(tracing: Tracing) -> None:
    """Queue behind whoever writes the tracing, and refuse when it has ended.

    Raises:
        MovedError: it has ended; nothing was written.
    """
    still = Tracing.objects.filter(pk=tracing.pk, ended_at__isnull=True)
    if not still.update(ended_as=""):
        raise MovedError(tracing.number)


@transaction.atomic
def assign_tracing(
    *, tracing: Tracing, holder: User, actor: Actor, at: datetime
) -> Tracing:
    """Give the tracing to an officer.

    Raises:
        NotAllowedError: the actor does not divide the work of this office.
    """
    require_for(actor, Action.ASSIGN_WORK, tracing, tracing.region)
    Tracing.objects.filter(pk=tracing.pk).update(assigned_to=holder)
    ledger.append(
        "tracing.assigned",
        tracing.ledger_subject,
        actor=actor,
        at=at,
        facts={"assigned_to": str(holder.pk)},
    )
    tracing.refresh_from_db()
    return tracing


@transaction.atomic
def plan_step(
    *,
    tracing: Tracing,
    what: str,
    asked: str,
    planned_on: date | None,
    actor: Actor,
    at: datetime,
) -> TracingStep:
    """Add a step to the plan.

    Raises:
        NotAllowedError: the actor traces nothing for this office.
        MovedError: the tracing has ended.
    """
    require_for(actor, Action.TRACE, tracing, tracing.region)
    hold_open(tracing)
    last = tracing.steps.aggregate(last=Max("position"))["last"] or 0
    step = TracingStep.objects.create(
        tracing=tracing,
        position=last + 1,
        what=what,
        asked=asked,
        planned_on=planned_on,
    )
    base = f"step/{step.position}"
    ledger.append(
        "tracing.step_planned",
        tracing.ledger_subject,
        actor=actor,
        at=at,
        facts={
            f"{base}/what": ledger.commit_text(what),
            f"{base}/asked": ledger.commit_text(asked),
            f"{base}/planned_on": planned_on.isoformat() if planned_on else None,
        },
    )
    return step


@transaction.atomic
def drop_step(*, step: TracingStep, actor: Actor, at: datetime) -> None:
    """Take a step without result out of the plan.

    Raises:
        NotAllowedError: the actor traces nothing for this office.
        MovedError: the tracing has ended, or the step has a result.
    """
    tracing = step.tracing
    require_for(actor, Action.TRACE, tracing, tracing.region)
    hold_open(tracing)
    gone, _rows = TracingStep.objects.filter(pk=step.pk, done_on__isnull=True).delete()
    if not gone:
        raise MovedError(tracing.number)
    base = f"step/{step.position}"
    ledger.append(
        "tracing.step_dropped",
        tracing.ledger_subject,
        actor=actor,
        at=at,
        facts={f"{base}/{name}": None for name in ("what", "asked", "planned_on")},
    )


@transaction.atomic
def finish_step(
    *, step: TracingStep, done_on: date, result: str, actor: Actor, at: datetime
) -> TracingStep:
    """Record what came of a step.

    Raises:
        NotAllowedError: the actor traces nothing for this office.
        MovedError: the tracing has ended, or the step was finished first.
        ContentError: the day lies ahead, or there is no result.
    """
    tracing = step.tracing
    require_for(actor, Action.TRACE, tracing, tracing.region)
    hold_open(tracing)
    if done_on > at.astimezone(zone_of(tracing.place_region)).date():
        raise ContentError("done_on", _("Tanggal ini ada di masa depan."))
    if not result.strip():
        raise ContentError("result", _("Tulis hasil langkah ini."))
    person = User.objects.get(pk=int(actor.account_id))
    unfinished = TracingStep.objects.filter(pk=step.pk, done_on__isnull=True)
    if not unfinished.update(done_on=done_on, result=result, done_by=person):
        raise MovedError(tracing.number)
    base = f"step/{step.position}"
    ledger.append(
        "tracing.step_finished",
        tracing.ledger_subject,
        actor=actor,
        at=at,
        facts={
            f"{base}/done_on": done_on.isoformat(),
            f"{base}/result": ledger.commit_text(result),
            f"{base}/done_by": str(person.pk),
        },
    )
    step.refresh_from_db()
    return step


@transaction.atomic
def close_tracing(
    *,
    tracing: Tracing,
    reason: Tracing.Reason,
    text: str,
    actor: Actor,
    at: datetime,
) -> Tracing:
    """Close a tracing that led to nothing to set or refer.

    Raises:
        NotAllowedError: the actor traces nothing for this office.
        MovedError: it has ended already.
        StepsOpenError: a step has no result.
    """
    return end_tracing(
        tracing=tracing,
        ended_as=Tracing.End.CLOSED,
        reason=reason,
        text=text,
        actor=actor,
        at=at,
    )


def end_tracing(
    *,
    tracing: Tracing,
    ended_as: Tracing.End,
    reason: str,
    text: str,
    actor: Actor,
    at: datetime,
) -> Tracing:
    """End a tracing; runs inside the action that knows what it ended in.

    Raises:
        NotAllowedError: the actor traces nothing for this office.
        MovedError: it has ended already; nothing was written.
        StepsOpenError: a step has no result.
        ContentError: there is no text.
    """
    require_for(actor, Action.TRACE, tracing, tracing.region)
    hold_open(tracing)
    unfinished = tracing.steps.filter(done_on__isnull=True).count()
    if unfinished:
        raise StepsOpenError(unfinished)
    if not text.strip():
        raise ContentError("text", _("Tulis hasil penelusuran."))
    Tracing.objects.filter(pk=tracing.pk).update(
        ended_at=at, ended_as=ended_as, end_reason=reason, end_text=text
    )
    ledger.append(
        "tracing.ended",
        tracing.ledger_subject,
        actor=actor,
        at=at,
        facts={
            "ended_at": moment_text(at),
            "ended_as": ended_as,
            "end_reason": reason or None,
            "end_text": ledger.commit_text(text),
        },
    )
    tracing.refresh_from_db()
    return tracing
