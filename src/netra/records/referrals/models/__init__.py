"""Rows of referrals: the letter, its way, and what was answered."""

from netra.records.referrals.models.following import Answer, FollowUpEnd, Hop
from netra.records.referrals.models.referral import Referral

__all__ = ["Answer", "FollowUpEnd", "Hop", "Referral"]
