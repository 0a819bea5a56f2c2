"""Referral packs: an open part, a separately sealed part, and their hops."""
