"""Sending referrals."""

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
from netra.records.ledger import actions as ledger
from netra.records.referrals.errors import NothingToReferError
from netra.records.referrals.models import Referral
from netra.records.referrals.queries import (
    PlannedReferral,
    local_day,
    planned_referrals,
)
from netra.records.reports import road as report_road

_PLAIN_NUMBER = "{seq:03}/PN/{tier}/{region_code}/{month_roman}/{year}"


@transaction.atomic
def refer_case(*, case: Case, actor: Actor, at: datetime) -> list[Referral]:
    """Enter the letters due on this day and move the case on.

    Args:
        case: Stands on the referral.
        actor: Needs `REFER_CASE` in the region of the case.
        at: Moment of sending; its local day decides the addressees.

    Raises:
        NotAllowedError: the actor does not refer for this office.
        CaseMovedError: somebody was first; nothing was written.
        NothingToReferError: no outcome needs an addressee.
        BlockedError: an outcome had no addressee when it was decided.
        NoRouteError: an outcome has no addressee on this day.
    """
    require(actor, Action.REFER_CASE, case.region)
    road.require_kind(case, StepKind.REFERRAL)
    road.require_unblocked(case)
    planned = planned_referrals(case, at)
    if not planned:
        raise NothingToReferError
    sent = [_enter(case, plan, actor=actor, at=at) for plan in planned]
    road.advance(case, result="sent", kind="case.referred", actor=actor, at=at)
    return sent


def _enter(
    case: Case, plan: PlannedReferral, *, actor: Actor, at: datetime
) -> Referral:
    referral = Referral.objects.create(
        case=case,
        number=_number(case, at),
        authority=plan.route.to,
        addressee=plan.addressee,
        copies=list(plan.route.copy_to),
        channel=plan.route.channel_label or "",
        instrument=plan.route.instrument_label or "",
        basis=list(plan.route.basis),
        status=plan.route.status,
        outcome=plan.outcome,
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
        "case": str(referral.case_id),
        "number": referral.number,
        "authority": referral.authority,
        "copies": ",".join(referral.copies),
        "outcome": referral.outcome,
        "status": referral.status,
        "sent_at": moment_text(referral.sent_at),
        **{f"respondent/{pk}": True for pk in people},
    }


def _number(case: Case, at: datetime) -> str:
    own = setting_of(case.office, OfficeSetting.Key.REFERRAL_NUMBER)
    template = road.procedure_of(case).registration_number
    return next_number(
        case.office,
        "referral",
        local_day(case, at),
        template=own or _PLAIN_NUMBER,
        fields=report_road.number_fields(case.office, case.contest, template),
    )
