"""What happens to the letters of a case that changes hands or is opened again."""

from datetime import datetime

from netra.domain.access import Actor
from netra.records.accounts.models import Office
from netra.records.cases.models import Case
from netra.records.ledger import actions as ledger
from netra.records.referrals.models import Referral
from netra.records.reports.models import Report


def follow_office(matter: Case | Report, office: Office) -> None:
    """Let who sees the case see its letters; their office and numbers stay."""
    if isinstance(matter, Case):
        Referral.objects.filter(case=matter).update(region=office.region)


def set_aside(case: Case, actor: Actor, at: datetime) -> None:
    """Mark the letters of a decision that was set aside; inside an action."""
    for referral in Referral.objects.filter(case=case, superseded=False):
        Referral.objects.filter(pk=referral.pk).update(superseded=True)
        ledger.append(
            "referral.superseded",
            referral.ledger_subject,
            actor=actor,
            at=at,
            facts={"superseded": True},
        )
