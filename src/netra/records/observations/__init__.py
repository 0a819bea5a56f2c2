"""What supervisors see and trace themselves, until it is a finding.

An observation is a Form A; a tracing follows up what came to an office's ears. Either
may lead to a potential finding, which a plenary sets or drops. Nothing here names where
a tracing's first word came from: that is kept as ciphertext to the office.
"""
