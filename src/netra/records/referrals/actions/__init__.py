"""Sending referrals, following their way, and ending the follow-up."""

from netra.records.referrals.actions.following import (
    end_follow_up,
    record_answer,
    record_hop,
)
from netra.records.referrals.actions.sending import (
    refer_case,
    refer_tracing,
    referral_facts,
)

__all__ = [
    "end_follow_up",
    "record_answer",
    "record_hop",
    "refer_case",
    "refer_tracing",
    "referral_facts",
]
