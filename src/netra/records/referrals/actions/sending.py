"""Sending referrals."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from netra.domain.access import Action, Actor
from netra.domain.law import StepKind
from netra.domain.ledger import Fact
from netra.domain.ledger.entries import moment_text
from netra.records.access import require
from netra.records.accounts.models import OfficeSetting
from netra.records.accounts.numbering import next_number
from netra.records.accounts.queries import setting_of
from netra.records.cases import road
from netra.records.cases.models import Case
from netra.records.cases.standing import require_on
from netra.records.ledger import actions as ledger
from netra.records.observations.actions.tracing import end_tracing
from netra.records.observations.errors import NobodyFoundError
from netra.records.observations.models import Tracing
from netra.records.referrals.errors import NothingToReferError
from netra.records.referrals.models import Referral
from netra.records.referrals.queries import (
    ChosenAddressee,
    PlannedReferral,
    local_day,
    planned_for_tracing,
    planned_referrals,
    procedure_on,
    with_choices,
)
from netra.records.reports import road as report_road
from netra.records.turns.queries import OWN_HEARING, goes_to

_PLAIN_NUMBER = "{seq:03}/PN/{tier}/{region_code}/{month_roman}/{year}"


@transaction.atomic
def refer_case(
    *,
    case: Case,
    chosen: Sequence[ChosenAddressee] = (),
    actor: Actor,
    at: datetime,
) -> list[Referral]:
    """Enter the letters due on this day and move the case on.

    Where the supervisors' own hearing decided every outcome, there is no letter.

    Args:
        case: Stands on the referral.
        chosen: Addressees a person confirmed instead of those the table names first;
            only such as the table offers for certain cases, each with its reason.
        actor: Needs `REFER_CASE` in the region of the case.
        at: Moment of sending; its local day decides the addressees.

    Raises:
        NotAllowedError: the actor does not refer for this office.
        CaseMovedError: somebody was first; nothing was written.
        NothingToReferError: no outcome needs an addressee.
        BlockedError: an outcome had no addressee when it was decided, or the hearing
            that decides it is not over.
        NoRouteError: an outcome has no addressee on this day.
        NoSuchAlternativeError: the table does not offer what was chosen.
        ChoiceReasonMissingError: another addressee was chosen without a reason.
    """
    require_on(case, Action.REFER_CASE, actor)
    road.require_kind(case, StepKind.REFERRAL)
    road.require_unblocked(case)
    planned = with_choices(planned_referrals(case, at), chosen, case.region)
    if not planned and not goes_to(case, OWN_HEARING):
        raise NothingToReferError
    sent = [_enter(plan, matter=case, actor=actor, at=at) for plan in planned]
    result, kind = ("sent", "case.referred") if sent else ("heard", "case.heard")
    road.advance(case, result=result, kind=kind, actor=actor, at=at)
    return sent


@transaction.atomic
def refer_tracing(
    *, tracing: Tracing, text: str, actor: Actor, at: datetime
) -> list[Referral]:
    """Pass a traced neutrality matter on without registering it.

    The normal way where no election norm is touched, above all before candidates are
    determined; the outcome is neutrality for everybody the tracing found.

    Args:
        tracing: Open, with the people it found and their class on the day of the act.
        text: What was traced and why it goes on without registration.
        actor: Needs `REFER_CASE` in the region of the tracing.
        at: Moment of sending; its local day decides the addressees.

    Raises:
        NotAllowedError: the actor does not refer for this office.
        NobodyFoundError: nobody is named yet.
        MovedError: the tracing has ended already; nothing was written.
        StepsOpenError: a step of the plan has no result.
        NoRouteError: a class has no addressee on this day, or is not entered.
    """
    require(actor, Action.REFER_CASE, tracing.region)
    if not tracing.respondents.exists():
        raise NobodyFoundError
    planned = planned_for_tracing(tracing, at)
    sent = [_enter(plan, matter=tracing, actor=actor, at=at) for plan in planned]
    end_tracing(
        tracing=tracing,
        ended_as=Tracing.End.REFERRAL,
        reason="",
        text=text,
        actor=actor,
        at=at,
    )
    return sent


def _enter(
    plan: PlannedReferral, *, matter: Case | Tracing, actor: Actor, at: datetime
) -> Referral:
    referral = Referral.objects.create(
        case=matter if isinstance(matter, Case) else None,
        tracing=matter if isinstance(matter, Tracing) else None,
        office=matter.office,
        region=matter.region,
        number=_number(matter, at),
        authority=plan.authority,
        addressee=plan.addressee,
        copies=list(plan.copies),
        channel=plan.channel,
        instrument=plan.instrument,
        basis=list(plan.basis),
        status=plan.status,
        outcome=plan.outcome,
        alternative_reason=plan.choice.reason if plan.choice else "",
        sent_at=at,
    )
    referral.respondents.set(plan.respondents)
    ledger.append(
        "referral.sent",
        referral.ledger_subject,
        actor=actor,
        at=at,
        facts=referral_facts(referral),
    )
    return referral


def referral_facts(referral: Referral) -> dict[str, Fact]:
    """Return the facts about a referral."""
    people = sorted(referral.respondents.values_list("pk", flat=True))
    return {
        "case": str(referral.case_id) if referral.case_id else None,
        "tracing": str(referral.tracing_id) if referral.tracing_id else None,
        "number": referral.number,
        "authority": referral.authority,
        "copies": ",".join(referral.copies),
        "outcome": referral.outcome,
        "status": referral.status,
        "alternative_reason": ledger.commit_text(referral.alternative_reason),
        "sent_at": moment_text(referral.sent_at),
        **{f"respondent/{pk}": True for pk in people},
    }


def _number(matter: Case | Tracing, at: datetime) -> str:
    own = setting_of(matter.office, OfficeSetting.Key.REFERRAL_NUMBER)
    template = procedure_on(matter, at).registration_number
    return next_number(
        matter.office,
        "referral",
        local_day(matter, at),
        template=own or _PLAIN_NUMBER,
        fields=report_road.number_fields(matter.office, matter.contest, template),
    )
