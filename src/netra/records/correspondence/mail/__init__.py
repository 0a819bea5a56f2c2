"""Reading e-mail messages in a process of its own, under limits.

This module stays empty of imports so that the process starts without Django.
"""
