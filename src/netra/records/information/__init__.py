"""What people tell an office without reporting: anonymous or not, always sealed.

Nothing in this room is named by a case, a finding, a tracing or a referral; decision
0016 says how and why. No room below may import it.
"""
