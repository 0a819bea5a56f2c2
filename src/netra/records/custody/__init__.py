"""The keys under which an office receives what is sealed to it.

People hold copies, opened by a phrase of their own; decision 0015 says why.
"""
