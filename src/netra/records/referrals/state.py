"""The kept state of referrals, as the ledger's replay must give it."""

from collections.abc import Iterator, Mapping

from netra.domain.ledger.entries import moment_text
from netra.records.ledger.replaying import Kept
from netra.records.referrals.models import Referral


def referral_state() -> Iterator[tuple[str, Mapping[str, Kept]]]:
    """Yield every referral with its addressee, outcome and respondents."""
    for referral in Referral.objects.prefetch_related("respondents"):
        fields: dict[str, Kept] = {
            "case": str(referral.case_id) if referral.case_id else None,
            "tracing": str(referral.tracing_id) if referral.tracing_id else None,
            "number": referral.number,
            "authority": referral.authority,
            "copies": ",".join(referral.copies),
            "outcome": referral.outcome,
            "status": referral.status,
            "sent_at": moment_text(referral.sent_at),
        }
        for person in referral.respondents.all():
            fields[f"respondent/{person.pk}"] = True
        yield referral.ledger_subject, fields
