"""Assignment, identities, what is known of respondents, and telling the outcome."""

from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.law import StepKind
from netra.domain.ledger.entries import moment_text
from netra.records.access import require_for
from netra.records.accounts.models import User
from netra.records.accounts.queries import user_of
from netra.records.ledger import actions as ledger
from netra.records.reports import road
from netra.records.reports.actions.arriving import respondent_facts
from netra.records.reports.errors import ClearedError, ReasonMissingError
from netra.records.reports.models import (
    IdentityOpening,
    Report,
    Reporter,
    Respondent,
)


@transaction.atomic
def assign_report(
    *, report: Report, holder: User, actor: Actor, at: datetime
) -> Report:
    """Give the report to an officer.

    Raises:
        NotAllowedError: the actor does not divide the work of this office.
    """
    require_for(actor, Action.ASSIGN_WORK, report, report.region)
    Report.objects.filter(pk=report.pk).update(assigned_to=holder)
    ledger.append(
        "report.assigned",
        report.ledger_subject,
        actor=actor,
        at=at,
        facts={"assigned_to": str(holder.pk)},
    )
    report.refresh_from_db()
    return report


@transaction.atomic
def open_identity(
    *, report: Report, reason: str, actor: Actor, at: datetime
) -> Reporter:
    """Open who reported, for a reason that is recorded.

    Args:
        report: Read through `visible_to(actor)`.
        reason: Why it is needed; kept as a commitment beside the entry.
        actor: Needs `OPEN_IDENTITY` in the region of the report.
        at: Moment of opening.

    Raises:
        NotAllowedError: the actor has no need to know.
        ReasonMissingError: no reason was given.
    """
    require_for(actor, Action.OPEN_IDENTITY, report, report.region)
    if not reason.strip():
        raise ReasonMissingError
    row = IdentityOpening.objects.create(
        report=report, account=user_of(actor), at=at, reason=reason
    )
    ledger.append(
        "report.identity_opened",
        report.ledger_subject,
        actor=actor,
        at=at,
        facts={
            f"opening/{row.pk}/account": actor.account_id,
            f"opening/{row.pk}/at": moment_text(at),
            f"opening/{row.pk}/reason": ledger.commit_text(reason),
        },
    )
    return report.reporter


@transaction.atomic
def describe_respondent(
    *,
    respondent: Respondent,
    employment_class: str,
    holds_office: bool | None,
    post: str,
    workplace: str,
    actor: Actor,
    at: datetime,
) -> Respondent:
    """Enter class and office of a respondent on the day of the act.

    Raises:
        NotAllowedError: the actor does not work on the matters of this office.
        ClearedError: the person is cleared; nothing was written.
    """
    require_for(actor, Action.WRITE_STUDY, respondent, respondent.region)
    if respondent.cleared_at is not None:
        raise ClearedError
    respondent.employment_class = employment_class
    respondent.holds_office = holds_office
    respondent.post = post
    respondent.workplace = workplace
    respondent.save(
        update_fields=["employment_class", "holds_office", "post", "workplace"]
    )
    ledger.append(
        "respondent.described",
        respondent.ledger_subject,
        actor=actor,
        at=at,
        facts=respondent_facts(respondent),
    )
    return respondent


@transaction.atomic
def tell_status(*, report: Report, actor: Actor, at: datetime) -> Report:
    """Record that the status was announced and the reporter told.

    Raises:
        NotAllowedError: the actor does not announce for this office.
        StepPassedError: the report does not wait for this.
    """
    require_for(actor, Action.ANNOUNCE_STATUS, report, report.region)
    road.require_kind(report, StepKind.STATUS_NOTICE)
    return road.advance(
        report, result="told", kind="report.status_told", actor=actor, at=at
    )
