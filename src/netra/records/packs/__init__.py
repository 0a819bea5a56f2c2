"""Packs for bodies outside: open copies without identities, and a sealed part.

The open part is read by whoever receives the referral; it names no reporter, attorney,
witness or expert. The sealed part is made only for a body whose legal need is recorded
by one person and approved by another. Both are encrypted to a key the body made itself
and a second officer confirmed.
"""
