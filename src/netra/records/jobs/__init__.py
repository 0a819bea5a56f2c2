"""Later work: named functions with plain arguments, and the one clock of the program.

No page waits for a job and no deadline depends on one.
"""
