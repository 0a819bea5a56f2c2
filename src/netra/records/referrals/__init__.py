"""Referrals: to whom an outcome goes, by which channel, on what basis."""
