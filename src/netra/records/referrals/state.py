"""The kept state of referrals, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from django.db.models import Prefetch

from netra.domain.ledger.entries import moment_text
from netra.records.ledger.replaying import Kept, Text
from netra.records.referrals.models import Referral
from netra.records.reports.models import Respondent

_EVERYBODY = Prefetch("respondents", queryset=Respondent.every.all())


def referral_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every referral with its addressee, outcome and respondents."""
    for referral in Referral.objects.prefetch_related(_EVERYBODY):
        fields: dict[str, Kept] = {
            "case": str(referral.case_id) if referral.case_id else None,
            "tracing": str(referral.tracing_id) if referral.tracing_id else None,
            "number": referral.number,
            "authority": referral.authority,
            "copies": ",".join(referral.copies),
            "outcome": referral.outcome,
            "status": referral.status,
            "alternative_reason": Text(value=referral.alternative_reason),
            "sent_at": moment_text(referral.sent_at),
            "superseded": True if referral.superseded else None,
        }
        for person in referral.respondents.all():
            fields[f"respondent/{person.pk}"] = True
        yield referral.ledger_subject, fields
